#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/time.h"
#include "table/dictionary.h"

namespace campaign_lens {

/// The date that was read or written last: rows of a report are mostly near each other.
struct LastDate {
  static constexpr std::size_t kCharacters = 10;  // 2026-03-01

  std::array<char, kCharacters> text{};
  std::int64_t day = -1;  ///< since 1970-01-01; −1: none yet
};

/// What times written as "2026-03-01T09:00:07.123+03:00" have in common: all but date, clock and fraction.
/// Whatever read() takes, append_to() gives back to the byte.
struct TimeShape {
  char separator = 'T';
  std::uint8_t fraction_digits = 0;  ///< 0 (no point either) to 9
  std::string suffix;                ///< "Z", "+03:00", "", …
  bool naive = true;                 ///< the suffix is no offset
  std::int64_t offset_us = 0;        ///< what the suffix takes from the wall clock to make it UTC

  /// The shape of one value; nothing where parse_time() finds no time or its shape is another.
  static std::optional<TimeShape> of(Cell cell);

  std::size_t bytes() const;  ///< that each value of this shape has

  /// The wall clock of a value of this shape: units of its last digit since 1970.
  bool read(const Cell& cell, LastDate& last, std::uint64_t& ticks) const;
  void append_to(std::string& text, std::uint64_t ticks, LastDate& last) const;
  /// Gives where the text ends; all texts of a shape are of one length.
  char* write(char* to, std::uint64_t ticks, LastDate& last) const;

  /// As parse_time() reads the text.
  ParsedTime moment(std::uint64_t ticks) const;
  /// Whether a tick is a whole number of microseconds: then moments are as far apart as their ticks.
  bool is_even() const;

  friend bool operator==(const TimeShape&, const TimeShape&) = default;
};

}  // namespace campaign_lens
