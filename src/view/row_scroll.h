#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "view/finger.h"
#include "view/frame.h"
#include "view/grid_layout.h"
#include "view/scrollbar.h"

namespace campaign_lens::view {

/// Scrolls a list of equal rows: by its bar, the wheel and a finger. A notch of a wheel goes on by whole
/// rows, which glide to their place; a touchpad and a finger move pixels.
class RowScroll {
 public:
  struct List {
    Rect seen, track;  ///< the bar's track is beside what is seen
    std::string_view path = {};
    float row_height = 0;
    std::uint64_t rows = 0;
    std::uint32_t visible = 1;  ///< whole rows

    /// Where a row is drawn while the list stands at `top`; of those that are seen, also in part, the last
    /// one is before end().
    Rect line(RowPlace top, std::uint64_t row) const;
    std::uint64_t end(RowPlace top) const { return std::min(rows, top.row + visible + 2); }
  };

  /// Draws the bar. Gives where the list stands in this frame, after it stood at `from`; wherever else it was
  /// brought since the last frame, there it stays.
  RowPlace draw(Frame& frame, const List& list, RowPlace from);
  /// Whether the finger that is down has stopped the rows: then it presses none of them.
  bool caught() const { return finger_.caught(); }
  /// The pixels by which the finger moves what is seen sideways in this frame: to the right.
  float sideways_px() const { return sideways_px_; }
  /// Nothing goes on moving, as what moves has come to an end.
  void stop();

 private:
  RowPlace turned(Frame& frame, const List& list, RowPlace at);
  RowPlace glided(Motion& motion, const List& list, RowPlace at, bool begins);

  Scrollbar bar_{Scrollbar::Axis::vertical};
  Finger finger_;
  RowPlace last_;                        // what draw() gave
  std::optional<std::uint64_t> target_;  // of the wheel
  float wheel_rest_ = 0, sideways_px_ = 0;
  double touchpad_until_s_ = 0;
};

}  // namespace campaign_lens::view
