#include "base/utf8.h"

#include <array>
#include <cassert>
#include <cstdint>

namespace campaign_lens {
namespace {

/// What a lead byte asks of the bytes after it (Unicode, table 3-7): only the second one's range varies.
struct Sequence {
  std::size_t bytes;  ///< 0: no lead byte
  std::uint8_t second_from, second_to;
};

Sequence sequence_of(std::uint8_t lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};  // shorter forms exist
  if (lead == 0xED) return {3, 0x80, 0x9F};  // surrogates
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};  // shorter forms exist
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};  // past U+10FFFF
  return {0, 0, 0};
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  assert(!text.empty());
  const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  // Two bytes: Arabic, Latin with marks, Greek, Cyrillic. Most of what is not ASCII, so it is not looked up.
  if (byte(0) >= 0xC2 && byte(0) < 0xE0 && text.size() > 1 && (byte(1) & 0xC0) == 0x80) {
    return {.value = (byte(0) & 0x1FU) << 6 | (byte(1) & 0x3FU), .bytes = 2, .valid = true};
  }
  const Sequence sequence = sequence_of(byte(0));
  if (sequence.bytes == 0) return {};
  if (sequence.bytes == 1) return {.value = byte(0), .bytes = 1, .valid = true};

  char32_t value = byte(0) & (0x7FU >> sequence.bytes);
  for (std::size_t i = 1; i < sequence.bytes; ++i) {
    const std::uint8_t from = i == 1 ? sequence.second_from : 0x80;
    const std::uint8_t to = i == 1 ? sequence.second_to : 0xBF;
    if (i == text.size() || byte(i) < from || byte(i) > to) return {.bytes = i};
    value = value << 6 | (byte(i) & 0x3FU);
  }
  return {.value = value, .bytes = sequence.bytes, .valid = true};
}

char* write_utf8(char* out, char32_t code_point) {
  const auto lead = [code_point](unsigned mark, int shift) {
    return static_cast<char>(mark | code_point >> shift);
  };
  const auto next = [code_point](int shift) {
    return static_cast<char>(0x80U | (code_point >> shift & 0x3FU));
  };
  if (code_point < 0x80) {
    *out++ = lead(0, 0);
  } else if (code_point < 0x800) {
    *out++ = lead(0xC0, 6);
    *out++ = next(0);
  } else if (code_point < 0x10000) {
    *out++ = lead(0xE0, 12);
    *out++ = next(6);
    *out++ = next(0);
  } else {
    *out++ = lead(0xF0, 18);
    *out++ = next(12);
    *out++ = next(6);
    *out++ = next(0);
  }
  return out;
}

void append_utf8(std::string& text, char32_t code_point) {
  std::array<char, 4> bytes;
  text.append(bytes.data(), write_utf8(bytes.data(), code_point));
}

}  // namespace campaign_lens
