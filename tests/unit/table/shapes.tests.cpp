// What the shapes of values take comes back to the byte; what would not is not taken.

#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <random>
#include <string>

#include "table/digits_shape.h"
#include "table/time_shape.h"
#include "table/uuid.h"

namespace campaign_lens {
namespace {

Cell text(std::string_view value) {
  return {Kind::text, value};
}

/// What a shape learnt from one value makes of another; nothing where it does not take it.
std::optional<std::string> through_digits(Cell first, Cell second) {
  const std::optional<DigitsShape> shape = DigitsShape::of(first);
  std::uint64_t number = 0;
  if (!shape || !shape->read(second, number)) return std::nullopt;
  std::string written;
  shape->append_to(written, number);
  return written;
}

std::optional<std::string> through_time(std::string_view first, std::string_view second) {
  const std::optional<TimeShape> shape = TimeShape::of(text(first));
  LastDate last;
  std::uint64_t ticks = 0;
  if (!shape || !shape->read(text(second), last, ticks)) return std::nullopt;
  CHECK(shape->moment(ticks) == parse_time(second));
  LastDate other;
  std::string written;
  shape->append_to(written, ticks, other);
  return written;
}

std::optional<std::string> through_uuid(std::string_view value) {
  Uuid uuid;
  if (!Uuid::read({Kind::text, value}, uuid)) return std::nullopt;
  std::string written;
  uuid.append_to(written);
  return written;
}

}  // namespace

TEST_CASE("Numbers of one shape are read and written") {
  for (const auto& [first, second] : std::initializer_list<std::pair<const char*, const char*>>{
           {"+966500000001", "+966512345678"},
           {"1", "999999999999999999"},
           {"0", "7"},
           {"966500000001@c.us", "96650000@c.us"},
           {"007", "012"},
           {"+0500123456", "+0599999999"},
           {"MSG-00000001", "MSG-12345678"},
           {"-5", "-12"},
           {"https://example.com/m/12345?c=1", "https://example.com/m/9?c=1"},
           {"1765432109876543210", "1000000000000000001"},       // 19 digits that begin alike
           {"10123456789012345678", "10999999999999999999"}}) {  // 20
    INFO(first << " " << second);
    CHECK(through_digits(text(first), text(first)) == first);
    CHECK(through_digits(text(first), text(second)) == second);
  }
  CHECK(through_digits({Kind::number, "1760000000001"}, {Kind::number, "5"}) == "5");
}

TEST_CASE("A number of another shape is not taken") {
  for (const auto& [first, second] : std::initializer_list<std::pair<const char*, const char*>>{
           {"1", "007"},
           {"1", "00"},
           {"1", ""},
           {"1", "-1"},
           {"1", "1.0"},
           {"1", "1 "},
           {"1", "1000000000000000000"},  // 19 digits
           {"1", "12345678901234567x"},
           {"007", "7"},
           {"007", "0007"},
           {"+966500000001", "966500000001"},
           {"+966500000001", "+"},
           {"+966500000001", "+0966500000"},
           {"966500000001@c.us", "966500000001@g.us"},
           {"1765432109876543210", "2765432109876543210"}}) {
    INFO(first << " " << second);
    CHECK_FALSE(through_digits(text(first), text(second)));
  }
  CHECK_FALSE(through_digits({Kind::number, "1"}, text("1")));
  CHECK_FALSE(DigitsShape::of(text("no digit")));
  CHECK_FALSE(DigitsShape::of({Kind::null, ""}));
  CHECK_FALSE(DigitsShape::of({Kind::json, "[1]"}));
}

TEST_CASE("Every number of up to 18 digits is read, and nothing else among its digits") {
  const DigitsShape shape = *DigitsShape::of(text("1"));
  std::mt19937_64 random(1);
  for (int i = 0; i < 20'000; ++i) {
    const std::string digits = std::to_string(random() % 1'000'000'000'000'000'000 >> random() % 60);
    std::uint64_t number = 0;
    REQUIRE(shape.read(text(digits), number));
    REQUIRE(std::to_string(number) == digits);
    std::string damaged = digits;
    damaged[random() % damaged.size()] = static_cast<char>("/:\x80 aA"[random() % 6]);
    REQUIRE_FALSE(shape.read(text(damaged), number));
  }
}

TEST_CASE("Digits are the moment that their text is") {
  for (const char* const digits : {"1772355607", "1772355607000", "2147483647", "2147483648", "2603010900",
                                   "0603010900", "999999999", "9999999999", "9999999999999", "42"}) {
    const DigitsShape shape = *DigitsShape::of(text(digits));
    std::uint64_t number = 0;
    REQUIRE(shape.read(text(digits), number));
    INFO(digits);
    CHECK(shape.moment(number) == parse_time(digits).value_or(ParsedTime{.us = kNoTime}));
  }
}

TEST_CASE("Times of one shape are read, understood and written") {
  for (const auto& [first, second] : std::initializer_list<std::pair<const char*, const char*>>{
           {"2026-03-01T09:00:07+03:00", "2199-12-31T23:59:59+03:00"},
           {"2026-03-01 09:00:07", "1970-01-01 00:00:00"},
           {"2026-03-01t09:00:07z", "2024-02-29t00:00:00z"},
           {"2026-03-01T09:00:07.123Z", "2026-03-02T00:00:00.000Z"},
           {"2026-03-01T09:00:07.123456+0300", "2026-12-01T09:00:07.000001+0300"},
           {"2026-03-01T09:00:07.123456789Z", "2026-12-01T09:00:07.999999999Z"},
           {"2026-03-01T09:00:07.5", "2026-03-01T09:00:07.0"},
           {"2026-03-01 09:00:07 UTC", "2026-03-01 09:00:08 UTC"},
           {"2026-03-01T09:00:07-04", "2026-03-01T09:00:08-04"}}) {
    INFO(first << " " << second);
    CHECK(through_time(first, first) == first);
    CHECK(through_time(first, second) == second);
  }
}

TEST_CASE("A time of another shape, or that is none, is not taken") {
  for (const char* const other : {"2026-02-30T09:00:07Z",    "2026-13-01T09:00:07Z",   "2026-00-01T09:00:07Z",
                                  "2025-02-29T09:00:07Z",    "2026-03-01T24:00:00Z",   "2026-03-01T23:59:60Z",
                                  "2026-03-01T09:60:07Z",    "1969-12-31T09:00:07Z",   "2201-01-01T09:00:07Z",
                                  "2026-03-01 09:00:07Z",    "2026-03-01T09:00:07+00", "2026-03-01T09:00:07z",
                                  "2026-03-01T09:00:07.1Z",  "2026-03-01T09:00:07",    "2026-03-01T9:00:007Z",
                                  "2026/03/01T09:00:07Z",    "2026-03-01T09-00-07Z",   "2026-03-01T09:00:0:Z",
                                  "2026-03-01T0\x8A:00:07Z", "20 6-03-01T09:00:07Z",   ""}) {
    INFO(other);
    CHECK_FALSE(through_time("2026-03-01T09:00:07Z", other));
  }
  for (const char* const none :
       {"2026-03-01", "2026-03-01T24:00:00Z", "Sun, 01 Mar 2026 09:00:07 +0300",
        "2026-03-01T09:00:07.1234567890Z", "1772355607", "2026-03-01T09:00:07 soon"}) {
    INFO(none);
    CHECK_FALSE(TimeShape::of(text(none)));
  }
  CHECK_FALSE(TimeShape::of({Kind::json, "2026-03-01T09:00:07Z"}));
}

TEST_CASE("Every second of random years is the time that its text says") {
  const TimeShape shape = *TimeShape::of(text("2026-03-01T09:00:07.123"));
  std::mt19937_64 random(2);
  LastDate read_last, write_last;
  for (int i = 0; i < 5'000; ++i) {
    const std::uint64_t ticks = random() % 7'258'118'400'000;
    std::string written;
    shape.append_to(written, ticks, write_last);
    std::uint64_t read = 0;
    REQUIRE(shape.read(text(written), read_last, read));
    REQUIRE(read == ticks);
    REQUIRE(shape.moment(ticks) == parse_time(written));
  }
}

TEST_CASE("UUIDs in lower case are read and written, in the order of their texts") {
  std::mt19937_64 random(3);
  std::string before;
  Uuid uuid_before;
  for (int i = 0; i < 5'000; ++i) {
    const Uuid uuid{.high = random(), .low = random()};
    std::string written;
    uuid.append_to(written);
    REQUIRE(written.size() == Uuid::kCharacters);
    REQUIRE(through_uuid(written) == written);
    REQUIRE((written < before) == (uuid < uuid_before));
    std::string damaged = written;
    damaged[random() % damaged.size()] = "gG/:@`\x80o"[random() % 8];
    REQUIRE_FALSE(through_uuid(damaged));
    before = written;
    uuid_before = uuid;
  }
  CHECK(through_uuid("01234567-89ab-cdef-0123-456789abcdef") == "01234567-89ab-cdef-0123-456789abcdef");
}

TEST_CASE("UUIDs otherwise written, and those whose upper half is zero, are not taken") {
  for (const char* const value :
       {"01234567-89AB-cdef-0123-456789abcdef", "0123456789abcdef0123456789abcdef", "",
        "{01234567-89ab-cdef-0123-456789abcdef}", "01234567-89ab-cdef-0123-456789abcde",
        "00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0123-456789abcdef"}) {
    INFO(value);
    CHECK_FALSE(through_uuid(value));
  }
}

}  // namespace campaign_lens
