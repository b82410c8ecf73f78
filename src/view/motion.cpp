#include "view/motion.h"

#include <algorithm>

#include "view/theme.h"

namespace campaign_lens::view {
namespace {

constexpr double kTooltipDelay_s = 0.35;
// After a pause without frames a fade starts; it must not be over in its first frame.
constexpr double kLongestFrame_s = 0.05;

}  // namespace

void Motion::begin_frame(double now_s, bool reduced) {
  elapsed_s_ = static_cast<float>(std::clamp(now_s - now_s_, 0.0, kLongestFrame_s));
  reduced_ = reduced;
  step_ = reduced ? 1 : elapsed_s_ / kFade_s;
  now_s_ = now_s;
  moving_ = false;
  if (!hovered_this_frame_) hovered_ = 0;
  hovered_this_frame_ = false;
}

float Motion::fade(std::uint32_t id, bool on) {
  const auto found = values_.find(id);
  if (found == values_.end() && !on) return 0;
  float& value = found == values_.end() ? values_[id] : found->second;
  const float target = on ? 1.F : 0.F;
  value = on ? std::min(target, value + step_) : std::max(target, value - step_);
  moving_ = moving_ || value != target;
  const float shown = value;
  if (!on && value == 0) values_.erase(id);
  return shown * shown * (3 - 2 * shown);
}

bool Motion::rested_over(std::uint32_t id) {
  if (hovered_ != id) {
    hovered_ = id;
    hovered_since_s_ = now_s_;
  }
  hovered_this_frame_ = true;
  const bool rested = now_s_ - hovered_since_s_ >= kTooltipDelay_s;
  moving_ = moving_ || !rested;
  return rested;
}

}  // namespace campaign_lens::view
