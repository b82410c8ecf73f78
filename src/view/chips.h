#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "view/frame.h"

namespace campaign_lens::view {

/// The filters of a table in words: "Status is Failed; Any column contains \"absent\"". Empty: there are
/// none.
std::string filters_in_words(const Frame& frame, TableId table);

/// How high the filters of a table in words are in an area of that width; 0: there are none.
float chips_height(Frame& frame, TableId table, float width);

/// A filter that was pressed, to be changed.
struct PressedChip {
  std::uint32_t column = 0;
  Rect rect;
};

/// Each filter in words, with a button that takes it away; behind them one for all.
std::optional<PressedChip> draw_chips(Frame& frame, TableId table, const Rect& area);

}  // namespace campaign_lens::view
