#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace campaign_lens {

/// The offsets of a zone as the browser knows them; a ZoneSource.
std::optional<TimeZone> zone_of_browser(std::string_view name);

}  // namespace campaign_lens
