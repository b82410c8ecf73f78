#include "view/values.h"

#include <cmath>
#include <cstdlib>

namespace campaign_lens::view {

std::optional<TimeUs> time_of(std::string_view text, const TimeZone& zone) {
  const std::optional<ParsedTime> parsed = parse_time(text);
  if (!parsed) return std::nullopt;
  return parsed->naive ? zone.to_utc(parsed->us) : parsed->us;
}

std::string time_in_words(TimeUs time, const TimeZone& zone) {
  constexpr std::string_view kNoSeconds = ":00";
  std::string words = format_time(time, zone);
  if (words.ends_with(kNoSeconds)) words.resize(words.size() - kNoSeconds.size());
  return words;
}

std::string span_in_words(std::int64_t us) {
  struct Unit {
    std::int64_t us;
    std::string_view name;
  };
  Unit unit{1'000'000, " s"};
  for (const Unit larger :
       {Unit{60'000'000, " min"}, Unit{3'600'000'000, " h"}, Unit{86'400'000'000, " days"}}) {
    if (us >= 2 * larger.us) unit = larger;
  }
  const std::int64_t tenths = us / (unit.us / 10);
  std::string words = std::to_string(tenths / 10);
  if (tenths < 100 && tenths % 10 > 0) words += "." + std::to_string(tenths % 10);
  return words.append(unit.name);
}

std::optional<double> number_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != ',' && c != ' ') digits += c;
  }
  if (digits.empty() || digits.find_first_not_of("+-.0123456789eE") != std::string::npos) return std::nullopt;
  char* end = nullptr;
  const double number = std::strtod(digits.c_str(), &end);
  if (*end != '\0' || !std::isfinite(number)) return std::nullopt;
  return number;
}

}  // namespace campaign_lens::view
