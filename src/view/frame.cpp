#include "view/frame.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace campaign_lens::view {
namespace {

constexpr std::size_t kMaxNameBytes = 1024;
constexpr float kTooltipWidth = 300;
constexpr float kTremble_px = 8;
constexpr double kLongPress_s = 0.6;

Rect clip_of(const ImDrawList& list) {
  const ImVec2 min = list.GetClipRectMin(), max = list.GetClipRectMax();
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  return Rect{min.x, min.y, max.x - min.x, max.y - min.y}.intersection({0, 0, display.x, display.y});
}

}  // namespace

std::uint32_t node_id(std::string_view path, std::uint64_t first, std::uint64_t second) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  const auto take = [&hash](unsigned byte) { hash = (hash ^ byte) * 16777619U; };
  for (const char c : path)
    take(static_cast<unsigned char>(c));
  for (const std::uint64_t number : {first, second}) {
    for (int shift = 0; shift < 64; shift += 8)
      take(static_cast<unsigned>(number >> shift & 0xFFU));
  }
  return hash == 0 ? 1 : hash;
}

bool Frame::shows(const Rect& rect) const {
  return !rect.intersection(clip_of(list())).empty();
}

void Frame::node(Mirror::Node node) {
  const Rect seen = Rect{node.x, node.y, node.width, node.height}.intersection(clip_of(list()));
  if (seen.empty()) return;
  if (node.parent == 0) node.parent = parent_;
  node.x = seen.x, node.y = seen.y, node.width = seen.width, node.height = seen.height;
  node.name.resize(bounded(node.name, kMaxNameBytes).size());
  mirror.add(std::move(node));
}

void Frame::node(std::uint32_t id, Mirror::Role role, const Rect& rect, std::string_view name,
                 std::uint32_t parent) {
  Mirror::Node made;
  made.id = id, made.parent = parent, made.role = role, made.name = name;
  made.x = rect.x, made.y = rect.y, made.width = rect.width, made.height = rect.height;
  node(std::move(made));
}

Press Frame::control(const Control& control) {
  Mirror::Node made;
  made.id = control.id, made.parent = control.parent, made.role = control.role;
  made.name = control.name, made.value = control.value;
  made.x = control.rect.x, made.y = control.rect.y, made.width = control.rect.width,
  made.height = control.rect.height;
  made.pressed = control.pressed, made.selected = control.selected, made.disabled = control.disabled;
  made.column = control.column;
  node(std::move(made));
  if (control.disabled) return {};
  Press press = touch(control.id, control.rect);
  if (press.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  press.clicked = mirror.take_activation(control.id) || press.clicked;
  return press;
}

Press Frame::touch(std::uint32_t id, const Rect& rect) {
  if (rect.empty()) return {};
  ImGui::SetCursorScreenPos(rect.min());
  ImGui::PushID(static_cast<int>(id));
  Press press;
  press.clicked = ImGui::InvisibleButton("", {rect.width, rect.height});
  press.hovered = ImGui::IsItemHovered();
  press.held = ImGui::IsItemActive();
  // A finger that has moved something, or stayed to see what it is, has not pressed it.
  const ImGuiIO& io = ImGui::GetIO();
  const bool touch = io.MouseSource == ImGuiMouseSource_TouchScreen;
  const bool stayed = ImGui::GetTime() - io.MouseClickedTime[ImGuiMouseButton_Left] > kLongPress_s;
  press.clicked = press.clicked && !(touch && (finger_moved() || stayed));
  ImGui::PopID();
  return press;
}

bool finger_moved() {
  return ImGui::GetIO().MouseDragMaxDistanceSqr[ImGuiMouseButton_Left] > kTremble_px * kTremble_px;
}

void Frame::tooltip(std::uint32_t id, const Rect& anchor, std::string_view title, std::string_view body) {
  if (!motion.rested_over(id)) return;
  tip_anchor_ = anchor;
  tip_title_ = title;
  tip_body_ = body;
}

void Frame::draw_tooltip() {
  if (tip_title_.empty() && tip_body_.empty()) return;
  ImDrawList& over = *ImGui::GetForegroundDrawList();
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float room = std::min(kTooltipWidth, display.x - 2 * (space::s + space::m));
  const auto title = text.wrap(tip_title_, type::body_strong, room);
  const auto body = text.wrap(tip_body_, type::body, room);
  const float line = Text::line_height(type::body) + 2;

  float width = 0;
  for (const auto part : title)
    width = std::max(width, text.width(part, type::body_strong));
  for (const auto part : body)
    width = std::max(width, text.width(part, type::body));
  Rect box{tip_anchor_.x, tip_anchor_.bottom() + space::s, std::min(width, room) + 2 * space::m,
           line * static_cast<float>(title.size() + body.size()) + 2 * space::s};
  if (!title.empty() && !body.empty()) box.height += space::xs;
  box.x = std::max(space::s, std::min(box.x, display.x - space::s - box.width));
  if (box.bottom() > display.y - space::s) box.y = tip_anchor_.y - space::s - box.height;
  box.y = std::max(space::s, box.y);

  Mirror::Node told;
  told.id = node_id("tooltip"), told.role = Mirror::Role::tooltip;
  told.name = tip_title_ + (tip_title_.empty() || tip_body_.empty() ? "" : ": ") + tip_body_;
  const Rect seen = box.intersection({0, 0, display.x, display.y});
  told.x = seen.x, told.y = seen.y, told.width = seen.width, told.height = seen.height;
  mirror.add(std::move(told));

  over.AddRectFilled(box.min(), box.max(), palette.primary, radius::control);
  Rect rest = box.inset(space::m, space::s);
  for (const auto part : title) {
    text.draw_in(over, rest.cut_top(line), Align::start, palette.on_primary, part, type::body_strong);
  }
  if (!title.empty() && !body.empty()) rest.cut_top(space::xs);
  const ImU32 quiet = mix(palette.on_primary, palette.primary, 0.2F);
  for (const auto part : body)
    text.draw_in(over, rest.cut_top(line), Align::start, quiet, part, type::body);
}

}  // namespace campaign_lens::view
