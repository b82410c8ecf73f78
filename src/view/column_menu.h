#pragma once

#include <cstdint>
#include <optional>

#include "view/filtered_column.h"
#include "view/frame.h"
#include "view/text_field.h"
#include "view/value_list.h"

namespace campaign_lens::view {

/// What can be done with a column: sort, search in it, a range, a checklist of its values, pin, hide.
class ColumnMenu {
 public:
  explicit ColumnMenu(TableId table);

  /// The next draw opens it at `anchor`, with the text cursor in its search.
  void open(std::uint32_t column, const Rect& anchor);
  bool is_open_for(std::uint32_t column) const { return column_ == column; }

  /// Draws it if it is open. `fitting` is the width at which the column's contents fit.
  void draw(Frame& frame, float fitting);
  std::optional<std::uint32_t> column() const { return column_; }

 private:
  struct Sizes {
    float range = 0;
    std::uint32_t listed = 0;
    Rect place;
  };

  FilteredColumn here() const { return {table_, *column_}; }
  const ColumnInfo& info(const Frame& frame) const;

  void close(Frame& frame);
  Sizes sizes(const Frame& frame) const;
  void draw_title(Frame& frame, Rect strip) const;
  void draw_sort(Frame& frame, const Rect& strip) const;
  void draw_times(Frame& frame, Rect area);
  void draw_numbers(Frame& frame, Rect area);
  void draw_search(Frame& frame, const Rect& strip);
  void draw_places(Frame& frame, const Rect& strip) const;
  void draw_repeated(Frame& frame, const Rect& row) const;
  void draw_arrangement(Frame& frame, const Rect& strip, float fitting);

  TableId table_;
  std::optional<std::uint32_t> column_;
  Rect anchor_;
  bool opening_ = false;
  TextField search_, from_, until_;
  ValueList list_;
};

}  // namespace campaign_lens::view
