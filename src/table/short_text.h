#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace campaign_lens {

inline std::uint64_t word_at(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// All bytes of a text of up to kMostBytes in words that overlap: two texts of one size are the same if and
/// only if their words are. No loop, as texts of a report are short, and of lengths that no processor
/// guesses.
struct ShortText {
  static constexpr std::size_t kMostBytes = 24;

  ShortText(const char* text, std::size_t size) {
    if (size >= sizeof first) {
      first = word_at(text);
      middle = word_at(text + size / 2 - sizeof middle / 2);
      last = word_at(text + size - sizeof last);
    } else if (size >= 4) {
      std::uint32_t low = 0, high = 0;
      std::memcpy(&low, text, sizeof low);
      std::memcpy(&high, text + size - sizeof high, sizeof high);
      first = std::uint64_t{high} << 32 | low;
    } else if (size > 0) {
      const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(text[i])}; };
      first = byte(0) << 16 | byte(size / 2) << 8 | byte(size - 1);
    }
  }

  std::uint64_t first = 0, middle = 0, last = 0;
};

/// Whether two texts of one size are equal.
inline bool same_bytes(const char* a, const char* b, std::size_t size) {
  for (; size > ShortText::kMostBytes; size -= 8, a += 8, b += 8) {
    if (word_at(a) != word_at(b)) return false;
  }
  const ShortText of_a(a, size), of_b(b, size);
  return ((of_a.first ^ of_b.first) | (of_a.middle ^ of_b.middle) | (of_a.last ^ of_b.last)) == 0;
}

/// Whether a text begins with a few bytes: where there is one or two, a comparison by call costs more.
inline bool begins_with(const char* text, std::string_view bytes) {
  for (const char c : bytes) {
    if (*text++ != c) return false;
  }
  return true;
}

}  // namespace campaign_lens
