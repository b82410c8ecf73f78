#include "xlsx/huffman.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <vector>

namespace campaign_lens {

namespace {

constexpr unsigned kMostBits = 15;

struct Node {
  std::uint64_t count = 0;
  std::uint32_t parent = 0;
};

/// How many symbols have a code of each length in a Huffman tree over counts in ascending order.
std::array<std::uint32_t, kMostBits + 1> lengths_of(std::span<const std::uint64_t> counts,
                                                    unsigned most_bits) {
  const std::size_t leaves = counts.size();
  std::vector<Node> nodes;
  nodes.reserve(2 * leaves);
  for (const std::uint64_t count : counts)
    nodes.push_back({count, 0});
  // The two smallest are always at the front of the leaves or of the inner nodes, which come in ascending
  // order, too.
  std::size_t leaf = 0, inner = leaves;
  const auto smallest = [&] {
    const bool take_leaf =
        inner == nodes.size() || (leaf < leaves && nodes[leaf].count <= nodes[inner].count);
    return take_leaf ? leaf++ : inner++;
  };
  while (nodes.size() < 2 * leaves - 1) {
    const std::size_t one = smallest(), two = smallest();
    nodes[one].parent = nodes[two].parent = static_cast<std::uint32_t>(nodes.size());
    nodes.push_back({nodes[one].count + nodes[two].count, 0});
  }
  std::array<std::uint32_t, kMostBits + 1> symbols{};
  std::vector<unsigned> depths(nodes.size());
  for (std::size_t i = nodes.size() - 1; i-- > 0;) {
    depths[i] = depths[nodes[i].parent] + 1;
    if (i < leaves) ++symbols[std::min(depths[i], most_bits)];
  }
  // Codes that were cut take more room than there is: for each unit too much, a code of the greatest length
  // finds its place below a shorter one, which grows by a bit.
  std::uint64_t taken = 0;
  for (unsigned bits = 1; bits <= most_bits; ++bits)
    taken += std::uint64_t{symbols[bits]} << (most_bits - bits);
  for (; taken > std::uint64_t{1} << most_bits; --taken) {
    --symbols[most_bits];
    unsigned bits = most_bits - 1;
    while (symbols[bits] == 0)
      --bits;
    --symbols[bits];
    symbols[bits + 1] += 2;
  }
  return symbols;
}

std::uint16_t reversed(unsigned code, unsigned length) {
  unsigned result = 0;
  for (unsigned bit = 0; bit < length; ++bit)
    result |= (code >> bit & 1) << (length - 1 - bit);
  return static_cast<std::uint16_t>(result);
}

}  // namespace

void make_codes(std::span<const std::uint32_t> counts, unsigned most_bits, std::span<HuffmanCode> codes) {
  assert(counts.size() == codes.size() && counts.size() >= 2 && most_bits <= kMostBits);
  struct Used {
    std::uint64_t count;
    std::uint32_t symbol;
  };
  std::vector<Used> used;
  for (std::uint32_t symbol = 0; symbol < counts.size(); ++symbol) {
    if (counts[symbol] > 0) used.push_back({counts[symbol], symbol});
  }
  for (std::uint32_t symbol = 0; used.size() < 2; ++symbol) {
    if (counts[symbol] == 0) used.push_back({0, symbol});
  }
  std::ranges::sort(used, [](const Used& a, const Used& b) {
    return a.count != b.count ? a.count < b.count : a.symbol < b.symbol;
  });
  std::vector<std::uint64_t> ascending;
  for (const Used& symbol : used)
    ascending.push_back(symbol.count);
  const auto symbols = lengths_of(ascending, most_bits);

  std::ranges::fill(codes, HuffmanCode{});
  auto next = used.begin();
  for (unsigned length = most_bits; length > 0; --length) {
    for (std::uint32_t i = 0; i < symbols[length]; ++i)
      codes[(next++)->symbol].length = static_cast<std::uint8_t>(length);
  }
  std::array<unsigned, kMostBits + 2> first{};
  for (unsigned length = 1; length <= most_bits; ++length)
    first[length + 1] = (first[length] + symbols[length]) << 1;
  for (HuffmanCode& code : codes) {
    if (code.length > 0) code.bits = reversed(first[code.length]++, code.length);
  }
}

}  // namespace campaign_lens
