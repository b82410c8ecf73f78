#include "app/filters.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace campaign_lens::app {
namespace {

using condition::OneOf;

// No value, and not negated: no row. A list of ticks without any is shown, but filters nothing.
std::optional<ColumnFilter> unless_idle(ColumnFilter filter) {
  const auto& listed = std::get<OneOf>(filter.condition);
  if (listed.values.empty() && !listed.blank) return std::nullopt;
  return filter;
}

// Without a filter everything is ticked: then what is not is listed.
ColumnFilter listing(const ColumnFilter* filter, std::uint32_t column) {
  return filter != nullptr ? *filter : ColumnFilter{.column = column, .negated = true, .condition = OneOf{}};
}

}  // namespace

FilterKind kind_of(const Condition& condition) {
  struct Kind {
    FilterKind operator()(const condition::OneOf&) const { return FilterKind::values; }
    FilterKind operator()(const condition::Text&) const { return FilterKind::text; }
    FilterKind operator()(const condition::Times&) const { return FilterKind::range; }
    FilterKind operator()(const condition::Period&) const { return FilterKind::range; }
    FilterKind operator()(const condition::Numbers&) const { return FilterKind::range; }
    FilterKind operator()(const condition::Repeated&) const { return FilterKind::repeated; }
    FilterKind operator()(const condition::HourOfWeek&) const { return FilterKind::hour; }
    FilterKind operator()(const condition::FromCountry&) const { return FilterKind::country; }
  };
  return std::visit(Kind{}, condition);
}

const ColumnFilter* find_filter(const Query& query, std::uint32_t column, FilterKind kind) {
  const auto found = std::ranges::find_if(query.filters, [&](const ColumnFilter& filter) {
    return filter.column == column && kind_of(filter.condition) == kind;
  });
  return found == query.filters.end() ? nullptr : &*found;
}

bool has_filter(const Query& query, std::uint32_t column) {
  return std::ranges::find(query.filters, column, &ColumnFilter::column) != query.filters.end();
}

void set_filter(Query& query, ColumnFilter filter) {
  const FilterKind kind = kind_of(filter.condition);
  const auto same = std::ranges::find_if(query.filters, [&](const ColumnFilter& other) {
    return other.column == filter.column && kind_of(other.condition) == kind;
  });
  if (same != query.filters.end()) {
    *same = std::move(filter);
  } else if (query.filters.size() + query.sets.size() < kMaxFilters) {
    query.filters.push_back(std::move(filter));
  }
}

void remove_filter(Query& query, std::uint32_t column, FilterKind kind) {
  std::erase_if(query.filters, [&](const ColumnFilter& filter) {
    return filter.column == column && kind_of(filter.condition) == kind;
  });
}

ColumnFilter only_values(std::uint32_t column, std::vector<std::string> values) {
  const bool blank = std::erase(values, std::string()) > 0;
  return {.column = column, .condition = condition::OneOf{.values = std::move(values), .blank = blank}};
}

void add_set(Query& query, RowSet set) {
  std::erase_if(query.sets, [&](const auto& filter) { return filter.set == set; });
  if (query.filters.size() + query.sets.size() < kMaxFilters) query.sets.push_back({.set = set});
}

bool is_filtered(const Query& query) {
  return !query.search.empty() || !query.statuses.empty() || !query.filters.empty() || !query.sets.empty();
}

bool is_ticked(const ColumnFilter* filter, const std::string& value) {
  if (filter == nullptr) return true;
  const auto& listed = std::get<OneOf>(filter->condition);
  return (std::ranges::find(listed.values, value) != listed.values.end()) != filter->negated;
}

bool is_blank_ticked(const ColumnFilter* filter) {
  return filter == nullptr || std::get<OneOf>(filter->condition).blank != filter->negated;
}

std::optional<ColumnFilter> with_tick(const ColumnFilter* filter, std::uint32_t column,
                                      const std::string& value, bool ticked) {
  ColumnFilter changed = listing(filter, column);
  auto& values = std::get<OneOf>(changed.condition).values;
  std::erase(values, value);
  if (ticked != changed.negated) values.push_back(value);
  return unless_idle(std::move(changed));
}

std::optional<ColumnFilter> with_blank_tick(const ColumnFilter* filter, std::uint32_t column, bool ticked) {
  ColumnFilter changed = listing(filter, column);
  std::get<OneOf>(changed.condition).blank = ticked != changed.negated;
  return unless_idle(std::move(changed));
}

}  // namespace campaign_lens::app
