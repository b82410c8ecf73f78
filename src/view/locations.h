#pragma once

#include <cstddef>

#include "view/frame.h"
#include "view/row_scroll.h"

namespace campaign_lens::view {

/// Clicks by location: the most clicked first, each a click away from its rows.
class Locations {
 public:
  void draw(Frame& frame, const Rect& area);

 private:
  Press suggest_spellings(Frame& frame, const Rect& rect, std::size_t index, bool chosen);
  void draw_row(Frame& frame, const Rect& row, std::size_t index);

  RowPlace at_;
  RowScroll scroll_;
};

}  // namespace campaign_lens::view
