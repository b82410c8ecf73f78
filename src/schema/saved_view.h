#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "schema/query.h"
#include "schema/schema.h"
#include "schema/status.h"

namespace campaign_lens {

/// How a report is shown, so that another one can be shown likewise: columns are named by their keys, and
/// what is as the report has it is left out.
struct SavedView {
  struct Column {
    std::string key;
    bool hidden = false, pinned = false;
    std::uint32_t width = 0;  ///< in logical pixels; 0: as the contents want it
    friend bool operator==(const Column&, const Column&) = default;
  };
  struct Sort {
    std::string column;
    bool descending = false;
    friend bool operator==(const Sort&, const Sort&) = default;
  };
  struct Filter {
    std::string column;
    bool negated = false;
    Condition condition;
    friend bool operator==(const Filter&, const Filter&) = default;
  };
  /// Of one table; as in Query.
  struct Table {
    std::vector<Column> columns;  ///< in their order on screen
    std::vector<Sort> sort;
    FamilySet statuses;
    std::string search;
    std::vector<Filter> filters;
    std::vector<SetFilter> sets;
    friend bool operator==(const Table&, const Table&) = default;
  };
  std::string zone;  ///< empty: the campaign's
  std::array<Table, kTableCount> tables;
  friend bool operator==(const SavedView&, const SavedView&) = default;
};

/// The last view of the reports that have the same columns.
struct KeptView {
  std::string shape;  ///< stands for the columns
  SavedView view;
  friend bool operator==(const KeptView&, const KeptView&) = default;
};

}  // namespace campaign_lens
