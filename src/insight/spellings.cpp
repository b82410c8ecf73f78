#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "insight/counts.h"

namespace campaign_lens {

namespace {

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

bool is_letter_or_digit(const CodePoint& code_point) {
  const char32_t c = code_point.value;
  if (!code_point.valid) return true;  // kept, so that what is broken differently stays apart
  if (c < 0x80) return is_digit(static_cast<char>(c)) || (c >= 'a' && c <= 'z');
  // Latin-1's signs, general punctuation, and what Arabic and CJK have of it.
  const bool sign = (c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA) || (c >= 0x2000 && c < 0x2070) ||
                    c == 0x060C || c == 0x061B || c == 0x061F || (c >= 0x066A && c < 0x066E) || c == 0x06D4 ||
                    (c >= 0x3000 && c < 0x3004);
  return !sign;
}

bool is_between_parts(const CodePoint& code_point) {
  constexpr std::u32string_view kBetween = U",;/|()[]\u060C\u061B";
  return kBetween.find(code_point.value) != kBetween.npos;
}

/// The same for every way to write a place; empty where there is no letter: of numbers, as coordinates are,
/// the order counts.
std::string key_of(std::string_view location) {
  const std::string folded = fold(location);
  std::vector<std::string> parts(1);
  bool any_letter = false;
  for (std::string_view rest = folded; !rest.empty();) {
    const CodePoint code_point = first_code_point(rest);
    const std::string_view bytes = rest.substr(0, code_point.bytes);
    rest.remove_prefix(code_point.bytes);
    const bool of_number =
        (bytes == "-" || bytes == "+" || bytes == ".") && !rest.empty() && is_digit(rest[0]);
    if (is_between_parts(code_point)) parts.emplace_back();
    if (!of_number && !is_letter_or_digit(code_point)) continue;
    parts.back() += bytes;
    any_letter = any_letter || !(of_number || is_digit(bytes[0]));
  }
  if (!any_letter) return {};
  std::ranges::sort(parts);
  std::string key;
  for (const std::string& part : parts) {
    const bool two_numbers = !key.empty() && is_digit(key.back()) && !part.empty() && is_digit(part[0]);
    key += (two_numbers ? " " : "") + part;
  }
  return key;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> spellings_of_places(std::span<const LocationClicks> locations) {
  std::vector<std::vector<std::uint32_t>> places;
  std::unordered_map<std::string, std::size_t> of_keys;
  for (std::uint32_t index = 0; index < locations.size(); ++index) {
    std::string key = key_of(locations[index].location);
    if (key.empty()) continue;
    const auto place = of_keys.try_emplace(std::move(key), places.size()).first->second;
    if (place == places.size()) places.emplace_back();
    places[place].push_back(index);
  }
  std::erase_if(places, [](const std::vector<std::uint32_t>& place) { return place.size() < 2; });
  return places;
}

}  // namespace campaign_lens
