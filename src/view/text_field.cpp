#include "view/text_field.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "view/widgets.h"

namespace campaign_lens::view {

void TextField::show(std::string_view text) {
  text = bounded(text, buffer_.size() - 1);
  const auto end = std::copy(text.begin(), text.end(), buffer_.begin());
  std::fill(end, buffer_.end(), '\0');
}

std::optional<std::string> TextField::draw(Frame& frame, const Rect& rect, const Look& look,
                                           std::string_view value) {
  const std::uint32_t id = node_id(look.path);
  // While it is typed in, ImGui has the text.
  if (!active_ && value != text()) show(value);

  const float lit = frame.motion.fade(id, active_);
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

  Mirror::Node node;
  node.id = id, node.parent = look.parent, node.role = Mirror::Role::search, node.name = look.name;
  node.value = text();
  node.x = rect.x, node.y = rect.y, node.width = rect.width, node.height = rect.height;
  frame.node(std::move(node));
  std::optional<std::string> edited;
  if (std::string typed; frame.mirror.take_text(id, typed)) {
    show(typed);
    edited = text();
    ++edition_;
  }

  if (look.clearable && !text().empty()) {
    const std::string path = std::string(look.path) + "/clear";
    const Rect clear = rest.cut_right(rect.height).inset(space::xs);
    if (draw_icon_button(frame, clear, path, "Clear search", Icon::close)) {
      show({});
      focus();
      edited.emplace();
    }
  }
  rest.cut_right(space::s);
  if (draw_input(frame, rest, look)) edited = text();
  return edited;
}

// ImGui edits the text; where Inter lacks the characters, the browser draws what ImGui would show as boxes.
bool TextField::draw_input(Frame& frame, const Rect& rect, const Look& look) {
  if (rect.empty()) return false;
  const bool foreign = !frame.text.covers(text());
  if (text().empty()) {
    frame.text.draw_in(frame.list(), rect, Align::start, frame.palette.text_tertiary,
                       look.placeholder.empty() ? look.name : look.placeholder, type::body);
  }
  ImGui::PushFont(frame.text.imgui_font(type::body), Text::imgui_size(type::body));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, (rect.height - Text::line_height(type::body)) / 2});
  if (foreign) {
    ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32_BLACK_TRANS);
    ImGui::PushStyleColor(ImGuiCol_InputTextCursor, IM_COL32_BLACK_TRANS);
  }
  ImGui::SetCursorScreenPos(rect.min());
  ImGui::SetNextItemWidth(rect.width);
  ImGui::PushID(static_cast<int>(node_id(look.path, edition_)));
  if (focus_next_) ImGui::SetKeyboardFocusHere();
  focus_next_ = false;
  const std::string before(text());
  entered_ = ImGui::InputText("", buffer_.data(), buffer_.size(),
                              ImGuiInputTextFlags_EscapeClearsAll | ImGuiInputTextFlags_EnterReturnsTrue);
  const bool edited = before != text();
  active_ = ImGui::IsItemActive();
  ImGui::PopID();
  if (foreign) ImGui::PopStyleColor(2);
  ImGui::PopStyleVar();
  ImGui::PopFont();

  if (foreign) {
    frame.text.draw_in(frame.list(), rect, Align::start, frame.palette.text, text(), type::body);
    const float end = frame.text.end_in(rect, text(), type::body);
    if (active_)
      frame.list().AddLine({end, rect.y + space::s}, {end, rect.bottom() - space::s}, frame.palette.focus);
  }
  return edited;
}

}  // namespace campaign_lens::view
