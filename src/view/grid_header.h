#pragma once

#include <cstdint>
#include <optional>

#include "view/column_menu.h"
#include "view/frame.h"
#include "view/grid_columns.h"

namespace campaign_lens::view {

/// The titles of a grid's columns: sorts, opens the menus, changes widths and the order.
class GridHeader {
 public:
  explicit GridHeader(TableId table) : table_(table), menu_(table) {}

  /// `parent` is the mirror's node of the grid.
  void draw(Frame& frame, const Rect& strip, const GridColumns& columns, std::uint32_t parent);
  /// Behind everything else of the grid.
  void draw_menu(Frame& frame, const GridColumns& columns);
  void open_menu(std::uint32_t column, const Rect& anchor) { menu_.open(column, anchor); }

 private:
  void draw_cell(Frame& frame, const Rect& cell, const GridColumns& columns, std::size_t place,
                 std::uint32_t row_id);
  void draw_menu_button(Frame& frame, const Rect& rect, std::uint32_t column, bool shown,
                        std::uint32_t parent, const Rect& cell);
  void draw_handle(Frame& frame, const Rect& strip, const GridColumns& columns, std::size_t place) const;
  void draw_drag(Frame& frame, const Rect& strip, const GridColumns& columns);
  const ColumnInfo& info(const Frame& frame, std::uint32_t column) const;
  const app::AppState::View& view(const Frame& frame) const;

  TableId table_;
  ColumnMenu menu_;
  std::optional<std::uint32_t> dragged_;  // the column that is carried to another place
};

}  // namespace campaign_lens::view
