#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "view/find_bar.h"
#include "view/frame.h"
#include "view/go_to_row.h"
#include "view/grid_columns.h"
#include "view/grid_header.h"
#include "view/grid_keys.h"
#include "view/row_scroll.h"
#include "view/scrollbar.h"

namespace campaign_lens::view {

/// A table of the report: header, visible rows, scrollbars. Draws what AppState has of it and asks for the
/// rest by ScrollTo.
class Grid {
 public:
  explicit Grid(TableId table) : table_(table), columns_(table), header_(table), find_bar_(table) {}

  void draw(Frame& frame, const Rect& area);
  /// The next draw opens the column's menu.
  void open_menu(std::uint32_t column, const Rect& anchor) { header_.open_menu(column, anchor); }
  /// The next draw opens the field for the text, or for the row's number.
  void find() { find_bar_.open(); }
  void go_to_row() { go_to_row_.open(); }

 private:
  struct Place;  // where the parts are in this frame
  /// A cell by its place on screen.
  struct Cell {
    std::uint64_t row = 0;
    std::uint32_t column = 0;
    bool whole_row = false;  ///< the row's number
  };

  Place place(Frame& frame, Rect inside);
  void draw_header(Frame& frame, const Place& place);
  void draw_find_bar(Frame& frame, const Place& place);
  void draw_go_to_row(Frame& frame, const Place& place);
  Press touch_rows(Frame& frame, Place& place) const;
  void draw_body(Frame& frame, const Place& place, const Press& press);
  void draw_row(Frame& frame, const Place& place, std::uint64_t row, const Rect& line);
  void draw_cells(Frame& frame, const Place& place, std::uint64_t row, const Rect& line, std::size_t begin,
                  std::size_t end);
  void draw_number(Frame& frame, const Place& place, std::uint64_t row, const Rect& line) const;
  void draw_selection(Frame& frame, const Place& place, RowPlace top) const;
  void draw_rows_missing(Frame& frame, const Place& place);

  RowPlace scrolled(Frame& frame, const Place& place);
  void scroll_sideways(const Place& place);
  RowPlace keyed(Frame& frame, const Place& place, RowPlace top);
  void move_cell(Frame& frame, const Place& place, CellStep step, RowPlace& top);
  RowPlace select_by_mouse(Frame& frame, const Place& place, const Press& press, RowPlace top);
  RowPlace past_the_edge(Frame& frame, const Place& place, RowPlace top) const;
  void select_by_finger(Frame& frame, const Place& place, const Press& press, RowPlace top) const;
  std::optional<Cell> cell_at(const Place& place, ImVec2 point, RowPlace top) const;

  const app::AppState::View& view(const Frame& frame) const;
  const std::vector<ColumnInfo>& columns(const Frame& frame) const;

  TableId table_;
  GridColumns columns_;
  GridHeader header_;
  GoToRow go_to_row_;
  FindBar find_bar_;
  std::uint32_t revealed_ = 0;  // the answer whose cell was brought into view last
  bool selecting_ = false;      // by dragging the mouse
  RowScroll rows_scroll_;
  Scrollbar columns_bar_{Scrollbar::Axis::horizontal};
};

}  // namespace campaign_lens::view
