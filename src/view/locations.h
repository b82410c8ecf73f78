#pragma once

#include <cstdint>

#include "view/frame.h"
#include "view/scrollbar.h"

namespace campaign_lens::view {

/// Clicks by location: the most clicked first, each a click away from its rows.
class Locations {
 public:
  void draw(Frame& frame, const Rect& area);

 private:
  void draw_row(Frame& frame, const Rect& row, std::size_t index);
  void scroll(Frame& frame, const Rect& list, const Rect& bar);

  std::uint64_t first_ = 0;
  float wheel_rest_ = 0;
  Scrollbar bar_{Scrollbar::Axis::vertical};
};

}  // namespace campaign_lens::view
