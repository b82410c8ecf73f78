#include "insight/phone_number.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "table/decimal.h"

namespace campaign_lens {
namespace {

constexpr std::size_t kLeastDigitsWithCountry = 11;

struct Dialled {
  bool plus = false;
  std::string digits;
};

/// "tel:", "whatsapp:"
std::string_view without_scheme(std::string_view text) {
  const std::size_t letters = std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), text.size());
  return letters > 0 && text.substr(letters).starts_with(':') ? text.substr(letters + 1) : text;
}

/// What is dialled of a text, or of the beginning of one; nothing if it has anything else.
std::optional<Dialled> dialled(std::string_view text) {
  const std::string folded = fold(text);
  Dialled number;
  std::string_view rest = without_scheme(folded);
  for (; !rest.empty(); rest.remove_prefix(1)) {
    const char c = rest.front();
    constexpr std::string_view kNoBreakSpace = "\u00A0";
    if (c >= '0' && c <= '9') {
      number.digits += c;
    } else if (c == '+' && number.digits.empty() && !number.plus) {
      number.plus = true;
    } else if (rest.starts_with(kNoBreakSpace)) {
      rest.remove_prefix(1);
    } else if (std::string_view(" -./()").find(c) == std::string_view::npos) {
      return std::nullopt;
    }
  }
  return number;
}

std::size_t zeros_before(std::string_view digits) {
  return std::min(digits.find_first_not_of('0'), digits.size());
}

PhoneNumber number_of(bool plus, std::size_t zeros, std::uint64_t digits) {
  using Form = PhoneNumber::Form;
  if (plus || zeros >= 2) return {.form = Form::international, .digits = digits};
  const bool bare_but_long = zeros == 0 && decimal_digits(digits) >= kLeastDigitsWithCountry;
  if (bare_but_long) return {.form = Form::international, .digits = digits};
  return {.form = zeros == 1 ? Form::national : Form::bare, .digits = digits};
}

}  // namespace

std::optional<PhoneNumber> phone_number(std::string_view text) {
  const std::optional<Dialled> number = dialled(text);
  if (!number || number->digits.empty()) return std::nullopt;
  const std::size_t zeros = zeros_before(number->digits);
  const std::string_view rest = std::string_view(number->digits).substr(zeros);
  std::uint64_t digits = 0;
  if (rest.size() > kMaxDigits || !read_decimal(rest.data(), rest.size(), digits)) return std::nullopt;
  return number_of(number->plus, zeros, digits);
}

std::optional<PhoneShape> PhoneShape::of(const DigitsShape& shape) {
  const std::optional<Dialled> prefix = dialled(shape.prefix);
  const std::optional<Dialled> digit_and_suffix = dialled("0" + shape.suffix);
  if (!prefix || !digit_and_suffix || digit_and_suffix->digits.size() > 1) return std::nullopt;
  const std::size_t zeros = zeros_before(prefix->digits);
  const std::string_view rest = std::string_view(prefix->digits).substr(zeros);
  // Digits of a prefix come before a number of a known length only; where there are zeros alone, both may
  // have some.
  if (!rest.empty() && (shape.width == 0 || rest.size() + shape.width > kMaxDigits)) return std::nullopt;
  PhoneShape phone;
  phone.plus_ = prefix->plus;
  phone.zeros_ = zeros;
  phone.width_ = shape.width;
  if (!rest.empty() && !read_decimal(rest.data(), rest.size(), phone.prefix_)) return std::nullopt;
  return phone;
}

PhoneNumber PhoneShape::number(std::uint64_t slot) const {
  if (prefix_ != 0) return number_of(plus_, zeros_, prefix_ * kPowersOfTen[width_] + slot);
  // Of 0 all digits are zeros.
  const std::size_t digits = slot == 0 ? 0 : decimal_digits(slot);
  const std::size_t zeros = width_ > digits ? width_ - digits : (slot == 0 ? 1 : 0);
  return number_of(plus_, zeros_ + zeros, slot);
}

}  // namespace campaign_lens
