#pragma once

#include <optional>

#include "view/frame.h"
#include "view/search_field.h"

namespace campaign_lens::view {

/// The tabs, and what the shown table is filtered by, or the way back from all corrections.
class Toolbar {
 public:
  /// What it offers and the grid beneath it does.
  enum class ForGrid { find, go_to_row };

  /// Two lines where the page is narrow.
  static float height(Frame& frame, float width);
  std::optional<ForGrid> draw(Frame& frame, const Rect& area);

 private:
  void draw_tabs(Frame& frame, const Rect& area);
  std::optional<ForGrid> draw_filters(Frame& frame, const Rect& area, TableId table);
  static std::optional<ForGrid> draw_more(Frame& frame, Rect& rest);
  static void draw_column_list(Frame& frame, Rect& rest, TableId table);
  void draw_undo(Frame& frame, const Rect& area);
  void draw_status_filter(Frame& frame, Rect& rest);
  void draw_status_list(Frame& frame, const Rect& below, std::uint32_t select);

  SearchField delivery_search_{TableId::delivery};
  SearchField click_search_{TableId::clicks};
};

}  // namespace campaign_lens::view
