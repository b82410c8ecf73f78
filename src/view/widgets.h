#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "view/frame.h"
#include "view/icons.h"

namespace campaign_lens::view {

// The controls of the page. A path names a control; see node_id.

enum class ButtonKind : std::uint8_t { primary, secondary, quiet };

struct Button {
  std::string_view path = {};
  std::string_view label = {};   ///< drawn, and the name; for an icon alone: the name
  std::string_view detail = {};  ///< drawn after the label, quieter; the node's value
  Icon icon = Icon::none;
  ButtonKind kind = ButtonKind::secondary;
  bool icon_only = false;
  bool disabled = false;
  bool pressed = false;
};

float button_width(Frame& frame, const Button& button);
/// True when it was pressed.
bool draw_button(Frame& frame, const Rect& rect, const Button& button);
/// One that is a quiet icon; the label is its tooltip and its name.
bool draw_icon_button(Frame& frame, const Rect& rect, std::string_view path, std::string_view label,
                      Icon icon, bool possible = true);

/// Buttons side by side of which any number may be pressed; equally wide. Gives the one that was pressed now.
struct Segment {
  std::string_view label = {};  ///< drawn, and the name
  Icon icon = Icon::none;
  bool pressed = false;
  bool disabled = false;
};
std::optional<std::size_t> draw_segments(Frame& frame, const Rect& rect, std::string_view path,
                                         std::span<const Segment> segments);

/// The box before what can be ticked; 16 × 16.
void draw_tick_box(Frame& frame, const Rect& box, bool ticked);

/// One pixel high, along the foot of `rect`.
void draw_hairline(Frame& frame, const Rect& rect);

/// A raised surface with a hairline around it.
void draw_card(Frame& frame, const Rect& rect);
/// The heading of a card along its top, with a word beside it; kCardHeading high.
void draw_card_heading(Frame& frame, const Rect& strip, std::string_view path, std::string_view title,
                       std::string_view detail);
inline constexpr float kCardHeading = 48;
/// A hairline along the top of a row of a card.
void draw_divider(Frame& frame, const Rect& row);
/// A row of a card that the person has corrected.
void draw_corrected(Frame& frame, const Rect& row);
/// The soft shadow under something that floats over the page.
void draw_shadow(Frame& frame, const Rect& rect);
/// A card that floats.
void draw_floating_card(Frame& frame, const Rect& rect);

/// A raw status in the colours of its family, cut to `room`. Returns whether it was cut.
bool draw_status_pill(Frame& frame, const Rect& room, StatusFamily family, std::string_view raw);

/// `fraction` from 0 to 1.
void draw_progress_bar(Frame& frame, const Rect& rect, float fraction, ImU32 colour);

struct Tab {
  std::string_view path = {};
  std::string_view label = {};
  std::string_view count = {};  ///< part of the name
  bool counted = true;          ///< the count is drawn
  bool selected = false;
};

/// True when it was pressed.
bool draw_tab(Frame& frame, const Rect& rect, const Tab& tab);
/// `count` may be empty.
float tab_width(Frame& frame, std::string_view label, std::string_view count);

/// A message in the middle of an empty area, with a button under it unless `action` is empty; true when
/// pressed.
bool draw_empty_state(Frame& frame, const Rect& area, std::string_view path, std::string_view title,
                      std::string_view detail, std::string_view action);

}  // namespace campaign_lens::view
