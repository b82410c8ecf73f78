#include "query/query.h"

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

}  // namespace campaign_lens
