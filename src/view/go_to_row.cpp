#include "view/go_to_row.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "view/select.h"
#include "view/values.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kWidth = 240;

}  // namespace

std::optional<std::uint64_t> GoToRow::draw(Frame& frame, const Rect& below, std::uint64_t rows) {
  const std::uint32_t id = node_id("go_to_row");
  if (opening_) {
    open_panel(id);
    field_ = TextField();
    field_.focus();
    opening_ = false;
  }
  const Rect place{below.x, below.bottom(), kWidth, height::control + 2 * space::s};
  if (!begin_panel(id, place)) return std::nullopt;
  Rect line = place.inset(space::s);
  const Button go{.path = "go_to_row/go", .label = "Go", .kind = ButtonKind::primary};
  const Rect button = line.cut_right(button_width(frame, go));
  line.cut_right(space::s);
  const std::string name = "Row, 1 to " + with_thousands(rows);
  field_.draw(frame, line,
              {.path = "go_to_row/number",
               .name = name,
               .wrong = !number_of(field_.text()) && !field_.text().empty()},
              std::string(field_.text()));
  const std::optional<double> number = number_of(field_.text());
  const bool pressed = draw_button(frame, button, go);
  std::optional<std::uint64_t> row;
  if ((pressed || field_.entered()) && number) {
    row = static_cast<std::uint64_t>(std::clamp(*number, 1.0, static_cast<double>(rows))) - 1;
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
  return row;
}

}  // namespace campaign_lens::view
