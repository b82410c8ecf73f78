#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/schema.h"
#include "schema/status.h"

namespace campaign_lens {

struct SortKey {
  std::uint32_t column = 0;  ///< index in the table
  bool descending = false;
  friend bool operator==(const SortKey&, const SortKey&) = default;
};

/// What is asked of one table. A plain value: equal values ask the same, and no work is done.
struct Query {
  TableId table = TableId::delivery;
  FamilySet statuses;         ///< empty: any; ignored in the click table
  std::string search;         ///< found in any column, compared by fold(); empty: any
  std::vector<SortKey> sort;  ///< stable; blanks last either way; empty: the order of the file
  friend bool operator==(const Query&, const Query&) = default;
};

}  // namespace campaign_lens
