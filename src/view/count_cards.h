#pragma once

#include "view/frame.h"

namespace campaign_lens::view {

/// How high the six counts (seven, if anything is unrecognised) are in an area of that width.
float count_cards_height(Frame& frame, float width);

/// The counts, each with its share, its definition on hover, and its rows a click away.
void draw_count_cards(Frame& frame, const Rect& area);

}  // namespace campaign_lens::view
