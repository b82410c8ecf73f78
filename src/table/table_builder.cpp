#include "table/table_builder.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "schema/status.h"
#include "table/column_types.h"
#include "table/roles.h"

namespace campaign_lens {
namespace {

/// The family of every row of a group of the status column.
std::vector<StatusFamily> classify(const ColumnGroup& group, std::span<const StatusFamily> by_code,
                                   std::uint32_t rows) {
  std::vector<StatusFamily> families;
  families.reserve(rows);
  for (const std::uint32_t code : group.codes)
    families.push_back(by_code[code]);
  for (std::uint32_t row = 0; row < group.kinds.size(); ++row) {
    families.push_back(classify_status(group.text_cell(row).text));
  }
  families.resize(rows, StatusFamily::unrecognised);
  return families;
}

std::vector<std::vector<StatusFamily>> classify(const Table& table) {
  const Column* const status = table.column(Role::status);
  std::vector<StatusFamily> by_code;
  for (std::uint32_t code = 0; status != nullptr && code < status->dictionary().size(); ++code) {
    by_code.push_back(classify_status(status->dictionary().cell(code).text));
  }
  std::vector<std::vector<StatusFamily>> families;
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    const ColumnGroup none;
    families.push_back(
        classify(status == nullptr ? none : status->groups()[group], by_code, table.group_rows(group)));
  }
  return families;
}

/// What one looks for first stands first; the rest follows as the report has it.
std::size_t place_of(Role role, std::span<const Role> first) {
  return static_cast<std::size_t>(std::find(first.begin(), first.end(), role) - first.begin());
}

void order_columns(TableId id, std::vector<Column>& columns) {
  constexpr std::array kDelivery = {Role::number, Role::status, Role::status_time, Role::reason};
  constexpr std::array kClicks = {Role::number, Role::location, Role::status_time, Role::variable, Role::url};
  const std::span<const Role> first =
      id == TableId::delivery ? std::span<const Role>(kDelivery) : std::span<const Role>(kClicks);
  std::stable_sort(columns.begin(), columns.end(), [&](const Column& a, const Column& b) {
    return place_of(a.info().role, first) < place_of(b.info().role, first);
  });
}

}  // namespace

int TableBuilder::column(std::string_view key) {
  if (const auto known = indices_.find(key); known != indices_.end()) return known->second;
  if (columns_.size() == kMaxColumns) return -1;
  const int index = static_cast<int>(columns_.size());
  columns_.emplace_back(key, finished_groups_);
  keys_.emplace_back(key);
  indices_.emplace(key, index);
  return index;
}

void TableBuilder::end_row() {
  if (++group_row_ == kRowGroupRows) finish_group();
}

void TableBuilder::finish_group() {
  for (ColumnBuilder& column : columns_)
    column.finish_group(group_row_);
  ++finished_groups_;
  group_row_ = 0;
}

Table TableBuilder::finish(const TimeZone& zone) && {
  Table table;
  table.rows_ = rows();
  if (group_row_ != 0) finish_group();
  const std::vector<Role> roles = assign_roles(id_, keys_);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    Column column = columns_[i].take();
    column.info_.role = roles[i];
    column.info_.title = roles[i] == Role::none ? column.info_.key : std::string(role_title(roles[i]));
    column.info_.type = find_type(column);
    if (column.info_.type == Type::time) {
      for (ColumnGroup& group : column.groups_)
        table.naive_times_ += place_times(group, *column.dictionary_, zone);
    }
    table.columns_.push_back(std::move(column));
  }
  order_columns(id_, table.columns_);
  if (id_ == TableId::delivery) table.families_ = classify(table);
  return table;
}

}  // namespace campaign_lens
