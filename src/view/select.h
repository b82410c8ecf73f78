#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "view/frame.h"
#include "view/icons.h"

namespace campaign_lens::view {

/// A control that shows what is chosen and opens a list of what else may be.
struct Select {
  std::uint32_t id = 0;
  std::string_view name = {};   ///< what is chosen for; said, not drawn
  std::string_view value = {};  ///< what is chosen
  Icon icon = Icon::none;
  bool pressed = false;  ///< something else than usual is chosen
  bool quiet = false;    ///< what is chosen is nothing much
  bool low = false;      ///< stands in a row of a table
  std::uint32_t parent = 0;
};

float select_width(Frame& frame, const Select& select);
/// True while its list is open: then that is to be drawn, by draw_choices or otherwise.
bool draw_select(Frame& frame, const Rect& rect, const Select& select);

/// What floats over the page until the person presses beside it or Escape. To be ended by ImGui::EndPopup;
/// false if it is not open. Its content is drawn in `place`.
void open_panel(std::uint32_t id);
bool begin_panel(std::uint32_t id, const Rect& place);
/// Whether another one is open over the panel that is being drawn.
bool panel_is_covered();

/// Begins the list of the control at `below`, to be ended by ImGui::EndPopup; nothing if it is not there.
/// Gives the room inside, which scrolls where the page is lower than `tall`.
std::optional<Rect> begin_list(std::uint32_t id, const Rect& below, float width, float tall);

struct Choice {
  std::string label;
  std::string detail = {};
  bool chosen = false;
  std::optional<ImU32> mark = {};  ///< the colour of a dot before the label
};

/// A line of a list; true when it is pressed. `ticks`: leaves room for those of choices that are chosen.
inline constexpr float kChoiceHeight = 30;
bool draw_choice(Frame& frame, const Rect& row, std::uint32_t id, const Choice& choice, bool ticks);

/// The list of a select whose one choice is made by a press, which is returned.
std::optional<std::size_t> draw_choices(Frame& frame, const Rect& below, const Select& select,
                                        std::span<const Choice> choices);

}  // namespace campaign_lens::view
