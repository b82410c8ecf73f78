#include "base/phone.h"

#include <algorithm>
#include <cstddef>

#include "base/text.h"

namespace campaign_lens {
namespace {

constexpr std::size_t kLeastNationalDigits = 4;
constexpr std::size_t kLeastDigitsWithCountry = 11;
/// E.164 allows 15; 00 before them, and what people get wrong.
constexpr std::size_t kMostDigits = 20;

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A number's digits, without what is written between them.
struct Digits {
  std::string digits;
  bool plus = false;      ///< before them
  std::size_t bytes = 0;  ///< of the text, up to where the number ends
};

/// Reads on as long as it may be a number.
Digits digits_of(std::string_view text) {
  Digits number;
  for (const char c : text) {
    if (is_digit(c)) {
      number.digits += c;
    } else if (c == '+' && number.digits.empty() && !number.plus) {
      number.plus = true;
    } else if (std::string_view(" -./()").find(c) == std::string_view::npos) {
      break;
    }
    ++number.bytes;
  }
  return number;
}

/// How many digits the country code has that a number begins with: the codes of one and of two digits are
/// listed in ITU-T E.164, all others have three.
std::size_t country_digits(std::string_view digits) {
  constexpr std::string_view kOfTwo =
      "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 "
      "81 82 84 86 90 91 92 93 94 95 98";
  if (digits.starts_with('1') || digits.starts_with('7')) return 1;
  const std::string_view two = digits.substr(0, 2);
  return two.size() == 2 && kOfTwo.find(two) != std::string_view::npos ? 2 : 3;
}

std::string_view without_zeros(std::string_view digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

}  // namespace

std::vector<PhoneSearch::Reading> PhoneSearch::readings_of(std::string_view digits, bool with_country) {
  const std::string_view from_first = without_zeros(digits);
  const std::size_t zeros = digits.size() - from_first.size();
  std::vector<Reading> readings;
  if (!with_country && zeros < 2) readings.push_back({.country = {}, .national = std::string(from_first)});
  const bool bare = !with_country && zeros == 0;
  if (with_country || zeros >= 2 || (bare && digits.size() >= kLeastDigitsWithCountry)) {
    const std::size_t country = std::min(country_digits(from_first), from_first.size());
    readings.push_back({.country = std::string(from_first.substr(0, country)),
                        .national = std::string(without_zeros(from_first.substr(country)))});
  }
  return readings;
}

std::optional<PhoneSearch> PhoneSearch::of(std::string_view text) {
  const std::string folded = fold(text);
  const Digits number = digits_of(folded);
  if (number.bytes < folded.size() || number.digits.size() > kMostDigits) return std::nullopt;
  PhoneSearch search;
  search.readings_ = readings_of(number.digits, number.plus);
  std::erase_if(search.readings_,
                [](const Reading& reading) { return reading.national.size() < kLeastNationalDigits; });
  if (search.readings_.empty()) return std::nullopt;
  search.digits_ = std::ranges::min(search.readings_, {}, [](const Reading& reading) {
                     return reading.national.size();
                   }).national;
  return search;
}

bool PhoneSearch::matches(std::string_view text, bool whole) const {
  const std::string folded = fold(text);
  const std::size_t begin = folded.find_first_of("+0123456789");
  if (begin == std::string::npos) return false;
  const Digits number = digits_of(std::string_view(folded).substr(begin));
  if (number.digits.size() > kMostDigits) return false;
  for (const Reading& reading : readings_of(number.digits, number.plus)) {
    const bool matching = std::ranges::any_of(readings_, [&](const Reading& wanted) {
      const bool same_country =
          wanted.country.empty() || reading.country.empty() || wanted.country == reading.country;
      return same_country &&
             (whole ? reading.national == wanted.national : reading.national.starts_with(wanted.national));
    });
    if (matching) return true;
  }
  return false;
}

}  // namespace campaign_lens
