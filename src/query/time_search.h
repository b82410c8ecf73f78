#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "schema/query.h"

namespace campaign_lens {

/// Finds a text in times that are written alike: a date, a character, a clock, and the same behind all of
/// them, "2026-03-01T09:00:07Z". What each date, hour, minute and second has where the text could stand is
/// worked out once, so that no time has to be written.
class TimeSearch {
 public:
  static constexpr std::size_t kMostSuffixBytes = 40;

  /// The text is folded and not empty.
  TimeSearch(std::string_view text, condition::Text::Place place, char separator, std::string_view suffix);

  /// Whether the text is in some time.
  bool can_find() const { return places_ != 0; }
  /// In that of a clock, in seconds since 1970.
  bool found_in(std::int64_t second) {
    auto of_day = static_cast<std::uint64_t>(second - day_begin_);
    if (of_day >= kDay) of_day = go_to_day_of(second);
    if (places_in_date_ == 0) return false;
    const auto clock = static_cast<std::uint32_t>(of_day);
    return (places_in_date_ & hours_[clock / 3600] & sixtieths_[0][clock / 60 % 60] &
            sixtieths_[1][clock % 60]) != 0;
  }

 private:
  /// Bit n: the text can stand at character n, as far as some part of the time goes.
  using Places = std::uint64_t;
  struct Date {
    std::int64_t day = std::numeric_limits<std::int64_t>::min();
    Places places = 0;
  };
  static constexpr std::int64_t kDay = 86'400;

  Places places_with(std::string_view part, std::size_t at) const;
  std::uint64_t go_to_day_of(std::int64_t second);

  std::string text_;
  Places places_ = 0;
  std::array<Places, 24> hours_{};
  std::array<std::array<Places, 60>, 2> sixtieths_{};  ///< minutes, seconds
  std::array<Date, 64> dates_;                         ///< the last ones, by day modulo their number
  std::int64_t day_begin_ = std::numeric_limits<std::int64_t>::min() / 2;
  Places places_in_date_ = 0;
};

}  // namespace campaign_lens
