#pragma once

#include <cstdint>

#include <imgui.h>

namespace campaign_lens::view {

enum class Icon : std::uint8_t {
  none,
  search,
  close,
  check,
  down,
  up,
  sun,
  moon,
  download,
  file,
  warning,
  lock,
  filter,
  undo,
  copy,
  review,
  redo,
  columns,
  pin,
  hidden,
  width,
  help,
  ascending,
  descending,
  go_to,
  more,
  clock,
};

/// Draws an icon of 16 × 16 logical pixels around `centre`, scaled.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, ImU32 colour, float scale = 1);

/// The product's mark: a lens over three rows, `size` pixels wide.
void draw_logo(ImDrawList& list, ImVec2 centre, float size, ImU32 ink, ImU32 paper);

}  // namespace campaign_lens::view
