#include "view/select.h"

#include <algorithm>

#include <imgui_internal.h>

namespace campaign_lens::view {
namespace {

constexpr float kIcon = 16, kArrow = 12;
constexpr float kNarrowestList = 200;
// Scrolling through less is a burden.
constexpr float kLeastList = 8 * kChoiceHeight + 2 * space::s;

// Names the popup of a select.
std::string popup_of(std::uint32_t id) {
  return "##list" + std::to_string(id);
}

float padding_of(const Select& select) {
  return select.low ? space::s : space::m;
}

Font font_of(const Select& select) {
  return select.low ? type::body : type::body_strong;
}

// Where one of them holds, all leave room for its tick.
bool have_ticks(std::span<const Choice> choices) {
  return std::ranges::any_of(choices, &Choice::chosen);
}

float list_width(Frame& frame, std::span<const Choice> choices) {
  const float tick = have_ticks(choices) ? kIcon + space::s : 0;
  float width = kNarrowestList;
  for (const Choice& choice : choices) {
    const float detail = choice.detail.empty() ? 0 : space::l + frame.text.width(choice.detail, type::body);
    const float mark = choice.mark ? 8 + space::s : 0;
    width = std::max(width, 4 * space::s + tick + space::s + mark +
                                frame.text.width(choice.label, type::body_strong) + detail);
  }
  return std::min(width, ImGui::GetIO().DisplaySize.x);
}

/// Where a list stands: beneath its control, else above it, else to its right. It does not cover what stays
/// in place above where its control scrolls, and is shorter and scrolls before it moves.
Rect list_beside(const Rect& control, float width, float tall) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float ceiling = std::max(0.F, ImGui::GetWindowDrawList()->GetClipRectMin().y);
  const float floor = display.y - space::s;
  const float beneath = control.bottom() + space::xs, above = control.y - space::xs;
  const float least = std::min(tall, kLeastList);

  Rect list{control.x, beneath, width, std::min(tall, floor - beneath)};
  if (list.height < least) {
    list.height = std::min(tall, above - ceiling);
    list.y = above - list.height;
  }
  if (list.height < least) {
    list.height = std::min({tall, floor, std::max(least, floor - ceiling)});
    list.y = std::max(0.F, floor - list.height);
    list.x = control.right() + space::xs;
  }
  if (list.x == control.x && control.x + width > display.x - space::s) list.x = control.right() - width;
  list.x = std::clamp(list.x, 0.F, std::max(0.F, display.x - width - space::s));
  return list;
}

}  // namespace

bool draw_choice(Frame& frame, const Rect& row, std::uint32_t id, const Choice& choice, bool ticks) {
  const Press press =
      frame.control({.id = id,
                     .rect = row,
                     .name = choice.detail.empty() ? choice.label : choice.label + ", " + choice.detail,
                     .pressed = choice.chosen});
  if (press.hovered) frame.list().AddRectFilled(row.min(), row.max(), frame.palette.hover, radius::control);
  Rect inside = row.inset(space::s, 0);
  if (ticks) {
    const Rect tick = inside.cut_left(kIcon);
    if (choice.chosen) draw_icon(frame.list(), Icon::check, tick.centre(), frame.palette.text, 0.9F);
    inside.cut_left(space::s);
  }
  if (choice.mark) {
    frame.list().AddCircleFilled(inside.cut_left(8).centre(), 4, *choice.mark);
    inside.cut_left(space::s);
  }
  const float detail = std::min(inside.width * 0.6F, frame.text.width(choice.detail, type::body));
  frame.text.draw_in(frame.list(), inside.cut_right(detail), Align::end, frame.palette.text_tertiary,
                     choice.detail, type::body);
  inside.cut_right(space::s);
  frame.text.draw_in(frame.list(), inside, Align::start, frame.palette.text, choice.label,
                     choice.chosen ? type::body_strong : type::body);
  return press.clicked;
}

float select_width(Frame& frame, const Select& select) {
  const float icon = select.icon == Icon::none ? 0 : kIcon + space::s;
  return icon + 2 * padding_of(select) + frame.text.width(select.value, font_of(select)) + space::xs + kArrow;
}

bool draw_select(Frame& frame, const Rect& rect, const Select& select) {
  const Press press = frame.control({.id = select.id,
                                     .rect = rect,
                                     .name = std::string(select.name),
                                     .value = std::string(select.value),
                                     .pressed = select.pressed,
                                     .parent = select.parent});
  const std::string popup = popup_of(select.id);
  if (press.clicked) open_panel(select.id);
  const bool open = ImGui::IsPopupOpen(popup.c_str());

  const float hover = frame.motion.fade(select.id, press.hovered || open);
  frame.list().AddRectFilled(rect.min(), rect.max(), mix(frame.palette.surface, frame.palette.hover, hover),
                             radius::control);
  const ImU32 edge = select.low ? frame.palette.border : frame.palette.border_strong;
  frame.list().AddRect(rect.min(), rect.max(), mix(edge, frame.palette.border_strong, hover),
                       radius::control);
  Rect inside = rect.inset(padding_of(select), 0);
  if (select.icon != Icon::none) {
    draw_icon(frame.list(), select.icon, inside.cut_left(kIcon).centre(), frame.palette.text_secondary, 0.9F);
    inside.cut_left(space::s);
  }
  draw_icon(frame.list(), Icon::down, inside.cut_right(kArrow).centre(), frame.palette.text_tertiary, 0.8F);
  inside.cut_right(space::xs);
  const ImU32 ink = select.quiet ? frame.palette.text_tertiary : frame.palette.text;
  const bool cut = frame.text.draw_in(frame.list(), inside, Align::start, ink, select.value, font_of(select));
  if (cut && press.hovered && !open) frame.tooltip(select.id, rect, {}, select.value);
  return open;
}

void open_panel(std::uint32_t id) {
  ImGui::OpenPopup(popup_of(id).c_str());
}

bool begin_panel(std::uint32_t id, const Rect& place) {
  ImGui::SetNextWindowPos(place.min());
  ImGui::SetNextWindowSize({place.width, place.height});
  if (!ImGui::BeginPopup(popup_of(id).c_str(), ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav))
    return false;
  // ImGui hides a popup for a frame to measure it. This one has its size: it is there at once, for the eye
  // and for a press that comes before the next frame and would fall through it.
  if (ImGui::IsWindowAppearing()) {
    ImGuiWindow* const window = ImGui::GetCurrentWindow();
    window->HiddenFramesCannotSkipItems = 0;
    window->Hidden = false;
  }
  if (panel_is_covered() || !ImGui::IsKeyPressed(ImGuiKey_Escape)) return true;
  ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  return false;
}

bool panel_is_covered() {
  return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId);
}

std::optional<Rect> begin_list(std::uint32_t id, const Rect& below, float width, float tall) {
  if (!begin_panel(id, list_beside(below, width, tall))) return std::nullopt;
  const ImGuiIO& io = ImGui::GetIO();
  const bool finger = io.MouseSource == ImGuiMouseSource_TouchScreen &&
                      ImGui::IsMouseDown(ImGuiMouseButton_Left) && finger_moved();
  if (finger && ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem))
    ImGui::SetScrollY(ImGui::GetScrollY() - io.MouseDelta.y);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  return Rect{corner.x, corner.y, width, tall}.inset(space::s);
}

std::optional<std::size_t> draw_choices(Frame& frame, const Rect& below, const Select& select,
                                        std::span<const Choice> choices) {
  const float tall = kChoiceHeight * static_cast<float>(choices.size()) + 2 * space::s;
  std::optional<Rect> rest = begin_list(select.id, below, list_width(frame, choices), tall);
  if (!rest) return std::nullopt;
  const bool ticks = have_ticks(choices);
  std::optional<std::size_t> made;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (draw_choice(frame, rest->cut_top(kChoiceHeight), node_id("choice", select.id, i), choices[i], ticks))
      made = i;
  }
  if (made) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  return made;
}

}  // namespace campaign_lens::view
