#include "view/toolbar.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kOneLineFrom = 880;
constexpr float kSearchWidth = 280;
constexpr float kListWidth = 320, kListRow = 36;
constexpr const char* kPopup = "##statuses";

// The count that a family is shown as, in the order of the cards.
constexpr CountId kFamilyCounts[] = {CountId::submitted, CountId::success,       CountId::not_confirmed,
                                     CountId::failed,    CountId::not_submitted, CountId::unrecognised};
constexpr StatusFamily kFamilies[] = {StatusFamily::queued,        StatusFamily::success,
                                      StatusFamily::not_confirmed, StatusFamily::failed,
                                      StatusFamily::not_submitted, StatusFamily::unrecognised};

// Submitted counts what became of the messages, too; of the family, those still queued.
std::uint64_t rows_of(const StatusCounts& counts, std::size_t family) {
  const std::uint64_t count = counts[kFamilyCounts[family]];
  if (kFamilies[family] != StatusFamily::queued) return count;
  const std::uint64_t further =
      counts[CountId::success] + counts[CountId::not_confirmed] + counts[CountId::failed];
  return count > further ? count - further : 0;
}

// Beside the card of the same name, which is more, the family needs words of its own.
std::string_view name_in_list(StatusFamily family) {
  return family == StatusFamily::queued ? "Submitted, still queued" : family_name(family);
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

}  // namespace

float Toolbar::height(float width) {
  return width >= kOneLineFrom ? height::toolbar : 2 * height::toolbar - space::m;
}

void Toolbar::draw(Frame& frame, const Rect& area) {
  Rect rest = area;
  if (area.width >= kOneLineFrom) {
    const Rect tabs = rest.cut_left(area.width / 2 - 40);
    draw_tabs(frame, tabs);
    draw_filters(frame, rest);
    return;
  }
  draw_tabs(frame, rest.cut_top(height::toolbar - space::m));
  draw_filters(frame, rest);
}

void Toolbar::draw_tabs(Frame& frame, const Rect& area) {
  constexpr float kTab = 36;
  Rect rest = area;
  frame.node(node_id("tabs"), Mirror::Role::group, area, "Tables");
  for (const TableId table : {TableId::delivery, TableId::clicks}) {
    const bool delivery = table == TableId::delivery;
    const std::string_view label = delivery ? "Delivery report" : "uLink clicks";
    const std::string count = with_thousands(answer_of(frame, table).rows);
    const Rect strip = rest.cut_left(tab_width(frame, label, count));
    const Rect tab{strip.x, area.y + (area.height - kTab) / 2, strip.width, kTab};
    const bool shown = frame.state.report->tab == table;
    if (draw_tab(frame, tab, delivery ? "tab/delivery" : "tab/clicks", label, count, shown))
      frame.emit(app::ShowTab{table});
    rest.cut_left(space::xl);
  }
}

void Toolbar::draw_filters(Frame& frame, const Rect& area) {
  const TableId table = frame.state.report->tab;
  SearchField& search = table == TableId::delivery ? delivery_search_ : click_search_;
  const Query& query = frame.state.report->views[static_cast<std::size_t>(table)].wanted;
  Rect rest = centred(area, area.width, height::control);
  const bool filtered = !query.search.empty() || (table == TableId::delivery && !query.statuses.empty());
  const Button clear{.path = "filters/clear", .label = "Clear filters", .kind = ButtonKind::quiet};
  const float others =
      (table == TableId::delivery ? 180.F : 0.F) + (filtered ? button_width(frame, clear) : 0.F);
  search.draw(frame, rest.cut_right(std::clamp(rest.width - others, 120.F, kSearchWidth)));
  rest.cut_right(space::s);
  if (table == TableId::delivery) draw_status_filter(frame, rest);
  if (filtered && draw_button(frame, rest.cut_right(button_width(frame, clear)), clear)) {
    frame.emit(app::ClearFilters{table});
  }
}

void Toolbar::draw_status_filter(Frame& frame, Rect& rest) {
  const FamilySet statuses = frame.state.report->views[0].wanted.statuses;
  const std::string words = filter_in_words(statuses);
  const float width = 16 + 2 * space::m + space::s + frame.text.width(words, type::body_strong) + 16;
  const Rect rect = rest.cut_right(width);
  rest.cut_right(space::s);
  const std::uint32_t id = node_id("filters/status");
  const Press press = frame.control(
      {.id = id, .rect = rect, .name = "Filter by status", .value = words, .pressed = !statuses.empty()});
  if (press.clicked) ImGui::OpenPopup(kPopup);

  const float hover = frame.motion.fade(id, press.hovered || ImGui::IsPopupOpen(kPopup));
  frame.list().AddRectFilled(rect.min(), rect.max(), mix(frame.palette.surface, frame.palette.hover, hover),
                             radius::control);
  frame.list().AddRect(rect.min(), rect.max(), frame.palette.border_strong, radius::control);
  Rect inside = rect.inset(space::m, 0);
  draw_icon(frame.list(), Icon::filter, inside.cut_left(16).centre(), frame.palette.text_secondary, 0.9F);
  inside.cut_left(space::s);
  draw_icon(frame.list(), Icon::down, inside.cut_right(12).centre(), frame.palette.text_tertiary, 0.8F);
  frame.text.draw_in(frame.list(), inside, Align::start, frame.palette.text, words, type::body_strong);
  draw_status_list(frame, rect);
}

// A checklist that stays open while statuses are chosen.
void Toolbar::draw_status_list(Frame& frame, const Rect& below) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float tall = kListRow * kStatusFamilyCount + 2 * space::s;
  const float x = std::clamp(below.right() - kListWidth, 0.F, std::max(0.F, display.x - kListWidth));
  ImGui::SetNextWindowPos({x, std::max(0.F, std::min(below.bottom() + space::xs, display.y - tall))});
  ImGui::SetNextWindowSize({kListWidth, tall});
  if (!ImGui::BeginPopup(kPopup,
                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollbar))
    return;
  const ImVec2 corner = ImGui::GetWindowPos();
  Rect rest = Rect{corner.x, corner.y, kListWidth, tall}.inset(space::s);
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
    const Rect box = centred(inside.cut_left(16), 16, 16);
    frame.list().AddRectFilled(box.min(), box.max(), checked ? frame.palette.primary : frame.palette.surface,
                               radius::small);
    if (!checked) frame.list().AddRect(box.min(), box.max(), frame.palette.border_strong, radius::small);
    if (checked) draw_icon(frame.list(), Icon::check, box.centre(), frame.palette.on_primary, 0.8F);
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
