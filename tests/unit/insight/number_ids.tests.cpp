#include "insight/number_ids.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <map>
#include <random>

namespace campaign_lens {

TEST_CASE("Keys are numbered in the order in which they first come, however far they are from each other") {
  const auto spread = GENERATE(std::uint64_t{1'000}, std::uint64_t{100'000'000}, std::uint64_t{1} << 34,
                               std::uint64_t{1} << 37, ~std::uint64_t{0});
  const auto expected_keys = GENERATE(std::size_t{0}, std::size_t{5'000}, std::size_t{200'000});
  INFO(spread << " apart, " << expected_keys << " expected");
  constexpr std::uint64_t kFirst = 966'500'000'000;
  std::mt19937_64 random(3);
  NumberIds ids(expected_keys);
  std::map<std::uint64_t, std::uint32_t> expected;
  std::size_t mistaken = 0;
  for (int batch = 0; batch < 200; ++batch) {
    std::vector<std::uint64_t> keys(1 + random() % 150);
    for (std::uint64_t& key : keys)
      key = random() % 9 == 0 ? kNoKey : kFirst + random() % spread;
    constexpr std::uint32_t kUntouched = 77'777'777;
    std::vector<std::uint32_t> numbered(keys.size(), kUntouched);
    ids.ids_of(keys, numbered);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const std::uint32_t wanted =
          keys[i] == kNoKey
              ? kUntouched
              : expected.try_emplace(keys[i], static_cast<std::uint32_t>(expected.size())).first->second;
      mistaken += numbered[i] != wanted ? 1 : 0;
      if (keys[i] != kNoKey && ids.id_of(keys[i]) != wanted) ++mistaken;
    }
  }
  CHECK(mistaken == 0);
  CHECK(ids.size() == expected.size());

  std::map<std::uint64_t, std::uint32_t> all;
  ids.for_each([&](std::uint64_t key, std::uint32_t id) { all.emplace(key, id); }).result();
  CHECK(all == expected);
}

}  // namespace campaign_lens
