#pragma once

#include "view/frame.h"
#include "view/help.h"
#include "view/zone_picker.h"

namespace campaign_lens::view {

/// The campaign's name and facts, and what can be done with the report: open another, export, the zone of its
/// times; and help.
void draw_header(Frame& frame, const Rect& area, Help& help, ZonePicker& zone);

/// The one control that the landing has, too.
void draw_theme_button(Frame& frame, const Rect& rect);

}  // namespace campaign_lens::view
