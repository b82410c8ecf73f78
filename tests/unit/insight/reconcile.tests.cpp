#include <catch2/catch_test_macros.hpp>

#include "insight/counts.h"

namespace campaign_lens {

namespace {

/// total, submitted, success, not confirmed, failed, not submitted; −1: not stated.
StatedCounts stated(std::initializer_list<int> values) {
  StatedCounts counts;
  std::size_t i = 0;
  for (const int value : values) {
    if (value >= 0) counts[i] = static_cast<std::uint64_t>(value);
    ++i;
  }
  return counts;
}

// Ten rows: 1 only submitted, 3 success, 2 not confirmed, 2 failed, 2 not submitted.
constexpr StatusCounts kCounted{.values = {10, 8, 3, 2, 2, 2, 0}};

}  // namespace

TEST_CASE("Nothing stated and everything equal need no warning") {
  CHECK(reconcile({}, kCounted).empty());
  CHECK(reconcile(stated({10, 8, 3, 2, 2, 2}), kCounted).empty());
}

TEST_CASE("A stated count that the rows do not give is named with both numbers") {
  const auto warnings = reconcile(stated({10, 8, 4, 2, 2, 2}), kCounted);
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].message == "The report states 4 for Success; its rows give 3.");
}

TEST_CASE("Submitted stated without the later stages is recognised and not called a difference") {
  const auto warnings = reconcile(stated({10, 1, 3, 2, 2, 2}), kCounted);
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].message.find("without the messages that") != std::string::npos);
  CHECK(reconcile(stated({-1, 1}), kCounted).size() == 1);
}

TEST_CASE("Under that reading Submitted is still compared") {
  // 10 = 2 + 3 + 1 + 2 + 2: a partition whose parts are not those of the rows.
  const auto warnings = reconcile(stated({10, 2, 3, 1, 2, 2}), kCounted);
  REQUIRE(warnings.size() == 3);
  CHECK(warnings[1].message == "The report states 2 for Submitted to flow studio; its rows give 1.");
  CHECK(warnings[2].message == "The report states 1 for Delivery not confirmed; its rows give 2.");
}

TEST_CASE("A cumulative count that differs is a difference, not another reading") {
  const auto warnings = reconcile(stated({10, 7, 3, 2, 2, 3}), kCounted);
  REQUIRE(warnings.size() == 2);
  CHECK(warnings[0].message == "The report states 7 for Submitted to flow studio; its rows give 8.");
}

}  // namespace campaign_lens
