#include "schema/reason_code.h"

#include <algorithm>
#include <array>
#include <string>

namespace campaign_lens {

bool means_no_error(std::string_view code) {
  using namespace std::string_view_literals;
  constexpr std::array kWords = {"success"sv, "noerror"sv, "none"sv, "ok"sv};
  std::string text;
  for (const char c : code) {
    if (c == '_' || c == '-' || c == '.' || c == ' ' || (c >= '\t' && c <= '\r')) continue;
    text.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
  }
  if (std::ranges::find(kWords, text) != kWords.end()) return true;
  const std::string_view digits = std::string_view(text).substr(text.starts_with("er") ? 2 : 0);
  return !digits.empty() && digits.find_first_not_of('0') == std::string_view::npos;
}

}  // namespace campaign_lens
