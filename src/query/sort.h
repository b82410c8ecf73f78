#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "schema/query.h"
#include "table/table.h"

namespace campaign_lens {

/// Sorts rows of a table, given in the order of the file, by several keys; equal rows keep their order.
/// Numbers sort as numbers (integers exactly up to 64 bits), times as times, all else by its folded text,
/// then by its bytes. Blanks come last in either direction; so do, before them, values of a time or number
/// column that are neither.
void sort_rows(const Table& table, std::span<const SortKey> keys, std::vector<std::uint32_t>& rows);

}  // namespace campaign_lens
