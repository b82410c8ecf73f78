#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "app/columns.h"
#include "view/frame.h"

namespace campaign_lens::view {

/// A column where it stands in this frame.
struct GridColumn {
  std::uint32_t index = 0;  ///< in the table
  float x = 0, width = 0;
  bool pinned = false;

  float right() const { return x + width; }
};

/// The columns of a table on screen: their order, widths and how far they are scrolled sideways.
class GridColumns {
 public:
  explicit GridColumns(TableId table) : table_(table) {}

  /// Places them for this frame between the left and the right edge of `room`.
  void lay_out(Frame& frame, const Rect& room);

  std::span<const GridColumn> placed() const { return placed_; }
  std::size_t pinned() const { return pinned_; }
  /// The parts of a line in which the pinned columns are, and the others.
  Rect pinned_part(const Rect& line) const;
  Rect loose_part(const Rect& line) const;
  /// Whether they are wider than their room.
  bool overflow() const { return loose_width_ > room_.width - pinned_width_ + 0.5F; }
  float loose_width() const { return loose_width_; }
  std::uint64_t first_pixel() const { return first_pixel_; }

  void scroll_to(std::uint64_t first_pixel);
  void scroll_by(float pixels);
  /// So far that a column on screen is seen whole, counted from the left.
  void reveal(std::size_t place);

  /// How wide its contents are, within limits.
  float fitting(std::uint32_t column) const { return column < wanted_.size() ? wanted_[column] : 0; }

 private:
  void measure(Frame& frame);
  void put_in_place();

  TableId table_;
  std::vector<ColumnInfo> measured_;  // the columns for which wanted_ stands
  std::size_t measured_filled_ = 0;   // of so many of them with their contents
  std::vector<float> wanted_;         // by index in the table
  Rect room_;
  std::vector<GridColumn> placed_;
  std::vector<float> edges_;  // of placed_: from the left edge of the first one, before scrolling
  std::size_t pinned_ = 0;
  float pinned_width_ = 0, loose_width_ = 0;
  std::uint64_t first_pixel_ = 0;  // scrolled sideways
};

/// How many columns the window has: fewer than the table if it was asked for before the last ones appeared,
/// none if it is damaged and would be read past its end.
std::size_t columns_in(const messages::WindowAnswer& window, std::size_t columns);

}  // namespace campaign_lens::view
