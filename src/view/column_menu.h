#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/filters.h"
#include "view/frame.h"
#include "view/scrollbar.h"
#include "view/text_field.h"

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
  /// One line of the checklist.
  struct Line {
    bool blank = false;
    bool arrived = true;
    std::string text = {};
    std::uint64_t rows = 0;
  };

  const app::AppState::View& view(const Frame& frame) const;
  const ColumnInfo& info(const Frame& frame) const;
  const ColumnFilter* filter(const Frame& frame, app::FilterKind kind) const;
  void set(Frame& frame, Condition condition, bool negated = false) const;
  void remove(Frame& frame, app::FilterKind kind) const;

  void close(Frame& frame);
  void ask(Frame& frame, std::uint64_t first) const;
  Sizes sizes(const Frame& frame) const;
  void draw_title(Frame& frame, Rect strip) const;
  void draw_sort(Frame& frame, const Rect& strip) const;
  void draw_times(Frame& frame, Rect area);
  void draw_numbers(Frame& frame, Rect area);
  void draw_search(Frame& frame, const Rect& strip);
  void draw_places(Frame& frame, const Rect& strip) const;
  void draw_shortcuts(Frame& frame, const Rect& strip);
  void draw_list(Frame& frame, Rect area, std::uint32_t listed);
  void draw_line(Frame& frame, const Rect& row, std::uint64_t index, const Line& line);
  void draw_repeated(Frame& frame, const Rect& row) const;
  void draw_arrangement(Frame& frame, const Rect& strip, float fitting);

  Line line_at(const Frame& frame, std::uint64_t index) const;
  std::uint64_t lines(const Frame& frame) const;
  void toggle(Frame& frame, const Line& line);
  void move_cursor(std::uint64_t lines, std::uint32_t listed);

  TableId table_;
  std::optional<std::uint32_t> column_;
  Rect anchor_;
  bool opening_ = false;
  TextField search_, from_, until_;
  std::uint64_t first_ = 0;  ///< of the checklist's lines
  float wheel_rest_ = 0;
  Scrollbar bar_{Scrollbar::Axis::vertical};
  bool none_ = false;  ///< nothing is ticked: a filter for that would leave no rows
  std::optional<std::uint64_t> cursor_;
};

}  // namespace campaign_lens::view
