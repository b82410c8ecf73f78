#include "query/query.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "query/filter.h"
#include "query/sort.h"

namespace campaign_lens {

Selection Selection::all(std::uint64_t rows) {
  Selection selection;
  selection.rows_ = rows;
  return selection;
}

Selection Selection::of(std::vector<std::uint32_t> rows) {
  Selection selection;
  selection.all_ = false;
  selection.order_ = std::move(rows);
  return selection;
}

void Selection::append(std::span<const std::uint32_t> rows) {
  order_.insert(order_.end(), rows.begin(), rows.end());
}

Selection run(const Dataset& dataset, const Query& query) {
  const Table& table = dataset.table(query.table);
  Filter filter(dataset, query);
  if (filter.keeps_all() && query.sort.empty()) return Selection::all(table.rows());

  std::vector<std::uint32_t> rows;
  if (filter.keeps_all()) {
    rows.resize(static_cast<std::size_t>(table.rows()));
    std::iota(rows.begin(), rows.end(), 0U);
  } else {
    rows = filter.matching_rows();
  }
  sort_rows(table, query.sort, rows);
  return Selection::of(std::move(rows));
}

void extend(Selection& selection, const Dataset& dataset, const Query& query, std::uint64_t rows) {
  // What counts as a period or as repeated depends on all rows.
  const bool row_by_row = std::ranges::none_of(query.filters, [](const ColumnFilter& filter) {
    return std::holds_alternative<condition::Period>(filter.condition) ||
           std::holds_alternative<condition::Repeated>(filter.condition);
  });
  Filter filter(dataset, query);
  if (!row_by_row || !query.sort.empty() || filter.keeps_all()) {
    selection = run(dataset, query);
  } else {
    selection.append(filter.matching_rows(rows));
  }
}

}  // namespace campaign_lens
