#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "table/column.h"

namespace campaign_lens {

/// The times of a column, a row group at once: UTC; kNoTime where there is none. Refers to the column.
class GroupTimes {
 public:
  explicit GroupTimes(const Column* column);  ///< none: there are no times

  /// Of the first rows of a group; valid until the next call.
  std::span<const TimeUs> read(std::size_t group, std::size_t rows);

 private:
  const Column* column_;
  std::vector<TimeUs> times_;
};

/// A wall clock that is asked for one moment after the other, near each other.
class LocalClock {
 public:
  explicit LocalClock(const TimeZone& zone) : zone_(zone) {}
  TimeUs local(TimeUs utc) {
    if (utc < from_ || utc >= until_) find(utc);
    return utc + offset_us_;
  }

 private:
  void find(TimeUs utc);

  const TimeZone& zone_;
  TimeUs from_ = 0, until_ = 0;  ///< while the offset holds
  TimeUs offset_us_ = 0;
};

}  // namespace campaign_lens
