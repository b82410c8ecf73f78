#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "schema/insight.h"
#include "view/charts.h"
#include "view/frame.h"

namespace campaign_lens::view {

/// Ranges of time that are being chosen with the mouse.
struct TimeBrushes {
  std::optional<Brush> messages, clicks;
};

/// How high draw_over_time() is; 0 where there is no time to show.
float over_time_height(const Timing& timing);

/// How many messages and clicks there are at each step of time. A range that is dragged over opens its rows.
void draw_over_time(Frame& frame, Rect area, const Timing& timing, TimeBrushes& brushes);

/// A step of the wall clock: "2026-03-01 09:00 – 10:00".
std::string step_in_words(const Timing& timing, std::size_t step);

}  // namespace campaign_lens::view
