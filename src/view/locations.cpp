#include "view/locations.h"

#include <algorithm>
#include <optional>
#include <string>

#include "app/details.h"
#include "app/filters.h"
#include "base/text.h"
#include "view/grid_layout.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kRow = 44;
constexpr float kFigure = 76;

using Location = messages::ReportSummary::Location;

std::string_view name_of(const Location& location) {
  return location.location.empty() ? std::string_view("No location") : std::string_view(location.location);
}

void draw_figure(Frame& frame, Rect& rest, std::string_view figure, ImU32 ink, Font font) {
  frame.text.draw_in(frame.list(), rest.cut_right(kFigure), Align::end, ink, figure, font);
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
  draw_figure(frame, titles, "Recipients", frame.palette.text_secondary, type::caption_strong);
  draw_figure(frame, titles, "Clicks", frame.palette.text_secondary, type::caption_strong);
  frame.text.draw_in(frame.list(), titles, Align::start, frame.palette.text_secondary, "Clicks by location",
                     type::caption_strong);

  const std::vector<Location>& locations = frame.state.report->summary.locations;
  if (locations.empty()) {
    draw_empty_state(frame, rest, "locations/empty", "No locations",
                     "No click in this report says where it came from.", {});
    return;
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

void Locations::draw_row(Frame& frame, const Rect& row, std::size_t index) {
  const messages::ReportSummary& summary = frame.state.report->summary;
  const Location& location = summary.locations[index];
  const std::optional<std::uint32_t> column = app::column_of(summary, TableId::clicks, Role::location);
  condition::OneOf wanted;
  if (location.location.empty()) {
    wanted.blank = true;
  } else {
    wanted.values = {location.location};
  }
  const ColumnFilter filter{.column = column.value_or(0), .condition = wanted};
  const Query& query = frame.state.report->views[1].wanted;
  const bool chosen = column && std::ranges::find(query.filters, filter) != query.filters.end();
  const std::string clicks = with_thousands(location.clicks), people = with_thousands(location.recipients);
  const std::uint32_t id = node_id("location", index);
  const Press press = frame.control(
      {.id = id,
       .rect = row,
       .name = std::string(name_of(location)) + " " + clicks + " clicks by " + people + " recipients",
       .pressed = chosen,
       .disabled = !column,
       .parent = node_id("locations")});
  if (press.clicked && chosen)
    frame.emit(app::RemoveFilter{TableId::clicks, filter.column, app::FilterKind::values});
  if (press.clicked && !chosen) frame.emit(app::SetFilter{TableId::clicks, filter});
  if (press.hovered) {
    frame.tooltip(id, row, name_of(location),
                  "First click " + location.first_text + "\nLast click " + location.last_text);
  }
  const float hover = frame.motion.fade(id, press.hovered || chosen);
  const ImU32 lit = chosen ? frame.palette.focus_tint : frame.palette.hover;
  if (hover > 0) frame.list().AddRectFilled(row.min(), row.max(), with_alpha(lit, hover));
  draw_hairline(frame, row);

  const Rect rest = row.inset(space::l, 0);
  Rect words{rest.x, rest.y + 5, rest.width, 22};
  draw_figure(frame, words, people, frame.palette.text_secondary, type::body);
  draw_figure(frame, words, clicks, frame.palette.text, type::body);
  frame.text.draw_in(frame.list(), words, Align::start, frame.palette.text, name_of(location), type::body);
  const std::uint64_t most = std::max<std::uint64_t>(1, summary.locations.front().clicks);
  const auto share = static_cast<float>(static_cast<double>(location.clicks) / static_cast<double>(most));
  const Rect bar{rest.x, row.bottom() - 12, std::max(3.F, rest.width * std::min(1.F, share)), 4};
  frame.list().AddRectFilled(bar.min(), bar.max(),
                             with_alpha(frame.palette.submitted.mark, location.location.empty() ? 0.4F : 1.F),
                             2);
}

}  // namespace campaign_lens::view
