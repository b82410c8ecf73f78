#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_set>

#include "view/frame.h"

namespace campaign_lens::view {

/// The warnings, each with its places, of which one can be copied. A person opens those that have many.
class ReadingWarnings {
 public:
  /// 0: there are none.
  float height(Frame& frame, float width) const;
  void draw(Frame& frame, const Rect& card);

 private:
  std::span<const WarningPlace> shown_places(const Warning& warning) const;
  float warning_height(Frame& frame, const Warning& warning, float width) const;
  void draw_warning(Frame& frame, Rect area, const Warning& warning);
  void draw_place(Frame& frame, const Rect& row, std::uint32_t id, const WarningPlace& place);

  std::unordered_set<std::string> open_;  // messages whose places are all shown
  std::uint32_t copied_ = 0;              // the place that was copied last
};

}  // namespace campaign_lens::view
