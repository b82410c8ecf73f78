#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace campaign_lens {

/// The transitions that a zone file (TZif of RFC 9636, version 2 or later) states, those of its closing rule
/// included: one at 1970, then the changes to the end of 2037. Nothing for what is no such file.
std::optional<std::vector<TimeZone::Transition>> read_tzif(std::string_view file);

}  // namespace campaign_lens
