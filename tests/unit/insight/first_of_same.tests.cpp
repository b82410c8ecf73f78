#include "insight/first_of_same.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <map>
#include <random>

namespace campaign_lens {

TEST_CASE("Of each key the first one that is the same is found, however far they are from each other") {
  const auto spread = GENERATE(std::uint64_t{1}, std::uint64_t{1'000}, std::uint64_t{100'000'000},
                               std::uint64_t{1} << 34, std::uint64_t{1} << 37, ~std::uint64_t{0});
  const auto step = GENERATE(std::uint64_t{1}, std::uint64_t{1} << 32);
  const auto count = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{5'000}, std::size_t{100'000});
  INFO(count << " keys, up to " << spread << " steps of " << step << " apart");
  constexpr std::uint64_t kFirst = 966'500'000'000;
  std::mt19937_64 random(3);
  std::vector<std::uint64_t> keys(count);
  for (std::uint64_t& key : keys)
    key = random() % 9 == 0 ? kNoKey : kFirst + random() % spread * step;

  FirstOfSame first(count);
  const std::span<const std::uint64_t> all = keys;
  for (std::size_t begin = 0; begin < count; begin += 1'500)
    first.count(all.subspan(begin, std::min<std::size_t>(1'500, count - begin)));
  for (std::size_t begin = 0; begin < count; begin += 700)
    first.add(all.subspan(begin, std::min<std::size_t>(700, count - begin)));
  const std::vector<std::uint32_t> found = std::move(first).find().result();

  std::map<std::uint64_t, std::uint32_t> known;
  std::vector<std::uint32_t> expected;
  for (const std::uint64_t key : keys) {
    const auto place = static_cast<std::uint32_t>(expected.size());
    expected.push_back(key == kNoKey ? FirstOfSame::kNone : known.try_emplace(key, place).first->second);
  }
  CHECK(found == expected);
}

}  // namespace campaign_lens
