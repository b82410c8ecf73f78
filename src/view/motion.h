#pragma once

#include <cstdint>
#include <unordered_map>

namespace campaign_lens::view {

/// Short fades between two states of a control, and the wait before a tooltip. Knows whether anything still
/// moves, so that a page on which nothing does draws no further frame.
class Motion {
 public:
  /// `reduced`: the person asked the system for less motion; fades are then over at once.
  void begin_frame(double now_s, bool reduced);

  /// Where the control `id` is between off (0) and on (1).
  float fade(std::uint32_t id, bool on);

  /// True once the mouse has rested over `id` for as long as a tooltip waits. Call while it is hovered.
  bool rested_over(std::uint32_t id);

  /// Something else moves, and wants the next frame.
  void go_on() { moving_ = true; }
  /// Whether the next frame would differ from this one.
  bool moving() const { return moving_; }

  double now_s() const { return now_s_; }
  /// Since the frame before; after a pause, as long as a frame may take.
  float elapsed_s() const { return elapsed_s_; }
  bool reduced() const { return reduced_; }

 private:
  std::unordered_map<std::uint32_t, float> values_;  // those that are not 0
  double now_s_ = 0;
  float elapsed_s_ = 0, step_ = 1;
  bool reduced_ = false;
  bool moving_ = false;
  std::uint32_t hovered_ = 0;
  double hovered_since_s_ = 0;
  bool hovered_this_frame_ = false;
};

}  // namespace campaign_lens::view
