#pragma once

#include <cstdint>
#include <vector>

#include "base/radix_sort.h"
#include "base/task.h"
#include "table/table.h"

namespace campaign_lens {

/// The rows of a table whose message id is in another row, too; `key`: the first row that has it. Those
/// of one id stand together, in order.
Task<std::vector<KeyedRow>> repeated_message_ids(const Table& table);

}  // namespace campaign_lens
