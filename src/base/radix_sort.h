#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "base/task.h"

namespace campaign_lens {

/// A row, or the place of anything else in a list, and what it is sorted by.
struct KeyedRow {
  std::uint64_t key = 0;
  std::uint32_t row = 0;
};

template <typename KeyOfRow>
void append_keys(std::span<const std::uint32_t> rows, KeyOfRow& key_of_row, std::vector<KeyedRow>& keyed) {
  for (const std::uint32_t row : rows)
    keyed.push_back({key_of_row(row), row});
}

/// Rows with their keys: `key_of_row(row)`.
template <typename KeyOfRow>
Task<std::vector<KeyedRow>> with_keys(std::span<const std::uint32_t> rows, KeyOfRow key_of_row) {
  std::vector<KeyedRow> keyed;
  keyed.reserve(rows.size());
  for (std::size_t begin = 0; begin < rows.size(); begin += kRowsBetweenPauses) {
    append_keys(rows.subspan(begin, std::min(kRowsBetweenPauses, rows.size() - begin)), key_of_row, keyed);
    co_await pause(begin, rows.size());
  }
  co_return keyed;
}

/// Sorts by key, stably, in time proportional to the rows and to the bytes in which their keys differ: ranks
/// below 65,536 take two passes, times within a month five.
Task<void> radix_sort(std::vector<KeyedRow>& rows);

}  // namespace campaign_lens
