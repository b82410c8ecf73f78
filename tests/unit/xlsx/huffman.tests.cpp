#include "xlsx/huffman.h"

#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <vector>

namespace campaign_lens {

namespace {

std::vector<HuffmanCode> codes_of(const std::vector<std::uint32_t>& counts, unsigned most_bits) {
  std::vector<HuffmanCode> codes(counts.size());
  make_codes(counts, most_bits, codes);
  return codes;
}

/// How much of all codes there are is taken, in codes of 15 bits.
unsigned taken(const std::vector<HuffmanCode>& codes) {
  unsigned sum = 0;
  for (const HuffmanCode& code : codes)
    sum += code.length == 0 ? 0 : 1U << (15 - code.length);
  return sum;
}

}  // namespace

TEST_CASE("Codes are as long as RFC 1951's own example has them") {
  const auto codes = codes_of({4, 4, 4, 4, 4, 8, 2, 2}, 15);
  CHECK(codes[0].length == 3);
  CHECK(codes[0].bits == 0b010);  // 010, first bit lowest
  CHECK(codes[1].bits == 0b110);  // 011
  CHECK(taken(codes) == 1U << 15);
}

TEST_CASE("The rarer a symbol, the longer its code, and never longer than allowed") {
  std::vector<std::uint32_t> counts = {1, 1};
  while (counts.size() < 40)
    counts.push_back(counts[counts.size() - 1] + counts[counts.size() - 2]);
  for (const unsigned most_bits : {7U, 15U}) {
    const auto codes = codes_of(counts, most_bits);
    CHECK(taken(codes) == 1U << 15);
    for (std::size_t i = 0; i < codes.size(); ++i) {
      CHECK(codes[i].length > 0);
      CHECK(codes[i].length <= most_bits);
      if (i > 0) CHECK(codes[i].length <= codes[i - 1].length);
    }
  }
}

TEST_CASE("Symbols that do not occur have no code, but at least two have one") {
  const auto one = codes_of({0, 0, 5, 0}, 15);
  CHECK(one[2].length == 1);
  CHECK(taken(one) == 1U << 15);
  const auto none = codes_of({0, 0, 0}, 15);
  CHECK(taken(none) == 1U << 15);
  CHECK(codes_of({1, 0, 1}, 15)[1].length == 0);
}

}  // namespace campaign_lens
