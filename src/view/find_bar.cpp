#include "view/find_bar.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "view/select.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kWidth = 460, kWords = 130;

/// "3 of 1,204 rows"; empty as long as it is not known of the rows that are shown.
std::string found_in_words(const app::AppState::View& view) {
  if (!view.find || !view.find->asked) return {};
  const messages::FindAnswer& answer = view.find->answer;
  if (answer.id != view.find->asked->id || answer.query_id != view.answer.id) return {};
  if (!answer.place) return "Not found";
  return with_thousands(answer.place->number) + " of " + with_thousands(answer.rows) +
         (answer.rows == 1 ? " row" : " rows");
}

}  // namespace

const std::optional<app::AppState::Find>& FindBar::find(const Frame& frame) const {
  return frame.state.report->views[static_cast<std::size_t>(table_)].find;
}

void FindBar::go_on(Frame& frame, bool backwards) {
  const std::optional<app::AppState::Find>& find = this->find(frame);
  if (find && !find->text.empty()) {
    frame.emit(app::FindNext{table_, backwards});
  } else {
    open();
  }
}

void FindBar::draw(Frame& frame, const Rect& header) {
  const std::uint32_t id = node_id("find", static_cast<std::uint64_t>(table_));
  if (opening_) {
    open_panel(id);
    field_.focus();
    opening_ = false;
  }
  const float width = std::min(kWidth, header.width);
  constexpr float kTall = height::control + 2 * space::s;
  const Rect place{header.right() - width, header.centre().y - kTall / 2, width, kTall};
  if (!begin_panel(id, place)) return;
  const app::AppState::View& view = frame.state.report->views[static_cast<std::size_t>(table_)];
  frame.node(id, Mirror::Role::group, place, "Find");
  Rect line = place.inset(space::s);
  const auto button = [&](std::string_view path, std::string_view label, Icon icon) {
    return draw_icon_button(frame, line.cut_right(height::control), path, label, icon);
  };
  if (button("find/close", "Close", Icon::close)) ImGui::CloseCurrentPopup();
  const bool next = button("find/next", "Next (Enter)", Icon::down);
  const bool previous = button("find/previous", "Previous (Shift + Enter)", Icon::up);
  const std::string words = found_in_words(view);
  const Rect told = line.cut_right(kWords);
  line.cut_right(space::s);
  frame.text.draw_in(frame.list(), told, Align::start, frame.palette.text_secondary, words, type::caption);
  frame.node(node_id("find/words"), Mirror::Role::status, told, words);
  const TextField::Look look{.path = "find/text",
                             .name = "Find in these rows",
                             .icon = Icon::search,
                             .wrong = !words.empty() && !view.find->answer.place};
  if (std::optional<std::string> text = field_.draw(frame, line, look, view.find ? view.find->text : ""))
    frame.emit(app::FindText{table_, *std::move(text)});
  const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter) || ImGui::IsKeyPressed(ImGuiKey_F3);
  if (next || previous || enter) {
    frame.emit(app::FindNext{table_, previous || (enter && ImGui::GetIO().KeyShift)});
    field_.focus();
  }
  ImGui::EndPopup();
}

}  // namespace campaign_lens::view
