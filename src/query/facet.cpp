#include "query/facet.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/radix_sort.h"
#include "query/distinct_values.h"
#include "query/filter.h"

namespace campaign_lens {

namespace {

/// The order of texts stays among those that are equally frequent.
Task<void> sort_by_frequency(std::vector<Facet::Value>& values) {
  std::vector<KeyedRow> order;
  order.reserve(values.size());
  for (std::uint32_t i = 0; i < values.size(); ++i)
    order.push_back({.key = ~std::uint64_t{values[i].rows}, .row = i});
  co_await part(0, 1, radix_sort(order));
  std::vector<Facet::Value> sorted;
  sorted.reserve(values.size());
  for (const KeyedRow& place : order)
    sorted.push_back(values[place.row]);
  values = std::move(sorted);
}

}  // namespace

Task<Facet> facet_of(const Dataset& dataset, Query query, std::uint32_t column, std::string search,
                     const ReportFacts* facts) {
  const Table& table = dataset.table(query.table);
  std::erase_if(query.filters, [&](const ColumnFilter& filter) { return filter.column == column; });
  if (!search.empty())
    query.filters.push_back({.column = column, .condition = condition::Text{.texts = {std::move(search)}}});
  Filter filter = co_await part(0, 0.2, Filter::of(dataset, query, facts));
  Facet facet;
  if (column >= table.columns().size()) {
    facet.rows = facet.blank_rows = (co_await part(0.2, 1, filter.matching_rows())).size();
    co_return facet;
  }

  DistinctValues values(table.columns()[column]);
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    const std::span<const std::uint8_t> kept = filter.kept(group);
    facet.rows += static_cast<std::uint64_t>(std::ranges::count(kept, std::uint8_t{1}));
    values.count(group, kept);
    co_await Pause{0.2 + 0.3 * pause(group, table.group_count()).done};
  }
  facet.blank_rows = facet.rows;
  co_await part(
      0.5, 0.9, values.for_each([&](std::span<const DistinctValues::Alike> alike, std::uint64_t rows) {
        facet.values.push_back({.row = alike.front().row, .rows = static_cast<std::uint32_t>(rows)});
        facet.blank_rows -= rows;
      }));
  co_await part(0.9, 1, sort_by_frequency(facet.values));
  co_return facet;
}

}  // namespace campaign_lens
