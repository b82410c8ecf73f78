#pragma once

#include <array>
#include <limits>
#include <string_view>

#include "base/time.h"

namespace campaign_lens {

/// Writes what format_time() writes, without allocating and without working out a date again for each moment
/// of one day: rows of a report are mostly near each other.
class TimeText {
 public:
  explicit TimeText(const TimeZone& zone) : zone_(zone) {}

  /// "2026-03-01 09:00:07"; valid until the next call. Not for kNoTime.
  std::string_view format(TimeUs utc);

 private:
  const TimeZone& zone_;
  std::int64_t day_ =
      std::numeric_limits<std::int64_t>::min();  ///< of the date in text_; local days since 1970
  std::array<char, 19> text_{};
};

}  // namespace campaign_lens
