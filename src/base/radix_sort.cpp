#include "base/radix_sort.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace campaign_lens {

namespace {

constexpr std::size_t kDigitValues = 256;
using Counts = std::array<std::size_t, kDigitValues>;

std::uint64_t differing_bits(std::span<const KeyedRow> rows, std::uint64_t key) {
  std::uint64_t differing = 0;
  for (const KeyedRow& row : rows)
    differing |= row.key ^ key;
  return differing;
}

void count_digits(std::span<const KeyedRow> rows, int shift, Counts& counts) {
  for (const KeyedRow& row : rows)
    ++counts[row.key >> shift & 0xFF];
}

/// `next`: where the next row of each digit goes.
void move_by_digit(std::span<const KeyedRow> rows, int shift, Counts& next, std::span<KeyedRow> sorted) {
  for (const KeyedRow& row : rows)
    sorted[next[row.key >> shift & 0xFF]++] = row;
}

}  // namespace

Task<void> radix_sort(std::vector<KeyedRow>& rows) {
  if (rows.empty()) co_return;
  const auto rows_from = [&](std::size_t begin) {
    return std::span<const KeyedRow>(rows).subspan(begin, std::min(kRowsBetweenPauses, rows.size() - begin));
  };
  std::uint64_t differing = 0;
  for (std::size_t begin = 0; begin < rows.size(); begin += kRowsBetweenPauses) {
    differing |= differing_bits(rows_from(begin), rows.front().key);
    co_await pause(0, 1);
  }

  std::vector<KeyedRow> sorted(rows.size());
  for (int shift = 0; shift < 64; shift += 8) {
    if ((differing >> shift & 0xFF) == 0) continue;
    const double done = shift / 64.0;
    Counts next{};
    for (std::size_t begin = 0; begin < rows.size(); begin += kRowsBetweenPauses) {
      count_digits(rows_from(begin), shift, next);
      co_await Pause{done};
    }
    std::size_t before = 0;
    for (std::size_t& count : next)
      before += std::exchange(count, before);
    for (std::size_t begin = 0; begin < rows.size(); begin += kRowsBetweenPauses) {
      move_by_digit(rows_from(begin), shift, next, sorted);
      co_await Pause{done};
    }
    rows.swap(sorted);
  }
}

}  // namespace campaign_lens
