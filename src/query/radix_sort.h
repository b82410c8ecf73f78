#pragma once

#include <cstdint>
#include <vector>

namespace campaign_lens {

struct KeyedRow {
  std::uint64_t key = 0;
  std::uint32_t row = 0;
};

// Keys sort as the values do that they stand for. The two highest are kept for what comes last either way:
// what is no value of the column's type, and after it blanks.
inline constexpr std::uint64_t kBlankKey = ~std::uint64_t{0};
inline constexpr std::uint64_t kStrayKey = kBlankKey - 1;
inline constexpr std::uint64_t kHighestKey = kStrayKey - 1;

/// Sorts by key, stably, in time proportional to the rows and to the bytes in which their keys differ: ranks
/// below 65,536 take two passes, times within a month five.
void radix_sort(std::vector<KeyedRow>& rows);

}  // namespace campaign_lens
