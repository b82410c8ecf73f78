#pragma once

#include <cstdint>
#include <vector>

#include "view/frame.h"
#include "view/pixel_scroll.h"
#include "view/reading_warnings.h"
#include "view/zone_picker.h"

namespace campaign_lens::view {

/// How the file was read, and what a person corrects of that: cards on a page that scrolls.
class Reading {
 public:
  void draw(Frame& frame, const Rect& area);

 private:
  enum class Part : std::uint8_t { file, statuses, warnings, delivery, clicks };
  /// A card at its place on the page, whose corner is (0, 0).
  struct Placed {
    Part part = Part::file;
    Rect rect;
  };

  float height_of(Frame& frame, Part part, float width) const;
  std::vector<Placed> lay_out(Frame& frame, float width) const;
  void draw_part(Frame& frame, const Placed& placed);

  ZonePicker zone_{"reading/zone", "Zone of times without an offset"};
  ReadingWarnings warnings_;
  PixelScroll scroll_;
};

}  // namespace campaign_lens::view
