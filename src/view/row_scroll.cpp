#include "view/row_scroll.h"

#include <algorithm>
#include <cmath>

namespace campaign_lens::view {
namespace {

// A touchpad turns by less than a wheel can; for as long after that everything is its doing.
constexpr float kLeastNotch = 0.5F;
constexpr double kTouchpad_s = 0.3;
// After so long a glide has a third of its way left; its first frame goes no further than one of a fast
// screen.
constexpr float kGlide_s = 0.05F, kFirstFrame_s = 1.F / 60;

RowPlace moved(const RowScroll::List& list, RowPlace from, float by_px) {
  return moved(from, by_px, list.row_height, list.rows, list.visible);
}

float notches_over(const RowScroll::List& list) {
  const ImGuiIO& io = ImGui::GetIO();
  const Rect all{list.seen.x, list.seen.y, std::max(list.seen.right(), list.track.right()) - list.seen.x,
                 list.seen.height};
  const bool sideways = io.KeyShift && io.MouseWheelH == 0;
  return !sideways && all.contains(io.MousePos) && ImGui::IsWindowHovered() ? -io.MouseWheel : 0;
}

}  // namespace

Rect RowScroll::List::line(RowPlace top, std::uint64_t row) const {
  return {seen.x, seen.y + static_cast<float>(row - top.row) * row_height - std::round(top.px), seen.width,
          row_height};
}

void RowScroll::stop() {
  finger_.stop();
  target_.reset();
}

RowPlace RowScroll::draw(Frame& frame, const List& list, RowPlace from) {
  if (from != last_) stop();
  RowPlace at = moved(list, from, 0);
  const std::uint64_t dragged = bar_.draw(frame, list.track, list.path, list.rows, list.visible, at.row);
  if (dragged != at.row) {
    stop();
    at = {dragged};
  }
  at = turned(frame, list, at);
  const ImVec2 by = finger_.move(frame.motion, list.seen);
  sideways_px_ = by.x;
  if (by.y != 0) {
    target_.reset();
    const RowPlace before = at;
    at = moved(list, at, -by.y);
    if (at == before) finger_.stop();
  }
  return last_ = at;
}

RowPlace RowScroll::turned(Frame& frame, const List& list, RowPlace at) {
  const float notches = notches_over(list);
  if (notches == 0) return glided(frame.motion, list, at, false);
  finger_.stop();
  if (std::abs(notches) < kLeastNotch) touchpad_until_s_ = frame.motion.now_s() + kTouchpad_s;
  if (frame.motion.now_s() < touchpad_until_s_) {
    target_.reset();
    return moved(list, at, notches * kNotch_px);
  }
  const bool begins = !target_;
  const std::int64_t rows = rows_of_wheel(notches, list.row_height, wheel_rest_);
  // Up from within a row its own top is the first step.
  const std::uint64_t base = at.px > 0 && rows < 0 ? at.row + 1 : at.row;
  target_ = step(target_.value_or(base), rows, list.rows, list.visible);
  return glided(frame.motion, list, at, begins);
}

RowPlace RowScroll::glided(Motion& motion, const List& list, RowPlace at, bool begins) {
  if (!target_) return at;
  const float left =
      static_cast<float>(static_cast<std::int64_t>(*target_ - at.row)) * list.row_height - at.px;
  if (motion.reduced() || std::abs(left) < 1) {
    at = {*target_};
    target_.reset();
    return at;
  }
  const float elapsed_s = begins ? kFirstFrame_s : motion.elapsed_s();
  motion.go_on();
  return moved(list, at, left * (1 - std::exp(-elapsed_s / kGlide_s)));
}

}  // namespace campaign_lens::view
