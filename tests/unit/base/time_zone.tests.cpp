#include <catch2/catch_test_macros.hpp>

#include "base/time.h"

using namespace campaign_lens;

namespace {

constexpr std::int64_t kSpring = 1'774'746'000;  // 2026-03-29T01:00:00Z
constexpr std::int64_t kAutumn = 1'792'890'000;  // 2026-10-25T01:00:00Z

/// Berlin in 2026.
TimeZone berlin() {
  return {.name = "Europe/Berlin",
          .transitions = {{.at_s = 0, .offset_s = 3600},
                          {.at_s = kSpring, .offset_s = 7200},
                          {.at_s = kAutumn, .offset_s = 3600}}};
}

TimeUs at(std::string_view text) {
  return parse_time(text).value().us;
}

}  // namespace

TEST_CASE("An offset holds from its transition on") {
  const TimeZone zone = berlin();
  CHECK(zone.offset_at(kSpring * 1'000'000 - 1) == 3600);
  CHECK(zone.offset_at(kSpring * 1'000'000) == 7200);
  CHECK(zone.offset_at(kAutumn * 1'000'000 - 1) == 7200);
  CHECK(zone.offset_at(kAutumn * 1'000'000) == 3600);
}

TEST_CASE("The first offset also holds before its transition") {
  CHECK(berlin().offset_at(-1'000'000) == 3600);
}

TEST_CASE("A zone without transitions is UTC") {
  const TimeZone zone;
  CHECK(zone.offset_at(0) == 0);
  CHECK(zone.to_local(123) == 123);
  CHECK(zone.to_utc(123) == 123);
}

TEST_CASE("Wall clocks are placed in summer and in winter") {
  const TimeZone zone = berlin();
  CHECK(zone.to_utc(at("2026-01-15 12:00:00")) == at("2026-01-15T12:00:00+01:00"));
  CHECK(zone.to_utc(at("2026-07-15 12:00:00")) == at("2026-07-15T12:00:00+02:00"));
  CHECK(zone.to_utc(at("2026-12-15 12:00:00")) == at("2026-12-15T12:00:00+01:00"));
}

TEST_CASE("A wall clock that a spring change skips is placed by the offset before it") {
  const TimeZone zone = berlin();
  CHECK(zone.to_utc(at("2026-03-29 01:59:59")) == at("2026-03-29T00:59:59Z"));
  CHECK(zone.to_utc(at("2026-03-29 02:30:00")) == at("2026-03-29T01:30:00Z"));
  CHECK(zone.to_utc(at("2026-03-29 03:00:00")) == at("2026-03-29T01:00:00Z"));
}

TEST_CASE("A wall clock that an autumn change repeats is placed by the offset before it") {
  const TimeZone zone = berlin();
  CHECK(zone.to_utc(at("2026-10-25 02:00:00")) == at("2026-10-25T00:00:00Z"));
  CHECK(zone.to_utc(at("2026-10-25 02:59:59")) == at("2026-10-25T00:59:59Z"));
  CHECK(zone.to_utc(at("2026-10-25 03:00:00")) == at("2026-10-25T02:00:00Z"));
}

TEST_CASE("Every wall clock that exists comes back from UTC") {
  const TimeZone zone = berlin();
  for (TimeUs utc = at("2026-01-01"); utc < at("2027-01-01"); utc += 1'800'000'000) {
    const TimeUs local = zone.to_local(utc);
    const TimeUs again = zone.to_local(zone.to_utc(local));
    if (again != local) FAIL(format_time(utc, {}));
  }
}

TEST_CASE("A zone may be named by its offset") {
  const auto offset = [](std::string_view name) {
    const std::optional<TimeZone> zone = fixed_offset_zone(name);
    REQUIRE(zone);
    CHECK(zone->name == name);
    return zone->offset_at(0);
  };
  CHECK(offset("+03:00") == 3 * 3600);
  CHECK(offset("-0430") == -(4 * 3600 + 30 * 60));
  CHECK(offset("+5") == 5 * 3600);
  CHECK(offset("UTC+3") == 3 * 3600);
  CHECK(offset("GMT-03:30") == -(3 * 3600 + 30 * 60));
  CHECK(offset("utc+05:30") == 5 * 3600 + 30 * 60);
  CHECK(offset("UTC") == 0);
  CHECK(offset("GMT") == 0);
  CHECK(offset("Z") == 0);
}

TEST_CASE("Other names are no offsets") {
  for (const std::string_view name : {"", "Asia/Riyadh", "UTC3", "+", "+24:00", "+03:60", "+3:0", "+030",
                                      "+03:00x", "UTC +3", "Etc/GMT-3", "EST"}) {
    INFO(name);
    CHECK_FALSE(fixed_offset_zone(name));
  }
}
