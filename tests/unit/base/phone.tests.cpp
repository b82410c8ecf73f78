#include "base/phone.h"

#include <catch2/catch_test_macros.hpp>

using namespace campaign_lens;

namespace {

bool begins(std::string_view wanted, std::string_view number) {
  const auto search = PhoneSearch::of(wanted);
  REQUIRE(search);
  return search->begins(number);
}

bool is(std::string_view wanted, std::string_view number) {
  const auto search = PhoneSearch::of(wanted);
  REQUIRE(search);
  return search->is(number);
}

constexpr std::string_view kForms[] = {"+966501234567",      "00966501234567",      "966501234567",
                                       "0501234567",         "501234567",           "+966 50 123 4567",
                                       "(+966) 50-123-4567", "+966 (0)50 123 4567", "٠٥٠١٢٣٤٥٦٧",
                                       "+٩٦٦٥٠١٢٣٤٥٦٧",      "\u200E+966501234567", "050.123.4567"};

}  // namespace

TEST_CASE("However a number is written, it is found however it is looked for") {
  for (const std::string_view wanted : kForms) {
    for (const std::string_view number : kForms) {
      INFO(wanted << " and " << number);
      CHECK(is(wanted, number));
      CHECK(begins(wanted, number));
    }
  }
}

TEST_CASE("The beginning of a number is found in it and is not it") {
  for (const std::string_view wanted : {"05012", "+9665012", "009665012", "+966 5012", "50123"}) {
    INFO(wanted);
    CHECK(begins(wanted, "+966501234567"));
    CHECK(begins(wanted, "0501234567"));
    CHECK_FALSE(is(wanted, "+966501234567"));
    CHECK_FALSE(begins(wanted, "+966551234567"));
  }
  CHECK_FALSE(begins("01234", "+966501234567"));  // it is in there, but no national part begins so
}

TEST_CASE("The same national part in another country is another number") {
  CHECK_FALSE(begins("+966501234567", "+971501234567"));
  CHECK_FALSE(begins("966501234567", "+971501234567"));
  CHECK(begins("0501234567", "+971501234567"));
}

TEST_CASE("Country codes have one, two or three digits") {
  CHECK(is("020 7946 0958", "+442079460958"));
  CHECK(is("(202) 555-0123", "+12025550123"));
  CHECK(is("08 1234 5678", "+81812345678"));
  CHECK(is("3312 3456", "+97433123456"));
  CHECK_FALSE(is("42079460958", "+442079460958"));
}

TEST_CASE("What has more digits than any number is none") {
  CHECK(is("12345678901234567890", "12345678901234567890"));
  CHECK_FALSE(begins("12345678901234567890", "123456789012345678901"));
}

TEST_CASE("What surrounds a number in a value does not count") {
  CHECK(is("0501234567", "tel:+966501234567"));
  CHECK(is("0501234567", "whatsapp:+966501234567"));
  CHECK(is("0501234567", "966501234567@c.us"));
  CHECK_FALSE(begins("0501234567", "no number"));
  CHECK_FALSE(begins("0501234567", ""));
}

TEST_CASE("What does not look like a number is not looked for as one") {
  for (const std::string_view text : {"", "riyadh", "0500", "+96650", "050x12345", "05012+345", "09:00",
                                      "2026-03-01T09", "+", "00000000", "123456789012345678901"}) {
    INFO(text);
    CHECK_FALSE(PhoneSearch::of(text));
  }
}

TEST_CASE("Its digits are in each number that is found, if nothing stands between them") {
  for (const std::string_view wanted : kForms) {
    const std::string digits = PhoneSearch::of(wanted)->digits();
    for (const std::string_view number : {"+966501234567", "0501234567", "501234567"})
      CHECK(number.find(digits) != std::string_view::npos);
  }
}
