#include "view/grid_keys.h"

#include <algorithm>

namespace campaign_lens::view {

app::CellRange stepped(app::CellRange range, CellStep step, bool extend, const GridExtent& extent) {
  const std::uint64_t last_row = extent.rows - 1;
  const std::uint32_t last_column = extent.columns - 1;
  std::uint64_t& row = range.row;
  std::uint32_t& column = range.column;
  row = std::min(row, last_row);
  column = std::min(column, last_column);
  switch (step) {
    case CellStep::up:
      row -= row > 0 ? 1 : 0;
      break;
    case CellStep::down:
      row += row < last_row ? 1 : 0;
      break;
    case CellStep::left:
      column -= column > 0 ? 1 : 0;
      break;
    case CellStep::right:
      column += column < last_column ? 1 : 0;
      break;
    case CellStep::page_up:
      row -= std::min<std::uint64_t>(row, extent.page);
      break;
    case CellStep::page_down:
      row += std::min<std::uint64_t>(last_row - row, extent.page);
      break;
    case CellStep::first_row:
      row = 0;
      break;
    case CellStep::last_row:
      row = last_row;
      break;
    case CellStep::first_column:
      column = 0;
      break;
    case CellStep::last_column:
      column = last_column;
      break;
    case CellStep::first_cell:
      row = 0;
      column = 0;
      break;
    case CellStep::last_cell:
      row = last_row;
      column = last_column;
      break;
  }
  if (!extend) range.from_row = row, range.from_column = column;
  return range;
}

}  // namespace campaign_lens::view
