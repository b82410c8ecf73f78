#include "base/text.h"

#include <catch2/catch_test_macros.hpp>
#include <limits>

using namespace campaign_lens;

TEST_CASE("A text is bounded between code points") {
  const std::string_view text = "aé€🎉";  // 1, 2, 3 and 4 bytes
  CHECK(bounded(text, 0).empty());
  CHECK(bounded(text, 1) == "a");
  CHECK(bounded(text, 2) == "a");
  CHECK(bounded(text, 3) == "aé");
  CHECK(bounded(text, 5) == "aé");
  CHECK(bounded(text, 6) == "aé€");
  CHECK(bounded(text, 9) == "aé€");
  CHECK(bounded(text, 10) == text);
  CHECK(bounded(text, 1000) == text);
  CHECK(bounded("", 4).empty());
}

TEST_CASE("Bounding bytes that are no UTF-8 ends") {
  CHECK(bounded("\x80\x80\x80", 2).empty());
}

TEST_CASE("Numbers are grouped by thousands") {
  CHECK(with_thousands(0) == "0");
  CHECK(with_thousands(999) == "999");
  CHECK(with_thousands(1'000) == "1,000");
  CHECK(with_thousands(1'234'567) == "1,234,567");
  CHECK(with_thousands(std::numeric_limits<std::uint64_t>::max()) == "18,446,744,073,709,551,615");
}

TEST_CASE("A share is printed with one decimal") {
  CHECK(share(3, 7) == "42.9%");
  CHECK(share(1, 2) == "50.0%");
  CHECK(share(0, 7) == "0.0%");
  CHECK(share(7, 7) == "100.0%");
  CHECK(share(0, 0) == "–");
}

TEST_CASE("A share is never rounded to nothing or to everything") {
  CHECK(share(1, 10'000'000) == "<0.1%");
  CHECK(share(9'999'999, 10'000'000) == ">99.9%");
  CHECK(share(1, 1'000) == "0.1%");
  CHECK(share(999, 1'000) == "99.9%");
}

TEST_CASE("A share of a stated total that is too small is more than everything") {
  CHECK(share(5, 2) == "250.0%");
  CHECK(share(std::numeric_limits<std::uint64_t>::max(), 1).ends_with("%"));
}

TEST_CASE("File sizes are printed in powers of 1000") {
  CHECK(file_size(0) == "0 bytes");
  CHECK(file_size(1) == "1 byte");
  CHECK(file_size(999) == "999 bytes");
  CHECK(file_size(1'000) == "1.0 kB");
  CHECK(file_size(12'345'678) == "12.3 MB");
  CHECK(file_size(3'000'000'000) == "3.0 GB");
  CHECK(file_size(5'200'000'000'000) == "5.2 TB");
}

TEST_CASE("A file size is never printed as 1000.0 of a unit") {
  CHECK(file_size(999'949) == "999.9 kB");
  CHECK(file_size(999'999) == "1.0 MB");
  CHECK(file_size(999'999'999) == "1.0 GB");
}
