#include "table/table_builder.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

#include "table/roles.h"

namespace campaign_lens {
namespace {

/// What one looks for first stands first; the rest follows as the report has it.
std::size_t place_of(TableId id, Role role) {
  constexpr std::array kDelivery = {Role::number, Role::status, Role::status_time, Role::reason};
  constexpr std::array kClicks = {Role::number, Role::location, Role::status_time, Role::variable, Role::url};
  const std::span<const Role> first =
      id == TableId::delivery ? std::span<const Role>(kDelivery) : std::span<const Role>(kClicks);
  return static_cast<std::size_t>(std::ranges::find(first, role) - first.begin());
}

}  // namespace

TableBuilder::TableBuilder(TableId id, Table& table) : id_(id), table_(table) {
  table_.id_ = id;
}

int TableBuilder::column(std::string_view key) {
  if (const auto known = indices_.find(key); known != indices_.end()) return known->second;
  if (columns_.size() == kMaxColumns) return -1;
  const int index = static_cast<int>(columns_.size());
  columns_.emplace_back();
  keys_.emplace_back(key);
  indices_.emplace(key, index);
  return index;
}

void TableBuilder::end_row() {
  ++group_row_;
  if (full_groups_ == 0 && group_row_ == kRowsBeforeRoles) place_first_columns();
  if (group_row_ < kRowGroupRows) return;
  show_open_group();
  for (ColumnBuilder& column : columns_)
    column.begin_group();
  ++full_groups_;
  group_row_ = 0;
}

void TableBuilder::publish() {
  if (rows() >= kRowsBeforeRoles && rows() != table_.rows()) show_open_group();
}

void TableBuilder::finish() {
  if (rows() < kRowsBeforeRoles) place_first_columns();
  show_open_group();
}

void TableBuilder::place_first_columns() {
  roles_ = assign_roles(id_, keys_);
  std::vector<std::size_t> order(columns_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t column) { return place_of(id_, roles_[column]); });
  places_.resize(columns_.size());
  for (const std::size_t column : order) {
    places_[column] = table_.columns_.size();
    table_.columns_.push_back(Column(keys_[column], roles_[column], 0));
  }
}

void TableBuilder::place_late_columns() {
  for (std::size_t column = places_.size(); column < columns_.size(); ++column) {
    roles_.push_back(free_role(id_, keys_[column], roles_));
    places_.push_back(column);
    table_.columns_.push_back(Column(keys_[column], roles_.back(), full_groups_));
  }
}

void TableBuilder::show_open_group() {
  place_late_columns();
  for (std::size_t i = 0; i < columns_.size() && group_row_ != 0; ++i) {
    table_.columns_[places_[i]].put_group(full_groups_, columns_[i].group(group_row_),
                                          columns_[i].dictionary());
  }
  table_.families_.resize(std::min(table_.families_.size(), full_groups_));
  table_.rows_ = rows();
  table_.understand();
}

}  // namespace campaign_lens
