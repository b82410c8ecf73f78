#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "query/code_hits.h"
#include "schema/query.h"
#include "table/column.h"

namespace campaign_lens {

/// Which rows of a column have one of some values, group by group. Refers to the values and to the column.
class ValueTest {
 public:
  ValueTest(const condition::OneOf& wanted, const Column& column);

  /// Sets hits[row] to 1 where a row of the group has one of them; leaves the others as they are.
  void mark(std::size_t group, std::span<std::uint8_t> hits) const;

 private:
  bool has(Cell cell) const { return cell.blank() ? blank_ : values_.contains(cell.text); }
  void mark_slots(const PackedSlots& slots, std::vector<std::uint64_t> numbers,
                  std::span<std::uint8_t> hits) const;

  std::unordered_set<std::string_view> values_;
  bool blank_;
  const Column& column_;
  CodeHits codes_;
};

}  // namespace campaign_lens
