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

constexpr float kWidth = 296, kPadding = 10;
constexpr float kTitle = 28, kControl = 30, kGap = space::s, kShortcuts = 28, kRow = ValueList::kRow;
constexpr std::uint32_t kMostListed = 9, kLeastListed = 3;

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

const ColumnInfo& ColumnMenu::info(const Frame& frame) const {
  return frame.state.report->summary.columns[static_cast<std::size_t>(table_)][*column_];
}

void ColumnMenu::open(std::uint32_t column, const Rect& anchor) {
  column_ = column;
  anchor_ = anchor;
  opening_ = true;
  list_ = ValueList();
  search_ = from_ = until_ = TextField();
}

void ColumnMenu::close(Frame& frame) {
  column_.reset();
  frame.emit(app::HideValues{table_});
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
  const std::uint64_t lines = search_.text().empty() ? ValueList::lines(frame, here()) : kMostListed;
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
  list_.draw_shortcuts(frame, here(), search_.text(), rest.cut_top(kShortcuts));
  list_.draw(frame, here(), next(kRow * static_cast<float>(sizes.listed)), sizes.listed);
  draw_repeated(frame, next(kRow));
  draw_arrangement(frame, rest, fitting);
  opening_ = false;
  if (column_) list_.ask(frame, here(), search_.text());
  ImGui::EndPopup();
}

void ColumnMenu::draw_title(Frame& frame, Rect strip) const {
  const std::string path = path_of(table_, "clear");
  const Button clear{.path = path, .label = "Clear filter", .kind = ButtonKind::quiet};
  if (app::has_filter(here().view(frame).wanted, *column_) &&
      draw_button(frame, strip.cut_right(button_width(frame, clear)), clear)) {
    frame.emit(app::RemoveFilter{table_, *column_, std::nullopt});
  }
  frame.text.draw_in(frame.list(), strip.inset(2, 0), Align::start, frame.palette.text, info(frame).title,
                     type::body_strong);
}

void ColumnMenu::draw_sort(Frame& frame, const Rect& strip) const {
  const std::vector<SortKey>& sort = here().view(frame).wanted.sort;
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
  const ColumnFilter* now = here().filter(frame, FilterKind::range);
  const auto* period = now == nullptr ? nullptr : std::get_if<condition::Period>(&now->condition);
  const auto* times = now == nullptr ? nullptr : std::get_if<condition::Times>(&now->condition);
  std::array<Segment, kPresets.size()> segments;
  for (std::size_t i = 0; i < kPresets.size(); ++i)
    segments[i] = {.label = kPresets[i].label,
                   .pressed = period != nullptr && period->span == kPresets[i].span};
  const auto made = draw_segments(frame, area.cut_top(kControl), path_of(table_, "preset"), segments);
  if (made && segments[*made].pressed) here().remove(frame, FilterKind::range);
  if (made && !segments[*made].pressed) here().set(frame, condition::Period{kPresets[*made].span});

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
    here().remove(frame, FilterKind::range);
  } else {
    here().set(frame, after);
  }
}

void ColumnMenu::draw_numbers(Frame& frame, Rect area) {
  const ColumnFilter* now = here().filter(frame, FilterKind::range);
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
    here().remove(frame, FilterKind::range);
  } else {
    here().set(frame, after);
  }
}

void ColumnMenu::draw_search(Frame& frame, const Rect& strip) {
  const ColumnFilter* now = here().filter(frame, FilterKind::text);
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
    const bool ticked = list_.toggle_cursor(frame, here());
    if (!ticked && wanted == nullptr && !search_.text().empty())
      here().set(frame, condition::Text{.texts = {std::string(search_.text())}});
    search_.focus();
  }
  if (!edited) return;
  list_.to_top();
  if (wanted == nullptr) return;
  if (edited->empty()) {
    here().remove(frame, FilterKind::text);
  } else {
    here().set(frame, condition::Text{.place = wanted->place, .texts = {*edited}}, now->negated);
  }
}

void ColumnMenu::draw_places(Frame& frame, const Rect& strip) const {
  const ColumnFilter* now = here().filter(frame, FilterKind::text);
  std::array<Segment, kPlaces.size()> segments;
  for (std::size_t i = 0; i < kPlaces.size(); ++i) {
    const bool pressed = now != nullptr && now->negated == kPlaces[i].negated &&
                         std::get<condition::Text>(now->condition).place == kPlaces[i].place;
    segments[i] = {.label = kPlaces[i].label, .pressed = pressed};
  }
  const auto made = draw_segments(frame, strip, path_of(table_, "place"), segments);
  if (!made) return;
  if (segments[*made].pressed) return here().remove(frame, FilterKind::text);
  here().set(frame, condition::Text{.place = kPlaces[*made].place, .texts = {std::string(search_.text())}},
             kPlaces[*made].negated);
}

void ColumnMenu::draw_repeated(Frame& frame, const Rect& row) const {
  const bool ticked = here().filter(frame, FilterKind::repeated) != nullptr;
  const Press press = frame.control({.id = node_id(path_of(table_, "repeated")),
                                     .rect = row,
                                     .name = "Duplicates only",
                                     .role = Mirror::Role::checkbox,
                                     .pressed = ticked});
  if (press.clicked && ticked) here().remove(frame, FilterKind::repeated);
  if (press.clicked && !ticked) here().set(frame, condition::Repeated{});
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
  const app::ColumnPlaces shown = app::shown_columns(here().view(frame).columns, count);
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
