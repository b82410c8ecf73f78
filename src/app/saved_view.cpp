#include "app/saved_view.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>

#include "app/columns.h"
#include "app/filters.h"

namespace campaign_lens::app {
namespace {

using Columns = std::vector<ColumnInfo>;

std::optional<std::uint32_t> index_of(const Columns& columns, std::string_view key) {
  const auto found = std::ranges::find(columns, key, &ColumnInfo::key);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - columns.begin());
}

SavedView::Table saved_table(const AppState::View& view, const Columns& columns) {
  SavedView::Table saved{.columns = {},
                         .sort = {},
                         .statuses = view.wanted.statuses,
                         .search = view.wanted.search,
                         .filters = {},
                         .sets = view.wanted.sets};
  if (!view.columns.empty()) {
    for (const ColumnPlace& place : arranged(view.columns, columns.size()))
      saved.columns.push_back({.key = columns[place.column].key,
                               .hidden = place.hidden,
                               .pinned = place.pinned,
                               .width = static_cast<std::uint32_t>(std::lround(place.width))});
  }
  for (const SortKey& key : view.wanted.sort) {
    if (key.column < columns.size()) saved.sort.push_back({columns[key.column].key, key.descending});
  }
  for (const ColumnFilter& filter : view.wanted.filters) {
    if (filter.column < columns.size())
      saved.filters.push_back({columns[filter.column].key, filter.negated, filter.condition});
  }
  return saved;
}

// Finds columns by their keys and takes note of those that are lacking, each once.
struct Finder {
  const Columns& columns;
  std::vector<std::string>& lacking;

  std::optional<std::uint32_t> operator()(const std::string& key) const {
    const std::optional<std::uint32_t> found = index_of(columns, key);
    if (!found && std::ranges::find(lacking, key) == lacking.end()) lacking.push_back(key);
    return found;
  }
};

ColumnPlaces places_of(const SavedView::Table& saved, const Finder& find, std::size_t count) {
  ColumnPlaces places;
  for (const SavedView::Column& column : saved.columns) {
    if (const auto index = find(column.key))
      places.push_back({.column = *index,
                        .hidden = column.hidden,
                        .pinned = column.pinned,
                        .width = static_cast<float>(column.width)});
  }
  if (places.empty()) return places;
  places = arranged(places, count);
  // A grid without columns would give no way to them.
  if (std::ranges::all_of(places, &ColumnPlace::hidden)) places.front().hidden = false;
  return places;
}

Query query_of(const SavedView::Table& saved, const Finder& find, TableId table) {
  Query query;
  query.table = table;
  query.statuses = saved.statuses;
  query.search = saved.search;
  for (const SavedView::Sort& key : saved.sort) {
    const auto index = find(key.column);
    const bool again = index && std::ranges::find(query.sort, *index, &SortKey::column) != query.sort.end();
    if (index && !again) query.sort.push_back({*index, key.descending});
  }
  for (const SavedView::Filter& filter : saved.filters) {
    if (const auto index = find(filter.column))
      set_filter(query, {.column = *index, .negated = filter.negated, .condition = filter.condition});
  }
  for (const campaign_lens::SetFilter& filter : saved.sets) {
    if (query.filters.size() + query.sets.size() < kMaxFilters) query.sets.push_back(filter);
  }
  return query;
}

// Whether a condition is of this page's own words alone, without a value, a text or a number.
bool is_plain(const Condition& condition) {
  const auto* listed = std::get_if<condition::OneOf>(&condition);
  return (listed != nullptr && listed->values.empty()) ||
         std::holds_alternative<condition::Period>(condition) ||
         std::holds_alternative<condition::Repeated>(condition);
}

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

}  // namespace

SavedView saved_view(const AppState::Report& report) {
  SavedView saved{.zone = report.corrections.zone, .tables = {}};
  for (std::size_t table = 0; table < kTableCount; ++table)
    saved.tables[table] = saved_table(report.views[table], report.summary.columns[table]);
  return saved;
}

std::vector<std::string> show_table(AppState::Report& report, const SavedView& view, TableId table) {
  std::vector<std::string> lacking;
  const auto index = static_cast<std::size_t>(table);
  const Columns& columns = report.summary.columns[index];
  const Finder find{columns, lacking};
  report.views[index].columns = places_of(view.tables[index], find, columns.size());
  report.views[index].wanted = query_of(view.tables[index], find, table);
  return lacking;
}

std::vector<std::string> show_view(AppState::Report& report, const SavedView& view) {
  std::vector<std::string> lacking = show_table(report, view, TableId::delivery);
  for (std::string& key : show_table(report, view, TableId::clicks))
    lacking.push_back(std::move(key));
  report.corrections.zone = view.zone;
  return lacking;
}

std::string shape_of(const messages::ReportSummary& summary) {
  std::uint64_t hash = 0xCBF2'9CE4'8422'2325;  // FNV-1a
  const auto take = [&hash](std::string_view text) {
    for (const char byte : text)
      hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100'0000'01B3;
  };
  const bool messages = !summary.columns[0].empty();
  std::vector<std::string_view> keys;
  for (const ColumnInfo& column : summary.columns[messages ? 0 : 1]) {
    if (is_plain_key(column.key)) keys.push_back(column.key);
  }
  std::ranges::sort(keys);
  take(messages ? "messages" : "clicks");
  for (const std::string_view key : keys)
    take({"\0", 1}), take(key);
  std::string shape;
  for (int shift = 60; shift >= 0; shift -= 4)
    shape += "0123456789abcdef"[(hash >> shift) & 15];
  return shape;
}

bool is_plain_key(std::string_view key) {
  constexpr std::size_t kLongest = 64;
  constexpr auto kMostDigits = 6;  // a date or a number has more
  const bool letters = std::ranges::any_of(key, [](char byte) {
    const char lower = static_cast<char>(byte | 0x20);
    return (lower >= 'a' && lower <= 'z') || static_cast<unsigned char>(byte) >= 0x80;
  });
  return letters && key.size() <= kLongest && key.find('@') == std::string_view::npos &&
         std::ranges::count_if(key, is_digit) <= kMostDigits;
}

SavedView view_to_keep(const AppState::Report& report) {
  SavedView view = saved_view(report);
  for (SavedView::Table& table : view.tables) {
    table.search.clear();
    std::erase_if(table.columns, [](const auto& column) { return !is_plain_key(column.key); });
    std::erase_if(table.sort, [](const auto& sort) { return !is_plain_key(sort.column); });
    std::erase_if(table.filters, [](const SavedView::Filter& filter) {
      return !is_plain(filter.condition) || !is_plain_key(filter.column);
    });
  }
  return view;
}

void keep_view(AppState& state, std::vector<messages::ToPage>& effects) {
  if (!state.report) return;
  KeptView now{.shape = state.report->shape, .view = view_to_keep(*state.report)};
  std::vector<KeptView> views = state.kept_views;
  const auto before = std::ranges::find(views, now.shape, &KeptView::shape);
  for (std::size_t table = 0; before != views.end() && table < kTableCount; ++table) {
    // It is still to be shown, when the table's rows come.
    if (state.report->summary.columns[table].empty()) now.view.tables[table] = before->view.tables[table];
  }
  std::erase_if(views, [&](const KeptView& other) { return other.shape == now.shape; });
  if (now.view != SavedView()) views.push_back(std::move(now));
  if (views.size() > kMaxKeptViews) views.erase(views.begin());
  if (views == state.kept_views) return;
  state.kept_views = views;
  effects.emplace_back(messages::KeepViews{std::move(views)});
}

}  // namespace campaign_lens::app
