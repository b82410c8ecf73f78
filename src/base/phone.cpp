#include "base/phone.h"

#include <algorithm>
#include <array>
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

/// A number without what is written between its digits, and how it can be read.
class Number {
 public:
  /// Reads as long as a text may be a number.
  explicit Number(std::string_view text) {
    for (const char c : text) {
      if (is_digit(c) && size_ < digits_.size()) {
        digits_[size_++] = c;
      } else if (c == '+' && size_ == 0 && !plus_) {
        plus_ = true;
      } else if (std::string_view(" -./()").find(c) == std::string_view::npos) {
        break;
      }
      ++bytes_;
    }
  }

  std::string_view digits() const { return {digits_.data(), size_}; }
  bool plus() const { return plus_; }
  std::size_t bytes() const { return bytes_; }  ///< of the text, up to where the number ends

 private:
  std::array<char, kMostDigits> digits_{};
  std::size_t size_ = 0;
  std::size_t bytes_ = 0;
  bool plus_ = false;
};

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

struct Reading {
  std::string_view country, national;  ///< digits; an empty country: it has none
};

/// Calls `visit(reading)` for the one or two ways to read a number, until one gives true.
template <typename Visit>
bool any_reading(std::string_view digits, bool plus, Visit visit) {
  const std::string_view rest = without_zeros(digits);
  const std::size_t zeros = digits.size() - rest.size();
  if (!plus && zeros < 2 && visit(Reading{.country = {}, .national = rest})) return true;
  if (!plus && zeros < 2 && (zeros == 1 || digits.size() < kLeastDigitsWithCountry)) return false;
  const std::size_t country = std::min(country_digits(rest), rest.size());
  return visit(Reading{.country = rest.substr(0, country), .national = without_zeros(rest.substr(country))});
}

}  // namespace

std::optional<PhoneSearch> PhoneSearch::of(std::string_view text) {
  const std::string folded = fold(text);
  const Number number(folded);
  if (number.bytes() < folded.size()) return std::nullopt;
  PhoneSearch search;
  search.written_ = number.digits();
  search.plus_ = number.plus();
  any_reading(search.written_, search.plus_, [&](const Reading& reading) {
    const bool shorter = search.digits_.empty() || reading.national.size() < search.digits_.size();
    if (reading.national.size() >= kLeastNationalDigits && shorter) search.digits_ = reading.national;
    return false;
  });
  if (search.digits_.empty()) return std::nullopt;
  return search;
}

bool PhoneSearch::matches(std::string_view text, bool whole) const {
  const std::string folded = fold(text);
  const std::size_t begin = folded.find_first_of("+0123456789");
  if (begin == std::string::npos) return false;
  const std::string_view from_number = std::string_view(folded).substr(begin);
  const Number number(from_number);
  const bool goes_on = number.bytes() < from_number.size() && is_digit(from_number[number.bytes()]);
  return !goes_on && any_reading(number.digits(), number.plus(), [&](const Reading& reading) {
    return any_reading(written_, plus_, [&](const Reading& wanted) {
      const bool same_country =
          wanted.country.empty() || reading.country.empty() || wanted.country == reading.country;
      return same_country && wanted.national.size() >= kLeastNationalDigits &&
             (whole ? reading.national == wanted.national : reading.national.starts_with(wanted.national));
    });
  });
}

}  // namespace campaign_lens
