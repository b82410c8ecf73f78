#include <catch2/catch_test_macros.hpp>
#include <string_view>

#include "insight/counts.h"
#include "table/table_builder.h"

namespace campaign_lens {

namespace {

struct Click {
  std::string_view number, location, time;
};

Table clicks(std::initializer_list<Click> rows) {
  Table table;
  TableBuilder builder(TableId::clicks, table);
  const int number = builder.column("number"), location = builder.column("location"),
            time = builder.column("timestamp");
  for (const Click& click : rows) {
    builder.set(number, Kind::text, click.number);
    builder.set(location, Kind::text, click.location);
    builder.set(time, Kind::text, click.time);
    builder.end_row();
  }
  builder.finish();
  return table;
}

TimeUs at(std::string_view time) {
  return parse_time(time)->us;
}

}  // namespace

TEST_CASE("Clicks of a location are counted with their recipients and their first and last moment") {
  const auto locations = clicks_by_location(clicks({{"1", "Riyadh", "2026-03-01T10:00:00Z"},
                                                    {"1", "Riyadh", "2026-03-01T09:00:00Z"},
                                                    {"2", "Riyadh", "2026-03-02T09:00:00Z"},
                                                    {"1", "Jeddah", "no time"}}));
  REQUIRE(locations.size() == 2);
  CHECK(locations[0] ==
        LocationClicks{"Riyadh", 3, 2, at("2026-03-01T09:00:00Z"), at("2026-03-02T09:00:00Z")});
  CHECK(locations[1] == LocationClicks{"Jeddah", 1, 1, kNoTime, kNoTime});
}

TEST_CASE("Most clicked comes first, equal ones by name, the blank one last") {
  const auto locations = clicks_by_location(clicks({{"1", "", ""},
                                                    {"2", "", ""},
                                                    {"3", "", ""},
                                                    {"4", "b", ""},
                                                    {"5", "a", ""},
                                                    {"6", "c", ""},
                                                    {"7", "c", ""}}));
  std::vector<std::string> names;
  for (const LocationClicks& location : locations)
    names.push_back(location.location);
  CHECK(names == std::vector<std::string>{"c", "a", "b", ""});
}

TEST_CASE("A click without a number counts as a click but not as a recipient") {
  const auto locations = clicks_by_location(clicks({{"", "Riyadh", ""}, {"1", "Riyadh", ""}}));
  REQUIRE(locations.size() == 1);
  CHECK(locations[0].clicks == 2);
  CHECK(locations[0].recipients == 1);
}

TEST_CASE("Clicks without any location are all of the blank one") {
  Table table;
  TableBuilder builder(TableId::clicks, table);
  builder.set(builder.column("number"), Kind::text, "1");
  builder.end_row();
  builder.finish();
  const auto locations = clicks_by_location(table);
  REQUIRE(locations.size() == 1);
  CHECK(locations[0].location.empty());
  CHECK(clicks_by_location({}).empty());
}

}  // namespace campaign_lens
