#include <catch2/catch_test_macros.hpp>
#include <initializer_list>
#include <string>
#include <vector>

#include "insight/counts.h"

namespace campaign_lens {

namespace {

using Places = std::vector<std::vector<std::uint32_t>>;

Places places(std::initializer_list<std::string> locations) {
  std::vector<LocationClicks> clicks;
  for (const std::string& location : locations)
    clicks.push_back({.location = location});
  return spellings_of_places(clicks);
}

}  // namespace

TEST_CASE("A place is one however its letters, signs and parts are written") {
  CHECK(places({"Riyadh, SA", "Jeddah, SA", "RIYADH (SA)", "riyadh,sa", "SA / Riyadh", "Riyadh"}) ==
        Places{{0, 2, 3, 4}});
  CHECK(places({"Al-Khobar", "Dubai", "al khobar", "Alkhobar", " dubai. "}) == Places{{0, 2, 3}, {1, 4}});
  CHECK(places({"مكة", "مكه", "أبها", "ابها", "الرياض، السعودية", "السعودية | الريـاض"}) ==
        Places{{0, 1}, {2, 3}, {4, 5}});
}

TEST_CASE("Places with other letters or other numbers stay apart") {
  CHECK(places({"Riyadh", "Riyadh, SA", "Riyadh 2", "Riyad"}).empty());
  CHECK(places({"Zone 1, 23", "Zone 12, 3", "Zone 1.23", "Zone -1, 23"}).empty());
  CHECK(places({"東京", "京都", "東京,"}) == Places{{0, 2}});
}

TEST_CASE("What has no letter is not compared: of coordinates the order counts") {
  CHECK(places({"24.71,46.67", "46.67,24.71", "24.71, 46.67", "(24.71;46.67)"}).empty());
  CHECK(places({"", "-", "?", " , "}).empty());
  CHECK(places({"\xFF", "\xFE"}).empty());
  CHECK(places({}).empty());
}

}  // namespace campaign_lens
