#include "base/utf8.h"

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

void append_utf8(std::string& text, char32_t code_point) {
  const auto append = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  const auto continuation = [code_point](int shift) { return 0x80 | (code_point >> shift & 0x3F); };
  if (code_point < 0x80) {
    append(code_point);
  } else if (code_point < 0x800) {
    append(0xC0 | code_point >> 6);
    append(continuation(0));
  } else if (code_point < 0x10000) {
    append(0xE0 | code_point >> 12);
    append(continuation(6));
    append(continuation(0));
  } else {
    append(0xF0 | code_point >> 18);
    append(continuation(12));
    append(continuation(6));
    append(continuation(0));
  }
}

}  // namespace campaign_lens
