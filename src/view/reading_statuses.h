#pragma once

#include "view/frame.h"

namespace campaign_lens::view {

/// The statuses that belong to no family by themselves; what each means can be chosen. Height 0: there are
/// none.
float statuses_card_height(const Frame& frame);
void draw_statuses_card(Frame& frame, const Rect& card);

}  // namespace campaign_lens::view
