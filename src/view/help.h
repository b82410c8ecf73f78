#pragma once

#include "view/frame.h"
#include "view/pixel_scroll.h"

namespace campaign_lens::view {

/// What each status means, every shortcut, and what becomes of the data; over the page until it is closed.
class Help {
 public:
  /// The next draw opens it.
  void open() { opening_ = true; }
  void draw(Frame& frame, const Rect& page);

 private:
  bool opening_ = false;
  float tall_ = 0;
  PixelScroll scroll_;
};

}  // namespace campaign_lens::view
