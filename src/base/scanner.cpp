#include "base/scanner.h"

#include <algorithm>

namespace campaign_lens {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool Scanner::skip_word(std::string_view wanted) {
  Scanner ahead = *this;
  if (!same_word(ahead.word(), wanted)) return false;
  *this = ahead;
  return true;
}

std::optional<std::int32_t> Scanner::offset() {
  Scanner in = *this;
  const bool west = in.skip('-');
  if (!west && !in.skip('+')) return std::nullopt;
  int hours = 0;
  int minutes = 0;
  if (!in.number(in.digits_ahead() == 1 ? 1 : 2, hours)) return std::nullopt;
  if ((in.skip(':') || in.digits_ahead() > 0) && !in.number(2, minutes)) return std::nullopt;
  if (hours > 23 || minutes > 59) return std::nullopt;
  *this = in;
  const std::int32_t seconds = (hours * 60 + minutes) * 60;
  return west ? -seconds : seconds;
}

}  // namespace campaign_lens
