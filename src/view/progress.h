#pragma once

#include <string>

#include "view/frame.h"

namespace campaign_lens::view {

/// The height of what draw_opening and draw_exporting fill.
inline constexpr float kProgressCard = 128;

/// The content of a card: a report is being read, how far, how fast, Cancel.
void draw_opening(Frame& frame, const Rect& card);
/// The same of a report that is shown and grows: one line of words and a thin bar.
void draw_growth(Frame& frame, const Rect& line, const Rect& bar);

/// Likewise: a workbook is being written.
void draw_exporting(Frame& frame, const Rect& card);

/// How much of the report has been read, and how many rows came of it: "1.5 MB of 60.0 MB  ·  5,000 rows".
std::string amount_in_words(const app::AppState::Opening& opening);

/// The cards that float over an open report while another is read or its workbook is written, lowest first.
void draw_floating_progress(Frame& frame, const Rect& page);

}  // namespace campaign_lens::view
