#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/task.h"
#include "query/code_hits.h"
#include "table/table.h"

namespace campaign_lens {

/// Which rows of a column have a text that another row of the table has, too, group by group. Refers to the
/// column.
class RepeatedTest {
 public:
  static Task<RepeatedTest> of(const Table& table, const Column& column);

  /// Sets hits[row] to 1 where a row of the group has such a text; leaves the others as they are.
  void mark(std::size_t group, std::span<std::uint8_t> hits) const;

 private:
  struct Repeated {
    std::vector<std::uint8_t> codes;
    std::vector<std::vector<std::uint64_t>> numbers;  ///< of each group, ascending
    std::vector<std::vector<std::uint32_t>> rows;     ///< of each group, that have neither
  };
  RepeatedTest(Repeated repeated, const Column& column);

  const Column& column_;
  Repeated repeated_;
  CodeHits codes_;
};

}  // namespace campaign_lens
