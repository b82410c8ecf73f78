#include "query/facet.h"

#include <algorithm>
#include <string>

#include "query/distinct_values.h"
#include "query/filter.h"

namespace campaign_lens {

Facet facet_of(const Dataset& dataset, const Query& query, std::uint32_t column, std::string_view search) {
  const Table& table = dataset.table(query.table);
  Query others = query;
  std::erase_if(others.filters, [&](const ColumnFilter& filter) { return filter.column == column; });
  if (!search.empty()) {
    others.filters.push_back(
        {.column = column, .condition = condition::Text{.texts = {std::string(search)}}});
  }
  Filter filter(dataset, others);
  Facet facet;
  if (column >= table.columns().size()) {
    facet.rows = facet.blank_rows = filter.matching_rows().size();
    return facet;
  }

  DistinctValues values(table.columns()[column]);
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    const std::span<const std::uint8_t> kept = filter.kept(group);
    facet.rows += static_cast<std::uint64_t>(std::ranges::count(kept, 1));
    values.count(group, kept);
  }
  facet.blank_rows = facet.rows;
  values.for_each([&](std::span<const DistinctValues::Alike> alike, std::uint64_t rows) {
    facet.values.push_back({.row = alike.front().row, .rows = static_cast<std::uint32_t>(rows)});
    facet.blank_rows -= rows;
  });

  // The order of texts stays among those that are equally frequent.
  std::ranges::stable_sort(facet.values, std::ranges::greater(), &Facet::Value::rows);
  return facet;
}

}  // namespace campaign_lens
