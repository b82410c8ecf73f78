#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "base/byte_masks.h"

namespace campaign_lens {

// Where a token ends, found in its bytes, a vector at a time. The text must end in a control character,
// behind which 15 bytes are readable: none of these goes past one.

namespace token_scan {

/// The first byte from `text` on of which `found` says so; it takes 16 bytes and gives as many masks.
template <typename Found>
const char* first(const char* text, const Found& found) {
  for (;; text += sizeof(ByteVector)) {
    ByteVector bytes;
    std::memcpy(&bytes, text, sizeof bytes);
    if (const std::uint16_t marks = bits_of_masks(found(bytes)); marks != 0)
      return text + std::countr_zero(marks);
  }
}

}  // namespace token_scan

/// The first byte that is not simply one of a string's: a quote, a backslash, a control character, or one
/// that is not ASCII.
inline const char* plain_string_end(const char* text) {
  return token_scan::first(text, [](ByteVector bytes) {
    return (bytes == '"') | (bytes == '\\') | (bytes < 0x20);  // others than ASCII are below zero
  });
}

/// The first quote, backslash or control character.
inline const char* string_part_end(const char* text) {
  return token_scan::first(text, [](ByteVector bytes) { return ends_of_string(bytes); });
}

/// The first byte that cannot be one of a number, true, false or null: a comma, a closing bracket or brace, a
/// blank, or something else that ends no value.
inline const char* literal_end(const char* text) {
  return token_scan::first(text, [](ByteVector bytes) {
    return (bytes == ',') | (bytes == '}') | (bytes == ']') | (bytes <= ' ');
  });
}

}  // namespace campaign_lens
