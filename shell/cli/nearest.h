#pragma once

#include <span>
#include <string>
#include <string_view>

namespace campaign_lens::cli {

/// " Did you mean X?" with the candidate that takes the fewest changed letters, case aside; empty if none is
/// near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace campaign_lens::cli
