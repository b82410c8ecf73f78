#pragma once

#include "view/frame.h"
#include "view/text_field.h"

namespace campaign_lens::view {

/// The text that is searched for in all columns of a table.
class SearchField {
 public:
  explicit SearchField(TableId table) : table_(table) {}

  void draw(Frame& frame, const Rect& rect);
  void focus() { field_.focus(); }

 private:
  TableId table_;
  TextField field_;
};

}  // namespace campaign_lens::view
