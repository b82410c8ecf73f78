#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace campaign_lens::cli {

// A text in a column of so many characters at least, at its left or its right edge.
std::string left(std::string_view text, std::size_t width);
std::string right(std::string_view text, std::size_t width);

}  // namespace campaign_lens::cli
