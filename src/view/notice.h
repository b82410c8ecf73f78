#pragma once

#include "view/frame.h"

namespace campaign_lens::view {

/// What went wrong, where, or what was done; until it is dismissed. Height 0 if there is nothing to say.
float notice_height(Frame& frame, float width);
void draw_notice(Frame& frame, const Rect& area);

}  // namespace campaign_lens::view
