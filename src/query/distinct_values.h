#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "base/radix_sort.h"
#include "base/task.h"
#include "table/column.h"

namespace campaign_lens {

/// The distinct texts of a column among some of its rows, and how many of these have each; blanks aside.
class DistinctValues {
 public:
  /// Rows whose text is known to be the same before any is looked at: those that have one code of the
  /// dictionary, or in a group of digits or times one number; or a row alone.
  struct Alike {
    std::uint32_t row = 0;  ///< one of them
    std::uint32_t rows = 0;
  };

  explicit DistinctValues(const Column& column);

  /// Counts the rows of a group that are kept: kept[row] is 1, not 0.
  void count(std::size_t group, std::span<const std::uint8_t> kept);

  /// Calls `visit(alike, rows)` for each text, in the order in which texts sort: how many rows have it, and
  /// which (std::span<const Alike>). Once, when all are counted.
  template <typename Visit>
  Task<void> for_each(Visit visit) {
    const std::vector<KeyedRow> order = co_await part(0, 0.9, sort());
    std::size_t texts = 0;
    for (std::size_t begin = 0; begin < order.size();) {
      std::size_t end = begin;
      std::uint64_t rows = 0;
      for (; end < order.size() && order[end].key == order[begin].key; ++end)
        rows += alike_[end].rows;
      visit(std::span<const Alike>(alike_).subspan(begin, end - begin), rows);
      begin = end;
      if (++texts % kRowsBetweenPauses == 0) co_await Pause{0.9 + 0.1 * pause(end, order.size()).done};
    }
  }

 private:
  void count_code(std::uint32_t code, std::uint32_t row);
  void count_slots(const PackedSlots& slots, std::uint32_t first, std::span<const std::uint8_t> kept);
  Task<std::vector<KeyedRow>> sort();

  const Column& column_;
  std::vector<Alike> of_code_;
  std::vector<Alike> alike_;
  std::vector<KeyedRow> numbers_;  ///< of one group
};

}  // namespace campaign_lens
