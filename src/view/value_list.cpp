#include "view/value_list.h"

#include <algorithm>

#include "base/text.h"
#include "view/grid_layout.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

using app::FilterKind;
using condition::OneOf;

// Values are asked for in pages of so many, which begin at multiples of half of that.
constexpr std::uint32_t kPage = 200;

std::string path_of(TableId table, std::string_view part) {
  return (table == TableId::delivery ? "menu/delivery/" : "menu/clicks/") + std::string(part);
}

}  // namespace

// Ticks for many values at once.
void ValueList::draw_shortcuts(Frame& frame, const FilteredColumn& of, std::string_view search,
                               const Rect& strip) {
  const auto& values = of.view(frame).values;
  Rect rest = strip;
  const auto offer = [&](std::string_view part, std::string_view label) {
    const std::string path = path_of(of.table, part);
    const Button button{.path = path, .label = label, .kind = ButtonKind::quiet};
    const float width = std::min(rest.width, button_width(frame, button));
    return width > 0 && draw_button(frame, rest.cut_left(width), button);
  };
  if (!search.empty()) {
    const messages::FacetAnswer* found =
        values && values->answer.id != 0 && values->search == search ? &values->answer : nullptr;
    if (found == nullptr || found->distinct == 0 || found->values.size() != found->distinct) return;
    if (!offer("these", "Only these " + with_thousands(found->distinct))) return;
    OneOf these;
    for (const auto& value : found->values)
      these.values.push_back(value.text);
    none_ = false;
    return of.set(frame, std::move(these));
  }
  if (offer("all", "All")) {
    none_ = false;
    of.remove(frame, FilterKind::values);
  }
  if (offer("none", "None")) {
    none_ = true;
    of.remove(frame, FilterKind::values);
  }
  if (!values || values->answer.blank_rows == 0) return;
  if (offer("blank", "Empty")) {
    none_ = false;
    of.set(frame, OneOf{.blank = true});
  }
  if (offer("not_blank", "Not empty")) {
    none_ = false;
    of.set(frame, OneOf{.blank = true}, true);
  }
}

std::uint64_t ValueList::lines(const Frame& frame, const FilteredColumn& of) {
  const auto& values = of.view(frame).values;
  if (!values || values->column != of.column || values->answer.id == 0) return 0;
  return values->answer.distinct + (values->answer.blank_rows > 0 ? 1 : 0);
}

ValueList::Line ValueList::line_at(const Frame& frame, const FilteredColumn& of, std::uint64_t index) {
  const messages::FacetAnswer& answer = of.view(frame).values->answer;
  if (answer.blank_rows > 0) {
    if (index == 0) return {.blank = true, .text = "Empty", .rows = answer.blank_rows};
    --index;
  }
  const std::uint64_t at = index - answer.first;
  if (index < answer.first || at >= answer.values.size()) return {.arrived = false};
  const messages::FacetAnswer::Value& value = answer.values[static_cast<std::size_t>(at)];
  return {.text = value.text, .rows = value.rows};
}

void ValueList::toggle(Frame& frame, const FilteredColumn& of, const Line& line) {
  if (!line.arrived) return;
  if (none_) {
    none_ = false;
    return of.set(frame, line.blank ? OneOf{.blank = true} : OneOf{.values = {line.text}});
  }
  const ColumnFilter* now = of.filter(frame, FilterKind::values);
  std::optional<ColumnFilter> after =
      line.blank ? app::with_blank_tick(now, of.column, !app::is_blank_ticked(now))
                 : app::with_tick(now, of.column, line.text, !app::is_ticked(now, line.text));
  if (after) return frame.emit(app::SetFilter{of.table, *std::move(after)});
  none_ = now != nullptr && !now->negated;
  of.remove(frame, FilterKind::values);
}

// Up and down go through the list while one types; Enter ticks.
void ValueList::move_cursor(std::uint64_t lines, std::uint32_t listed) {
  if (lines == 0) return;
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) cursor_ = cursor_ ? std::min(*cursor_ + 1, lines - 1) : 0;
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow) && cursor_) {
    if (*cursor_ == 0) return cursor_.reset();
    --*cursor_;
  } else if (!ImGui::IsKeyPressed(ImGuiKey_DownArrow)) {
    return;
  }
  top_ = revealed(top_, *cursor_, listed);
}

void ValueList::draw(Frame& frame, const FilteredColumn& of, Rect area, std::uint32_t listed) {
  const auto& values = of.view(frame).values;
  const bool answered = values && values->column == of.column && values->answer.id != 0;
  const std::uint64_t lines = answered ? ValueList::lines(frame, of) : 0;
  if (lines == 0) {
    const std::string_view words = answered ? "No values" : "Counting the values…";
    frame.text.draw_in(frame.list(), area.cut_top(kRow).inset(space::s, 0), Align::start,
                       frame.palette.text_tertiary, words, type::body);
    return;
  }
  move_cursor(lines, listed);
  const Rect track = area.cut_right(lines > listed ? height::scrollbar : 0);
  const std::string path = path_of(of.table, "lines");
  const RowScroll::List list{
      .seen = area, .track = track, .path = path, .row_height = kRow, .rows = lines, .visible = listed};
  top_ = scroll_.draw(frame, list, top_);
  ImGui::PushClipRect(area.min(), area.max(), true);
  for (std::uint64_t index = top_.row; index < list.end(top_); ++index) {
    const Rect row = list.line(top_, index);
    if (frame.shows(row)) draw_line(frame, of, row, index, line_at(frame, of, index));
  }
  ImGui::PopClipRect();
}

void ValueList::draw_line(Frame& frame, const FilteredColumn& of, const Rect& row, std::uint64_t index,
                          const Line& line) {
  Rect inside = row.inset(space::xs, 0);
  if (!line.arrived) {
    const Rect bar = centred(inside, inside.width, 8);
    frame.list().AddRectFilled(bar.min(), {bar.x + bar.width * 0.5F, bar.bottom()}, frame.palette.skeleton,
                               4);
    return;
  }
  const ColumnFilter* now = of.filter(frame, FilterKind::values);
  const bool ticked = !none_ && (line.blank ? app::is_blank_ticked(now) : app::is_ticked(now, line.text));
  const std::string count = with_thousands(line.rows);
  const std::string_view text = bounded(line.text, messages::kMaxCellBytes);
  const std::uint32_t id = node_id(path_of(of.table, "line"), index);
  const Press press = frame.control({.id = id,
                                     .rect = row,
                                     .name = std::string(text) + ", " + count,
                                     .role = Mirror::Role::checkbox,
                                     .pressed = ticked});
  if (press.clicked && !scroll_.caught()) toggle(frame, of, line);
  if (press.hovered || cursor_ == index)
    frame.list().AddRectFilled(row.min(), row.max(), frame.palette.hover, radius::control);
  draw_tick_box(frame, centred(inside.cut_left(16), 16, 16), ticked);
  inside.cut_left(space::s);
  const float width = frame.text.width(count, type::body);
  frame.text.draw_in(frame.list(), inside.cut_right(width), Align::end, frame.palette.text_tertiary, count,
                     type::body);
  inside.cut_right(space::s);
  const bool cut =
      frame.text.draw_in(frame.list(), inside, Align::start,
                         line.blank ? frame.palette.text_tertiary : frame.palette.text, text, type::body);
  if (cut && press.hovered) frame.tooltip(id, row, {}, text);
}

void ValueList::to_top() {
  top_ = {};
  cursor_.reset();
}

bool ValueList::toggle_cursor(Frame& frame, const FilteredColumn& of) {
  if (cursor_) toggle(frame, of, line_at(frame, of, *cursor_));
  return cursor_.has_value();
}

void ValueList::ask(Frame& frame, const FilteredColumn& of, std::string_view search) const {
  const std::uint64_t page = top_.row / (kPage / 2) * (kPage / 2);
  const auto& values = of.view(frame).values;
  const bool asked = values && values->column == of.column && values->search == search &&
                     values->first == page && values->count == kPage;
  if (asked) return;
  frame.emit(app::ShowValues{
      .table = of.table, .column = of.column, .search = std::string(search), .first = page, .count = kPage});
}

}  // namespace campaign_lens::view
