#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace campaign_lens {

/// Microseconds since 1970-01-01T00:00:00Z.
using TimeUs = std::int64_t;
inline constexpr TimeUs kNoTime = std::numeric_limits<TimeUs>::min();

/// A moment as written: with an offset (then `us` is UTC), or naive (then `us` is the wall clock read as if
/// it were UTC).
struct ParsedTime {
  TimeUs us = 0;
  bool naive = false;
  friend bool operator==(const ParsedTime&, const ParsedTime&) = default;
};

/// Reads ISO 8601 (`Z`, `+03:00`, `+0300`, none; `T` or a space; up to nanoseconds), date only, RFC 2822,
/// epoch seconds and milliseconds (10 and 13 digits), and `YYMMDDHHmm` where ten digits make such a time and
/// begin with 0 or are past 2147483647, the end of 32-bit epochs in 2038. Nothing for anything else, for
/// impossible dates and for years outside 1970–2200. White space around the text is ignored.
std::optional<ParsedTime> parse_time(std::string_view text);

/// The offsets of one zone over time.
struct TimeZone {
  struct Transition {
    std::int64_t at_s = 0;      ///< UTC seconds from which the offset holds
    std::int32_t offset_s = 0;  ///< local = UTC + offset
    friend bool operator==(const Transition&, const Transition&) = default;
  };
  std::string name = "UTC";             ///< the IANA name, as shown
  std::vector<Transition> transitions;  ///< ascending; the first offset also holds before; empty means UTC

  std::int32_t offset_at(TimeUs utc) const;
  TimeUs to_local(TimeUs utc) const;
  /// The UTC moment of a wall clock; of an ambiguous or skipped one, that of the offset before the change.
  TimeUs to_utc(TimeUs local) const;
  friend bool operator==(const TimeZone&, const TimeZone&) = default;
};

/// The zone of a name like "+03:00", "UTC+3", "GMT-0430", "UTC"; nothing for other names.
std::optional<TimeZone> fixed_offset_zone(std::string_view name);

/// Gives the offsets of an IANA zone, or nothing if the name is unknown. The platform has one (the system's
/// zone files, the browser's Intl); tests have their own.
using ZoneSource = std::function<std::optional<TimeZone>(std::string_view name)>;

/// A moment as calendar and clock show it.
struct CivilTime {
  int year, month, day, hour, minute, second, microsecond;
};
CivilTime civil(TimeUs local);

/// "2026-03-01 09:00:07" in `zone`; empty for kNoTime.
std::string format_time(TimeUs utc, const TimeZone& zone);

/// Of a wall clock, from 0, Monday from 0:00 to 1:00, to 167.
std::uint32_t hour_of_week(TimeUs local);

}  // namespace campaign_lens
