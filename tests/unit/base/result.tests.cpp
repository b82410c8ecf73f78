#include "base/result.h"

#include <catch2/catch_test_macros.hpp>

using namespace campaign_lens;

TEST_CASE("A result holds a value or an error, never both") {
  const Result<int> seven = 7;
  REQUIRE(seven.ok());
  CHECK(seven.value() == 7);

  const Result<int> none = Error{"No number", std::nullopt};
  REQUIRE_FALSE(none.ok());
  CHECK(none.error() == Error{"No number", std::nullopt});
}

TEST_CASE("An error is described with as much of its place as is known") {
  CHECK(describe({"Not JSON", Place{.line = 12, .byte_offset = 345}}) == "Not JSON (line 12, byte 345)");
  CHECK(describe({"Not JSON", Place{.line = 0, .byte_offset = 345}}) == "Not JSON (byte 345)");
  CHECK(describe({"Empty file", std::nullopt}) == "Empty file");
}
