#pragma once

#include <cstdint>
#include <string_view>

#include "view/frame.h"

namespace campaign_lens::view {

/// A scrollbar over whole positions: rows, or pixels sideways.
class Scrollbar {
 public:
  enum class Axis : std::uint8_t { vertical, horizontal };
  explicit Scrollbar(Axis axis) : axis_(axis) {}

  /// Draws it and returns the first visible position, which changes as the thumb is dragged or the track is
  /// pressed.
  std::uint64_t draw(Frame& frame, const Rect& track, std::string_view path, std::uint64_t positions,
                     std::uint32_t visible, std::uint64_t first);

 private:
  Axis axis_;
  float grabbed_at_ = 0;  // of the thumb, from its beginning
};

}  // namespace campaign_lens::view
