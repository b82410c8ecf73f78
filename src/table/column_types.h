#pragma once

#include <cstddef>
#include <cstdint>

#include "schema/schema.h"
#include "table/column_group.h"
#include "table/dictionary.h"
#include "table/written.h"

namespace campaign_lens {

/// How the values of the first group that has any read as times.
struct TimeReading {
  std::size_t group = 0;
  std::uint64_t times = 0, others = 0;  ///< rows
  bool digits_only = false;             ///< some value is: it may as well be an id
  bool empty() const { return times + others == 0; }
};
/// Gives up, with `times` and `others` as far as it got, once hardly any value has been a time.
TimeReading read_as_times(const ColumnGroup& group, const Dictionary& dictionary);

/// The type that the values of a column share, by how they were written, its role and its key: see the table
/// in column_types.cpp.
Type find_type(const ColumnInfo& info, const Written& written, const TimeReading& reading);

}  // namespace campaign_lens
