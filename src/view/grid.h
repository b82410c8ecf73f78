#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "view/frame.h"
#include "view/scrollbar.h"

namespace campaign_lens::view {

/// A table of the report: header, visible rows, scrollbars. Draws what AppState has of it and asks for the
/// rest by ScrollTo.
class Grid {
 public:
  explicit Grid(TableId table) : table_(table) {}

  void draw(Frame& frame, const Rect& area);

 private:
  struct Place;  // where the parts are in this frame

  void measure(Frame& frame);
  Place place(Rect inside);
  float right_of(const Place& place, std::size_t column) const;
  void draw_header(Frame& frame, const Place& place);
  void draw_resize_handle(Frame& frame, const Place& place, std::size_t column);
  void draw_body(Frame& frame, Place& place);
  void draw_row(Frame& frame, const Place& place, std::uint64_t row, float y);
  void draw_rows_missing(Frame& frame, const Place& place);
  std::uint64_t scrolled(Frame& frame, const Place& place);
  std::uint64_t keyed(const Place& place, std::uint64_t first);
  void scroll_sideways(const Place& place, float by);

  const app::AppState::View& view(const Frame& frame) const;
  const std::vector<ColumnInfo>& columns(const Frame& frame) const;

  TableId table_;
  std::vector<ColumnInfo> measured_;  // the columns for which widths_ stands
  std::size_t measured_filled_ = 0;   // of so many of them with their contents
  std::vector<float> wanted_;
  std::vector<bool> flexible_;      // takes part of what is left over
  std::vector<float> widths_;       // as laid out in this frame
  std::vector<float> right_edges_;  // likewise: of the columns, from the first one's left edge
  std::uint64_t first_pixel_ = 0;   // scrolled sideways
  float wheel_rest_ = 0;
  Scrollbar rows_bar_{Scrollbar::Axis::vertical};
  Scrollbar columns_bar_{Scrollbar::Axis::horizontal};
};

}  // namespace campaign_lens::view
