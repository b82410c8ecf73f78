#include "view/finger.h"

#include <algorithm>
#include <cmath>

#include "view/frame.h"

namespace campaign_lens::view {
namespace {

// Of what the finger did last counts most.
constexpr float kMemory_s = 0.03F;
// A finger that has rested for so long leaves nothing moving.
constexpr double kRest_s = 0.08;
// After so long a movement has a third of its speed.
constexpr float kCoast_s = 0.35F;
constexpr float kSlowest = 20, kFastest = 8000;
constexpr ImGuiHoveredFlags kEvenOverControls = ImGuiHoveredFlags_AllowWhenBlockedByActiveItem;

bool moves(ImVec2 speed) {
  return std::abs(speed.x) + std::abs(speed.y) >= kSlowest;
}

}  // namespace

ImVec2 Finger::move(Motion& motion, const Rect& seen) {
  const ImGuiIO& io = ImGui::GetIO();
  const bool touch = io.MouseSource == ImGuiMouseSource_TouchScreen;
  if (touch && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    down_ = seen.contains(io.MousePos) && ImGui::IsWindowHovered(kEvenOverControls);
    caught_ = down_ && moves(speed_);
    axis_ = Axis::unknown;
    moved_s_ = motion.now_s();
    stop();
    return {};
  }
  if (down_ && (!touch || !ImGui::IsMouseDown(ImGuiMouseButton_Left))) {
    down_ = false;
    if (motion.reduced() || motion.now_s() - moved_s_ > kRest_s) stop();
  }
  return down_ ? held(motion) : coast(motion);
}

ImVec2 Finger::held(const Motion& motion) {
  if (!finger_moved()) return {};
  if (axis_ == Axis::unknown) {
    const ImVec2 way = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 0);
    axis_ = std::abs(way.x) > std::abs(way.y) ? Axis::sideways : Axis::up_and_down;
  }
  ImVec2 by = ImGui::GetIO().MouseDelta;
  (axis_ == Axis::sideways ? by.y : by.x) = 0;
  if (by.x == 0 && by.y == 0) return by;
  const auto elapsed_s = static_cast<float>(std::max(0.001, motion.now_s() - moved_s_));
  const float share = 1 - std::exp(-elapsed_s / kMemory_s);
  const auto mixed = [&](float before, float px) {
    return std::clamp(before + share * (px / elapsed_s - before), -kFastest, kFastest);
  };
  speed_ = {mixed(speed_.x, by.x), mixed(speed_.y, by.y)};
  moved_s_ = motion.now_s();
  return by;
}

ImVec2 Finger::coast(Motion& motion) {
  if (!moves(speed_)) {
    stop();
    return {};
  }
  const float left = std::exp(-motion.elapsed_s() / kCoast_s);
  const float px = kCoast_s * (1 - left);
  const ImVec2 by{speed_.x * px, speed_.y * px};
  speed_ = {speed_.x * left, speed_.y * left};
  motion.go_on();
  return by;
}

}  // namespace campaign_lens::view
