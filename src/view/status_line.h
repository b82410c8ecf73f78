#pragma once

#include "view/frame.h"

namespace campaign_lens::view {

/// The foot of the page: what is shown of what, how long it took, the zone of the times; and what leads to
/// the tab that says how the file was read.
void draw_status_line(Frame& frame, const Rect& area);

}  // namespace campaign_lens::view
