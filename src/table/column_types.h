#pragma once

#include <cstdint>

#include "base/time.h"
#include "table/table.h"

namespace campaign_lens {

/// The type that the values of a column share, by how they were written, its role and its key: see the table
/// in column_types.cpp.
Type find_type(const Column& column);

/// Fills a time column's group with the moments of its rows, naive ones placed in `zone`.
/// Gives how many were naive.
std::uint64_t place_times(ColumnGroup& group, const Dictionary& dictionary, const TimeZone& zone);

}  // namespace campaign_lens
