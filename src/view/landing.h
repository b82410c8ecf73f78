#pragma once

#include "view/frame.h"

namespace campaign_lens::view {

/// What is seen before any report is open: what this is, where to drop, what happens to the data.
void draw_landing(Frame& frame, const Rect& area);

/// The same place while the first report is read.
void draw_first_opening(Frame& frame, const Rect& area);

/// Laid over everything while a file is dragged over the page.
void draw_drop_overlay(Frame& frame, const Rect& page);

}  // namespace campaign_lens::view
