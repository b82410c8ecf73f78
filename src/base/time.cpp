#include "base/time.h"

#include <array>
#include <chrono>

namespace campaign_lens {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::microseconds;

void append_two_digits(std::string& text, int value) {
  text.push_back(static_cast<char>('0' + value / 10 % 10));
  text.push_back(static_cast<char>('0' + value % 10));
}

}  // namespace

CivilTime civil(TimeUs local) {
  const microseconds since_epoch(local);
  const days day = floor<days>(since_epoch);
  const std::chrono::year_month_day date{std::chrono::sys_days(day)};
  const std::chrono::hh_mm_ss time(since_epoch - day);
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<int>(static_cast<unsigned>(date.month())),
          .day = static_cast<int>(static_cast<unsigned>(date.day())),
          .hour = static_cast<int>(time.hours().count()),
          .minute = static_cast<int>(time.minutes().count()),
          .second = static_cast<int>(time.seconds().count()),
          .microsecond = static_cast<int>(time.subseconds().count())};
}

std::string format_time(TimeUs utc, const TimeZone& zone) {
  std::string text;
  if (utc == kNoTime) return text;
  const CivilTime time = civil(zone.to_local(utc));
  text.reserve(sizeof "2026-03-01 09:00:07");
  append_two_digits(text, time.year / 100);
  append_two_digits(text, time.year);
  const std::array<std::pair<char, int>, 5> rest{
      {{'-', time.month}, {'-', time.day}, {' ', time.hour}, {':', time.minute}, {':', time.second}}};
  for (const auto& [separator, value] : rest) {
    text.push_back(separator);
    append_two_digits(text, value);
  }
  return text;
}

std::uint32_t hour_of_week(TimeUs local) {
  constexpr TimeUs kHourUs = 3'600'000'000, kDayUs = 24 * kHourUs, kWeekUs = 7 * kDayUs;
  constexpr TimeUs kFirstMondayUs = 4 * kDayUs;  // 1970-01-05
  const TimeUs of_week = (local - kFirstMondayUs) % kWeekUs;
  return static_cast<std::uint32_t>((of_week < 0 ? of_week + kWeekUs : of_week) / kHourUs);
}

}  // namespace campaign_lens
