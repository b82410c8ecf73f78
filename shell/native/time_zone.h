#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace campaign_lens {

/// The offsets of an IANA zone ("Asia/Riyadh") as this system's zone files know them, to the end of 2037, or
/// of a name that states its offset ("UTC+3"). Nothing for unknown names, and none outside the folder of zone
/// files.
std::optional<TimeZone> system_time_zone(std::string_view name);

}  // namespace campaign_lens
