#include "view/row_details.h"

#include <algorithm>

#include "app/details.h"
#include "base/text.h"
#include "view/values.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kTitleLine = 16, kValueLine = 19, kBetween = 10, kPadding = space::l;
constexpr std::size_t kMostClicks = 20;

const app::AppState::View& view_of(const Frame& frame, TableId table) {
  return frame.state.report->views[static_cast<std::size_t>(table)];
}

// When the recipient clicked, a line each.
std::string clicks_in_words(const Frame& frame) {
  const messages::FacetAnswer& answer = frame.state.report->row_clicks->answer;
  if (answer.id == 0) return "…";
  if (answer.rows == 0) return "None";
  std::string words;
  for (const auto& value : answer.values) {
    if (std::cmp_greater_equal(&value - answer.values.data(), kMostClicks)) {
      words += "\n…";
      break;
    }
    const std::optional<TimeUs> time = time_of(value.text, frame.zone);
    if (!words.empty()) words += "\n";
    words += time ? format_time(*time, frame.zone) : value.text;
    if (value.rows > 1) words += " (" + with_thousands(value.rows) + " times)";
  }
  return words;
}

bool shows_clicks(const Frame& frame, TableId table) {
  return table == TableId::delivery && app::clicks_of_row(*frame.state.report).has_value();
}

}  // namespace

std::vector<RowDetails::Field> RowDetails::fields(const Frame& frame) const {
  std::vector<Field> fields;
  const app::AppState::Details& details = *view_of(frame, table_).details;
  const std::vector<ColumnInfo>& columns =
      frame.state.report->summary.columns[static_cast<std::size_t>(table_)];
  for (std::size_t i = 0; i < std::min(columns.size(), details.cells.size()); ++i)
    fields.push_back({.title = columns[i].title, .value = details.cells[i].text});
  if (shows_clicks(frame, table_)) {
    const messages::FacetAnswer& answer = frame.state.report->row_clicks->answer;
    const std::string many = answer.rows > 0 ? " (" + with_thousands(answer.rows) + ")" : std::string();
    fields.push_back({.title = "uLink clicks" + many, .value = clicks_in_words(frame)});
  }
  return fields;
}

// Gives the height of all.
float RowDetails::lay_out(Frame& frame, std::vector<Field>& fields, float width) const {
  float y = space::s;
  for (Field& field : fields) {
    field.lines = frame.text.wrap(field.value, type::body, width - 2 * kPadding - height::control);
    const auto lines = static_cast<float>(std::max<std::size_t>(1, field.lines.size()));
    field.y = y;
    field.height = kTitleLine + lines * kValueLine;
    y += field.height + kBetween;
  }
  return y;
}

void RowDetails::draw(Frame& frame, const Rect& area) {
  const app::AppState::Details& details = *view_of(frame, table_).details;
  scroll_.show(frame.state.report->number, details.row);
  draw_card(frame, area);
  frame.node(node_id("details"), Mirror::Role::group, area,
             "Details of row " + with_thousands(details.row + 1));
  Rect rest = area.inset(space::hair);
  draw_heading(frame, rest.cut_top(kCardHeading));
  if (shows_clicks(frame, table_) && frame.state.report->row_clicks->answer.rows > 0) {
    const std::uint64_t clicks = frame.state.report->row_clicks->answer.rows;
    const std::string label = "Show " + with_thousands(clicks) + (clicks == 1 ? " click" : " clicks");
    const Rect foot = rest.cut_bottom(height::control + 2 * space::m);
    draw_divider(frame, foot);
    if (draw_button(frame, foot.inset(kPadding, space::m), {.path = "details/clicks", .label = label}))
      frame.emit(app::ShowClicksOfRow{});
  }
  if (details.cells.empty()) {
    for (std::size_t i = 0; i < 5; ++i) {
      const float y = rest.y + space::m + static_cast<float>(i) * 44;
      frame.list().AddRectFilled({rest.x + kPadding, y}, {rest.x + rest.width * 0.6F, y + 8},
                                 frame.palette.skeleton, 4);
    }
    return;
  }
  std::vector<Field> fields = this->fields(frame);
  const float tall = lay_out(frame, fields, rest.width - height::scrollbar);
  const Rect track = tall > rest.height ? rest.cut_right(height::scrollbar) : Rect{};
  const float offset = scroll_.draw(frame, rest, track, "details/scroll", tall, false);
  ImGui::PushClipRect(rest.min(), rest.max(), true);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Rect place{rest.x, rest.y + fields[i].y - offset, rest.width, fields[i].height};
    if (frame.shows(place)) draw_field(frame, place, i, fields[i]);
  }
  ImGui::PopClipRect();
}

void RowDetails::draw_heading(Frame& frame, Rect strip) const {
  const app::AppState::View& view = view_of(frame, table_);
  const std::uint64_t row = view.details->row;
  draw_divider(frame, {strip.x - space::l, strip.bottom() - space::hair, strip.width + 2 * space::l, 0});
  strip = strip.inset(space::s, (kCardHeading - height::control) / 2);
  const auto press = [&](std::string_view path, std::string_view label, Icon icon, bool possible) {
    return draw_icon_button(frame, strip.cut_right(height::control), path, label, icon, possible);
  };
  const auto go = [&](std::uint64_t to) {
    app::CellRange range = *view.selection;
    range.from_row = range.row = to;
    range.from_column = range.column;
    frame.emit(app::Select{table_, range});
    if (to < view.first_visible || to >= view.first_visible + view.visible_rows)
      frame.emit(
          app::ScrollTo{table_, to > view.first_visible ? view.first_visible + 1 : to, view.visible_rows});
  };
  if (press("details/close", "Close details", Icon::close, true)) frame.emit(app::ShowDetails{table_, false});
  if (press("details/next", "Next row", Icon::down, row + 1 < view.answer.rows)) go(row + 1);
  if (press("details/previous", "Previous row", Icon::up, row > 0)) go(row - 1);
  strip.cut_left(kPadding - space::s);
  const std::string title = "Row " + with_thousands(row + 1);
  frame.text.draw_in(frame.list(), strip, Align::start, frame.palette.text, title, type::title_strong);
}

void RowDetails::draw_field(Frame& frame, const Rect& place, std::size_t index, const Field& field) const {
  Rect rest = place.inset(kPadding, 0);
  const bool over = place.contains(ImGui::GetIO().MousePos) && ImGui::IsWindowHovered();
  frame.node(node_id("details/field", index), Mirror::Role::text, place, field.title + ": " + field.value);
  const std::string path = "details/copy/" + std::to_string(index);
  const Rect button{rest.right() - height::control, place.y + 2, height::control, height::control};
  if (over && !field.value.empty() && draw_icon_button(frame, button, path, "Copy", Icon::copy)) {
    frame.emit(app::CopyText{field.value});
  }
  rest.cut_right(height::control);
  frame.text.draw_in(frame.list(), rest.cut_top(kTitleLine), Align::start, frame.palette.text_tertiary,
                     field.title, type::caption);
  const ColumnInfo* column =
      index < frame.state.report->summary.columns[static_cast<std::size_t>(table_)].size()
          ? &frame.state.report->summary.columns[static_cast<std::size_t>(table_)][index]
          : nullptr;
  if (field.value.empty()) {
    frame.text.draw_in(frame.list(), rest, Align::start, frame.palette.text_tertiary, "–", type::body);
  } else if (column != nullptr && column->role == Role::status) {
    draw_status_pill(frame, rest, view_of(frame, table_).details->family, field.value);
  } else {
    for (const std::string_view line : field.lines)
      frame.text.draw_in(frame.list(), rest.cut_top(kValueLine), Align::start, frame.palette.text, line,
                         type::body);
  }
}

}  // namespace campaign_lens::view
