#pragma once

#include <string>
#include <vector>

#include "view/frame.h"
#include "view/pixel_scroll.h"

namespace campaign_lens::view {

/// All fields of the selected row of a table, and when its recipient clicked.
class RowDetails {
 public:
  explicit RowDetails(TableId table) : table_(table) {}

  void draw(Frame& frame, const Rect& area);

 private:
  /// A field at its place on the page, whose top is 0.
  struct Field {
    std::string title, value;
    float y = 0, height = 0;
    std::vector<std::string_view> lines = {};  ///< of the value
  };

  void draw_heading(Frame& frame, Rect strip) const;
  std::vector<Field> fields(const Frame& frame) const;
  float lay_out(Frame& frame, std::vector<Field>& fields, float width) const;
  void draw_field(Frame& frame, const Rect& place, std::size_t index, const Field& field) const;

  TableId table_;
  PixelScroll scroll_;
};

}  // namespace campaign_lens::view
