#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace campaign_lens {

/// The changes of the clock from 1970 to the end of 2037 by a rule as POSIX writes it
/// ("CET-1CEST,M3.5.0,M10.5.0/3"), ascending; none where the rule knows no summer time. Nothing for what is
/// no such rule.
std::optional<std::vector<TimeZone::Transition>> posix_transitions(std::string_view text);

}  // namespace campaign_lens
