#include <array>
#include <chrono>
#include <utility>

#include "base/scanner.h"
#include "base/time.h"

namespace campaign_lens {
namespace {

constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2200;
constexpr std::int64_t kSecondUs = 1'000'000;
constexpr std::int64_t kEndS =
    std::chrono::sys_seconds(std::chrono::sys_days(std::chrono::year{kLastYear + 1} / 1 / 1))
        .time_since_epoch()
        .count();

/// The parts of a time as they were written.
struct Written {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, microsecond = 0;
  std::optional<std::int32_t> offset_s;
};

std::optional<ParsedTime> placed(const Written& written) {
  using namespace std::chrono;
  const year_month_day date(year(written.year), month(static_cast<unsigned>(written.month)),
                            day(static_cast<unsigned>(written.day)));
  if (!date.ok() || written.year < kFirstYear || written.year > kLastYear) return std::nullopt;

  const bool midnight_after =
      written.hour == 24 && written.minute == 0 && written.second == 0 && written.microsecond == 0;
  const bool leap_second = written.second == 60 && written.minute == 59;
  if (written.hour > 23 && !midnight_after) return std::nullopt;
  if (written.minute > 59 || (written.second > 59 && !leap_second)) return std::nullopt;

  const std::int64_t day_s = sys_seconds(sys_days(date)).time_since_epoch().count();
  const std::int64_t clock_s = (written.hour * 60 + written.minute) * 60 + written.second;
  const std::int64_t utc_s = day_s + clock_s - written.offset_s.value_or(0);
  return ParsedTime{.us = utc_s * kSecondUs + written.microsecond, .naive = !written.offset_s};
}

/// One to nine digits after the point; what is finer than a microsecond is cut off.
bool read_fraction(Scanner& in, int& microsecond) {
  const std::size_t digits = in.digits_ahead();
  if (digits == 0 || digits > 9) return false;
  int value = 0;
  in.number(digits, value);
  for (std::size_t i = digits; i < 6; ++i)
    value *= 10;
  for (std::size_t i = 6; i < digits; ++i)
    value /= 10;
  microsecond = value;
  return true;
}

/// "09:00", "09:00:07", "09:00:07.123".
bool read_clock(Scanner& in, Written& written) {
  if (!in.number(2, written.hour) || !in.skip(':') || !in.number(2, written.minute)) return false;
  if (!in.skip(':')) return true;
  if (!in.number(2, written.second)) return false;
  return !(in.skip('.') || in.skip(',')) || read_fraction(in, written.microsecond);
}

/// The end of a time: an offset, the name of one (those of RFC 2822), or nothing, which makes it naive.
bool read_zone(Scanner& in, std::optional<std::int32_t>& offset_s) {
  constexpr std::array<std::pair<std::string_view, int>, 12> kNames{{{"Z", 0},
                                                                     {"UTC", 0},
                                                                     {"GMT", 0},
                                                                     {"UT", 0},
                                                                     {"EST", -5},
                                                                     {"EDT", -4},
                                                                     {"CST", -6},
                                                                     {"CDT", -5},
                                                                     {"MST", -7},
                                                                     {"MDT", -6},
                                                                     {"PST", -8},
                                                                     {"PDT", -7}}};
  if (in.at_end()) return true;
  offset_s = in.offset();
  if (offset_s) return true;
  const std::string_view word = in.word();
  for (const auto& [name, hours] : kNames) {
    if (same_word(word, name)) {
      offset_s = hours * 3600;
      return true;
    }
  }
  return false;
}

/// "2026-03-01", "2026-03-01T09:00:07.123+03:00", "2026-03-01 09:00:07", "2026-03-01 09:00:07 UTC".
std::optional<ParsedTime> parse_iso_8601(Scanner in) {
  Written written;
  if (!in.number(4, written.year) || !in.skip('-') || !in.number(2, written.month) || !in.skip('-') ||
      !in.number(2, written.day)) {
    return std::nullopt;
  }
  if (in.at_end()) return placed(written);
  if (!in.skip('T') && !in.skip(' ') && !in.skip('t')) return std::nullopt;
  if (!read_clock(in, written)) return std::nullopt;
  in.skip(' ');
  if (!read_zone(in, written.offset_s) || !in.at_end()) return std::nullopt;
  return placed(written);
}

/// 1 to 12; 0 for what is no month.
int month_of(std::string_view word) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  for (std::size_t i = 0; i < 12; ++i) {
    if (same_word(word, kMonths.substr(i * 3, 3))) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool is_weekday(std::string_view word) {
  for (const std::string_view day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
    if (same_word(word, day)) return true;
  }
  return false;
}

/// "Sun, 01 Mar 2026 09:00:07 +0300", "1 Mar 2026 09:00 GMT", "… +0000 (UTC)".
std::optional<ParsedTime> parse_rfc_2822(Scanner in) {
  const std::string_view weekday = in.word();
  if (!weekday.empty() && (!is_weekday(weekday) || !in.skip(','))) return std::nullopt;
  in.skip_spaces();

  Written written;
  if (!in.number(in.digits_ahead() == 1 ? 1 : 2, written.day)) return std::nullopt;
  in.skip_spaces();
  written.month = month_of(in.word());
  in.skip_spaces();
  if (!in.number(4, written.year)) return std::nullopt;
  in.skip_spaces();
  if (!read_clock(in, written)) return std::nullopt;
  in.skip_spaces();
  if (!read_zone(in, written.offset_s)) return std::nullopt;
  in.skip_spaces();
  const bool comment = in.rest().starts_with('(') && in.rest().ends_with(')');
  if (!in.at_end() && !comment) return std::nullopt;
  return placed(written);
}

/// "2603010900" is 2026-03-01 09:00.
std::optional<ParsedTime> parse_two_digit_year(Scanner in) {
  Written written;
  in.number(2, written.year);
  in.number(2, written.month);
  in.number(2, written.day);
  in.number(2, written.hour);
  in.number(2, written.minute);
  written.year += 2000;
  return placed(written);
}

std::optional<ParsedTime> parse_epoch(std::string_view digits) {
  std::int64_t value = 0;
  for (const char digit : digits)
    value = value * 10 + (digit - '0');
  const std::int64_t unit_us = digits.size() == 13 ? 1'000 : kSecondUs;
  if (digits.front() == '0' || value >= kEndS * (kSecondUs / unit_us)) return std::nullopt;
  return ParsedTime{.us = value * unit_us, .naive = false};
}

std::optional<ParsedTime> parse_digits(std::string_view digits) {
  // Seconds of the years 2001 to 2038 come first: "1772345678" might also mean the year 2017.
  constexpr std::string_view kLastEpoch = "2147483647";
  if (digits.size() == 13) return parse_epoch(digits);
  if (digits.size() != 10) return std::nullopt;
  const bool epoch = digits.front() != '0' && digits <= kLastEpoch;
  if (!epoch) {
    if (const std::optional<ParsedTime> time = parse_two_digit_year(Scanner(digits))) return time;
  }
  return parse_epoch(digits);
}

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_space(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_space(text.back()))
    text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<ParsedTime> parse_time(std::string_view text) {
  text = trimmed(text);
  const std::size_t digits = Scanner(text).digits_ahead();
  if (!text.empty() && digits == text.size()) return parse_digits(text);
  return digits == 4 ? parse_iso_8601(Scanner(text)) : parse_rfc_2822(Scanner(text));
}

}  // namespace campaign_lens
