#include "schema/reason_code.h"

#include <catch2/catch_test_macros.hpp>

namespace campaign_lens {

TEST_CASE("Vendors' codes for no error are known, however they are written") {
  for (const std::string_view code :
       {"0", "000", "ER-00", "er_0", "success", "SUCCESS", "NO_ERROR", "No error", "OK"}) {
    INFO(code);
    CHECK(means_no_error(code));
  }
}

TEST_CASE("Any other code is an error, and a blank is no code") {
  for (const std::string_view code :
       {"1", "001", "ER-01", "er", "100", "failed", "successful?", "0x", "", " ", "-"}) {
    INFO(code);
    CHECK_FALSE(means_no_error(code));
  }
}

}  // namespace campaign_lens
