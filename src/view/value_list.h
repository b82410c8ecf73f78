#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "view/filtered_column.h"
#include "view/frame.h"
#include "view/row_scroll.h"

namespace campaign_lens::view {

/// The checklist in a column's menu: its values with their counts, the blank ones first, and what ticks many
/// at once. Draws what AppState has of the values and asks for the rest by ShowValues.
class ValueList {
 public:
  static constexpr float kRow = 28;

  /// `search`: the values that are listed have it in them.
  void draw_shortcuts(Frame& frame, const FilteredColumn& of, std::string_view search, const Rect& strip);
  /// `listed`: how many lines there is room for.
  void draw(Frame& frame, const FilteredColumn& of, Rect area, std::uint32_t listed);
  /// Asks for the values around those that are seen, unless they are there or on their way.
  void ask(Frame& frame, const FilteredColumn& of, std::string_view search) const;
  /// None as long as they are being counted.
  static std::uint64_t lines(const Frame& frame, const FilteredColumn& of);

  /// From the first line again, as others are listed.
  void to_top();
  /// Ticks the line that the keyboard is at, or takes its tick; false: it is at none.
  bool toggle_cursor(Frame& frame, const FilteredColumn& of);

 private:
  struct Line {
    bool blank = false;
    bool arrived = true;
    std::string text = {};
    std::uint64_t rows = 0;
  };

  static Line line_at(const Frame& frame, const FilteredColumn& of, std::uint64_t index);
  void draw_line(Frame& frame, const FilteredColumn& of, const Rect& row, std::uint64_t index,
                 const Line& line);
  void toggle(Frame& frame, const FilteredColumn& of, const Line& line);
  void move_cursor(std::uint64_t lines, std::uint32_t listed);

  RowPlace top_;
  RowScroll scroll_;
  bool none_ = false;  // nothing is ticked: a filter for that would leave no rows
  std::optional<std::uint64_t> cursor_;
};

}  // namespace campaign_lens::view
