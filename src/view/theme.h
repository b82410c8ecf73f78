#pragma once

#include <cstdint>

#include <imgui.h>

#include "schema/status.h"

namespace campaign_lens::view {

// The design, written down once. Colour means status; everything else is ink on paper. Lengths are logical
// pixels on a grid of 4.

namespace space {
inline constexpr float hair = 1, xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 32;
}  // namespace space

namespace radius {
inline constexpr float small = 4, control = 6, card = 10;
}  // namespace radius

namespace height {
inline constexpr float control = 32, row = 32, grid_header = 36, header = 72, toolbar = 52, status_line = 32;
inline constexpr float scrollbar = 12;
}  // namespace height

/// How long a hover or a selection takes to show, in seconds.
inline constexpr float kFade_s = 0.14F;

/// The colours of one status: of its mark, of text in it, and of the ground that such text stands on.
struct StatusColours {
  ImU32 mark, text, tint;
};

struct Palette {
  bool dark = false;
  ImU32 page, surface, sunken, hover, pressed;
  ImU32 border, border_strong;
  ImU32 text, text_secondary, text_tertiary;
  ImU32 primary, primary_hover, primary_pressed, on_primary;
  ImU32 focus, focus_tint;
  ImU32 skeleton, scroll_thumb, scroll_thumb_hover;
  ImU32 shadow;  ///< one of several layers
  StatusColours total, success, failed, not_confirmed, submitted, not_submitted, unrecognised;
};

/// `more_contrast`: edges as strong as text, and no text that is quieter than another.
const Palette& palette_of(bool dark, bool more_contrast);

const StatusColours& colours_of(const Palette& palette, CountId count);
const StatusColours& colours_of(const Palette& palette, StatusFamily family);

/// `from` at 0, `to` at 1.
ImU32 mix(ImU32 from, ImU32 to, float amount);
ImU32 with_alpha(ImU32 colour, float alpha);

/// Sets every value of ImGui's style that anything of ours lets through: text fields, popups, tooltips.
void apply_style(ImGuiStyle& style, const Palette& palette);

}  // namespace campaign_lens::view
