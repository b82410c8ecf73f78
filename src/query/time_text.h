#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "schema/query.h"

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

/// Where in a written time a text could stand that is looked for there: at 2 and 5 and so on for "03",
/// nowhere for "riyadh" or a telephone number.
std::vector<std::size_t> places_in_time(std::string_view text, condition::Text::Place where);

}  // namespace campaign_lens
