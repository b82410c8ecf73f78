#include "base/radix_sort.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

namespace campaign_lens {

TEST_CASE("Rows are sorted by key, and rows of one key stay in order") {
  std::mt19937_64 random(42);
  const std::uint64_t common = random();
  for (const std::uint64_t mask :
       {std::uint64_t{0}, std::uint64_t{0xFF}, std::uint64_t{0xFF00FF}, std::uint64_t{0xFFFF} << 48,
        std::uint64_t{0xFFFFFFFF} << 7, std::uint64_t{0x1FFFFFFFF} << 7, ~std::uint64_t{0}}) {
    std::vector<KeyedRow> rows;
    for (std::uint32_t row = 0; row < 5'000; ++row)
      rows.push_back({(random() & mask) | (common & ~mask), row});
    std::vector<KeyedRow> expected = rows;
    std::stable_sort(expected.begin(), expected.end(),
                     [](const KeyedRow& a, const KeyedRow& b) { return a.key < b.key; });
    radix_sort(rows).result();
    CHECK(std::equal(rows.begin(), rows.end(), expected.begin(), expected.end(),
                     [](const KeyedRow& a, const KeyedRow& b) { return a.key == b.key && a.row == b.row; }));
  }
}

TEST_CASE("Nothing and one row are sorted already") {
  std::vector<KeyedRow> rows;
  radix_sort(rows).result();
  CHECK(rows.empty());
  rows.push_back({7, 7});
  radix_sort(rows).result();
  CHECK(rows.front().row == 7);
}

}  // namespace campaign_lens
