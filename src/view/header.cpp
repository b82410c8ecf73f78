#include "view/header.h"

#include <algorithm>

#include "base/text.h"
#include "view/progress.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kLogo = 32;
// Narrower than this, Export says what it exports on hover only.
constexpr float kRoomForDetail = 760;
// Narrower than this, the zone is only chosen where it says how the file was read.
constexpr float kRoomForZone = 812, kWidestZone = 220;
// Narrower than this, Stop takes the place of the theme, and help has none.
constexpr float kRoomForStop = 520;
constexpr float kGrowthBar = 3;
constexpr std::size_t kMostFacts = 20, kMostFactBytes = 200;

std::string rows_in_words(std::uint64_t rows, std::string_view noun) {
  return with_thousands(rows) + " " + std::string(noun) + (rows == 1 ? "" : "s");
}

// `zone`: is chosen beside them, and no fact besides. A fact is shown whole or not at all; where there is
// room for none, the value of the first one, cut.
void draw_facts(Frame& frame, Rect line, bool zone) {
  constexpr float kBetween = 20;
  const messages::ReportSummary& summary = frame.state.report->summary;
  bool any = false;
  const auto draw = [&](std::size_t i, float title_width) {
    const auto& [title, value] = summary.facts[i];
    const std::string_view shown = bounded(value, kMostFactBytes);
    const float width = title_width + frame.text.width(shown, type::body);
    if (width > line.width && title_width > 0) return;
    Rect place = line.cut_left(width);
    frame.node(node_id("header/fact", i), Mirror::Role::text, place, title + ": " + std::string(shown));
    if (title_width > 0) {
      frame.text.draw_in(frame.list(), place.cut_left(title_width), Align::start, frame.palette.text_tertiary,
                         bounded(title, kMostFactBytes), type::body);
    }
    frame.text.draw_in(frame.list(), place, Align::start, frame.palette.text_secondary, shown, type::body);
    line.cut_left(kBetween);
    any = true;
  };
  for (std::size_t i = 0; i < std::min(summary.facts.size(), kMostFacts); ++i) {
    if (zone && summary.facts[i].value == summary.stated_zone) continue;
    draw(i, frame.text.width(bounded(summary.facts[i].title, kMostFactBytes), type::body) + 6);
  }
  if (!any && !summary.facts.empty()) draw(0, 0);
}

// While the report is read, how far that is stands in the place of its facts.
void draw_name(Frame& frame, Rect area, const Rect& growth_bar, bool zone) {
  const std::string& name = frame.state.report->summary.campaign_name;
  const bool growing = frame.state.growing();
  const bool two_lines = growing || !frame.state.report->summary.facts.empty();
  Rect lines = centred(area, area.width, two_lines ? 46.F : 28.F);
  const Rect title = lines.cut_top(26);
  frame.node(node_id("header/name"), Mirror::Role::heading, title, name);
  if (frame.text.draw_in(frame.list(), title, Align::start, frame.palette.text, bounded(name, 200),
                         type::heading) &&
      title.contains(ImGui::GetIO().MousePos)) {
    frame.tooltip(node_id("header/name"), title, {}, name);
  }
  if (growing) {
    draw_growth(frame, lines, growth_bar);
  } else {
    draw_facts(frame, lines, zone);
  }
}

void draw_export_button(Frame& frame, Rect& rest) {
  const auto& views = frame.state.report->views;
  const std::uint64_t messages = views[0].answer.rows, clicks = views[1].answer.rows;
  const std::string rows = rows_in_words(messages > 0 ? messages : clicks, "row");
  Button button{.path = "header/export",
                .label = "Export",
                .icon = Icon::download,
                .kind = ButtonKind::primary,
                .disabled = frame.state.exporting.has_value()};
  if (frame.state.report && rest.width >= kRoomForDetail) button.detail = rows;
  const Rect rect =
      centred(rest.cut_right(button_width(frame, button)), button_width(frame, button), height::control);
  if (draw_button(frame, rect, button)) frame.emit(app::OpenExport{});
  if (rect.contains(ImGui::GetIO().MousePos) && ImGui::IsWindowHovered()) {
    frame.tooltip(node_id("header/export"), rect, "Export what is shown",
                  rows_in_words(messages, "message") + " and " + rows_in_words(clicks, "click") +
                      ", as filtered, sorted and arranged here; what will be in the file is shown first.");
  }
}

void draw_stop_button(Frame& frame, Rect& rest) {
  const Button stop{.path = "header/stop", .label = "Stop"};
  const float width = button_width(frame, stop);
  const Rect rect = centred(rest.cut_right(width), width, height::control);
  if (draw_button(frame, rect, stop)) frame.emit(app::StopOpen{});
  if (rect.contains(ImGui::GetIO().MousePos) && ImGui::IsWindowHovered())
    frame.tooltip(node_id("header/stop"), rect, {}, "Reads no further and keeps the rows that are there.");
}

}  // namespace

void draw_theme_button(Frame& frame, const Rect& rect) {
  const bool dark = frame.palette.dark;
  if (draw_icon_button(frame, rect, "theme", dark ? "Light theme" : "Dark theme",
                       dark ? Icon::sun : Icon::moon)) {
    frame.emit(app::SetTheme{dark ? messages::ThemeChoice::light : messages::ThemeChoice::dark});
  }
}

void draw_header(Frame& frame, const Rect& area, Help& help, ZonePicker& zone) {
  Rect rest = area;
  draw_logo(frame.list(), centred(rest.cut_left(kLogo), kLogo, kLogo).centre(), kLogo, frame.palette.primary,
            frame.palette.on_primary);
  rest.cut_left(space::m);
  draw_export_button(frame, rest);
  rest.cut_right(space::s);
  const Button open{.path = "header/open", .label = "Open"};
  const float width = button_width(frame, open);
  if (draw_button(frame, centred(rest.cut_right(width), width, height::control), open))
    frame.emit(app::ChooseFiles{});
  rest.cut_right(space::xs);
  if (area.width >= kRoomForStop) {
    const Rect rect = centred(rest.cut_right(height::control), height::control, height::control);
    if (draw_icon_button(frame, rect, "header/help", "Help", Icon::help)) help.open();
    rest.cut_right(space::xs);
  }
  const bool growing = frame.state.growing();
  if (!growing || area.width >= kRoomForStop) {
    draw_theme_button(frame, centred(rest.cut_right(height::control), height::control, height::control));
    rest.cut_right(space::xs);
  }
  if (growing) draw_stop_button(frame, rest);
  const bool room_for_zone = !growing && area.width >= kRoomForZone;
  if (room_for_zone) {
    const float zone_width = std::min(kWidestZone, zone.width(frame, Icon::clock));
    zone.draw(frame, centred(rest.cut_right(zone_width), zone_width, height::control), Icon::clock);
  }
  rest.cut_right(space::s);
  draw_name(frame, rest, {area.x, area.bottom() - 2 * kGrowthBar, area.width, kGrowthBar}, room_for_zone);
}

}  // namespace campaign_lens::view
