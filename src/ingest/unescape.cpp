#include "ingest/unescape.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/utf8.h"
#include "ingest/token_scan.h"

namespace campaign_lens {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The four hexadecimal digits of \uXXXX.
std::optional<char32_t> hex4(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  char32_t value = 0;
  for (const char c : text.substr(0, 4)) {
    const char lower = static_cast<char>(c | 0x20);
    if (is_digit(c)) {
      value = value * 16 + static_cast<char32_t>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      value = value * 16 + static_cast<char32_t>(lower - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return value;
}

bool is_high_surrogate(char32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low_surrogate(char32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

char simple_escape(char c) {
  switch (c) {
    case '"':
    case '\\':
    case '/':
      return c;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return '\0';
  }
}

/// Copies up to the first backslash or the end, which it gives; a vector at a time, so up to 15 bytes too
/// many.
const char* copy_to_backslash(const char* from, const char* end, char* to) {
  for (; from < end; from += sizeof(ByteVector), to += sizeof(ByteVector)) {
    ByteVector bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    std::memcpy(to, &bytes, sizeof bytes);
    if (const auto found = bits_of_masks(bytes == '\\'); found != 0)
      return std::min(from + std::countr_zero(found), end);
  }
  return end;
}

}  // namespace

std::optional<std::size_t> unescape(std::string_view escaped, std::string& text) {
  text.resize(escaped.size() + sizeof(ByteVector));  // no escape is shorter than what it stands for
  char* to = text.data();
  const char* from = escaped.data();
  const char* const end = from + escaped.size();
  for (;;) {
    const char* const backslash = copy_to_backslash(from, end, to);
    to += backslash - from;
    if (backslash == end) break;
    const auto at = static_cast<std::size_t>(backslash - escaped.data());
    const char kind = backslash + 1 < end ? backslash[1] : '\0';
    if (const char c = simple_escape(kind); c != '\0') {
      *to++ = c;
      from = backslash + 2;
      continue;
    }
    const std::optional<char32_t> unit = kind == 'u' ? hex4(escaped.substr(at + 2)) : std::nullopt;
    if (!unit) return at;
    from = backslash + 6;
    char32_t point = *unit;
    const std::string_view rest = escaped.substr(at + 6);
    if (is_high_surrogate(point) && rest.starts_with("\\u")) {
      const std::optional<char32_t> low = hex4(rest.substr(2));
      if (low && is_low_surrogate(*low)) {
        point = 0x10000 + ((point - 0xD800) << 10) + (*low - 0xDC00);
        from += 6;
      }
    }
    to = write_utf8(to, point >= 0xD800 && point < 0xE000 ? U'\uFFFD' : point);
  }
  text.resize(static_cast<std::size_t>(to - text.data()));
  return std::nullopt;
}

}  // namespace campaign_lens
