#pragma once

#include <cstdint>
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
  using Note = messages::ReportSummary::Note;

  std::size_t shown_places(const Note& note) const;
  float note_height(Frame& frame, const Note& note, float width) const;
  void draw_note(Frame& frame, Rect area, const Note& note);
  void draw_place(Frame& frame, const Rect& row, std::uint32_t id, const Place& place);

  std::unordered_set<std::string> open_;  // messages whose places are all shown
  std::uint32_t copied_ = 0;              // the place that was copied last
};

}  // namespace campaign_lens::view
