#pragma once

#include <cstdint>

#include "app/state.h"

namespace campaign_lens::view {

/// Where a key moves the cell that the keyboard is at.
enum class CellStep : std::uint8_t {
  up,
  down,
  left,
  right,
  page_up,
  page_down,
  first_row,
  last_row,
  first_column,
  last_column,
  first_cell,
  last_cell,
};

/// The extent of a grid, none of it 0: rows and columns that there are, rows in a page.
struct GridExtent {
  std::uint64_t rows = 1;
  std::uint32_t columns = 1;
  std::uint32_t page = 1;
};

/// The selection after a step, held at the edges: of that cell alone, or from where it began to it.
app::CellRange stepped(app::CellRange range, CellStep step, bool extend, const GridExtent& extent);

}  // namespace campaign_lens::view
