#include "query/time_text.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

namespace campaign_lens {

TEST_CASE("A time is written as format_time writes it, from one day to the next and back") {
  const TimeZone zone{
      .name = "Test",
      .transitions = {{.at_s = 0, .offset_s = -5 * 3600}, {.at_s = 1'700'000'000, .offset_s = 19'800}}};
  TimeText text(zone);
  std::mt19937_64 random(7);
  for (int i = 0; i < 2'000; ++i) {
    const auto day = static_cast<TimeUs>(random() % 80'000);  // 1970 to 2189
    for (int j = 0; j < 3; ++j) {
      const TimeUs time = (day * 86'400 + static_cast<TimeUs>(random() % 86'400)) * 1'000'000 + 999'999;
      CHECK(text.format(time) == format_time(time, zone));
    }
  }
}

TEST_CASE("A text has its places in a written time, or none") {
  using Place = condition::Text::Place;
  const auto places = [](std::string_view text) { return places_in_time(text, Place::anywhere); };
  CHECK(places("2026") == std::vector<std::size_t>{0});
  CHECK(places("-0") == std::vector<std::size_t>{4, 7});
  CHECK(places(":07") == std::vector<std::size_t>{13, 16});
  CHECK(places("1 0") == std::vector<std::size_t>{9});
  CHECK(places("2026-03-01 09:00:07") == std::vector<std::size_t>{0});
  CHECK(places("2026-03-01 09:00:07 ").empty());
  CHECK(places("96650").empty());
  CHECK(places("riyadh").empty());
  CHECK(places_in_time("2", Place::at_start) == std::vector<std::size_t>{0});
  CHECK(places_in_time("0", Place::at_start) == std::vector<std::size_t>{0});
  CHECK(places_in_time("2026-03-01 09:00:0", Place::whole).empty());
  CHECK(places_in_time("2026-03-01 09:00:07", Place::whole) == std::vector<std::size_t>{0});
}

}  // namespace campaign_lens
