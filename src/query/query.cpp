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

Task<Selection> run(const Dataset& dataset, const Query& query, const ReportFacts* facts) {
  const Table& table = dataset.table(query.table);
  Filter filter = co_await part(0, 0.1, Filter::of(dataset, query, facts));
  if (filter.keeps_all() && query.sort.empty()) co_return Selection::all(table.rows());

  std::vector<std::uint32_t> rows;
  if (filter.keeps_all()) {
    rows.resize(static_cast<std::size_t>(table.rows()));
    std::iota(rows.begin(), rows.end(), 0U);
  } else {
    rows = co_await part(0.1, query.sort.empty() ? 1 : 0.4, filter.matching_rows());
  }
  co_await part(0.4, 1, sort_rows(table, query.sort, rows));
  co_return Selection::of(std::move(rows));
}

Task<Selection> extended(const Selection& before, const Dataset& dataset, const Query& query,
                         std::uint64_t rows, const ReportFacts* facts) {
  // What counts as a period or as repeated, who is in a set, and where national numbers are from depends on
  // all rows.
  const bool row_by_row =
      !asks_facts(query) && std::ranges::none_of(query.filters, [](const ColumnFilter& filter) {
        return std::holds_alternative<condition::Period>(filter.condition) ||
               std::holds_alternative<condition::Repeated>(filter.condition);
      });
  if (!row_by_row || !query.sort.empty()) co_return co_await part(0, 1, run(dataset, query, facts));
  Filter filter = co_await part(0, 0.1, Filter::of(dataset, query, facts));
  if (filter.keeps_all()) co_return Selection::all(dataset.table(query.table).rows());
  Selection selection = before;
  selection.append(co_await part(0.1, 1, filter.matching_rows(rows)));
  co_return selection;
}

}  // namespace campaign_lens
