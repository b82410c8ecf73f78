#include "query/time_search.h"

#include <algorithm>
#include <cassert>
#include <string>

#include "base/time.h"

namespace campaign_lens {
namespace {

constexpr std::size_t kSeparator = 10, kHour = 11, kMinute = 14, kSecond = 17, kSuffix = 19;

/// Two digits of a date, as the years from 1970 to 2200 have them.
struct DatePart {
  std::size_t at;
  int least, greatest;
};
constexpr std::array<DatePart, 4> kDateParts = {{{0, 19, 22}, {2, 0, 99}, {5, 1, 12}, {8, 1, 31}}};

std::array<char, 2> two_digits(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

std::string_view view(const std::array<char, 2>& digits) {
  return {digits.data(), digits.size()};
}

}  // namespace

TimeSearch::TimeSearch(std::string_view text, condition::Text::Place place, char separator,
                       std::string_view suffix)
    : text_(text) {
  using Place = condition::Text::Place;
  assert(!text.empty() && suffix.size() <= kMostSuffixBytes);
  const std::size_t length = kSuffix + suffix.size();
  const bool fits = place == Place::whole ? text.size() == length : text.size() <= length;
  if (!fits) return;
  const std::size_t last = place == Place::anywhere ? length - text.size() : 0;
  places_ = ~Places{0} >> (63 - last);
  for (const std::size_t hyphen : {4U, 7U})
    places_ &= places_with("-", hyphen);
  for (const std::size_t colon : {13U, 16U})
    places_ &= places_with(":", colon);
  places_ &= places_with({&separator, 1}, kSeparator);
  places_ &= places_with(suffix, kSuffix);

  Places some_hour = 0, some_minute = 0, some_second = 0;
  for (int value = 0; value < 60; ++value) {
    const auto digits = two_digits(value);
    const auto place_of = static_cast<std::size_t>(value);
    if (value < 24) some_hour |= hours_[place_of] = places_with(view(digits), kHour);
    some_minute |= sixtieths_[0][place_of] = places_with(view(digits), kMinute);
    some_second |= sixtieths_[1][place_of] = places_with(view(digits), kSecond);
  }
  places_ &= some_hour & some_minute & some_second;
  for (const DatePart& part : kDateParts) {
    Places some = 0;
    for (int value = part.least; value <= part.greatest; ++value)
      some |= places_with(view(two_digits(value)), part.at);
    places_ &= some;
  }
}

TimeSearch::Places TimeSearch::places_with(std::string_view part, std::size_t at) const {
  Places places = 0;
  for (std::size_t place = 0; place < 64; ++place) {
    if ((places_ >> place & 1) == 0) continue;
    // What both cover.
    const std::size_t begin = std::max(place, at);
    const std::size_t end = std::min(place + text_.size(), at + part.size());
    if (begin >= end ||
        std::string_view(text_).substr(begin - place, end - begin) == part.substr(begin - at, end - begin)) {
      places |= Places{1} << place;
    }
  }
  return places;
}

std::uint64_t TimeSearch::go_to_day_of(std::int64_t second) {
  const std::int64_t day = second / kDay - (second % kDay < 0 ? 1 : 0);
  day_begin_ = day * kDay;
  Date& date = dates_[static_cast<std::uint64_t>(day) % dates_.size()];
  if (date.day != day) {
    const CivilTime time = civil(day_begin_ * 1'000'000);
    const std::array values = {time.year / 100, time.year % 100, time.month, time.day};
    date = {.day = day, .places = places_};
    for (std::size_t i = 0; i < values.size(); ++i)
      date.places &= places_with(view(two_digits(values[i])), kDateParts[i].at);
  }
  places_in_date_ = date.places;
  return static_cast<std::uint64_t>(second - day_begin_);
}

}  // namespace campaign_lens
