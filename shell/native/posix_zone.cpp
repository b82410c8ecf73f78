#include "native/posix_zone.h"

#include <algorithm>
#include <chrono>

#include "base/scanner.h"

namespace campaign_lens {
namespace {

constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2037;
constexpr std::int32_t kHourS = 3600;

/// When the clock changes in every year.
struct YearlyChange {
  enum class Form : std::uint8_t { weekday_of_month, day_without_leap_days, day };
  Form form = Form::weekday_of_month;
  int month = 0, week = 0, weekday = 0;  ///< "M3.5.0": the last (5) Sunday (0) of March
  int day = 0;                           ///< "J60": from 1, never 29 February; "59": from 0
  std::int32_t clock_s =
      2 * kHourS;  ///< after midnight by the clock before the change; may be negative or past 24 h
};

struct Rule {
  std::int32_t standard_s = 0;
  std::int32_t summer_s = 0;
  YearlyChange to_summer, to_standard;
};

bool read_up_to(Scanner& in, int most, int& value) {
  const std::size_t digits = in.digits_ahead();
  return digits >= 1 && digits <= 3 && in.number(digits, value) && value <= most;
}

/// "CET" or "<+03>".
bool skip_name(Scanner& in) {
  if (!in.skip('<')) return in.word().size() >= 3;
  while (!in.at_end() && !in.skip('>'))
    in.skip(in.rest().front());
  return true;
}

/// "-1", "3:30", "+02:00:00".
bool read_duration(Scanner& in, std::int32_t& seconds) {
  const bool negative = in.skip('-');
  if (!negative) in.skip('+');
  int hours = 0;
  int minutes = 0;
  int rest_s = 0;
  if (!read_up_to(in, 167, hours)) return false;
  if (in.skip(':') && !read_up_to(in, 59, minutes)) return false;
  if (in.skip(':') && !read_up_to(in, 59, rest_s)) return false;
  seconds = hours * kHourS + minutes * 60 + rest_s;
  if (negative) seconds = -seconds;
  return true;
}

/// As POSIX writes offsets, west is positive.
bool read_offset(Scanner& in, std::int32_t& offset_s) {
  if (!read_duration(in, offset_s) || offset_s > 25 * kHourS || offset_s < -25 * kHourS) return false;
  offset_s = -offset_s;
  return true;
}

bool read_change(Scanner& in, YearlyChange& change) {
  using enum YearlyChange::Form;
  if (!in.skip(',')) return false;
  if (in.skip('M')) {
    change.form = weekday_of_month;
    if (!read_up_to(in, 12, change.month) || !in.skip('.') || !read_up_to(in, 5, change.week) ||
        !in.skip('.') || !read_up_to(in, 6, change.weekday) || change.month == 0 || change.week == 0) {
      return false;
    }
  } else if (in.skip('J')) {
    change.form = day_without_leap_days;
    if (!read_up_to(in, 365, change.day) || change.day == 0) return false;
  } else {
    change.form = day;
    if (!read_up_to(in, 365, change.day)) return false;
  }
  return !in.skip('/') || read_duration(in, change.clock_s);
}

std::chrono::sys_days day_of(const YearlyChange& change, std::chrono::year year) {
  using namespace std::chrono;
  const sys_days first(year / January / 1);
  switch (change.form) {
    case YearlyChange::Form::weekday_of_month: {
      const month in_month(static_cast<unsigned>(change.month));
      const weekday on(static_cast<unsigned>(change.weekday));
      if (change.week == 5) return sys_days(year / in_month / on[last]);
      return sys_days(year / in_month / on[static_cast<unsigned>(change.week)]);
    }
    case YearlyChange::Form::day_without_leap_days: {
      const bool after_february = change.day > 31 + 28;
      return first + days(change.day - 1 + (after_february && year.is_leap() ? 1 : 0));
    }
    case YearlyChange::Form::day:
      break;
  }
  return first + days(change.day);
}

TimeZone::Transition transition(const YearlyChange& change, int year, std::int32_t before_s,
                                std::int32_t after_s) {
  const std::chrono::sys_seconds midnight(day_of(change, std::chrono::year(year)));
  return {.at_s = midnight.time_since_epoch().count() + change.clock_s - before_s, .offset_s = after_s};
}

}  // namespace

std::optional<std::vector<TimeZone::Transition>> posix_transitions(std::string_view text) {
  Scanner in(text);
  Rule rule;
  if (!skip_name(in) || !read_offset(in, rule.standard_s)) return std::nullopt;
  std::vector<TimeZone::Transition> transitions;
  if (in.at_end()) return transitions;

  rule.summer_s = rule.standard_s + kHourS;
  if (!skip_name(in)) return std::nullopt;
  if (!in.rest().starts_with(',') && !read_offset(in, rule.summer_s)) return std::nullopt;
  if (!read_change(in, rule.to_summer) || !read_change(in, rule.to_standard) || !in.at_end())
    return std::nullopt;

  for (int year = kFirstYear; year <= kLastYear; ++year) {
    transitions.push_back(transition(rule.to_summer, year, rule.standard_s, rule.summer_s));
    transitions.push_back(transition(rule.to_standard, year, rule.summer_s, rule.standard_s));
  }
  // South of the equator summer ends before it begins.
  std::stable_sort(transitions.begin(), transitions.end(),
                   [](const auto& a, const auto& b) { return a.at_s < b.at_s; });
  return transitions;
}

}  // namespace campaign_lens
