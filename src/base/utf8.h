#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace campaign_lens {

/// What a text begins with: a code point, or bytes that are none.
struct CodePoint {
  char32_t value = 0xFFFD;
  std::size_t bytes = 1;  ///< of an invalid one: the maximal part that could have begun a code point
  bool valid = false;
};

/// The first code point of a text that is not empty. Surrogates, overlong forms and what is past U+10FFFF are
/// invalid.
CodePoint first_code_point(std::string_view text);

/// Writes a code point, which must be valid, in one to four bytes. Returns where they end.
char* write_utf8(char* out, char32_t code_point);
void append_utf8(std::string& text, char32_t code_point);

}  // namespace campaign_lens
