#include "query/time_text.h"

#include <algorithm>

namespace campaign_lens {

namespace {

constexpr std::int64_t kSecondUs = 1'000'000;
constexpr std::int64_t kDayUs = 86'400 * kSecondUs;

void two_digits(char* to, int value) {
  to[0] = static_cast<char>('0' + value / 10);
  to[1] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::string_view TimeText::format(TimeUs utc) {
  const TimeUs local = zone_.to_local(utc);
  const std::int64_t day = local / kDayUs - (local % kDayUs < 0 ? 1 : 0);
  char* const text = text_.data();
  if (day != day_) {
    const CivilTime date = civil(local);
    two_digits(text, date.year / 100);
    two_digits(text + 2, date.year % 100);
    two_digits(text + 5, date.month);
    two_digits(text + 8, date.day);
    text[4] = text[7] = '-';
    text[10] = ' ';
    text[13] = text[16] = ':';
    day_ = day;
  }
  const auto second = static_cast<int>((local - day * kDayUs) / kSecondUs);
  two_digits(text + 11, second / 3600);
  two_digits(text + 14, second / 60 % 60);
  two_digits(text + 17, second % 60);
  return {text, text_.size()};
}

std::vector<std::size_t> places_in_time(std::string_view text, condition::Text::Place where) {
  constexpr std::string_view kShape = "0000-00-00 00:00:00";
  const auto fits = [](char shape, char c) { return shape == '0' ? c >= '0' && c <= '9' : c == shape; };
  std::vector<std::size_t> places;
  if (where == condition::Text::Place::whole && text.size() != kShape.size()) return places;
  const std::size_t last = where == condition::Text::Place::anywhere ? kShape.size() : 0;
  for (std::size_t place = 0; place <= last && place + text.size() <= kShape.size(); ++place) {
    const std::string_view shape = kShape.substr(place, text.size());
    if (std::equal(shape.begin(), shape.end(), text.begin(), fits)) places.push_back(place);
  }
  return places;
}

}  // namespace campaign_lens
