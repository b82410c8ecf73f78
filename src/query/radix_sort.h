#pragma once

#include <cstdint>
#include <vector>

namespace campaign_lens {

struct KeyedRow {
  std::uint64_t key = 0;
  std::uint32_t row = 0;
};

/// Sorts by key, stably, in time proportional to the rows and to the bytes in which their keys differ: ranks
/// below 65,536 take two passes, times within a month five.
void radix_sort(std::vector<KeyedRow>& rows);

}  // namespace campaign_lens
