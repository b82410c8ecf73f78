#include "query/time_search.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "base/time.h"

namespace campaign_lens {

namespace {

using TextPlace = condition::Text::Place;

bool has(const std::string& written, const std::string& text, TextPlace place) {
  if (place == TextPlace::anywhere) return written.find(text) != std::string::npos;
  return place == TextPlace::whole ? written == text : written.starts_with(text);
}

}  // namespace

TEST_CASE("A text is found in a time where it is in the written time") {
  std::mt19937_64 random(7);
  const std::string suffix = "+03:00";
  const auto written = [&](std::int64_t second) {
    std::string text = format_time(second * 1'000'000, TimeZone()) + suffix;
    text[10] = 't';
    return text;
  };
  const auto a_second = [&] { return static_cast<std::int64_t>(random() % (80'000LL * 86'400)); };  // to 2189
  for (int i = 0; i < 3'000; ++i) {
    const std::int64_t model = a_second();
    std::string text = written(model);
    const auto place = static_cast<TextPlace>(random() % 3);
    if (place == TextPlace::anywhere) text = text.substr(random() % text.size());
    if (place != TextPlace::whole) text = text.substr(0, 1 + random() % text.size());
    if (random() % 8 == 0) text[random() % text.size()] = '9';
    TimeSearch search(text, place, 't', suffix);
    for (int j = 0; j < 20; ++j) {
      // Times of the same day, and others.
      const std::int64_t second = j % 2 == 0 ? model / 86'400 * 86'400 + a_second() % 86'400 : a_second();
      INFO(text << " in " << written(second));
      REQUIRE(search.found_in(second) == has(written(second), text, place));
      if (!search.can_find()) REQUIRE_FALSE(has(written(second), text, place));
    }
    REQUIRE(search.found_in(model) == has(written(model), text, place));
  }
}

TEST_CASE("A text that is in no time is known not to be") {
  for (const char* const text : {"riyadh", "96650", "99:", "2026-03-01 09:00:07 ", "9 1:", "9-1-"}) {
    INFO(text);
    CHECK_FALSE(TimeSearch(text, TextPlace::anywhere, ' ', "").can_find());
  }
  CHECK(TimeSearch("03", TextPlace::anywhere, ' ', "").can_find());
}

}  // namespace campaign_lens
