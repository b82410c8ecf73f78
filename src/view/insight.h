#pragma once

#include <cstddef>
#include <vector>

#include "view/frame.h"
#include "view/insight_cards.h"
#include "view/pixel_scroll.h"

namespace campaign_lens::view {

/// What the rows mean: cards on a page that scrolls, in as many columns as there is room for.
class InsightPage {
 public:
  void draw(Frame& frame, const Rect& area);

 private:
  struct Placed {
    std::size_t card = 0;
    Rect rect;
    std::vector<std::string_view> lines;  ///< of its sentence
  };

  std::vector<Placed> lay_out(Frame& frame, const std::vector<InsightCard>& cards, float width,
                              std::size_t columns) const;
  void draw_insight_card(Frame& frame, const Placed& placed, const InsightCard& card) const;

  TimeBrushes brushes_;
  PixelScroll scroll_;
};

}  // namespace campaign_lens::view
