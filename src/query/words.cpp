#include "query/query.h"

namespace campaign_lens {

namespace {

void append(std::string& list, std::string_view separator, std::string_view item) {
  if (!list.empty()) list += separator;
  list += item;
}

std::string statuses_in_words(FamilySet statuses) {
  for (const CountDefinition& count : count_definitions()) {
    if (count.families == statuses) return std::string(count.name);
  }
  std::string words;
  for (int i = 0; i < kStatusFamilyCount; ++i) {
    const auto family = static_cast<StatusFamily>(i);
    if (!statuses.contains(family)) continue;
    append(words, ", ", family_name(family));
    // The count of this name has the later stages in it too.
    if (family == StatusFamily::queued) words += " and nothing later";
  }
  return words;
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
  if (!query.search.empty()) append(words, "; ", "text \"" + query.search + "\"");

  const auto columns = dataset.table(query.table).columns();
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
