#include "view/column_menu.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>
#include <vector>

#include "base/text.h"
#include "schema/filter_words.h"
#include "view/grid_layout.h"
#include "view/select.h"
#include "view/values.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

using app::FilterKind;
using condition::OneOf;

constexpr float kWidth = 296, kPadding = 10;
constexpr float kTitle = 28, kControl = 30, kGap = space::s, kShortcuts = 28, kRow = 28;
constexpr std::uint32_t kMostListed = 9, kLeastListed = 3;
// Values are asked for in pages of so many, which begin at multiples of half of that.
constexpr std::uint32_t kPage = 200;

std::string_view path_of(TableId table) {
  return table == TableId::delivery ? "menu/delivery" : "menu/clicks";
}
std::string path_of(TableId table, std::string_view part) {
  return std::string(path_of(table)) + "/" + std::string(part);
}

struct Directions {
  std::string_view up, down;
};
Directions directions_of(Type type) {
  switch (type) {
    case Type::time:
      return {"Earliest first", "Latest first"};
    case Type::integer:
    case Type::decimal:
      return {"Smallest first", "Largest first"};
    case Type::text:
    case Type::boolean:
      break;
  }
  return {"A to Z", "Z to A"};
}

bool is_number(Type type) {
  return type == Type::integer || type == Type::decimal;
}

struct TextPlace {
  std::string_view label;
  condition::Text::Place place;
  bool negated;
};
constexpr std::array kPlaces = {TextPlace{"Contains", condition::Text::Place::anywhere, false},
                                TextPlace{"Not", condition::Text::Place::anywhere, true},
                                TextPlace{"Begins with", condition::Text::Place::at_start, false},
                                TextPlace{"Is", condition::Text::Place::whole, false}};

struct Preset {
  std::string_view label;
  condition::Period::Span span;
};
constexpr std::array kPresets = {Preset{"First hour", condition::Period::Span::first_hour},
                                 Preset{"First day", condition::Period::Span::first_day},
                                 Preset{"Last 7 days", condition::Period::Span::last_week}};

}  // namespace

ColumnMenu::ColumnMenu(TableId table) : table_(table) {}

const app::AppState::View& ColumnMenu::view(const Frame& frame) const {
  return frame.state.report->views[static_cast<std::size_t>(table_)];
}
const ColumnInfo& ColumnMenu::info(const Frame& frame) const {
  return frame.state.report->summary.columns[static_cast<std::size_t>(table_)][*column_];
}
const ColumnFilter* ColumnMenu::filter(const Frame& frame, FilterKind kind) const {
  return app::find_filter(view(frame).wanted, *column_, kind);
}
void ColumnMenu::set(Frame& frame, Condition condition, bool negated) const {
  frame.emit(
      app::SetFilter{table_, {.column = *column_, .negated = negated, .condition = std::move(condition)}});
}
void ColumnMenu::remove(Frame& frame, FilterKind kind) const {
  frame.emit(app::RemoveFilter{table_, *column_, kind});
}

void ColumnMenu::open(std::uint32_t column, const Rect& anchor) {
  column_ = column;
  anchor_ = anchor;
  opening_ = true;
  first_ = 0;
  none_ = false;
  cursor_.reset();
  search_ = from_ = until_ = TextField();
}

void ColumnMenu::close(Frame& frame) {
  column_.reset();
  frame.emit(app::HideValues{table_});
}

// Asks for the page of values around the first visible one, unless that is what is looked at already.
void ColumnMenu::ask(Frame& frame, std::uint64_t first) const {
  const std::uint64_t page = first / (kPage / 2) * (kPage / 2);
  const auto& values = view(frame).values;
  const bool asked = values && values->column == *column_ && values->search == search_.text() &&
                     values->first == page && values->count == kPage;
  if (asked) return;
  frame.emit(app::ShowValues{.table = table_,
                             .column = *column_,
                             .search = std::string(search_.text()),
                             .first = page,
                             .count = kPage});
}

ColumnMenu::Sizes ColumnMenu::sizes(const Frame& frame) const {
  const Type type = info(frame).type;
  Sizes sizes;
  if (type == Type::time) sizes.range = 2 * (kControl + kGap);
  if (is_number(type)) sizes.range = kControl + kGap;
  const float places = search_.text().empty() ? 0 : kControl + kGap;
  const float others = 2 * kPadding + kTitle + kGap + kControl + kGap + sizes.range + kControl + kGap +
                       places + kShortcuts + kGap + kRow + kGap + kControl;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float room = display.y - 2 * space::s - others;
  sizes.listed = static_cast<std::uint32_t>(
      std::clamp(room / kRow, static_cast<float>(kLeastListed), static_cast<float>(kMostListed)));
  // No room is kept for lines that there are not; while one searches the menu keeps its size.
  const std::uint64_t lines = search_.text().empty() ? this->lines(frame) : kMostListed;
  if (lines > 0)
    sizes.listed =
        std::min(sizes.listed, static_cast<std::uint32_t>(std::max<std::uint64_t>(lines, kLeastListed)));
  sizes.place = {anchor_.x, anchor_.bottom(), std::min(kWidth, display.x),
                 std::min(display.y, others + kRow * static_cast<float>(sizes.listed))};
  // Over its column rather than past the page's edge.
  sizes.place.x = std::clamp(sizes.place.x, 0.F, std::max(0.F, display.x - sizes.place.width - space::s));
  sizes.place.y = std::clamp(sizes.place.y, 0.F, std::max(0.F, display.y - sizes.place.height - space::s));
  return sizes;
}

void ColumnMenu::draw(Frame& frame, float fitting) {
  if (!column_) return;
  if (*column_ >= frame.state.report->summary.columns[static_cast<std::size_t>(table_)].size())
    return close(frame);
  const std::uint32_t id = node_id(path_of(table_));
  if (opening_) open_panel(id);
  const Sizes sizes = this->sizes(frame);
  if (!begin_panel(id, sizes.place)) return close(frame);
  if (opening_) search_.focus();

  frame.node(node_id(path_of(table_, "group")), Mirror::Role::group, sizes.place,
             "Menu of " + info(frame).title);
  Rect rest = sizes.place.inset(kPadding);
  const auto next = [&rest](float height) {
    const Rect strip = rest.cut_top(height);
    rest.cut_top(kGap);
    return strip;
  };
  draw_title(frame, next(kTitle));
  draw_sort(frame, next(kControl));
  if (info(frame).type == Type::time) draw_times(frame, rest.cut_top(sizes.range));
  if (is_number(info(frame).type)) draw_numbers(frame, rest.cut_top(sizes.range));
  draw_search(frame, next(kControl));
  if (!search_.text().empty()) draw_places(frame, next(kControl));
  draw_shortcuts(frame, rest.cut_top(kShortcuts));
  draw_list(frame, next(kRow * static_cast<float>(sizes.listed)), sizes.listed);
  draw_repeated(frame, next(kRow));
  draw_arrangement(frame, rest, fitting);
  opening_ = false;
  if (column_) ask(frame, first_);
  ImGui::EndPopup();
}

void ColumnMenu::draw_title(Frame& frame, Rect strip) const {
  const std::string path = path_of(table_, "clear");
  const Button clear{.path = path, .label = "Clear filter", .kind = ButtonKind::quiet};
  if (app::has_filter(view(frame).wanted, *column_) &&
      draw_button(frame, strip.cut_right(button_width(frame, clear)), clear)) {
    frame.emit(app::RemoveFilter{table_, *column_, std::nullopt});
  }
  frame.text.draw_in(frame.list(), strip.inset(2, 0), Align::start, frame.palette.text, info(frame).title,
                     type::body_strong);
}

void ColumnMenu::draw_sort(Frame& frame, const Rect& strip) const {
  const std::vector<SortKey>& sort = view(frame).wanted.sort;
  const auto is = [&](bool descending) {
    return std::ranges::find(sort, SortKey{*column_, descending}) != sort.end();
  };
  const auto [up, down] = directions_of(info(frame).type);
  const std::array<Segment, 2> segments = {
      Segment{.label = up, .icon = Icon::ascending, .pressed = is(false)},
      Segment{.label = down, .icon = Icon::descending, .pressed = is(true)}};
  const auto made = draw_segments(frame, strip, path_of(table_, "sort"), segments);
  if (!made) return;
  const SortKey key{*column_, *made == 1};
  app::SetSort set{.table = table_, .sort = ImGui::GetIO().KeyShift ? sort : std::vector<SortKey>()};
  std::erase_if(set.sort, [&](const SortKey& other) { return other.column == *column_; });
  if (!is(key.descending)) set.sort.push_back(key);
  frame.emit(std::move(set));
}

void ColumnMenu::draw_times(Frame& frame, Rect area) {
  const ColumnFilter* now = filter(frame, FilterKind::range);
  const auto* period = now == nullptr ? nullptr : std::get_if<condition::Period>(&now->condition);
  const auto* times = now == nullptr ? nullptr : std::get_if<condition::Times>(&now->condition);
  std::array<Segment, kPresets.size()> segments;
  for (std::size_t i = 0; i < kPresets.size(); ++i)
    segments[i] = {.label = kPresets[i].label,
                   .pressed = period != nullptr && period->span == kPresets[i].span};
  const auto made = draw_segments(frame, area.cut_top(kControl), path_of(table_, "preset"), segments);
  if (made && segments[*made].pressed) remove(frame, FilterKind::range);
  if (made && !segments[*made].pressed) set(frame, condition::Period{kPresets[*made].span});

  area.cut_top(kGap);
  Rect line = area.cut_top(kControl);
  const Rect left = line.cut_left((line.width - kGap) / 2);
  line.cut_left(kGap);
  const auto wrong = [&](const TextField& field) {
    return !field.text().empty() && !time_of(field.text(), frame.zone);
  };
  const auto written = [&](TimeUs time) { return time_in_words(time, frame.zone); };
  const condition::Times before = times == nullptr ? condition::Times{} : *times;
  const auto from =
      from_.draw(frame, left, {.path = path_of(table_, "from"), .name = "From", .wrong = wrong(from_)},
                 written(before.from));
  const auto until =
      until_.draw(frame, line, {.path = path_of(table_, "until"), .name = "Before", .wrong = wrong(until_)},
                  written(before.until));
  if (!from && !until) return;
  condition::Times after = before;
  if (from) after.from = time_of(*from, frame.zone).value_or(kNoTime);
  if (until) after.until = time_of(*until, frame.zone).value_or(kNoTime);
  if (after == before) return;
  if (after == condition::Times{}) {
    remove(frame, FilterKind::range);
  } else {
    set(frame, after);
  }
}

void ColumnMenu::draw_numbers(Frame& frame, Rect area) {
  const ColumnFilter* now = filter(frame, FilterKind::range);
  const auto* numbers = now == nullptr ? nullptr : std::get_if<condition::Numbers>(&now->condition);
  Rect line = area.cut_top(kControl);
  const Rect left = line.cut_left((line.width - kGap) / 2);
  line.cut_left(kGap);
  const auto wrong = [](const TextField& field) { return !field.text().empty() && !number_of(field.text()); };
  const auto written = [](std::optional<double> number) {
    return number ? number_in_words(*number) : std::string();
  };
  const condition::Numbers before = numbers == nullptr ? condition::Numbers{} : *numbers;
  const auto least =
      from_.draw(frame, left, {.path = path_of(table_, "least"), .name = "At least", .wrong = wrong(from_)},
                 written(before.least));
  const auto greatest = until_.draw(
      frame, line, {.path = path_of(table_, "greatest"), .name = "At most", .wrong = wrong(until_)},
      written(before.greatest));
  if (!least && !greatest) return;
  condition::Numbers after = before;
  if (least) after.least = number_of(*least);
  if (greatest) after.greatest = number_of(*greatest);
  if (after == before) return;
  if (after == condition::Numbers{}) {
    remove(frame, FilterKind::range);
  } else {
    set(frame, after);
  }
}

void ColumnMenu::draw_search(Frame& frame, const Rect& strip) {
  const ColumnFilter* now = filter(frame, FilterKind::text);
  const auto* wanted = now == nullptr ? nullptr : &std::get<condition::Text>(now->condition);
  // It opens with the text that is searched for already.
  const std::string shown = opening_ && wanted != nullptr && !wanted->texts.empty()
                                ? wanted->texts.front()
                                : std::string(search_.text());
  const auto edited = search_.draw(frame, strip,
                                   {.path = path_of(table_, "search"),
                                    .name = "Search in this column",
                                    .icon = Icon::search,
                                    .clearable = true},
                                   shown);
  if (search_.entered()) {
    if (cursor_) {
      toggle(frame, line_at(frame, *cursor_));
    } else if (wanted == nullptr && !search_.text().empty()) {
      set(frame, condition::Text{.texts = {std::string(search_.text())}});
    }
    search_.focus();
  }
  if (!edited) return;
  first_ = 0;
  cursor_.reset();
  if (wanted == nullptr) return;
  if (edited->empty()) {
    remove(frame, FilterKind::text);
  } else {
    set(frame, condition::Text{.place = wanted->place, .texts = {*edited}}, now->negated);
  }
}

void ColumnMenu::draw_places(Frame& frame, const Rect& strip) const {
  const ColumnFilter* now = filter(frame, FilterKind::text);
  std::array<Segment, kPlaces.size()> segments;
  for (std::size_t i = 0; i < kPlaces.size(); ++i) {
    const bool pressed = now != nullptr && now->negated == kPlaces[i].negated &&
                         std::get<condition::Text>(now->condition).place == kPlaces[i].place;
    segments[i] = {.label = kPlaces[i].label, .pressed = pressed};
  }
  const auto made = draw_segments(frame, strip, path_of(table_, "place"), segments);
  if (!made) return;
  if (segments[*made].pressed) return remove(frame, FilterKind::text);
  set(frame, condition::Text{.place = kPlaces[*made].place, .texts = {std::string(search_.text())}},
      kPlaces[*made].negated);
}

// Ticks for many values at once.
void ColumnMenu::draw_shortcuts(Frame& frame, const Rect& strip) {
  const auto& values = view(frame).values;
  Rect rest = strip;
  const auto offer = [&](std::string_view part, std::string_view label) {
    const std::string path = path_of(table_, part);
    const Button button{.path = path, .label = label, .kind = ButtonKind::quiet};
    const float width = std::min(rest.width, button_width(frame, button));
    return width > 0 && draw_button(frame, rest.cut_left(width), button);
  };
  if (!search_.text().empty()) {
    const messages::FacetAnswer* found =
        values && values->answer.id != 0 && values->search == search_.text() ? &values->answer : nullptr;
    if (found == nullptr || found->distinct == 0 || found->values.size() != found->distinct) return;
    if (!offer("these", "Only these " + with_thousands(found->distinct))) return;
    OneOf these;
    for (const auto& value : found->values)
      these.values.push_back(value.text);
    none_ = false;
    return set(frame, std::move(these));
  }
  if (offer("all", "All")) {
    none_ = false;
    remove(frame, FilterKind::values);
  }
  if (offer("none", "None")) {
    none_ = true;
    remove(frame, FilterKind::values);
  }
  if (!values || values->answer.blank_rows == 0) return;
  if (offer("blank", "Empty")) {
    none_ = false;
    set(frame, OneOf{.blank = true});
  }
  if (offer("not_blank", "Not empty")) {
    none_ = false;
    set(frame, OneOf{.blank = true}, true);
  }
}

std::uint64_t ColumnMenu::lines(const Frame& frame) const {
  const auto& values = view(frame).values;
  if (!values || values->column != *column_ || values->answer.id == 0) return 0;
  return values->answer.distinct + (values->answer.blank_rows > 0 ? 1 : 0);
}

ColumnMenu::Line ColumnMenu::line_at(const Frame& frame, std::uint64_t index) const {
  const messages::FacetAnswer& answer = view(frame).values->answer;
  if (answer.blank_rows > 0) {
    if (index == 0) return {.blank = true, .text = "Empty", .rows = answer.blank_rows};
    --index;
  }
  const std::uint64_t at = index - answer.first;
  if (index < answer.first || at >= answer.values.size()) return {.arrived = false};
  const messages::FacetAnswer::Value& value = answer.values[static_cast<std::size_t>(at)];
  return {.text = value.text, .rows = value.rows};
}

void ColumnMenu::toggle(Frame& frame, const Line& line) {
  if (!line.arrived) return;
  if (none_) {
    none_ = false;
    return set(frame, line.blank ? OneOf{.blank = true} : OneOf{.values = {line.text}});
  }
  const ColumnFilter* now = filter(frame, FilterKind::values);
  std::optional<ColumnFilter> after =
      line.blank ? app::with_blank_tick(now, *column_, !app::is_blank_ticked(now))
                 : app::with_tick(now, *column_, line.text, !app::is_ticked(now, line.text));
  if (after) return frame.emit(app::SetFilter{table_, *std::move(after)});
  none_ = now != nullptr && !now->negated;
  remove(frame, FilterKind::values);
}

// Up and down go through the list while one types; Enter ticks.
void ColumnMenu::move_cursor(std::uint64_t lines, std::uint32_t listed) {
  if (lines == 0) return;
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) cursor_ = cursor_ ? std::min(*cursor_ + 1, lines - 1) : 0;
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow) && cursor_) {
    if (*cursor_ == 0) return cursor_.reset();
    --*cursor_;
  } else if (!ImGui::IsKeyPressed(ImGuiKey_DownArrow)) {
    return;
  }
  if (*cursor_ < first_) first_ = *cursor_;
  if (*cursor_ >= first_ + listed) first_ = *cursor_ + 1 - listed;
}

void ColumnMenu::draw_list(Frame& frame, Rect area, std::uint32_t listed) {
  const auto& values = view(frame).values;
  const bool answered = values && values->column == *column_ && values->answer.id != 0;
  const std::uint64_t lines = answered ? this->lines(frame) : 0;
  if (lines == 0) {
    const std::string_view words = answered ? "No values" : "Counting the values…";
    frame.text.draw_in(frame.list(), area.cut_top(kRow).inset(space::s, 0), Align::start,
                       frame.palette.text_tertiary, words, type::body);
    return;
  }
  move_cursor(lines, listed);
  first_ = step(first_, 0, lines, listed);
  const Rect track = area.cut_right(lines > listed ? height::scrollbar : 0);
  first_ = bar_.draw(frame, track, path_of(table_, "lines"), lines, listed, first_);
  if (ImGui::IsWindowHovered() && area.contains(ImGui::GetIO().MousePos))
    first_ = step(first_, rows_of_wheel(-ImGui::GetIO().MouseWheel, wheel_rest_), lines, listed);
  for (std::uint64_t index = first_; index < std::min(lines, first_ + listed); ++index)
    draw_line(frame, area.cut_top(kRow), index, line_at(frame, index));
}

void ColumnMenu::draw_line(Frame& frame, const Rect& row, std::uint64_t index, const Line& line) {
  Rect inside = row.inset(space::xs, 0);
  if (!line.arrived) {
    const Rect bar = centred(inside, inside.width, 8);
    frame.list().AddRectFilled(bar.min(), {bar.x + bar.width * 0.5F, bar.bottom()}, frame.palette.skeleton,
                               4);
    return;
  }
  const ColumnFilter* now = filter(frame, FilterKind::values);
  const bool ticked = !none_ && (line.blank ? app::is_blank_ticked(now) : app::is_ticked(now, line.text));
  const std::string count = with_thousands(line.rows);
  const std::string_view text = bounded(line.text, messages::kMaxCellBytes);
  const std::uint32_t id = node_id(path_of(table_, "line"), index);
  const Press press = frame.control({.id = id,
                                     .rect = row,
                                     .name = std::string(text) + ", " + count,
                                     .role = Mirror::Role::checkbox,
                                     .pressed = ticked});
  if (press.clicked) toggle(frame, line);
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

void ColumnMenu::draw_repeated(Frame& frame, const Rect& row) const {
  const bool ticked = filter(frame, FilterKind::repeated) != nullptr;
  const Press press = frame.control({.id = node_id(path_of(table_, "repeated")),
                                     .rect = row,
                                     .name = "Duplicates only",
                                     .role = Mirror::Role::checkbox,
                                     .pressed = ticked});
  if (press.clicked && ticked) remove(frame, FilterKind::repeated);
  if (press.clicked && !ticked) set(frame, condition::Repeated{});
  frame.list().AddRectFilled({row.x, row.y - kGap / 2}, {row.right(), row.y - kGap / 2 + space::hair},
                             frame.palette.border);
  if (press.hovered) frame.list().AddRectFilled(row.min(), row.max(), frame.palette.hover, radius::control);
  Rect inside = row.inset(space::xs, 0);
  draw_tick_box(frame, centred(inside.cut_left(16), 16, 16), ticked);
  inside.cut_left(space::s);
  frame.text.draw_in(frame.list(), inside, Align::start, frame.palette.text, "Duplicates only", type::body);
}

void ColumnMenu::draw_arrangement(Frame& frame, const Rect& strip, float fitting) {
  const std::size_t count = frame.state.report->summary.columns[static_cast<std::size_t>(table_)].size();
  const app::ColumnPlaces shown = app::shown_columns(view(frame).columns, count);
  const auto place = std::ranges::find(shown, *column_, &app::ColumnPlace::column);
  const bool here = place != shown.end();
  const bool pinned = here && place->pinned;
  const std::array<Segment, 3> segments = {
      Segment{.label = "Pin", .icon = Icon::pin, .pressed = pinned, .disabled = !here},
      Segment{.label = here ? "Hide" : "Show", .icon = Icon::hidden, .disabled = here && shown.size() == 1},
      Segment{.label = "Fit width", .icon = Icon::width, .disabled = !here}};
  const auto made = draw_segments(frame, strip, path_of(table_, "arrange"), segments);
  if (!made) return;
  if (*made == 0) return frame.emit(app::PinColumn{table_, *column_, !pinned});
  if (*made == 2) return frame.emit(app::SetColumnWidth{table_, *column_, fitting});
  frame.emit(app::ShowColumn{table_, *column_, !here});
  ImGui::CloseCurrentPopup();
  close(frame);
}

}  // namespace campaign_lens::view
