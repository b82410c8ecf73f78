#pragma once

#include "view/frame.h"
#include "view/text_field.h"

namespace campaign_lens::view {

/// Asks for a text that is looked for in the rows of a table, from one to the next.
class FindBar {
 public:
  explicit FindBar(TableId table) : table_(table) {}

  /// The next draw opens it.
  void open() { opening_ = true; }
  /// At the right end of `header`, that of the grid.
  void draw(Frame& frame, const Rect& header);
  /// To the next row that has the text, or the one before; opens it where there is no text yet.
  void go_on(Frame& frame, bool backwards);

 private:
  const std::optional<app::AppState::Find>& find(const Frame& frame) const;

  TableId table_;
  bool opening_ = false;
  TextField field_;
};

}  // namespace campaign_lens::view
