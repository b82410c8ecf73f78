#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "base/time.h"

using namespace campaign_lens;

namespace {

constexpr TimeUs kSecond = 1'000'000;
constexpr TimeUs kNine = 1'772'355'600 * kSecond;  // 2026-03-01T09:00:00Z

/// The moment, of a text that says where it belongs.
TimeUs utc(std::string_view text) {
  INFO(text);
  const std::optional<ParsedTime> time = parse_time(text);
  REQUIRE(time);
  CHECK_FALSE(time->naive);
  return time->us;
}

/// The wall clock, of a text that does not.
TimeUs naive(std::string_view text) {
  INFO(text);
  const std::optional<ParsedTime> time = parse_time(text);
  REQUIRE(time);
  CHECK(time->naive);
  return time->us;
}

void refuses(std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    INFO(text);
    CHECK_FALSE(parse_time(text));
  }
}

}  // namespace

TEST_CASE("ISO 8601 is read with every form of offset") {
  CHECK(utc("2026-03-01T09:00:00Z") == kNine);
  CHECK(utc("2026-03-01t09:00:00z") == kNine);
  CHECK(utc("2026-03-01 09:00:00Z") == kNine);
  CHECK(utc("2026-03-01T12:00:00+03:00") == kNine);
  CHECK(utc("2026-03-01T12:00:00+0300") == kNine);
  CHECK(utc("2026-03-01T12:00:00+03") == kNine);
  CHECK(utc("2026-03-01 12:00:00 +0300") == kNine);
  CHECK(utc("2026-03-01T04:30:00-04:30") == kNine);
  CHECK(utc("2026-03-01T09:00:00-00:00") == kNine);
  CHECK(utc("2026-03-01 09:00:00 UTC") == kNine);
  CHECK(utc("2026-03-01T09:00Z") == kNine);
}

TEST_CASE("A time without an offset is naive") {
  CHECK(naive("2026-03-01T09:00:00") == kNine);
  CHECK(naive("2026-03-01 09:00:00") == kNine);
  CHECK(naive("2026-03-01 09:00:00.250") == kNine + 250'000);
  CHECK(naive("2026-03-01 09:00") == kNine);
}

TEST_CASE("A date alone is the naive midnight that it begins with") {
  CHECK(naive("2026-03-01") == kNine - 9 * 3600 * kSecond);
}

TEST_CASE("Fractions of a second are read to the microsecond and finer ones cut off") {
  CHECK(utc("2026-03-01T09:00:00.1Z") == kNine + 100'000);
  CHECK(utc("2026-03-01T09:00:00.123Z") == kNine + 123'000);
  CHECK(utc("2026-03-01T09:00:00,123Z") == kNine + 123'000);
  CHECK(utc("2026-03-01T09:00:00.123456Z") == kNine + 123'456);
  CHECK(utc("2026-03-01T09:00:00.123456789Z") == kNine + 123'456);
  CHECK(utc("2026-03-01T09:00:00.000000999Z") == kNine);
  refuses({"2026-03-01T09:00:00.Z", "2026-03-01T09:00:00.1234567890Z", "2026-03-01T09:00:00."});
}

TEST_CASE("Leap days exist in leap years alone") {
  CHECK(naive("2024-02-29") == 1'709'164'800 * kSecond);
  CHECK(parse_time("2000-02-29"));
  refuses({"2026-02-29", "2100-02-29", "2200-02-29", "2026-02-30"});
}

TEST_CASE("24:00:00 is the midnight after the day") {
  CHECK(naive("2026-02-28 24:00:00") == naive("2026-03-01 00:00:00"));
  CHECK(utc("2025-12-31T24:00:00Z") == utc("2026-01-01T00:00:00Z"));
  refuses(
      {"2026-02-28 24:00:01", "2026-02-28 24:01:00", "2026-02-28 24:00:00.000001", "2026-02-28 25:00:00"});
}

TEST_CASE("A leap second is the first second of the next minute") {
  CHECK(utc("2016-12-31T23:59:60Z") == utc("2017-01-01T00:00:00Z"));
  refuses({"2016-12-31T23:58:60Z", "2016-12-31T23:59:61Z", "2016-12-31T24:59:60Z"});
}

TEST_CASE("RFC 2822 is read with and without its optional parts") {
  CHECK(utc("Sun, 01 Mar 2026 09:00:00 +0000") == kNine);
  CHECK(utc("Sun, 01 Mar 2026 12:00:00 +0300") == kNine);
  CHECK(utc("1 Mar 2026 09:00:00 GMT") == kNine);
  CHECK(utc("01 mar 2026 09:00 UT") == kNine);
  CHECK(utc("Sun, 01 Mar 2026 04:00:00 EST") == kNine);
  CHECK(utc("Sun,  1 Mar 2026 02:00:00 PDT") == kNine);
  CHECK(utc("Sun, 01 Mar 2026 09:00:00 +0000 (UTC)") == kNine);
  CHECK(naive("Sun, 01 Mar 2026 09:00:00") == kNine);
  refuses({"Sun 01 Mar 2026 09:00:00 +0000", "Day, 01 Mar 2026 09:00:00 +0000", "01 Mrz 2026 09:00:00 +0000",
           "01 Mar 26 09:00:00 +0000", "32 Mar 2026 09:00:00 +0000", "01 Mar 2026",
           "01 Mar 2026 09:00:00 XYZ", "01 Mar 2026 09:00:00 +0000 ("});
}

TEST_CASE("Every month is known by its RFC 2822 name") {
  int month = 0;
  for (const std::string_view name :
       {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}) {
    ++month;
    const std::string rfc = "15 " + std::string(name) + " 2026 00:00:00 GMT";
    const std::string iso =
        std::string("2026-") + (month < 10 ? "0" : "") + std::to_string(month) + "-15T00:00Z";
    CHECK(utc(rfc) == utc(iso));
  }
}

TEST_CASE("Ten digits are seconds and thirteen are milliseconds since 1970") {
  CHECK(utc("1772355600") == kNine);
  CHECK(utc("1772355600123") == kNine + 123'000);
  CHECK(utc("1000000000") == 1'000'000'000 * kSecond);
  CHECK(utc("2147483647") == 2'147'483'647 * kSecond);
  refuses({"0", "177235560", "17723556001", "177235560012", "17723556001234", "-1772355600", "1772355600.5",
           "9999999999999", "0772355600123"});
}

TEST_CASE("Ten digits past 32-bit epochs are YYMMDDHHmm if they make such a time") {
  CHECK(naive("2603010900") == kNine);
  CHECK(naive("2402290000") == naive("2024-02-29"));
  CHECK(naive("0903010900") == naive("2009-03-01 09:00"));
  CHECK(naive("2603012400") == naive("2026-03-02"));
  CHECK(utc("2613010900") == 2'613'010'900 * kSecond);  // no month 13: seconds after all
  refuses({"0913010900", "9913010900"});
}

TEST_CASE("Years outside 1970 to 2200 are no times") {
  CHECK(naive("1970-01-01") == 0);
  CHECK(parse_time("2200-12-31T23:59:59Z"));
  refuses({"1969-12-31T23:59:59Z", "2201-01-01", "0000-00-00 00:00:00", "0001-01-01T00:00:00Z", "9999-12-31",
           "7289654400000"});
  CHECK(parse_time("7289654399999"));
}

TEST_CASE("Impossible dates, clocks and offsets are no times") {
  refuses({"2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32", "2026-04-31", "2026-03-01 09:60:00",
           "2026-03-01 09:00:61", "2026-03-01T09:00:00+24:00", "2026-03-01T09:00:00+03:60",
           "2026-03-01T09:00:00+030"});
}

TEST_CASE("White space around a time is ignored") {
  CHECK(utc("  2026-03-01T09:00:00Z\r\n") == kNine);
  CHECK(utc("\t1772355600 ") == kNine);
}

TEST_CASE("What is no time is refused") {
  refuses({"",
           " ",
           "T",
           "now",
           "Success",
           "+966500000001",
           "966500000001",
           "2026",
           "2026-03",
           "2026-3-1",
           "2026/03/01",
           "01/03/2026",
           "09:00:00",
           "2026-03-01T",
           "2026-03-01T9:00:00Z",
           "2026-03-01T09",
           "2026-03-01T09:00:00ZZ",
           "2026-03-01T09:00:00 +03:00 x",
           "2026-03-01x09:00:00",
           "20260301T090000Z",
           "٢٠٢٦-٠٣-٠١",
           std::string_view("2026-03-01\0", 11),
           "2026-03-01T09:00:00+",
           "2026-03-01 09:00:00 Riyadh"});
}

TEST_CASE("Every time cut off anywhere is read or refused, never more") {
  for (const std::string_view text :
       {"2026-03-01T09:00:00.123456789+03:00", "Sun, 01 Mar 2026 09:00:00 +0000 (UTC)", "1772355600123"}) {
    for (std::size_t length = 0; length < text.size(); ++length) {
      const std::string cut(text.substr(0, length));  // on the heap, where reading past the end is seen
      const std::optional<ParsedTime> time = parse_time(cut);
      CHECK((!time || time->us >= 0));
    }
  }
}
