#include "query/radix_sort.h"

#include <array>
#include <cstddef>
#include <utility>

namespace campaign_lens {

void radix_sort(std::vector<KeyedRow>& rows) {
  if (rows.empty()) return;
  std::uint64_t differing = 0;
  for (const KeyedRow& row : rows)
    differing |= row.key ^ rows.front().key;

  std::vector<KeyedRow> sorted(rows.size());
  for (int shift = 0; shift < 64; shift += 8) {
    if ((differing >> shift & 0xFF) == 0) continue;
    std::array<std::size_t, 256> next{};  // where the next row of this byte goes
    for (const KeyedRow& row : rows)
      ++next[row.key >> shift & 0xFF];
    std::size_t before = 0;
    for (std::size_t& count : next)
      before += std::exchange(count, before);
    for (const KeyedRow& row : rows)
      sorted[next[row.key >> shift & 0xFF]++] = row;
    rows.swap(sorted);
  }
}

}  // namespace campaign_lens
