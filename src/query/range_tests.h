#pragma once

#include <cstdint>
#include <span>

#include "base/task.h"
#include "query/code_hits.h"
#include "schema/query.h"
#include "table/column.h"

namespace campaign_lens {

/// Which rows of a time column are in a range, group by group; of another column none. Refers to the column.
class TimeTest {
 public:
  TimeTest(condition::Times range, const Column& column);

  /// Sets hits[row] to 1 where the time of a row of the group is in the range; leaves the others as they are.
  void mark(std::size_t group, std::span<std::uint8_t> hits) const;

 private:
  bool has(TimeUs time) const {
    return time != kNoTime && time >= range_.from && (range_.until == kNoTime || time < range_.until);
  }

  condition::Times range_;
  const Column& column_;
  CodeHits codes_;
};

/// The range that a period is by the times of a column; of a column without times one that has none.
Task<condition::Times> range_of(condition::Period period, const Column& column);

/// Which rows of an integer or decimal column are in a range, group by group; of another column none. Refers
/// to the column.
class NumberTest {
 public:
  NumberTest(condition::Numbers range, const Column& column);

  /// Sets hits[row] to 1 where the number of a row of the group is in the range; leaves the others as they
  /// are.
  void mark(std::size_t group, std::span<std::uint8_t> hits) const;

 private:
  bool has(double number) const {
    // Not of NaN, which is no number.
    return number >= least_ && number <= greatest_;
  }

  double least_, greatest_;
  const Column& column_;
  CodeHits codes_;
};

}  // namespace campaign_lens
