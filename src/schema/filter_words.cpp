#include "schema/filter_words.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

#include "base/text.h"

namespace campaign_lens {

namespace {

void append(std::string& list, std::string_view separator, std::string_view item) {
  if (!list.empty()) list += separator;
  list += item;
}

/// "a", "b" or "c"; of many or long texts not all of each.
std::string texts_in_words(std::span<const std::string> texts) {
  constexpr std::size_t kMostTexts = 10;
  constexpr std::size_t kMostBytes = 100;
  const std::size_t shown = std::min(texts.size(), kMostTexts);
  std::string words;
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string_view text = bounded(texts[i], kMostBytes);
    std::string quoted = "\"";
    quoted.append(text).append(text.size() < texts[i].size() ? "…\"" : "\"");
    append(words, i + 1 == texts.size() ? " or " : ", ", quoted);
  }
  if (shown < texts.size()) words += " or one of " + with_thousands(texts.size() - shown) + " more";
  return words;
}

/// What a condition asks, as what stands behind the column's title; with "not" where it is negated.
struct ConditionInWords {
  bool negated;
  const TimeZone& zone;

  std::string operator()(const condition::OneOf& wanted) const {
    std::string words = texts_in_words(wanted.values);
    if (wanted.blank) append(words, " or ", "blank");
    return (negated ? "is not " : "is ") + (words.empty() ? "any of no values" : words);
  }
  std::string operator()(const condition::Text& wanted) const {
    using Place = condition::Text::Place;
    const std::string_view verb = wanted.place == Place::whole ? (negated ? "is not " : "is ")
                                  : wanted.place == Place::at_start
                                      ? (negated ? "does not begin with " : "begins with ")
                                      : (negated ? "does not contain " : "contains ");
    return std::string(verb) + texts_in_words(wanted.texts);
  }
  std::string operator()(const condition::Times& wanted) const {
    std::string words = negated ? "is not" : "is";
    if (wanted.from == kNoTime && wanted.until == kNoTime) return words + " at any time";
    if (wanted.from != kNoTime) words += " from " + format_time(wanted.from, zone);
    if (wanted.until != kNoTime) words += " before " + format_time(wanted.until, zone);
    return words;
  }
  std::string operator()(const condition::Period& wanted) const {
    using Span = condition::Period::Span;
    const std::string_view span = wanted.span == Span::first_hour  ? "its first hour"
                                  : wanted.span == Span::first_day ? "its first 24 hours"
                                                                   : "its last 7 days";
    return (negated ? "is not in " : "is in ") + std::string(span);
  }
  std::string operator()(const condition::Numbers& wanted) const {
    const std::string words = negated ? "is not" : "is";
    if (!wanted.least && !wanted.greatest) return words + " a number";
    if (!wanted.greatest) return words + " at least " + number_in_words(*wanted.least);
    if (!wanted.least) return words + " at most " + number_in_words(*wanted.greatest);
    return words + " from " + number_in_words(*wanted.least) + " to " + number_in_words(*wanted.greatest);
  }
  std::string operator()(const condition::Repeated&) const {
    return negated ? "is not repeated" : "is repeated";
  }
  std::string operator()(const condition::HourOfWeek& wanted) const {
    return (negated ? "is not on " : "is on ") + hour_of_week_in_words(wanted.hour);
  }
  std::string operator()(const condition::FromCountry& wanted) const {
    return (negated ? "is not from " : "is from ") + texts_in_words({&wanted.name, 1});
  }
};

}  // namespace

std::string hour_of_week_in_words(std::uint32_t hour) {
  const std::uint32_t of_day = hour % 24;
  return std::string(day_name(hour / 24)) + " " + std::to_string(of_day) + ":00–" +
         std::to_string(of_day + 1) + ":00";
}

std::string_view day_name(std::size_t day) {
  constexpr std::array<std::string_view, 7> kDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                     "Friday", "Saturday", "Sunday"};
  return kDays[day % kDays.size()];
}

std::string number_in_words(double number) {
  std::array<char, 32> text{};
  // Not by std::to_chars: its tables are larger than all the rest of the page's words.
  for (int digits = 1; digits <= 17; ++digits) {
    std::snprintf(text.data(), text.size(), "%.*g", digits, number);
    if (std::strtod(text.data(), nullptr) == number) break;
  }
  const bool long_integer = std::abs(number) < 1e15 && number == std::trunc(number);
  if (long_integer) std::snprintf(text.data(), text.size(), "%.0f", number);
  return text.data();
}

std::string statuses_in_words(FamilySet statuses) {
  for (const CountDefinition& count : count_definitions()) {
    if (count.families == statuses) return std::string(count.name);
  }
  std::string words;
  for (int i = 0; i < kStatusFamilyCount; ++i) {
    const auto family = static_cast<StatusFamily>(i);
    if (!statuses.contains(family)) continue;
    append(words, ", ", family_name(family));
    // The count of this name has the later stages in it too.
    if (family == StatusFamily::queued) words += " and nothing later";
  }
  return words;
}

std::string in_words(const ColumnFilter& filter, const TimeZone& zone) {
  return std::visit(ConditionInWords{filter.negated, zone}, filter.condition);
}

}  // namespace campaign_lens
