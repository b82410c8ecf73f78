#include "base/time.h"

#include <catch2/catch_test_macros.hpp>

using namespace campaign_lens;

namespace {

constexpr TimeUs kSecond = 1'000'000;
constexpr TimeUs kDay = 86'400 * kSecond;

TimeZone fixed(std::int32_t offset_s) {
  return {.name = "fixed", .transitions = {{.at_s = 0, .offset_s = offset_s}}};
}

}  // namespace

TEST_CASE("A moment is taken apart into calendar and clock") {
  const CivilTime time = civil(1'772'345'678 * kSecond + 901'234);
  CHECK(time.year == 2026);
  CHECK(time.month == 3);
  CHECK(time.day == 1);
  CHECK(time.hour == 6);
  CHECK(time.minute == 14);
  CHECK(time.second == 38);
  CHECK(time.microsecond == 901'234);
}

TEST_CASE("A moment before 1970 is taken apart downwards") {
  const CivilTime time = civil(-1);
  CHECK(time.year == 1969);
  CHECK(time.month == 12);
  CHECK(time.day == 31);
  CHECK(time.hour == 23);
  CHECK(time.second == 59);
  CHECK(time.microsecond == 999'999);
}

TEST_CASE("Times are printed in their zone") {
  const TimeUs launch = 1'772'345'678 * kSecond;
  CHECK(format_time(launch, TimeZone{}) == "2026-03-01 06:14:38");
  CHECK(format_time(launch, fixed(3 * 3600)) == "2026-03-01 09:14:38");
  CHECK(format_time(launch, fixed(-7 * 3600)) == "2026-02-28 23:14:38");
  CHECK(format_time(0, TimeZone{}) == "1970-01-01 00:00:00");
}

TEST_CASE("No time is printed as nothing and stays no time in any zone") {
  CHECK(format_time(kNoTime, fixed(3600)).empty());
  CHECK(fixed(-3600).to_local(kNoTime) == kNoTime);
  CHECK(fixed(3600).to_utc(kNoTime) == kNoTime);
}

TEST_CASE("Every day from 1970 to 2200 is printed as the day after the one before") {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  TimeUs moment = 0;
  for (int year = 1970; year <= 2200; ++year) {
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    for (int month = 1; month <= 12; ++month) {
      const int days = kDays[month - 1] + (month == 2 && leap ? 1 : 0);
      for (int day = 1; day <= days; ++day, moment += kDay) {
        const CivilTime time = civil(moment);
        if (time.year != year || time.month != month || time.day != day)
          FAIL(year << '-' << month << '-' << day);
      }
    }
  }
}

TEST_CASE("Moments at the ends of what can be held do no harm") {
  for (const TimeUs moment : {std::numeric_limits<TimeUs>::min() + 1, std::numeric_limits<TimeUs>::max()}) {
    CHECK_FALSE(format_time(moment, fixed(86'399)).empty());
    CHECK_FALSE(format_time(moment, fixed(-86'399)).empty());
    CHECK_FALSE(format_time(fixed(-86'399).to_utc(moment), TimeZone{}).empty());
  }
}
