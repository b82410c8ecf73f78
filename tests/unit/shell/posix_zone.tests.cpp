#include "native/posix_zone.h"

#include <catch2/catch_test_macros.hpp>
#include <initializer_list>

using namespace campaign_lens;

namespace {

/// The zone that a rule makes.
TimeZone zone_of(std::string_view rule, std::int32_t offset_before_s) {
  TimeZone zone{.name = "rule", .transitions = {{.at_s = 0, .offset_s = offset_before_s}}};
  const auto transitions = posix_transitions(rule);
  REQUIRE(transitions);
  zone.transitions.insert(zone.transitions.end(), transitions->begin(), transitions->end());
  return zone;
}

std::int32_t offset(const TimeZone& zone, std::string_view utc) {
  return zone.offset_at(parse_time(utc).value().us);
}

}  // namespace

TEST_CASE("A rule without summer time has no transitions") {
  for (const std::string_view rule : {"<+03>-3", "UTC0", "EST5", "<+0330>-3:30"}) {
    const auto transitions = posix_transitions(rule);
    REQUIRE(transitions);
    CHECK(transitions->empty());
  }
}

TEST_CASE("Summer time begins and ends by the clock before the change") {
  const TimeZone berlin = zone_of("CET-1CEST,M3.5.0,M10.5.0/3", 3600);
  CHECK(offset(berlin, "2026-03-29T00:59:59Z") == 3600);
  CHECK(offset(berlin, "2026-03-29T01:00:00Z") == 7200);
  CHECK(offset(berlin, "2026-10-25T00:59:59Z") == 7200);
  CHECK(offset(berlin, "2026-10-25T01:00:00Z") == 3600);
}

TEST_CASE("A week of a month is counted from its first such weekday") {
  const TimeZone new_york = zone_of("EST5EDT,M3.2.0,M11.1.0", -5 * 3600);
  CHECK(offset(new_york, "2026-03-08T06:59:59Z") == -5 * 3600);
  CHECK(offset(new_york, "2026-03-08T07:00:00Z") == -4 * 3600);
  CHECK(offset(new_york, "2026-11-01T05:59:59Z") == -4 * 3600);
  CHECK(offset(new_york, "2026-11-01T06:00:00Z") == -5 * 3600);
}

TEST_CASE("South of the equator summer spans the turn of the year") {
  const TimeZone sydney = zone_of("AEST-10AEDT,M10.1.0,M4.1.0/3", 11 * 3600);
  CHECK(offset(sydney, "2026-01-15T00:00:00Z") == 11 * 3600);
  CHECK(offset(sydney, "2026-07-15T00:00:00Z") == 10 * 3600);
  CHECK(offset(sydney, "2026-12-15T00:00:00Z") == 11 * 3600);
}

TEST_CASE("A clock change may lie outside its day") {
  const TimeZone gaza = zone_of("EET-2EEST,M3.4.4/50,M10.4.4/50", 7200);  // Saturday, 02:00
  CHECK(offset(gaza, "2026-03-27T23:59:59Z") == 7200);
  CHECK(offset(gaza, "2026-03-28T00:00:00Z") == 10'800);
  const TimeZone nuuk = zone_of("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -7200);  // the evening before
  CHECK(offset(nuuk, "2026-03-29T00:59:59Z") == -7200);
  CHECK(offset(nuuk, "2026-03-29T01:00:00Z") == -3600);
}

TEST_CASE("Summer time may be behind standard time") {
  const TimeZone dublin = zone_of("IST-1GMT0,M10.5.0,M3.5.0/1", 0);
  CHECK(offset(dublin, "2026-01-15T00:00:00Z") == 0);
  CHECK(offset(dublin, "2026-07-15T00:00:00Z") == 3600);
}

TEST_CASE("Days of the year are counted with or without leap days") {
  const TimeZone without = zone_of("AAA0BBB,J60/0,J300/0", 0);  // 1 March in every year
  CHECK(offset(without, "2027-02-28T23:59:59Z") == 0);
  CHECK(offset(without, "2027-03-01T00:00:00Z") == 3600);
  CHECK(offset(without, "2028-02-29T23:59:59Z") == 0);
  CHECK(offset(without, "2028-03-01T00:00:00Z") == 3600);
  const TimeZone with = zone_of("AAA0BBB,59/0,300/0", 0);  // 29 February in a leap year
  CHECK(offset(with, "2027-03-01T00:00:00Z") == 3600);
  CHECK(offset(with, "2028-02-28T23:59:59Z") == 0);
  CHECK(offset(with, "2028-02-29T00:00:00Z") == 3600);
}

TEST_CASE("Summer time all year is written as two changes at the same moment") {
  const TimeZone zone = zone_of("XXX3EDT4,0/0,J365/23", -4 * 3600);
  CHECK(offset(zone, "2026-01-01T03:59:59Z") == -4 * 3600);
  CHECK(offset(zone, "2026-01-01T04:00:00Z") == -4 * 3600);
  CHECK(offset(zone, "2026-07-01T00:00:00Z") == -4 * 3600);
}

TEST_CASE("What is no rule is refused") {
  for (const std::string_view rule :
       {"", "CE-1", "CET", "CET-26", "<+03", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
        "CET-1CEST,M0.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.0.0,M10.5.0",
        "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,366,1", "CET-1CEST,M3.5.0/168,M10.5.0",
        "CET-1CEST,M3.5.0/2:60,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0 "}) {
    INFO(rule);
    CHECK_FALSE(posix_transitions(rule));
  }
}
