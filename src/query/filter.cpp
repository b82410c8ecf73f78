#include "query/filter.h"

#include <algorithm>

namespace campaign_lens {

Filter::Filter(const Dataset& dataset, const Query& query)
    : table_(dataset.table(query.table)), zone_(dataset.zone), search_(query.search) {
  if (query.table == TableId::delivery) statuses_ = query.statuses;
}

std::vector<std::uint32_t> Filter::matching_rows() const {
  std::vector<ColumnSearch> columns;
  if (!search_.finds_all()) {
    for (const Column& column : table_.columns())
      columns.emplace_back(search_, column, zone_);
  }

  std::vector<std::uint32_t> matching;
  std::vector<std::uint8_t> hits;
  for (std::size_t group = 0; group < table_.group_count(); ++group) {
    const std::uint32_t rows = table_.group_rows(group);
    hits.assign(rows, columns.empty() ? 1 : 0);
    for (ColumnSearch& column : columns)
      column.mark(group, hits);
    if (!statuses_.empty()) {
      const auto families = table_.families(group);
      for (std::uint32_t row = 0; row < rows; ++row)
        hits[row] &= statuses_.contains(families[row]) ? 1 : 0;
    }
    const auto first = static_cast<std::uint32_t>(group * kRowGroupRows);
    for (std::uint32_t row = 0; row < rows; ++row) {
      if (hits[row] != 0) matching.push_back(first + row);
    }
  }
  return matching;
}

}  // namespace campaign_lens
