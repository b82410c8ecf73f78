#include "view/text_field.h"

#include <utility>

#include "base/text.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {
constexpr std::size_t kMaxBytes = 256;
}

std::optional<std::string> TextField::draw(Frame& frame, const Rect& rect, const Look& look,
                                           std::string_view value) {
  const std::uint32_t id = node_id(look.path);
  const bool edited_now = frame.mirror.has_keyboard(id);
  if (!edited_now) text_ = bounded(value, kMaxBytes);

  const float lit = frame.motion.fade(id, edited_now);
  frame.list().AddRectFilled(rect.min(), rect.max(), frame.palette.surface, radius::control);
  const ImU32 edge =
      look.wrong ? frame.palette.failed.mark : mix(frame.palette.border_strong, frame.palette.focus, lit);
  frame.list().AddRect(rect.min(), rect.max(), edge, radius::control, 0, 1 + 0.5F * lit);
  Rect rest = rect;
  if (look.icon == Icon::none) {
    rest.cut_left(space::s + 2);
  } else {
    draw_icon(frame.list(), look.icon, rest.cut_left(rect.height).centre(), frame.palette.text_tertiary,
              0.9F);
  }

  std::optional<std::string> edited;
  if (std::string typed; frame.mirror.take_text(id, typed)) {
    text_ = bounded(typed, kMaxBytes);
    edited = text_;
  }
  entered_ = edited_now && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
  if (edited_now && look.clearable && !text_.empty() && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    text_.clear();
    edited.emplace();
  }
  if (look.clearable && !text_.empty()) {
    const std::string path = std::string(look.path) + "/clear";
    const Rect clear = rest.cut_right(rect.height).inset(space::xs);
    if (draw_icon_button(frame, clear, path, "Clear search", Icon::close)) {
      text_.clear();
      focus();
      edited.emplace();
    }
  }
  rest.cut_right(space::s);

  const Press press = frame.touch(id, rect);
  Mirror::Node node;
  node.id = id, node.parent = look.parent, node.role = Mirror::Role::search, node.name = look.name;
  node.value = text_;
  node.x = rest.x, node.y = rect.y, node.width = rest.width, node.height = rect.height;
  node.hovered = press.hovered;
  node.focused = std::exchange(focus_next_, false) || press.clicked;
  frame.node(std::move(node));

  if (text_.empty()) {
    frame.text.draw_in(frame.list(), rest, Align::start, frame.palette.text_tertiary,
                       look.placeholder.empty() ? look.name : look.placeholder, type::body);
  } else if (!edited_now) {
    frame.text.draw_in(frame.list(), rest, Align::start, frame.palette.text, text_, type::body);
  }
  return edited;
}

}  // namespace campaign_lens::view
