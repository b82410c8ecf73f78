#pragma once

#include <string>
#include <string_view>

namespace campaign_lens {

/// A text as a JSON string, with its quotes.
std::string json_string(std::string_view text);

}  // namespace campaign_lens
