#include "insight/calling_codes.h"

#include <catch2/catch_test_macros.hpp>
#include <initializer_list>
#include <string>

namespace campaign_lens {

namespace {

std::string iso_of(std::uint64_t digits) {
  return std::string(country_at(country_of(digits)).iso);
}

}  // namespace

TEST_CASE("The country of a number is that of the longest prefix that it has") {
  CHECK(iso_of(966500000001) == "SA");
  CHECK(iso_of(971501234567) == "AE");
  CHECK(iso_of(201001234567) == "EG");
  CHECK(iso_of(211912345678) == "SS");  // 211 is not Egypt's 20 … 21
  CHECK(iso_of(79161234567) == "RU");
  CHECK(iso_of(77011234567) == "KZ");
  CHECK(country_at(country_of(12125550123)).name == "United States or Canada");
  CHECK(iso_of(12425550123) == "BS");
  CHECK(calling_code(country_of(12425550123)) == 1);
  CHECK(calling_code(country_of(77011234567)) == 7);
  CHECK(calling_code(country_of(966500000001)) == 966);
}

TEST_CASE("Digits that no country code begins belong to no country") {
  for (const std::uint64_t digits :
       std::initializer_list<std::uint64_t>{210'123'456'789, 999'500'000'000, 384'123'456'789, 0, 966})
    CHECK(country_of(digits) == kNoCountry);
}

TEST_CASE("A number that is too short or too long for its country cannot exist") {
  CHECK(may_exist(966500000001));
  CHECK_FALSE(may_exist(966500));
  CHECK_FALSE(may_exist(9665000000010000));
  CHECK(may_exist(12125550123));
  CHECK_FALSE(may_exist(121255501234));
  CHECK_FALSE(may_exist(7916123456));
  // By the national plans: a digit less, a digit more.
  for (const std::uint64_t digits :
       {966500000001, 971501234567, 96550123456, 9613123456, 96171234567, 919812345678})
    CHECK(may_exist(static_cast<std::uint64_t>(digits)));
  for (const std::uint64_t digits :
       {96650000001, 9715012345678, 965501234567, 961312345, 961712345678, 91981234567})
    CHECK_FALSE(may_exist(static_cast<std::uint64_t>(digits)));
}

TEST_CASE("No country's prefix is listed twice, and shorter ones come first") {
  for (CountryIndex index = 2; index < country_count(); ++index)
    CHECK(country_at(index - 1).prefix < country_at(index).prefix);
}

}  // namespace campaign_lens
