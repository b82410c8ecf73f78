#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "view/frame.h"

namespace campaign_lens::view {

/// The text that is searched for in all columns of a table.
class SearchField {
 public:
  explicit SearchField(TableId table) : table_(table) {}

  void draw(Frame& frame, const Rect& rect);
  /// The next draw puts the text cursor into it.
  void focus() { focus_next_ = true; }

 private:
  void draw_input(Frame& frame, const Rect& rect);
  void show(std::string_view text);

  TableId table_;
  std::array<char, 257> buffer_{};  // as ImGui edits it; ends with 0
  bool active_ = false;
  bool focus_next_ = false;
};

}  // namespace campaign_lens::view
