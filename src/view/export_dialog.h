#pragma once

#include "view/frame.h"
#include "view/pixel_scroll.h"

namespace campaign_lens::view {

/// What an export will have, and what may be chosen of it; over the page until it is begun or given up.
class ExportDialog {
 public:
  void draw(Frame& frame, const Rect& page);

 private:
  bool open_ = false;  // as of the last frame
  Rect place_;
  PixelScroll scroll_;
};

}  // namespace campaign_lens::view
