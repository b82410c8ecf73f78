#include "query/filter.h"

#include <algorithm>
#include <utility>

namespace campaign_lens {

Filter::Filter(const Dataset& dataset, const Query& query)
    : table_(dataset.table(query.table)), zone_(dataset.zone) {
  if (query.table == TableId::delivery) statuses_ = query.statuses;
  for (const ColumnFilter& filter : query.filters)
    add(filter);
  add_search(query);  // last: it costs most, and rows that are dropped before need not be searched
}

void Filter::add_search(const Query& query) {
  const TextSearch search(query.search);
  if (search.finds_all()) return;
  Part part;
  for (std::uint32_t column = 0; column < table_.columns().size(); ++column) {
    if (query.search_columns.empty() ||
        std::ranges::find(query.search_columns, column) != query.search_columns.end())
      part.tests.emplace_back(std::in_place_type<ColumnSearch>, search, table_.columns()[column], zone_);
  }
  parts_.push_back(std::move(part));
}

void Filter::add(const ColumnFilter& filter) {
  if (filter.column >= table_.columns().size()) return;
  const Column& column = table_.columns()[filter.column];
  Part part{.tests = {}, .negated = filter.negated};
  if (const auto* const values = std::get_if<condition::OneOf>(&filter.condition)) {
    part.tests.emplace_back(std::in_place_type<ValueTest>, *values, column);
  } else if (const auto* const times = std::get_if<condition::Times>(&filter.condition)) {
    part.tests.emplace_back(std::in_place_type<TimeTest>, *times, column);
  } else if (const auto* const period = std::get_if<condition::Period>(&filter.condition)) {
    part.tests.emplace_back(std::in_place_type<TimeTest>, range_of(*period, column), column);
  } else if (const auto* const numbers = std::get_if<condition::Numbers>(&filter.condition)) {
    part.tests.emplace_back(std::in_place_type<NumberTest>, *numbers, column);
  } else if (std::holds_alternative<condition::Repeated>(filter.condition)) {
    part.tests.emplace_back(std::in_place_type<RepeatedTest>, table_, column);
  } else if (const auto* const text = std::get_if<condition::Text>(&filter.condition)) {
    for (const std::string& wanted : text->texts) {
      TextSearch search(wanted, text->place);
      if (!search.finds_all())
        part.tests.emplace_back(std::in_place_type<ColumnSearch>, std::move(search), column, zone_);
    }
    if (part.tests.empty()) return;
  }
  parts_.push_back(std::move(part));
}

std::span<const std::uint8_t> Filter::kept(std::size_t group) {
  const std::uint32_t rows = table_.group_rows(group);
  kept_.assign(rows, 1);
  if (!statuses_.empty()) {
    const auto families = table_.families(group);
    for (std::uint32_t row = 0; row < rows; ++row)
      kept_[row] = statuses_.contains(families[row]) ? 1 : 0;
  }
  for (Part& part : parts_) {
    if (std::ranges::find(kept_, 1) == kept_.end()) break;
    marked_.assign(rows, 0);
    for (Test& test : part.tests)
      std::visit([&](auto& column) { column.mark(group, marked_); }, test);
    const std::uint8_t kept_mark = part.negated ? 0 : 1;
    for (std::uint32_t row = 0; row < rows; ++row)
      kept_[row] &= marked_[row] == kept_mark ? 1 : 0;
  }
  return kept_;
}

std::vector<std::uint32_t> Filter::matching_rows(std::uint64_t first) {
  std::vector<std::uint32_t> matching;
  for (auto group = static_cast<std::size_t>(first / kRowGroupRows); group < table_.group_count(); ++group) {
    const std::span<const std::uint8_t> rows = kept(group);
    const std::uint64_t begin = std::uint64_t{group} * kRowGroupRows;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (rows[row] != 0 && begin + row >= first) matching.push_back(static_cast<std::uint32_t>(begin + row));
    }
  }
  return matching;
}

}  // namespace campaign_lens
