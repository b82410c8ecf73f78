#include "table/table.h"

#include <algorithm>
#include <map>
#include <utility>

#include "table/column_reader.h"

namespace campaign_lens {
namespace {

/// A status column that is not of a few words is none: of so many different texts the counts are enough.
constexpr std::size_t kMostStatuses = 10'000;
constexpr std::size_t kListedStatuses = 100;

bool is_name_of(Role role, std::string_view key) {
  return std::ranges::equal(role_name(role), key, {}, {}, [](char c) { return c == '_' ? ' ' : c; });
}

StatusFamily family_of(Cell status, const Interpretation& interpretation) {
  const auto given = interpretation.families.find(status.text);
  return given == interpretation.families.end() ? classify_status(status.text) : given->second;
}

}  // namespace

Table::Table() : zone_(std::make_shared<const TimeZone>()) {}

std::uint32_t Table::group_rows(std::size_t group) const {
  const std::uint64_t first = std::uint64_t{group} * kRowGroupRows;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(kRowGroupRows, rows_ - first));
}

const Column* Table::column(Role role) const {
  const auto found =
      std::ranges::find(columns_, role, [](const Column& column) { return column.info().role; });
  return found == columns_.end() || role == Role::none ? nullptr : &*found;
}

int Table::find_column(std::string_view key) const {
  const auto index_of = [&](auto matches) {
    const auto found = std::ranges::find_if(columns_, matches);
    return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
  };
  const int by_key = index_of([&](const Column& column) { return column.info().key == key; });
  if (by_key >= 0) return by_key;
  return index_of([&](const Column& column) {
    return column.info().role != Role::none && is_name_of(column.info().role, key);
  });
}

std::span<const StatusFamily> Table::families(std::size_t group) const {
  return group < families_.size() ? std::span<const StatusFamily>(families_[group])
                                  : std::span<const StatusFamily>{};
}

void Table::interpret(Interpretation interpretation) {
  if (interpretation == interpretation_) return;
  if (interpretation.zone != *zone_) zone_ = std::make_shared<const TimeZone>(interpretation.zone);
  if (interpretation.families != interpretation_.families) families_.clear();
  interpretation_ = std::move(interpretation);
  understand();
}

std::uint64_t Table::naive_times() const {
  std::uint64_t rows = 0;
  for (const Column& column : columns_)
    rows += column.naive_times();
  return rows;
}

std::vector<Table::StatusRows> Table::unrecognised_statuses() const {
  const Column* const status = column(Role::status);
  std::map<std::string, std::uint64_t, StatusOrder> rows_by_text;
  for (std::size_t group = 0; status != nullptr && group < group_count(); ++group) {
    for_each_value(status->groups()[group], status->dictionary(), [&](Cell cell, std::uint32_t rows) {
      if (cell.blank() || classify_status(cell.text) != StatusFamily::unrecognised) return true;
      const auto known = rows_by_text.find(cell.text);
      if (known != rows_by_text.end()) {
        known->second += rows;
      } else if (rows_by_text.size() < kMostStatuses) {
        rows_by_text.emplace(cell.text, rows);
      }
      return true;
    });
  }
  std::vector<StatusRows> statuses;
  statuses.reserve(rows_by_text.size());
  for (const auto& [text, rows] : rows_by_text)
    statuses.push_back(
        {.text = text, .rows = rows, .family = family_of({Kind::text, text}, interpretation_)});
  std::ranges::stable_sort(statuses, std::ranges::greater(), &StatusRows::rows);
  statuses.resize(std::min(statuses.size(), kListedStatuses));
  return statuses;
}

std::size_t Table::heap_bytes() const {
  std::size_t bytes = 0;
  for (const Column& column : columns_)
    bytes += column.heap_bytes();
  for (const std::vector<StatusFamily>& group : families_)
    bytes += group.capacity();
  return bytes;
}

void Table::understand() {
  const std::vector<Role> roles = roles_in_force();
  for (std::size_t i = 0; i < columns_.size(); ++i)
    columns_[i].interpret(roles[i], zone_);
  if (id_ != TableId::delivery) return;

  const Column* const status = column(Role::status);
  const std::ptrdiff_t status_column = status == nullptr ? -1 : status - columns_.data();
  if (std::exchange(status_column_, status_column) != status_column) families_.clear();
  while (families_.size() < group_count())
    families_.push_back(classify(status, families_.size()));
}

std::vector<Role> Table::roles_in_force() const {
  std::vector<Role> roles;
  roles.reserve(columns_.size());
  for (const Column& column : columns_)
    roles.push_back(column.role_by_key_);
  for (const auto& [key, role] : interpretation_.roles) {
    const auto given =
        std::ranges::find(columns_, key, [](const Column& column) { return column.info().key; });
    if (given == columns_.end()) continue;
    if (role != Role::none) std::ranges::replace(roles, role, Role::none);
    roles[static_cast<std::size_t>(given - columns_.begin())] = role;
  }
  return roles;
}

std::vector<StatusFamily> Table::classify(const Column* status, std::size_t group) const {
  std::vector<StatusFamily> families;
  families.reserve(group_rows(group));
  if (status != nullptr) {
    const ColumnGroup& values = status->groups()[group];
    if (const auto* const coded = std::get_if<CodesGroup>(&values)) {
      std::vector<StatusFamily> by_code;
      by_code.reserve(status->dictionary().size());
      for (std::uint32_t code = 0; code < status->dictionary().size(); ++code)
        by_code.push_back(family_of(status->dictionary().cell(code), interpretation_));
      coded->codes.for_each([&](std::size_t, std::uint64_t code) {
        families.push_back(by_code[static_cast<std::size_t>(code)]);
      });
    } else {
      CellBuffer buffer;
      for (std::uint32_t row = 0; row < rows_of(values); ++row)
        families.push_back(family_of(cell_of(values, status->dictionary(), row, buffer), interpretation_));
    }
  }
  families.resize(group_rows(group), StatusFamily::unrecognised);
  return families;
}

}  // namespace campaign_lens
