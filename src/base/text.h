#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace campaign_lens {

/// The longest prefix of valid UTF-8 `text` of at most `bytes` bytes that ends between code points.
std::string_view bounded(std::string_view text, std::size_t bytes);

/// The text under which a search compares: lower case (Unicode simple folding of Latin, Greek, Cyrillic,
/// Armenian; alef, ya, kaf, ta marbuta and hamza carriers unified; tatweel and harakat dropped), Arabic-Indic
/// digits as ASCII, bidi marks (U+200E/F, U+202A–E, U+2066–9, U+061C) dropped. Invalid UTF-8 bytes are passed
/// through.
std::string fold(std::string_view text);

/// The text with every invalid sequence, by its maximal parts as browsers do, replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

/// 1234567 as "1,234,567".
std::string with_thousands(std::uint64_t value);

/// `part` of `whole` in percent with one decimal, "42.9%"; "–" when `whole` is 0. "0.0%" and "100.0%" are
/// exact; next to them it is "<0.1%" and ">99.9%".
std::string share(std::uint64_t part, std::uint64_t whole);

/// "12.3 MB" (powers of 1000, as file managers show).
std::string file_size(std::uint64_t bytes);

}  // namespace campaign_lens
