#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/insight.h"
#include "view/frame.h"
#include "view/over_time.h"

namespace campaign_lens::view {

/// One thing that the rows say: in a sentence, and as a picture whose marks lead to their rows.
struct InsightCard {
  std::string_view path = {};
  std::string_view title = {};
  std::string sentence = {};
  float body = 0;                                      ///< how high its picture is; 0: it has none
  std::function<void(Frame&, const Rect&)> draw = {};  ///< the picture
  bool alert = false;                                  ///< something to look at before anything else
};

/// What there is to say of the rows, for cards whose content is so wide; what does not add up comes first.
/// The cards refer to `insight` and to `brushes`.
std::vector<InsightCard> insight_cards(const Frame& frame, const Insight& insight, TimeBrushes& brushes,
                                       float width);

}  // namespace campaign_lens::view
