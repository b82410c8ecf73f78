#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/radix_sort.h"
#include "base/task.h"
#include "table/column.h"

namespace campaign_lens {

/// Sort keys of a text column whose values are all kept as numbers that sort as the texts do: digits of one
/// shape and length, or UUIDs; blanks aside. Nothing of any other column.
Task<std::optional<std::vector<KeyedRow>>> exact_keys(const Column& column,
                                                      std::span<const std::uint32_t> rows);

}  // namespace campaign_lens
