#include "query/find.h"

#include "query/filter.h"
#include "query/text_search.h"

namespace campaign_lens {

Task<std::vector<std::uint32_t>> places_with(const Dataset& dataset, TableId table, const Selection& rows,
                                             std::string text, std::vector<std::uint32_t> columns) {
  std::vector<std::uint32_t> places;
  if (columns.empty() || TextSearch(text).finds_all()) co_return places;
  Query query;
  query.table = table;
  query.search = std::move(text);
  query.search_columns = std::move(columns);
  Filter filter = co_await part(0, 0.1, Filter::of(dataset, query, nullptr));
  const Table& searched = dataset.table(table);
  std::vector<std::uint8_t> has;
  has.reserve(static_cast<std::size_t>(searched.rows()));
  for (std::size_t group = 0; group < searched.group_count(); ++group) {
    const std::span<const std::uint8_t> of_group = filter.kept(group);
    has.insert(has.end(), of_group.begin(), of_group.end());
    co_await Pause{0.1 + 0.7 * pause(group, searched.group_count()).done};
  }
  for (std::uint64_t place = 0; place < rows.size(); ++place) {
    if (has[static_cast<std::size_t>(rows[place])] != 0) places.push_back(static_cast<std::uint32_t>(place));
    if (place % kRowsBetweenPauses == 0)
      co_await Pause{0.8 + 0.2 * pause(static_cast<std::size_t>(place), has.size()).done};
  }
  co_return places;
}

Task<std::optional<std::uint32_t>> column_with(const Dataset& dataset, TableId table, std::uint64_t row,
                                               std::string text, std::vector<std::uint32_t> columns) {
  const TextSearch search(text);
  const Table& searched = dataset.table(table);
  const auto group = static_cast<std::size_t>(row / kRowGroupRows);
  std::vector<std::uint8_t> hits;
  for (const std::uint32_t column : columns) {
    if (column >= searched.columns().size() || search.finds_all()) continue;
    hits.assign(searched.group_rows(group), 0);
    ColumnSearch(search, searched.columns()[column], dataset.zone).mark(group, hits);
    if (hits[static_cast<std::size_t>(row % kRowGroupRows)] != 0) co_return column;
    co_await Pause{0};
  }
  co_return std::nullopt;
}

}  // namespace campaign_lens
