#pragma once

#include <imgui.h>

#include "view/motion.h"
#include "view/rect.h"

namespace campaign_lens::view {

/// A finger that moves what is under it, and what goes on moving when the finger has left: as fast as it was,
/// then slower and slower. It moves things up and down or sideways, whichever it began with.
class Finger {
 public:
  /// The pixels by which what is seen in `seen` moves in this frame: to the right and down.
  ImVec2 move(Motion& motion, const Rect& seen);
  /// It moves no more, as it has come to its end or something else has moved it.
  void stop() { speed_ = {}; }
  /// Whether the finger came down on what still moved: then it has stopped that, and presses nothing.
  bool caught() const { return caught_; }

 private:
  enum class Axis { unknown, sideways, up_and_down };

  ImVec2 held(const Motion& motion);
  ImVec2 coast(Motion& motion);

  bool down_ = false, caught_ = false;
  Axis axis_ = Axis::unknown;
  ImVec2 speed_;  // in pixels a second
  double moved_s_ = 0;
};

}  // namespace campaign_lens::view
