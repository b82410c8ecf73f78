#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "base/text.h"
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

bool names_numbers(const Condition& condition) {
  return std::holds_alternative<condition::OneOf>(condition) ||
         std::holds_alternative<condition::Text>(condition) ||
         std::holds_alternative<condition::Numbers>(condition);
}

/// More digits than a masked number shows, or as many.
bool may_be_of_number(std::string_view search) {
  constexpr std::ptrdiff_t kShown = 4;
  return std::ranges::count_if(fold(search), [](char c) { return c >= '0' && c <= '9'; }) >= kShown;
}

}  // namespace

std::string in_words(const Dataset& dataset, const Query& query, bool numbers_masked) {
  constexpr FamilySet kEvery = FamilySet::from_bits(~0U);
  std::string words;
  if (query.table == TableId::delivery && !query.statuses.empty() && query.statuses != kEvery) {
    words = "status " + statuses_in_words(query.statuses);
  }
  const auto columns = dataset.table(query.table).columns();
  for (const ColumnFilter& filter : query.filters) {
    if (filter.column >= columns.size()) continue;
    const ColumnInfo& column = columns[filter.column].info();
    append(words, "; ", column.title);
    words += numbers_masked && column.role == Role::number && names_numbers(filter.condition)
                 ? " (masked)"
                 : ' ' + in_words(filter, dataset.zone);
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
    const bool masked = numbers_masked && may_be_of_number(query.search);
    append(words, "; ", masked ? "text (masked)" : "text \"" + query.search + '"');
    if (!titles.empty()) words += " in " + titles;
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
