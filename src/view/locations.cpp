#include "view/locations.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/details.h"
#include "app/filters.h"
#include "base/text.h"
#include "view/grid_layout.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kRow = 56;
constexpr float kClicks = 64, kShare = 64, kRecipients = 80;
constexpr float kBar = 4, kLeftOff = 32;

using Location = messages::ReportSummary::Location;

std::string_view name_of(const Location& location) {
  return location.location.empty() ? std::string_view("No location") : std::string_view(location.location);
}

struct Figures {
  std::string_view clicks, share, recipients;
};

void draw_figures(Frame& frame, Rect& rest, const Figures& figures, ImU32 ink, ImU32 quieter, Font font) {
  const auto draw = [&](float width, ImU32 colour, std::string_view figure) {
    frame.text.draw_in(frame.list(), rest.cut_right(width), Align::end, colour, figure, font);
  };
  draw(kRecipients, quieter, figures.recipients);
  draw(kShare, quieter, figures.share);
  draw(kClicks, ink, figures.clicks);
}

// "2026-03-01 09:00:00 – 11:30:00": of one day the date once, of one moment all once.
std::string moments(const Location& location) {
  constexpr std::size_t kDate = std::string_view("2026-03-01 ").size();
  const std::string_view first = location.first_text, last = location.last_text;
  if (location.first == kNoTime || first == last) return location.first_text;
  const bool one_day = first.substr(0, kDate) == last.substr(0, kDate);
  return location.first_text + " – " +
         std::string(one_day ? last.substr(std::min(kDate, last.size())) : last);
}

std::string spellings(const Location& location) {
  constexpr std::size_t kMost = 8, kMostBytes = 80;
  std::string list(bounded(location.location, kMostBytes));
  for (std::size_t i = 0; i < std::min(kMost, location.also_written.size()); ++i)
    list += "\n" + std::string(bounded(location.also_written[i], kMostBytes));
  if (location.also_written.size() > kMost)
    list += "\nand " + with_thousands(location.also_written.size() - kMost) + " more";
  return list;
}

void draw_chip(Frame& frame, const Rect& chip, std::string_view label, bool lit) {
  const Palette& palette = frame.palette;
  frame.list().AddRectFilled(chip.min(), chip.max(), lit ? palette.focus_tint : palette.surface,
                             chip.height / 2);
  frame.list().AddRect(chip.min(), chip.max(), lit ? palette.focus : palette.border, chip.height / 2);
  frame.text.draw_in(frame.list(), chip, Align::centre, lit ? palette.text : palette.text_secondary, label,
                     type::caption_strong);
}

}  // namespace

void Locations::draw(Frame& frame, const Rect& area) {
  draw_card(frame, area);
  frame.node(node_id("locations"), Mirror::Role::group, area, "Clicks by location");
  Rect rest = area.inset(space::hair);
  const Rect strip = rest.cut_top(height::grid_header);
  frame.list().AddRectFilled(strip.min(), strip.max(), frame.palette.sunken, radius::card - 1,
                             ImDrawFlags_RoundCornersTop);
  draw_hairline(frame, strip);
  Rect titles = Rect{strip.x, strip.y, strip.width - height::scrollbar, strip.height}.inset(space::l, 0);
  draw_figures(frame, titles, {.clicks = "Clicks", .share = "Share", .recipients = "Recipients"},
               frame.palette.text_secondary, frame.palette.text_secondary, type::caption_strong);
  frame.text.draw_in(frame.list(), titles, Align::start, frame.palette.text_secondary, "Location",
                     type::caption_strong);

  const messages::ReportSummary& summary = frame.state.report->summary;
  const std::vector<Location>& locations = summary.locations;
  if (locations.empty()) {
    draw_empty_state(frame, rest, "locations/empty", "No locations",
                     "No click in this report says where it came from.", {});
    return;
  }
  if (summary.locations_left_off > 0) {
    const Rect line = rest.cut_bottom(kLeftOff).inset(space::l, 0);
    const std::string words =
        "and " + with_thousands(summary.locations_left_off) + " more, each clicked less often";
    frame.node(node_id("locations/left_off"), Mirror::Role::text, line, words, node_id("locations"));
    frame.text.draw_in(frame.list(), line, Align::start, frame.palette.text_secondary, words, type::caption);
  }
  const Rect bar = rest.cut_right(height::scrollbar);
  const RowScroll::List list{.seen = rest,
                             .track = bar,
                             .path = "locations/rows",
                             .row_height = kRow,
                             .rows = locations.size(),
                             .visible = whole_rows(rest.height, kRow)};
  at_ = scroll_.draw(frame, list, at_);
  ImGui::PushClipRect(rest.min(), rest.max(), true);
  for (std::uint64_t row = at_.row; row < list.end(at_); ++row)
    draw_row(frame, list.line(at_, row), static_cast<std::size_t>(row));
  ImGui::PopClipRect();
}

// What else is probably the same place is suggested, never counted together by itself.
Press Locations::suggest_spellings(Frame& frame, const Rect& rect, std::size_t index, bool chosen) {
  const Location& location = frame.state.report->summary.locations[index];
  const std::uint32_t id = node_id("location/spellings", index);
  const std::string clicks = with_thousands(location.clicks_of_all);
  const Press press = frame.control({.id = id,
                                     .rect = rect,
                                     .name = "All " + with_thousands(location.also_written.size() + 1) +
                                             " spellings of " + location.location + ", " + clicks + " clicks",
                                     .pressed = chosen,
                                     .parent = node_id("locations")});
  if (press.hovered)
    frame.tooltip(id, rect, "Probably one place, " + clicks + " clicks together", spellings(location));
  return press;
}

void Locations::draw_row(Frame& frame, const Rect& row, std::size_t index) {
  const messages::ReportSummary& summary = frame.state.report->summary;
  const Location& location = summary.locations[index];
  const std::optional<std::uint32_t> column = app::column_of(summary, TableId::clicks, Role::location);
  const ColumnFilter* const filter =
      column ? app::find_filter(frame.state.report->views[1].wanted, *column, app::FilterKind::values)
             : nullptr;
  const auto choose_only = [&](std::vector<std::string> values) {
    ColumnFilter wanted = app::only_values(*column, std::move(values));
    if (filter != nullptr && *filter == wanted)
      return frame.emit(app::RemoveFilter{TableId::clicks, *column, app::FilterKind::values});
    frame.emit(app::SetFilter{TableId::clicks, std::move(wanted)});
  };

  Rect rest = row.inset(space::l, space::xs);
  Rect figures = rest.cut_top(22), words = rest.cut_top(16);
  const std::uint32_t id = node_id("location", index);

  const bool spelled = !location.also_written.empty() && column;
  const std::string label = with_thousands(location.also_written.size() + 1) + " spellings";
  const Rect chip =
      spelled ? words.cut_right(frame.text.width(label, type::caption_strong) + 2 * space::s) : Rect{};
  bool all_chosen = false;
  Press spelling;
  if (spelled) {
    std::vector<std::string> all_spellings = location.also_written;
    all_spellings.insert(all_spellings.begin(), location.location);
    all_chosen = filter != nullptr && *filter == app::only_values(*column, all_spellings);
    spelling = suggest_spellings(frame, chip, index, all_chosen);
    if (spelling.clicked) choose_only(std::move(all_spellings));
  }

  // Of spellings that are chosen together each is shown as chosen.
  const bool chosen =
      filter != nullptr && !filter->negated &&
      (location.location.empty() ? app::is_blank_ticked(filter) : app::is_ticked(filter, location.location));
  const std::uint64_t all = summary.rows[static_cast<std::size_t>(TableId::clicks)];
  const std::string clicks = with_thousands(location.clicks), part = share(location.clicks, all),
                    people = with_thousands(location.recipients), when = moments(location);
  const Press press = frame.control({.id = id,
                                     .rect = row,
                                     .name = std::string(name_of(location)) + " " + clicks + " clicks, " +
                                             part + ", by " + people + " recipients",
                                     .value = when,
                                     .pressed = chosen,
                                     .disabled = !column,
                                     .parent = node_id("locations")});
  if (press.clicked) choose_only({location.location});
  if (press.hovered && !spelling.hovered) {  // both are under the mouse
    frame.tooltip(
        id, row, name_of(location),
        clicks + " clicks, " + part + " of " + with_thousands(all) +
            (when.empty() ? ""
                          : "\nFirst click " + location.first_text + "\nLast click " + location.last_text));
  }

  ImDrawList& list = frame.list();
  const Palette& palette = frame.palette;
  if (const float lit = frame.motion.fade(id, press.hovered || chosen); lit > 0)
    list.AddRectFilled(row.min(), row.max(), with_alpha(chosen ? palette.focus_tint : palette.hover, lit));
  draw_hairline(frame, row);
  draw_figures(frame, figures, {.clicks = clicks, .share = part, .recipients = people}, palette.text,
               palette.text_secondary, type::body);
  frame.text.draw_in(list, figures, Align::start, palette.text, name_of(location), type::body);
  if (spelled) draw_chip(frame, chip, label, spelling.hovered || all_chosen);
  frame.text.draw_in(list, words, Align::start, palette.text_tertiary, when, type::caption);
  const std::uint64_t most = std::max<std::uint64_t>(1, summary.locations.front().clicks);
  const double length = std::min(1.0, static_cast<double>(location.clicks) / static_cast<double>(most));
  const Rect bar{rest.x, row.bottom() - kBar - space::xs - 1,
                 std::max(3.F, rest.width * static_cast<float>(length)), kBar};
  list.AddRectFilled(bar.min(), bar.max(),
                     with_alpha(palette.submitted.mark, location.location.empty() ? 0.4F : 1.F), kBar / 2);
}

}  // namespace campaign_lens::view
