#pragma once

#include "view/frame.h"
#include "view/zone_picker.h"

namespace campaign_lens::view {

/// What was read: the file, the rows of each table, and the zone of times without an offset, which can be
/// chosen.
float file_card_height(float width);
void draw_file_card(Frame& frame, ZonePicker& zone, const Rect& card);

}  // namespace campaign_lens::view
