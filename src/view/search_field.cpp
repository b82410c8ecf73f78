#include "view/search_field.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr std::string_view kName = "Search all columns";

std::string_view path_of(TableId table) {
  return table == TableId::delivery ? "search/delivery" : "search/clicks";
}

}  // namespace

void SearchField::show(std::string_view text) {
  text = bounded(text, buffer_.size() - 1);
  const auto end = std::copy(text.begin(), text.end(), buffer_.begin());
  std::fill(end, buffer_.end(), '\0');
}

void SearchField::draw(Frame& frame, const Rect& rect) {
  const std::string& wanted = frame.state.report->views[static_cast<std::size_t>(table_)].wanted.search;
  const std::uint32_t id = node_id(path_of(table_));
  // While it is typed in, ImGui has the text.
  if (!active_ && wanted != buffer_.data()) show(wanted);

  const float lit = frame.motion.fade(id, active_);
  frame.list().AddRectFilled(rect.min(), rect.max(), frame.palette.surface, radius::control);
  frame.list().AddRect(rect.min(), rect.max(), mix(frame.palette.border_strong, frame.palette.focus, lit),
                       radius::control, 0, 1 + 0.5F * lit);
  Rect rest = rect;
  draw_icon(frame.list(), Icon::search, rest.cut_left(height::control).centre(), frame.palette.text_tertiary,
            0.9F);

  Mirror::Node node;
  node.id = id, node.role = Mirror::Role::search, node.name = kName, node.value = wanted;
  node.x = rect.x, node.y = rect.y, node.width = rect.width, node.height = rect.height;
  frame.node(std::move(node));
  if (std::string text; frame.mirror.take_text(id, text)) {
    text.resize(bounded(text, buffer_.size() - 1).size());
    show(text);
    frame.emit(app::SetSearch{table_, std::move(text)});
  }

  if (!wanted.empty()) {
    const std::string path = std::string(path_of(table_)) + "/clear";
    const Rect clear = rest.cut_right(height::control).inset(space::xs);
    if (draw_button(frame, clear,
                    {.path = path,
                     .label = "Clear search",
                     .icon = Icon::close,
                     .kind = ButtonKind::quiet,
                     .icon_only = true})) {
      frame.emit(app::SetSearch{table_, {}});
      focus();
    }
  }
  rest.cut_right(space::s);
  draw_input(frame, rest);
}

// ImGui edits the text; where Inter lacks the characters, the browser draws what ImGui would show as boxes.
void SearchField::draw_input(Frame& frame, const Rect& rect) {
  if (rect.empty()) return;
  const std::string_view before = buffer_.data();
  const bool foreign = !frame.text.covers(before);
  if (before.empty()) {
    frame.text.draw_in(frame.list(), rect, Align::start, frame.palette.text_tertiary, kName, type::body);
  }
  ImGui::PushFont(frame.text.imgui_font(type::body), Text::imgui_size(type::body));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, (rect.height - Text::line_height(type::body)) / 2});
  if (foreign) {
    ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32_BLACK_TRANS);
    ImGui::PushStyleColor(ImGuiCol_InputTextCursor, IM_COL32_BLACK_TRANS);
  }
  ImGui::SetCursorScreenPos(rect.min());
  ImGui::SetNextItemWidth(rect.width);
  ImGui::PushID(static_cast<int>(node_id(path_of(table_))));
  if (focus_next_) ImGui::SetKeyboardFocusHere();
  focus_next_ = false;
  const bool edited =
      ImGui::InputText("", buffer_.data(), buffer_.size(), ImGuiInputTextFlags_EscapeClearsAll);
  active_ = ImGui::IsItemActive();
  ImGui::PopID();
  if (foreign) ImGui::PopStyleColor(2);
  ImGui::PopStyleVar();
  ImGui::PopFont();

  const std::string_view text = buffer_.data();
  if (foreign) {
    frame.text.draw_in(frame.list(), rect, Align::start, frame.palette.text, text, type::body);
    const float end = frame.text.end_in(rect, text, type::body);
    if (active_)
      frame.list().AddLine({end, rect.y + space::s}, {end, rect.bottom() - space::s}, frame.palette.focus);
  }
  if (edited) frame.emit(app::SetSearch{table_, std::string(text)});
}

}  // namespace campaign_lens::view
