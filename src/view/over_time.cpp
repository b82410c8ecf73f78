#include "view/over_time.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "app/details.h"
#include "view/values.h"

namespace campaign_lens::view {
namespace {

constexpr float kColumns = 84, kAxis = 22;

bool has_any(const std::vector<std::uint64_t>& counts) {
  return std::ranges::any_of(counts, [](std::uint64_t count) { return count > 0; });
}

void draw_chart(Frame& frame, Rect area, const Timing& timing, TableId table, std::optional<Brush>& brush) {
  const bool messages = table == TableId::delivery;
  frame.text.draw_in(frame.list(), area.cut_top(kAxis), Align::start, frame.palette.text_tertiary,
                     messages ? "Messages" : "Clicks", type::caption);
  const messages::ReportSummary& summary = frame.state.report->summary;
  std::optional<std::uint32_t> column;
  if (messages) column = app::column_of(summary, table, Role::submitted_time);
  if (!column) column = app::column_of(summary, table, Role::status_time);
  const auto range =
      draw_columns(frame, area,
                   {.path = messages ? "insight/time/messages" : "insight/time/clicks",
                    .what = messages ? "messages" : "clicks",
                    .values = messages ? timing.messages : timing.clicks,
                    .colour = messages ? frame.palette.text_secondary : frame.palette.focus,
                    .name = [&timing](std::size_t step) { return step_in_words(timing, step); },
                    .pressable = column.has_value()},
                   brush);
  if (!range) return;
  const auto at = [&](std::size_t step) {
    return frame.zone.to_utc(timing.first + static_cast<TimeUs>(step) * timing.step_us);
  };
  const condition::Times times{.from = at(range->first()), .until = at(range->last() + 1)};
  frame.emit(app::OpenRows{.table = table, .filters = {{.column = *column, .condition = times}}});
}

void draw_axis(Frame& frame, const Rect& area, const Timing& timing) {
  const TimeUs end = timing.first + static_cast<TimeUs>(timing.messages.size()) * timing.step_us;
  frame.text.draw_in(frame.list(), area, Align::start, frame.palette.text_tertiary,
                     time_in_words(timing.first, TimeZone()), type::caption);
  frame.text.draw_in(frame.list(), area, Align::end, frame.palette.text_tertiary,
                     time_in_words(end, TimeZone()), type::caption);
}

}  // namespace

float over_time_height(const Timing& timing) {
  const int charts = (has_any(timing.messages) ? 1 : 0) + (has_any(timing.clicks) ? 1 : 0);
  return charts == 0 ? 0 : static_cast<float>(charts) * (kAxis + kColumns) + kAxis;
}

void draw_over_time(Frame& frame, Rect area, const Timing& timing, TimeBrushes& brushes) {
  if (has_any(timing.messages))
    draw_chart(frame, area.cut_top(kAxis + kColumns), timing, TableId::delivery, brushes.messages);
  if (has_any(timing.clicks))
    draw_chart(frame, area.cut_top(kAxis + kColumns), timing, TableId::clicks, brushes.clicks);
  draw_axis(frame, area, timing);
}

std::string step_in_words(const Timing& timing, std::size_t step) {
  const TimeUs begin = timing.first + static_cast<TimeUs>(step) * timing.step_us;
  constexpr TimeUs kDay_us = 86'400'000'000;
  const std::string from = time_in_words(begin, TimeZone());
  const std::string date = from.substr(0, 10);
  if (timing.step_us % kDay_us == 0 && timing.step_us > 0)
    return timing.step_us == kDay_us
               ? date
               : date + " – " + time_in_words(begin + timing.step_us - kDay_us, TimeZone()).substr(0, 10);
  const std::string until = time_in_words(begin + timing.step_us, TimeZone());
  return from + " – " + (until.starts_with(date) ? until.substr(11) : until);
}

}  // namespace campaign_lens::view
