#include "view/week.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "app/details.h"
#include "base/text.h"
#include "schema/filter_words.h"

namespace campaign_lens::view {
namespace {

std::optional<std::uint32_t> time_column(const Frame& frame, TableId table) {
  const messages::ReportSummary& summary = frame.state.report->summary;
  const auto submitted = app::column_of(summary, table, Role::submitted_time);
  return submitted ? submitted : app::column_of(summary, table, Role::status_time);
}

std::string counted(std::uint64_t count, TableId table) {
  const std::string_view what = table == TableId::delivery ? "message" : "click";
  return with_thousands(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

}  // namespace

void draw_week(Frame& frame, const Rect& area, TableId table, const Timing::Week& week) {
  constexpr float kDayNames = 36, kHours = 16;
  const bool messages = table == TableId::delivery;
  const ImU32 colour = messages ? frame.palette.text_secondary : frame.palette.focus;
  const std::string_view path = messages ? "insight/week/messages" : "insight/week/clicks";
  const std::optional<std::uint32_t> column = time_column(frame, table);
  std::uint64_t most = 1;
  for (const auto& day : week)
    most = std::max(most, std::ranges::max(day));
  Rect rest = area;
  rest.cut_left(kDayNames);
  const Rect hours = rest.cut_bottom(kHours);
  const float width = rest.width / 24, height = rest.height / 7;
  for (std::uint32_t day = 0; day < 7; ++day) {
    const float y = rest.y + height * static_cast<float>(day);
    frame.text.draw_in(frame.list(), {area.x, y, kDayNames, height}, Align::start,
                       frame.palette.text_tertiary, day_name(day).substr(0, 3), type::caption);
    for (std::uint32_t hour = 0; hour < 24; ++hour) {
      const std::uint64_t value = week[day][hour];
      const Rect cell{rest.x + width * static_cast<float>(hour), y, width - 2, height - 2};
      frame.list().AddRectFilled(cell.min(), cell.max(), with_alpha(frame.palette.pressed, 0.5F), 2);
      if (value == 0) continue;
      // As the eye sees it, half as many are not half as strong.
      const auto of_most = static_cast<float>(static_cast<double>(value) / static_cast<double>(most));
      frame.list().AddRectFilled(cell.min(), cell.max(),
                                 with_alpha(colour, 0.12F + 0.88F * std::sqrt(of_most)), 2);
      const std::string when = hour_of_week_in_words(24 * day + hour);
      const std::uint32_t id = node_id(path, day, hour);
      const Press press = frame.control(
          {.id = id, .rect = cell, .name = when + ": " + counted(value, table), .disabled = !column});
      if (press.hovered) {
        frame.list().AddRect(cell.min(), cell.max(), frame.palette.text, 2);
        frame.tooltip(id, cell, when, counted(value, table) + " – press to see");
      }
      if (press.clicked) {
        const condition::HourOfWeek wanted{.hour = 24 * day + hour};
        frame.emit(app::OpenRows{.table = table, .filters = {{.column = *column, .condition = wanted}}});
      }
    }
  }
  for (std::size_t hour = 0; hour < 24; hour += 6) {
    frame.text.draw_in(frame.list(), {rest.x + width * static_cast<float>(hour), hours.y, 40, hours.height},
                       Align::start, frame.palette.text_tertiary, std::to_string(hour) + ":00",
                       type::caption);
  }
}

std::string busiest_hour_in_words(const Timing::Week& week, std::string_view what) {
  std::uint64_t all = 0, most = 0;
  std::uint32_t busiest = 0;
  for (std::uint32_t hour = 0; hour < kHoursOfWeek; ++hour) {
    const std::uint64_t value = week[hour / 24][hour % 24];
    all += value;
    if (value > most) most = value, busiest = hour;
  }
  if (all == 0) return {};
  return "The busiest hour of the week: " + hour_of_week_in_words(busiest) + ", " + share(most, all) +
         " of all " + std::string(what) + ".";
}

}  // namespace campaign_lens::view
