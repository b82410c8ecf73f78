#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace campaign_lens {

/// Puts what a JSON string (RFC 8259, section 7), without its quotes, stands for into `text`. Lone
/// surrogates, which JSON can write and UTF-8 cannot, become U+FFFD. Gives the position of a backslash that
/// begins no escape, if there is one. 15 bytes must be readable behind `escaped`.
std::optional<std::size_t> unescape(std::string_view escaped, std::string& text);

}  // namespace campaign_lens
