#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace campaign_lens::app {

/// How one column of a table is shown.
struct ColumnPlace {
  std::uint32_t column = 0;  ///< index in the table
  bool hidden = false;
  bool pinned = false;  ///< stays where it is when the others are scrolled sideways
  float width = 0;      ///< as the person chose it, in logical pixels; 0: as the contents want it
  friend bool operator==(const ColumnPlace&, const ColumnPlace&) = default;
};

/// The columns of a table in their order on screen; those that it does not name follow, as they come. Empty:
/// as the report has them.
using ColumnPlaces = std::vector<ColumnPlace>;

/// A place for each of `count` columns, pinned ones first; of columns that the table lacks none.
ColumnPlaces arranged(const ColumnPlaces& places, std::size_t count);

/// Those of arranged() that are on screen.
ColumnPlaces shown_columns(const ColumnPlaces& places, std::size_t count);

/// Whether both have the same columns on screen in the same order, whatever their widths.
bool same_order(const ColumnPlaces& a, const ColumnPlaces& b, std::size_t count);

// Changes of an arranged list. A column that it lacks changes nothing; the last column that is shown stays.

void show_column(ColumnPlaces& places, std::uint32_t column, bool shown);
/// Among the pinned ones it becomes the last, or among the others the first.
void pin_column(ColumnPlaces& places, std::uint32_t column, bool pinned);
/// Puts it right before or right behind another one, and among the pinned ones if that is one.
void move_column(ColumnPlaces& places, std::uint32_t column, std::uint32_t beside, bool behind);
void set_width(ColumnPlaces& places, std::uint32_t column, float width);

}  // namespace campaign_lens::app
