#include "table/digits_shape.h"

#include <algorithm>

#include "table/decimal.h"
#include "table/short_text.h"

namespace campaign_lens {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::optional<DigitsShape> DigitsShape::of(Cell cell) {
  if (cell.kind != Kind::text && cell.kind != Kind::number) return std::nullopt;
  std::size_t first = 0, digits = 0;
  for (std::size_t begin = 0; begin < cell.text.size(); ++begin) {
    std::size_t end = begin;
    while (end < cell.text.size() && is_digit(cell.text[end]))
      ++end;
    if (end - begin > digits) {
      first = begin;
      digits = end - begin;
    }
    begin = end;
  }
  if (digits == 0) return std::nullopt;
  DigitsShape shape{.kind = cell.kind, .prefix = {}, .suffix = std::string(cell.text.substr(first + digits))};
  if (digits > kMaxDigits) {  // what is too much is mostly the same in all of them
    first += digits - kMaxDigits;
    shape.width = kMaxDigits;
  } else if (cell.text[first] == '0' && digits > 1) {
    shape.width = static_cast<std::uint8_t>(digits);
  }
  shape.prefix = cell.text.substr(0, first);
  return shape;
}

bool DigitsShape::read(const Cell& cell, std::uint64_t& number) const {
  const std::size_t around = prefix.size() + suffix.size();
  const char* const text = cell.text.data();
  if (cell.kind != kind || cell.text.size() <= around) return false;
  const std::size_t digits = cell.text.size() - around;
  if (width != 0 ? digits != width : digits > kMaxDigits) return false;
  const char* const first = text + prefix.size();
  if (!begins_with(text, prefix) || !begins_with(first + digits, suffix)) return false;
  if (width == 0 && *first == '0' && digits > 1) return false;
  return read_decimal(first, digits, number);
}

void DigitsShape::append_to(std::string& text, std::uint64_t number) const {
  const std::size_t digits = width != 0 ? width : decimal_digits(number);
  const std::size_t before = text.size();
  text.resize(before + prefix.size() + digits + suffix.size());
  write(text.data() + before, number);
}

char* DigitsShape::write(char* to, std::uint64_t number) const {
  const std::size_t digits = width != 0 ? width : decimal_digits(number);
  to = std::ranges::copy(prefix, to).out;
  write_decimal(to, digits, number);
  return std::ranges::copy(suffix, to + digits).out;
}

ParsedTime DigitsShape::moment(std::uint64_t number) const {
  constexpr std::uint64_t kLeastSecond = 1'000'000'000, kGreatestSecond = 2'147'483'647;
  constexpr std::uint64_t kLeastMillisecond = 1'000'000'000'000, kGreatestMillisecond = 7'000'000'000'000;
  if (prefix.empty() && suffix.empty()) {
    if (number >= kLeastSecond && number <= kGreatestSecond && (width == 0 || width == 10)) {
      return {.us = static_cast<TimeUs>(number * 1'000'000)};
    }
    if (number >= kLeastMillisecond && number <= kGreatestMillisecond && (width == 0 || width == 13)) {
      return {.us = static_cast<TimeUs>(number * 1'000)};
    }
  }
  std::string text;
  append_to(text, number);
  return parse_time(text).value_or(ParsedTime{.us = kNoTime});
}

}  // namespace campaign_lens
