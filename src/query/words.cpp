#include <string>
#include <string_view>

#include "query/query.h"
#include "schema/filter_words.h"

namespace campaign_lens {

namespace {

void append(std::string& list, std::string_view separator, std::string_view item) {
  if (!list.empty()) list += separator;
  list += item;
}

std::string_view direction_in_words(Type type, bool descending) {
  switch (type) {
    case Type::time:
      return descending ? "latest first" : "earliest first";
    case Type::integer:
    case Type::decimal:
      return descending ? "largest first" : "smallest first";
    case Type::text:
    case Type::boolean:
      break;
  }
  return descending ? "Z to A" : "A to Z";
}

}  // namespace

std::string in_words(const Dataset& dataset, const Query& query) {
  constexpr FamilySet kEvery = FamilySet::from_bits(~0U);
  std::string words;
  if (query.table == TableId::delivery && !query.statuses.empty() && query.statuses != kEvery) {
    words = "status " + statuses_in_words(query.statuses);
  }
  const auto columns = dataset.table(query.table).columns();
  for (const ColumnFilter& filter : query.filters) {
    if (filter.column >= columns.size()) continue;
    append(words, "; ", columns[filter.column].info().title);
    words += ' ' + in_words(filter, dataset.zone);
  }
  for (const SetFilter& filter : query.sets) {
    if (table_of(filter.set) != query.table) continue;
    append(words, "; ", filter.negated ? "without \"" : "only \"");
    words += std::string(row_set_name(filter.set)) + '"';
  }
  if (!query.search.empty()) {
    std::string titles;
    for (const std::uint32_t column : query.search_columns) {
      if (column < columns.size()) append(titles, ", ", columns[column].info().title);
    }
    append(words, "; ", "text \"" + query.search + (titles.empty() ? "\"" : "\" in " + titles));
  }

  std::string order;
  for (const SortKey& key : query.sort) {
    if (key.column >= columns.size()) continue;
    const ColumnInfo& column = columns[key.column].info();
    append(order, ", then ", column.title);
    order += ", ";
    order += direction_in_words(column.type, key.descending);
  }
  if (!order.empty()) append(words, "; ", "sorted by " + order);
  return words;
}

}  // namespace campaign_lens
