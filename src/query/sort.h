#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/radix_sort.h"
#include "base/task.h"
#include "schema/query.h"
#include "table/table.h"

namespace campaign_lens {

// Keys sort as the values do that they stand for. The two highest are kept for what comes last either way:
// what is no value of the column's type, and after it blanks.
inline constexpr std::uint64_t kBlankKey = ~std::uint64_t{0};
inline constexpr std::uint64_t kStrayKey = kBlankKey - 1;
inline constexpr std::uint64_t kHighestKey = kStrayKey - 1;

/// Keys of rows under which they sort as a column's texts do: by folded text (its code points), then by
/// bytes; kBlankKey for blanks. Equal texts have equal keys, others different ones.
Task<std::vector<KeyedRow>> text_keys(const Column& column, std::span<const std::uint32_t> rows);

/// Sorts rows of a table, given in the order of the file, by several keys; equal rows keep their order.
/// Numbers sort as numbers (integers exactly up to 64 bits), times as times, all else as text_keys() has
/// it. Blanks come last in either direction; so do, before them, values of a time or number
/// column that are neither.
Task<void> sort_rows(const Table& table, std::span<const SortKey> keys, std::vector<std::uint32_t>& rows);

}  // namespace campaign_lens
