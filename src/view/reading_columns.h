#pragma once

#include "view/frame.h"

namespace campaign_lens::view {

/// What each column of a table was read as, how much of it is filled, an example; its role can be chosen.
/// Height 0: there is no such table.
float columns_card_height(const Frame& frame, TableId table, float width);
void draw_columns_card(Frame& frame, TableId table, const Rect& card);

}  // namespace campaign_lens::view
