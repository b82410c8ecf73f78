#include "query/filter.h"

#include <algorithm>
#include <utility>

#include "insight/insight.h"

namespace campaign_lens {

Filter::Filter(const Dataset& dataset, const Query& query)
    : table_(dataset.table(query.table)), zone_(dataset.zone) {
  if (query.table == TableId::delivery) statuses_ = query.statuses;
}

Task<Filter> Filter::of(const Dataset& dataset, const Query& query, const ReportFacts* facts) {
  Filter filter(dataset, query);
  for (const ColumnFilter& of_column : query.filters)
    co_await part(0, 1, filter.add(of_column, query.table, facts));
  filter.add_search(query);  // late: it costs most, and rows that are dropped before need not be searched
  if (!query.sets.empty()) co_await part(0, 1, filter.add(query.sets, query.table, *facts));
  co_return filter;
}

Task<void> Filter::add(std::span<const SetFilter> sets, TableId table, const ReportFacts& facts) {
  bool one_a_recipient = false;
  for (const SetFilter& filter : sets) {
    if (table_of(filter.set) != table) continue;
    Part in_set{.tests = {}, .negated = filter.negated};
    in_set.tests.emplace_back(std::in_place_type<SetTest>, facts, filter.set);
    parts_.insert(parts_.begin(), std::move(in_set));
    one_a_recipient |= is_audience(filter.set) && !filter.negated;
  }
  if (!one_a_recipient) co_return;

  std::vector<std::uint8_t> chosen;
  chosen.reserve(static_cast<std::size_t>(table_.rows()));
  for (std::size_t group = 0; group < table_.group_count(); ++group) {
    const std::span<const std::uint8_t> of_group = kept(group);
    chosen.insert(chosen.end(), of_group.begin(), of_group.end());
    co_await pause(group, 2 * table_.group_count());
  }
  co_await part(0.5, 1, keep_one_a_recipient(facts, chosen));
  statuses_ = {};
  parts_.clear();
  parts_.emplace_back().tests.emplace_back(std::in_place_type<ChosenRows>, std::move(chosen));
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

Task<void> Filter::add(const ColumnFilter& filter, TableId table, const ReportFacts* facts) {
  if (filter.column >= table_.columns().size()) co_return;
  const Column& column = table_.columns()[filter.column];
  Part kept_by{.tests = {}, .negated = filter.negated};
  if (const auto* const values = std::get_if<condition::OneOf>(&filter.condition)) {
    kept_by.tests.emplace_back(std::in_place_type<ValueTest>, *values, column);
  } else if (const auto* const times = std::get_if<condition::Times>(&filter.condition)) {
    kept_by.tests.emplace_back(std::in_place_type<TimeTest>, *times, column);
  } else if (const auto* const period = std::get_if<condition::Period>(&filter.condition)) {
    const condition::Times range = co_await part(0, 1, range_of(*period, column));
    kept_by.tests.emplace_back(std::in_place_type<TimeTest>, range, column);
  } else if (const auto* const numbers = std::get_if<condition::Numbers>(&filter.condition)) {
    kept_by.tests.emplace_back(std::in_place_type<NumberTest>, *numbers, column);
  } else if (std::holds_alternative<condition::Repeated>(filter.condition)) {
    kept_by.tests.emplace_back(co_await part(0, 1, RepeatedTest::of(table_, column)));
  } else if (const auto* const hour = std::get_if<condition::HourOfWeek>(&filter.condition)) {
    const bool submitted = column.info().role == Role::submitted_time;
    kept_by.tests.emplace_back(std::in_place_type<HourOfWeekTest>, *hour, column,
                               submitted ? table_.column(Role::status_time) : nullptr, zone_);
  } else if (const auto* const country = std::get_if<condition::FromCountry>(&filter.condition)) {
    if (column.info().role == Role::number)
      kept_by.tests.emplace_back(std::in_place_type<CountryTest>, country->name, *facts, table);
  } else if (const auto* const text = std::get_if<condition::Text>(&filter.condition)) {
    for (const std::string& wanted : text->texts) {
      TextSearch search(wanted, text->place);
      if (!search.finds_all())
        kept_by.tests.emplace_back(std::in_place_type<ColumnSearch>, std::move(search), column, zone_);
    }
    if (kept_by.tests.empty()) co_return;
  }
  parts_.push_back(std::move(kept_by));
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
    if (std::ranges::find(kept_, std::uint8_t{1}) == kept_.end()) break;
    marked_.assign(rows, 0);
    for (Test& test : part.tests)
      std::visit([&](auto& column) { column.mark(group, marked_); }, test);
    const std::uint8_t inverted = part.negated ? 1 : 0;
    for (std::uint32_t row = 0; row < rows; ++row)
      kept_[row] &= marked_[row] ^ inverted;
  }
  return kept_;
}

Task<std::vector<std::uint32_t>> Filter::matching_rows(std::uint64_t first) {
  std::vector<std::uint32_t> matching;
  for (auto group = static_cast<std::size_t>(first / kRowGroupRows); group < table_.group_count(); ++group) {
    const std::span<const std::uint8_t> rows = kept(group);
    const std::uint64_t begin = std::uint64_t{group} * kRowGroupRows;
    for (std::size_t row = first > begin ? static_cast<std::size_t>(first - begin) : 0; row < rows.size();
         ++row) {
      if (rows[row] != 0) matching.push_back(static_cast<std::uint32_t>(begin + row));
    }
    co_await pause(group, table_.group_count());
  }
  co_return matching;
}

}  // namespace campaign_lens
