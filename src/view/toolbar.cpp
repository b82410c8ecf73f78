#include "view/toolbar.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "view/families.h"
#include "view/select.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kOneLineFrom = 1100;
constexpr float kSearchWidth = 280;
// Beside the tabs, with a short search field.
constexpr float kFiltersWidth = 480;
// The cards filter by status, too.
constexpr float kStatuses = 180, kRoomForStatuses = 360;
constexpr float kColumnList = 260, kColumnRow = 32;
constexpr float kTab = 36, kNarrowTabs = height::toolbar - space::m;
constexpr float kListWidth = 320, kListRow = 36;
constexpr app::Tab kTabs[] = {app::Tab::delivery, app::Tab::clicks, app::Tab::insight, app::Tab::reading};

// The count that each of kFamilies is shown as.
constexpr CountId kFamilyCounts[] = {CountId::submitted, CountId::success,       CountId::not_confirmed,
                                     CountId::failed,    CountId::not_submitted, CountId::unrecognised};

// Submitted counts what became of the messages, too; of the family, those still queued.
std::uint64_t rows_of(const StatusCounts& counts, std::size_t family) {
  const std::uint64_t count = counts[kFamilyCounts[family]];
  if (kFamilies[family] != StatusFamily::queued) return count;
  const std::uint64_t further =
      counts[CountId::success] + counts[CountId::not_confirmed] + counts[CountId::failed];
  return count > further ? count - further : 0;
}

std::string filter_in_words(FamilySet statuses) {
  if (statuses.empty()) return "All statuses";
  int many = 0;
  std::string_view name;
  for (const StatusFamily family : kFamilies) {
    if (!statuses.contains(family)) continue;
    ++many;
    name = name_in_list(family);
  }
  return many == 1 ? std::string(name) : std::to_string(many) + " statuses";
}

const messages::QueryAnswer& answer_of(const Frame& frame, TableId table) {
  return frame.state.report->views[static_cast<std::size_t>(table)].answer;
}

std::string_view path_of(app::Tab tab) {
  switch (tab) {
    case app::Tab::delivery:
      return "tab/delivery";
    case app::Tab::clicks:
      return "tab/clicks";
    case app::Tab::insight:
      return "tab/insight";
    case app::Tab::reading:
      break;
  }
  return "tab/reading";
}

std::string_view label_of(app::Tab tab) {
  switch (tab) {
    case app::Tab::delivery:
      return "Delivery report";
    case app::Tab::clicks:
      return "uLink clicks";
    case app::Tab::insight:
      return "Insight";
    case app::Tab::reading:
      break;
  }
  return "How this file was read";
}

std::string count_of(const Frame& frame, app::Tab tab) {
  const std::optional<TableId> table = app::table_of(tab);
  return table ? with_thousands(answer_of(frame, *table).rows) : std::string();
}

float tabs_width(Frame& frame) {
  float width = 0;
  for (const app::Tab tab : kTabs)
    width += tab_width(frame, label_of(tab), count_of(frame, tab)) + space::xl;
  return width;
}

bool has_corrections(const Frame& frame) {
  return frame.state.report->corrections != Corrections();
}

constexpr Button kUndo{.path = "reading/undo", .label = "Undo all corrections", .icon = Icon::undo};

// Whether what belongs to the tab fits beside the tabs.
bool one_line(Frame& frame, float width) {
  if (app::table_of(frame.state.report->tab)) return width >= kOneLineFrom;
  return !has_corrections(frame) || tabs_width(frame) + button_width(frame, kUndo) <= width;
}

}  // namespace

float Toolbar::height(Frame& frame, float width) {
  if (!one_line(frame, width)) return kNarrowTabs + height::toolbar;
  return width >= kOneLineFrom ? height::toolbar : height::toolbar - space::xs;
}

std::optional<Toolbar::ForGrid> Toolbar::draw(Frame& frame, const Rect& area) {
  const std::optional<TableId> table = app::table_of(frame.state.report->tab);
  const bool beside = one_line(frame, area.width);
  Rect rest = area;
  // The tabs stay where they are whichever is shown.
  if (beside && area.width < kOneLineFrom) rest.height = kNarrowTabs;
  const Rect tabs = !beside ? rest.cut_top(kNarrowTabs)
                    : table ? rest.cut_left(std::min(tabs_width(frame), area.width - kFiltersWidth))
                            : rest.cut_left(tabs_width(frame));
  draw_tabs(frame, tabs);
  if (table) return draw_filters(frame, rest, *table);
  if (has_corrections(frame)) draw_undo(frame, rest);
  return std::nullopt;
}

// Where there is no room for all counts there are none, and the tabs stand closer together.
void Toolbar::draw_tabs(Frame& frame, const Rect& area) {
  Rect rest = area;
  frame.node(node_id("tabs"), Mirror::Role::group, area, "Views");
  const bool counts = tabs_width(frame) - space::xl <= area.width;
  for (const app::Tab tab : kTabs) {
    const std::string count = count_of(frame, tab);
    const Rect strip = rest.cut_left(tab_width(frame, label_of(tab), counts ? count : ""));
    if (draw_tab(frame, centred(strip, strip.width, kTab),
                 {.path = path_of(tab),
                  .label = label_of(tab),
                  .count = count,
                  .counted = counts,
                  .selected = frame.state.report->tab == tab})) {
      frame.emit(app::ShowTab{tab});
    }
    rest.cut_left(counts ? space::xl : space::m);
  }
}

std::optional<Toolbar::ForGrid> Toolbar::draw_filters(Frame& frame, const Rect& area, TableId table) {
  SearchField& search = table == TableId::delivery ? delivery_search_ : click_search_;
  const app::History& history = frame.state.report->history;
  Rect rest = centred(area, area.width, height::control);
  const std::optional<ForGrid> wanted = draw_more(frame, rest);
  draw_column_list(frame, rest, table);
  const auto draw_step = [&](std::string_view path, std::string_view label, Icon icon, bool possible) {
    return draw_icon_button(frame, rest.cut_right(height::control), path, label, icon, possible);
  };
  if (draw_step("history/redo", "Redo", Icon::redo, !history.future.empty())) frame.emit(app::Redo{});
  if (draw_step("history/undo", "Undo", Icon::undo, !history.past.empty())) frame.emit(app::Undo{});
  rest.cut_right(space::s);
  const bool statuses = table == TableId::delivery && rest.width >= kRoomForStatuses;
  const float others = statuses ? kStatuses : 0;
  search.draw(frame, rest.cut_right(std::clamp(rest.width - others, 100.F, kSearchWidth)));
  rest.cut_right(space::s);
  if (statuses) draw_status_filter(frame, rest);
  return wanted;
}

// What has no place of its own: keys that a telephone lacks, and views.
std::optional<Toolbar::ForGrid> Toolbar::draw_more(Frame& frame, Rect& rest) {
  const Select menu{.id = node_id("more")};
  const Rect button = rest.cut_right(height::control);
  if (draw_icon_button(frame, button, "more/open", "More: find, go to a row, views", Icon::more))
    open_panel(menu.id);
  static const Choice choices[] = {{.label = "Find in these rows", .detail = "Ctrl + F"},
                                   {.label = "Go to row", .detail = "Ctrl + G"},
                                   {.label = "Save view", .detail = "into a file"},
                                   {.label = "Open view", .detail = "from a file"},
                                   {.label = "Reset view", .detail = "as the report comes"}};
  const std::optional<std::size_t> made = draw_choices(frame, button, menu, choices);
  if (made == 0) return ForGrid::find;
  if (made == 1) return ForGrid::go_to_row;
  if (made == 2) frame.emit(app::SaveView{});
  if (made == 3) frame.emit(app::OpenView{});
  if (made == 4) frame.emit(app::ResetView{});
  return std::nullopt;
}

void Toolbar::draw_column_list(Frame& frame, Rect& rest, TableId table) {
  const auto index = static_cast<std::size_t>(table);
  const std::vector<ColumnInfo>& columns = frame.state.report->summary.columns[index];
  const app::ColumnPlaces& chosen = frame.state.report->views[index].columns;
  const std::uint32_t id = node_id("columns");
  const Rect button = rest.cut_right(height::control);
  if (draw_icon_button(frame, button, "columns/open", "Columns", Icon::columns)) {
    open_panel(id);
  }
  const app::ColumnPlaces places = app::arranged(chosen, columns.size());
  const float tall = kColumnRow * static_cast<float>(places.size() + (chosen.empty() ? 0 : 1)) + 2 * space::s;
  std::optional<Rect> list = begin_list(id, button, kColumnList, tall);
  if (!list) return;
  for (const app::ColumnPlace& place : places) {
    const Rect row = list->cut_top(kColumnRow);
    const std::string& title = columns[place.column].title;
    const Press press = frame.control({.id = node_id("columns/shown", place.column),
                                       .rect = row,
                                       .name = title,
                                       .role = Mirror::Role::checkbox,
                                       .pressed = !place.hidden});
    if (press.clicked) frame.emit(app::ShowColumn{table, place.column, place.hidden});
    if (press.hovered) frame.list().AddRectFilled(row.min(), row.max(), frame.palette.hover, radius::control);
    Rect inside = row.inset(space::s, 0);
    draw_tick_box(frame, centred(inside.cut_left(16), 16, 16), !place.hidden);
    inside.cut_left(space::s);
    if (place.pinned)
      draw_icon(frame.list(), Icon::pin, inside.cut_right(16).centre(), frame.palette.text_tertiary, 0.7F);
    frame.text.draw_in(frame.list(), inside, Align::start, frame.palette.text, title, type::body);
  }
  if (!chosen.empty() && draw_button(frame, list->cut_top(kColumnRow),
                                     {.path = "columns/reset",
                                      .label = "As in the report",
                                      .icon = Icon::undo,
                                      .kind = ButtonKind::quiet})) {
    frame.emit(app::ResetColumns{table});
  }
  ImGui::EndPopup();
}

void Toolbar::draw_undo(Frame& frame, const Rect& area) {
  Rect rest = centred(area, area.width, height::control);
  const Rect button = rest.cut_right(button_width(frame, kUndo));
  if (draw_button(frame, button, kUndo)) frame.emit(app::UndoCorrections{});
}

void Toolbar::draw_status_filter(Frame& frame, Rect& rest) {
  const FamilySet statuses = frame.state.report->views[0].wanted.statuses;
  const std::string words = filter_in_words(statuses);
  const Select select{.id = node_id("filters/status"),
                      .name = "Filter by status",
                      .value = words,
                      .icon = Icon::filter,
                      .pressed = !statuses.empty()};
  const Rect rect = rest.cut_right(select_width(frame, select));
  rest.cut_right(space::s);
  if (draw_select(frame, rect, select)) draw_status_list(frame, rect, select.id);
}

// A checklist that stays open while statuses are chosen.
void Toolbar::draw_status_list(Frame& frame, const Rect& below, std::uint32_t select) {
  std::optional<Rect> room =
      begin_list(select, below, kListWidth, kListRow * kStatusFamilyCount + 2 * space::s);
  if (!room) return;
  Rect rest = *room;
  const FamilySet statuses = frame.state.report->views[0].wanted.statuses;
  const StatusCounts& counts = frame.state.report->summary.counts;
  for (std::size_t i = 0; i < kStatusFamilyCount; ++i) {
    const Rect row = rest.cut_top(kListRow);
    const std::string_view name = name_in_list(kFamilies[i]);
    const std::string count = with_thousands(rows_of(counts, i));
    const bool checked = statuses.contains(kFamilies[i]);
    const std::uint32_t id = node_id("filters/family", i);
    const Press press = frame.control({.id = id,
                                       .rect = row,
                                       .name = std::string(name) + " " + count,
                                       .role = Mirror::Role::checkbox,
                                       .pressed = checked});
    if (press.clicked) frame.emit(app::ToggleFamily{kFamilies[i]});
    if (press.hovered) frame.list().AddRectFilled(row.min(), row.max(), frame.palette.hover, radius::control);
    Rect inside = row.inset(space::s, 0);
    draw_tick_box(frame, centred(inside.cut_left(16), 16, 16), checked);
    inside.cut_left(space::m);
    frame.list().AddCircleFilled(inside.cut_left(8).centre(), 4,
                                 colours_of(frame.palette, kFamilies[i]).mark);
    inside.cut_left(space::s);
    const float width = frame.text.width(count, type::body);
    frame.text.draw_in(frame.list(), inside.cut_right(width), Align::end, frame.palette.text_tertiary, count,
                       type::body);
    frame.text.draw_in(frame.list(), inside, Align::start, frame.palette.text, name, type::body);
  }
  ImGui::EndPopup();
}

}  // namespace campaign_lens::view
