#pragma once

#include "view/frame.h"

namespace campaign_lens::view {

// How the values of a column are drawn.

/// Amounts are read from the right, everything else from where reading begins.
Align align_of(const ColumnInfo& column);

/// Of what a column's cells and title want between them, within limits.
float wanted_width(Frame& frame, const ColumnInfo& column, std::size_t index,
                   const messages::WindowAnswer& window);

/// Whether wider is better: of texts that people write.
bool flexible(const ColumnInfo& column);

/// Returns whether the value was cut.
bool draw_cell(Frame& frame, const Rect& cell, const ColumnInfo& column, const messages::WindowCell& value,
               StatusFamily family);

/// The place of a value that has not arrived yet.
void draw_skeleton(Frame& frame, const Rect& cell, std::uint64_t row, std::size_t column);

}  // namespace campaign_lens::view
