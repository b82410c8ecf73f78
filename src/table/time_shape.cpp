#include "table/time_shape.h"

#include <algorithm>
#include <chrono>
#include <cstring>

#include "table/decimal.h"
#include "table/short_text.h"

namespace campaign_lens {
namespace {

constexpr std::size_t kClock = LastDate::kCharacters + 1;  // 2026-03-01T
constexpr std::size_t kPoint = kClock + sizeof "09:00:07" - 1;
constexpr std::size_t kMaxFractionDigits = 9;
constexpr std::size_t kMicrosecondDigits = 6;
constexpr std::uint64_t kDayS = 86'400;

/// Days since 1970 of a date that parse_time() takes, too.
bool read_date(const char* text, LastDate& last) {
  if (last.day >= 0 && std::memcmp(text, last.text.data(), last.text.size()) == 0) return true;
  std::uint64_t year = 0, month = 0, day = 0;
  if (text[4] != '-' || text[7] != '-' || !read_decimal(text, 4, year) || !read_decimal(text + 5, 2, month) ||
      !read_decimal(text + 8, 2, day)) {
    return false;
  }
  using namespace std::chrono;
  const year_month_day date(std::chrono::year(static_cast<int>(year)),
                            std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day)));
  if (!date.ok() || year < 1970 || year > 2200) return false;
  last.day = sys_days(date).time_since_epoch().count();
  std::memcpy(last.text.data(), text, last.text.size());
  return true;
}

void write_date(std::int64_t day, LastDate& last) {
  if (day == last.day) return;
  const CivilTime date = civil(day * static_cast<std::int64_t>(kDayS) * 1'000'000);
  last.day = day;
  last.text[4] = last.text[7] = '-';
  write_decimal(last.text.data(), 4, static_cast<std::uint64_t>(date.year));
  write_decimal(last.text.data() + 5, 2, static_cast<std::uint64_t>(date.month));
  write_decimal(last.text.data() + 8, 2, static_cast<std::uint64_t>(date.day));
}

/// Seconds of the day from "09:00:07", all eight characters at once.
bool read_clock(const char* text, std::uint64_t& second) {
  // Digits become their values, colons 0; what is left in high halves is neither.
  const std::uint64_t values = eight_characters(text) ^ 0x30303A30303A3030;
  if ((values & 0xF0F0FFF0F0FFF0F0) != 0 || ((values + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) != 0) {
    return false;
  }
  const std::uint64_t pairs = values * 10 + (values >> 8);
  const std::uint64_t hours = pairs & 0xFF, minutes = pairs >> 24 & 0xFF, seconds = pairs >> 48 & 0xFF;
  second = (hours * 60 + minutes) * 60 + seconds;
  return hours < 24 && minutes < 60 && seconds < 60;
}

}  // namespace

std::optional<TimeShape> TimeShape::of(Cell cell) {
  if (cell.kind != Kind::text || cell.text.size() < kPoint) return std::nullopt;
  const std::optional<ParsedTime> time = parse_time(cell.text);
  if (!time) return std::nullopt;
  TimeShape shape{.separator = cell.text[LastDate::kCharacters], .suffix = {}};
  std::size_t end = kPoint;
  if (end < cell.text.size() && cell.text[end] == '.') {
    ++end;
    while (end < cell.text.size() && cell.text[end] >= '0' && cell.text[end] <= '9')
      ++end;
    shape.fraction_digits = static_cast<std::uint8_t>(end - kPoint - 1);
  }
  shape.suffix = cell.text.substr(end);
  shape.naive = time->naive;
  LastDate last;
  std::uint64_t ticks = 0;
  if (shape.fraction_digits > kMaxFractionDigits || !shape.read(cell, last, ticks)) return std::nullopt;
  shape.offset_us = shape.moment(ticks).us - time->us;
  return shape;
}

std::size_t TimeShape::bytes() const {
  return kPoint + (fraction_digits == 0 ? 0 : fraction_digits + std::size_t{1}) + suffix.size();
}

bool TimeShape::read(const Cell& cell, LastDate& last, std::uint64_t& ticks) const {
  const std::size_t fraction = fraction_digits == 0 ? 0 : fraction_digits + std::size_t{1};
  const char* const text = cell.text.data();
  if (cell.kind != Kind::text || cell.text.size() != kPoint + fraction + suffix.size() ||
      text[LastDate::kCharacters] != separator || !begins_with(text + kPoint + fraction, suffix)) {
    return false;
  }
  std::uint64_t second = 0;
  if (!read_clock(text + kClock, second) || !read_date(text, last)) return false;
  second += static_cast<std::uint64_t>(last.day) * kDayS;
  std::uint64_t below_second = 0;
  if (fraction != 0 &&
      (text[kPoint] != '.' || !read_decimal(text + kPoint + 1, fraction_digits, below_second))) {
    return false;
  }
  ticks = second * kPowersOfTen[fraction_digits] + below_second;
  return true;
}

void TimeShape::append_to(std::string& text, std::uint64_t ticks, LastDate& last) const {
  const std::size_t before = text.size();
  text.resize(before + bytes());
  write(text.data() + before, ticks, last);
}

char* TimeShape::write(char* to, std::uint64_t ticks, LastDate& last) const {
  const std::uint64_t second = ticks / kPowersOfTen[fraction_digits];
  write_date(static_cast<std::int64_t>(second / kDayS), last);
  std::memcpy(to, last.text.data(), last.text.size());
  to[LastDate::kCharacters] = separator;
  const std::uint64_t clock = second % kDayS;
  write_decimal(to + kClock, 2, clock / 3600);
  write_decimal(to + kClock + 3, 2, clock / 60 % 60);
  write_decimal(to + kClock + 6, 2, clock % 60);
  to[kClock + 2] = to[kClock + 5] = ':';
  to += kPoint;
  if (fraction_digits != 0) {
    *to++ = '.';
    write_decimal(to, fraction_digits, ticks % kPowersOfTen[fraction_digits]);
    to += fraction_digits;
  }
  return std::ranges::copy(suffix, to).out;
}

bool TimeShape::is_even() const {
  return fraction_digits <= kMicrosecondDigits;
}

ParsedTime TimeShape::moment(std::uint64_t ticks) const {
  const std::uint64_t local = is_even()
                                  ? ticks * kPowersOfTen[kMicrosecondDigits - fraction_digits]
                                  : ticks / kPowersOfTen[fraction_digits - kMicrosecondDigits];
  return {.us = static_cast<TimeUs>(local) - offset_us, .naive = naive};
}

}  // namespace campaign_lens
