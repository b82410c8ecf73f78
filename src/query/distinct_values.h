#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "query/radix_sort.h"
#include "table/column.h"

namespace campaign_lens {

/// The distinct texts of a column among some of its rows, and how many of these have each; blanks aside. A
/// value of the dictionary is looked at once, however many rows have it.
class DistinctValues {
 public:
  explicit DistinctValues(const Column& column);

  /// Counts the rows of a group that are kept: kept[row] is 1, not 0.
  void count(std::size_t group, std::span<const std::uint8_t> kept);

  /// Calls `visit(members, rows)` for each text, in the order in which texts sort: how many rows have it, and
  /// which; of those that have a code of the dictionary just one for each code.
  template <typename Visit>
  void for_each(Visit visit) const {
    const std::vector<KeyedRow> order = in_order();
    for (auto begin = order.begin(); begin != order.end();) {
      const auto end =
          std::find_if(begin, order.end(), [&](const KeyedRow& other) { return other.key != begin->key; });
      std::uint64_t rows = 0;
      for (auto member = begin; member != end; ++member)
        rows += rows_like(member->row);
      visit(std::span(begin, end), rows);
      begin = end;
    }
  }

 private:
  void count_code(std::uint32_t code, std::uint32_t row);
  std::vector<KeyedRow> in_order() const;
  std::uint32_t rows_like(std::uint32_t row) const;

  const Column& column_;
  std::vector<std::uint32_t> rows_of_code_, first_row_of_code_;
  std::vector<std::uint32_t> uncoded_rows_;
};

}  // namespace campaign_lens
