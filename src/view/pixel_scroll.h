#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "view/frame.h"
#include "view/row_scroll.h"

namespace campaign_lens::view {

/// How far something tall is scrolled behind a window onto it: by its bar, the wheel, a finger and keys.
class PixelScroll {
 public:
  /// Gives the pixels that are scrolled away above `seen`. The bar is drawn in `track`, which is beside it.
  /// `keys`: the arrows and pages are its own while the page has them.
  float draw(Frame& frame, const Rect& seen, const Rect& track, std::string_view path, float tall, bool keys);
  void to_top() { at_ = {}; }
  /// Goes to the top if what is seen is of another report, or another row of it, than it was the last time.
  void show(std::uint32_t report, std::uint64_t row = 0) {
    if (std::exchange(shown_, {report, row}) != std::pair{report, row}) to_top();
  }

 private:
  std::pair<std::uint32_t, std::uint64_t> shown_;
  RowPlace at_;  // rows of a pixel
  RowScroll rows_;
};

}  // namespace campaign_lens::view
