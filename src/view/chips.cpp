#include "view/chips.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/filters.h"
#include "base/text.h"
#include "schema/filter_words.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kChip = 26, kWidest = 420, kRemove = 24, kBetween = 6;
constexpr Button kClear{.path = "chips/clear", .label = "Clear all", .kind = ButtonKind::quiet};

struct Chip {
  std::string title;
  std::string words;
  app::Command remove;
  std::optional<std::uint32_t> column = std::nullopt;  ///< whose menu changes it
};

std::vector<Chip> chips_of(const Frame& frame, TableId table) {
  const auto index = static_cast<std::size_t>(table);
  const Query& query = frame.state.report->views[index].wanted;
  const std::vector<ColumnInfo>& columns = frame.state.report->summary.columns[index];
  std::vector<Chip> chips;
  if (table == TableId::delivery && !query.statuses.empty())
    chips.push_back(
        {"Status", "is " + statuses_in_words(query.statuses), app::FilterByCount{CountId::total}});
  if (!query.search.empty())
    chips.push_back({"Any column", "contains \"" + query.search + "\"", app::SetSearch{table, {}}});
  for (const ColumnFilter& filter : query.filters) {
    if (filter.column >= columns.size()) continue;
    chips.push_back({.title = columns[filter.column].title,
                     .words = in_words(filter, frame.zone),
                     .remove = app::RemoveFilter{table, filter.column, app::kind_of(filter.condition)},
                     .column = filter.column});
  }
  for (const SetFilter& filter : query.sets) {
    if (table_of(filter.set) != table) continue;
    chips.push_back({filter.negated ? "Without" : "Only", std::string(row_set_name(filter.set)),
                     app::RemoveSet{table, filter.set}});
  }
  return chips;
}

float width_of(Frame& frame, const Chip& chip) {
  return std::min(kWidest, space::s + 2 + frame.text.width(chip.title, type::caption_strong) + space::xs +
                               frame.text.width(chip.words, type::caption) + kRemove);
}

// Where the chips, and behind them the button for all, stand in an area: on as many lines as they take.
std::vector<Rect> lay_out(Frame& frame, const std::vector<Chip>& chips, const Rect& area) {
  std::vector<Rect> places;
  float x = area.x, y = area.y;
  const auto put = [&](float width) {
    width = std::min(width, area.width);
    if (x > area.x && x + width > area.right()) x = area.x, y += kChip + kBetween;
    places.push_back({x, y, width, kChip});
    x += width + kBetween;
  };
  for (const Chip& chip : chips)
    put(width_of(frame, chip));
  put(button_width(frame, kClear));
  return places;
}

// Whether its words were pressed.
bool draw_chip(Frame& frame, const Rect& rect, std::size_t index, const Chip& chip) {
  const std::string words = chip.title + " " + chip.words;
  const std::uint32_t id = node_id("chip", index), remove_id = node_id("chip/remove", index);
  Rect rest = rect;
  const Rect cross = rest.cut_right(kRemove);
  const Press press = frame.control({.id = id, .rect = rest, .name = words, .disabled = !chip.column});
  const Press remove = frame.control({.id = remove_id, .rect = cross, .name = "Remove filter: " + words});
  if (remove.clicked) frame.emit(chip.remove);

  const float hover = frame.motion.fade(id, press.hovered);
  frame.list().AddRectFilled(rect.min(), rect.max(), mix(frame.palette.surface, frame.palette.hover, hover),
                             kChip / 2);
  const float cross_hover = frame.motion.fade(remove_id, remove.hovered);
  if (cross_hover > 0)
    frame.list().AddCircleFilled(cross.centre(), 9, with_alpha(frame.palette.pressed, cross_hover));
  frame.list().AddRect(rect.min(), rect.max(), frame.palette.border_strong, kChip / 2);
  draw_icon(frame.list(), Icon::close, cross.centre(),
            mix(frame.palette.text_tertiary, frame.palette.text, cross_hover), 0.7F);
  rest.cut_left(space::s + 2);
  const float title = std::min(rest.width * 0.5F, frame.text.width(chip.title, type::caption_strong));
  frame.text.draw_in(frame.list(), rest.cut_left(title), Align::start, frame.palette.text, chip.title,
                     type::caption_strong);
  rest.cut_left(space::xs);
  const bool cut = frame.text.draw_in(frame.list(), rest, Align::start, frame.palette.text_secondary,
                                      chip.words, type::caption);
  if (cut && rest.contains(ImGui::GetIO().MousePos) && ImGui::IsWindowHovered())
    frame.tooltip(id, rect, chip.title, chip.words);
  return press.clicked;
}

}  // namespace

std::string filters_in_words(const Frame& frame, TableId table) {
  std::string words;
  for (const Chip& chip : chips_of(frame, table)) {
    if (!words.empty()) words += "; ";
    words += chip.title + " " + chip.words;
  }
  return words;
}

float chips_height(Frame& frame, TableId table, float width) {
  const std::vector<Chip> chips = chips_of(frame, table);
  if (chips.empty()) return 0;
  return lay_out(frame, chips, {0, 0, width, 0}).back().bottom() + space::m;
}

std::optional<PressedChip> draw_chips(Frame& frame, TableId table, const Rect& area) {
  const std::vector<Chip> chips = chips_of(frame, table);
  if (chips.empty()) return std::nullopt;
  const std::vector<Rect> places = lay_out(frame, chips, area);
  frame.node(node_id("chips"), Mirror::Role::group, area, "Filters");
  std::optional<PressedChip> pressed;
  for (std::size_t i = 0; i < chips.size(); ++i) {
    if (draw_chip(frame, places[i], i, chips[i]) && chips[i].column)
      pressed = PressedChip{*chips[i].column, places[i]};
  }
  if (draw_button(frame, places.back(), kClear)) frame.emit(app::ClearFilters{table});
  return pressed;
}

}  // namespace campaign_lens::view
