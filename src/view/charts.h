#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "view/frame.h"

namespace campaign_lens::view {

// The pictures of the page. Every mark is a node of the mirror with its number, has a tooltip, and says when
// it was pressed.

/// One line of a list of bars.
struct Bar {
  std::string label;
  std::uint64_t value = 0;
  std::string detail = {};  ///< behind the value: a share
  std::uint64_t part = 0;   ///< of the value, drawn stronger
  std::string note = {};    ///< in the tooltip
  ImU32 colour = 0;
  bool pressable = true;
  bool pressed = false;
  bool faint = false;  ///< the label is none of the data's
};
inline constexpr float kBarRow = 34;
/// Gives the one that was pressed. The longest bar is `most`; 0: that of the greatest value.
std::optional<std::size_t> draw_bars(Frame& frame, const Rect& area, std::string_view path,
                                     std::span<const Bar> bars, std::uint64_t most = 0);

/// Parts of a whole side by side, in proportion, and below them what each is.
struct Slice {
  std::string label;
  std::uint64_t value = 0;
  ImU32 colour = 0;
};
float stack_height(std::size_t slices, float width);
std::optional<std::size_t> draw_stack(Frame& frame, const Rect& area, std::string_view path,
                                      std::span<const Slice> slices);

/// Values over time. A press, or a drag over several, gives the first and the last one.
struct Columns {
  std::string_view path = {};
  std::string_view what = {};  ///< "messages"
  std::span<const std::uint64_t> values = {};
  ImU32 colour = 0;
  std::function<std::string(std::size_t)> name = {};  ///< of the step at that place
  bool pressable = true;
};
struct Brush {
  std::size_t from = 0, to = 0;
  std::size_t first() const { return from < to ? from : to; }
  std::size_t last() const { return from < to ? to : from; }
};
/// `brush` is kept by the caller while the mouse is down.
std::optional<Brush> draw_columns(Frame& frame, const Rect& area, const Columns& columns,
                                  std::optional<Brush>& brush);

}  // namespace campaign_lens::view
