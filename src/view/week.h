#pragma once

#include <string>
#include <string_view>

#include "schema/insight.h"
#include "view/frame.h"

namespace campaign_lens::view {

inline constexpr float kWeekHeight = 7 * 16 + 16;

/// Hours of the day by days of the week, the more rows the stronger. One that is pressed opens its rows.
void draw_week(Frame& frame, const Rect& area, TableId table, const Timing::Week& week);

/// "The busiest hour of the week: Monday 9:00–10:00, 12% of all clicks."; empty where there are no rows.
std::string busiest_hour_in_words(const Timing::Week& week, std::string_view what);

}  // namespace campaign_lens::view
