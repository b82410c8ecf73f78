#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "table/table.h"

namespace campaign_lens {

/// The rows of a table whose message id is in another row, too, as pairs: the first row that has it, and the
/// row; ascending, so those of one id stand together.
std::vector<std::pair<std::uint32_t, std::uint32_t>> repeated_message_ids(const Table& table);

}  // namespace campaign_lens
