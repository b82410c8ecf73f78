#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace campaign_lens {

/// The last eight bytes of a text, or all of a shorter one, as a word: texts of one size have the same word
/// if and only if these bytes are the same.
inline std::uint64_t last_bytes(std::string_view bytes) {
  const char* const text = bytes.data();
  const std::size_t size = bytes.size();
  std::uint64_t word = 0;
  if (size >= 8) {
    std::memcpy(&word, text + size - 8, 8);
  } else if (size >= 4) {
    std::uint32_t first = 0, last = 0;
    std::memcpy(&first, text, 4);
    std::memcpy(&last, text + size - 4, 4);
    word = std::uint64_t{first} << 32 | last;
  } else if (size > 0) {
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(text[i])}; };
    word = byte(0) << 16 | byte(size / 2) << 8 | byte(size - 1);
  }
  return word;
}

/// Whether two texts of one size are equal: a word at a time, where a comparison by call costs more.
inline bool same_bytes(std::string_view a, std::string_view b) {
  for (std::size_t at = 0; at + 8 < a.size(); at += 8) {
    std::uint64_t of_a = 0, of_b = 0;
    std::memcpy(&of_a, a.data() + at, 8);
    std::memcpy(&of_b, b.data() + at, 8);
    if (of_a != of_b) return false;
  }
  return last_bytes(a) == last_bytes(b);
}

/// Whether a text begins with a few bytes: where there is one or two, a comparison by call costs more.
inline bool begins_with(const char* text, std::string_view bytes) {
  for (const char c : bytes) {
    if (*text++ != c) return false;
  }
  return true;
}

}  // namespace campaign_lens
