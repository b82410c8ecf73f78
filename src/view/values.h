#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace campaign_lens::view {

// Values as people write them into a field, and as a field shows them.

/// UTC, of a wall clock in `zone` unless the text has an offset of its own.
std::optional<TimeUs> time_of(std::string_view text, const TimeZone& zone);
/// "2026-03-01 09:00", with seconds if there are any; empty for kNoTime.
std::string time_in_words(TimeUs time, const TimeZone& zone);

/// "45 s", "12 min", "3.5 h", "2.1 days".
std::string span_in_words(std::int64_t us);

/// Finite; thousands separators are passed over.
std::optional<double> number_of(std::string_view text);
}  // namespace campaign_lens::view
