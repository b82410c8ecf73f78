#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/task.h"
#include "query/query.h"
#include "table/dataset.h"

namespace campaign_lens {

/// Where in a selection the rows stand that have a text in one of these columns, ascending. Compared as
/// condition::Text, anywhere; a text that folds to nothing is nowhere. Refers to the selection.
Task<std::vector<std::uint32_t>> places_with(const Dataset& dataset, TableId table, const Selection& rows,
                                             std::string text, std::vector<std::uint32_t> columns);

/// The first of these columns in which a row has the text.
Task<std::optional<std::uint32_t>> column_with(const Dataset& dataset, TableId table, std::uint64_t row,
                                               std::string text, std::vector<std::uint32_t> columns);

}  // namespace campaign_lens
