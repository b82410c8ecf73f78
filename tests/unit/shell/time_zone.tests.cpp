#include "native/time_zone.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace campaign_lens;

namespace {

/// What the clock shows in a zone of this system's at a moment.
std::string local(std::string_view zone_name, std::string_view utc) {
  const std::optional<TimeZone> zone = system_time_zone(zone_name);
  REQUIRE(zone);
  CHECK(zone->name == zone_name);
  return format_time(parse_time(utc).value().us, *zone);
}

}  // namespace

TEST_CASE("Riyadh is three hours ahead all year") {
  CHECK(local("Asia/Riyadh", "2026-01-15T12:00:00Z") == "2026-01-15 15:00:00");
  CHECK(local("Asia/Riyadh", "2026-07-15T12:00:00Z") == "2026-07-15 15:00:00");
  CHECK(local("Asia/Riyadh", "2099-07-15T12:00:00Z") == "2099-07-15 15:00:00");
}

TEST_CASE("Berlin and New York change their clocks, past and future") {
  CHECK(local("Europe/Berlin", "1985-07-01T12:00:00Z") == "1985-07-01 14:00:00");
  CHECK(local("Europe/Berlin", "2026-03-29T00:59:59Z") == "2026-03-29 01:59:59");
  CHECK(local("Europe/Berlin", "2026-03-29T01:00:00Z") == "2026-03-29 03:00:00");
  CHECK(local("Europe/Berlin", "2037-07-01T12:00:00Z") == "2037-07-01 14:00:00");
  CHECK(local("America/New_York", "2026-03-08T06:59:59Z") == "2026-03-08 01:59:59");
  CHECK(local("America/New_York", "2026-03-08T07:00:00Z") == "2026-03-08 03:00:00");
  CHECK(local("America/New_York", "2037-12-01T12:00:00Z") == "2037-12-01 07:00:00");
}

TEST_CASE("UTC and names that state an offset need no zone file") {
  CHECK(local("UTC", "2026-01-15T12:00:00Z") == "2026-01-15 12:00:00");
  CHECK(local("+05:30", "2026-01-15T12:00:00Z") == "2026-01-15 17:30:00");
}

TEST_CASE("Names that are no zones are refused, and no other file is looked at") {
  for (const std::string_view name : {"", "Asia/Nowhere", "Asia", "tzdata.zi", "../../../etc/passwd",
                                      "Asia/../Asia/Riyadh", "/usr/share/zoneinfo/Asia/Riyadh"}) {
    INFO(name);
    CHECK_FALSE(system_time_zone(name));
  }
  CHECK_FALSE(system_time_zone(std::string_view("Asia/Riyadh\0x", 13)));
}
