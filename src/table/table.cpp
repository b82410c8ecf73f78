#include "table/table.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <string>

namespace campaign_lens {
namespace {

/// Integers of up to 15 digits, which a double holds exactly, need no strtod and no terminated copy.
double parse_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  const std::string_view digits = text.substr(negative ? 1 : 0);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (digits.size() > 15 || !std::all_of(digits.begin(), digits.end(), is_digit)) {
    return std::strtod(std::string(text).c_str(), nullptr);
  }
  std::int64_t value = 0;
  for (const char digit : digits)
    value = value * 10 + (digit - '0');
  return negative ? -static_cast<double>(value) : static_cast<double>(value);
}

bool is_name_of(Role role, std::string_view key) {
  return std::ranges::equal(role_name(role), key, {}, {}, [](char c) { return c == '_' ? ' ' : c; });
}

}  // namespace

Cell Column::cell(std::uint64_t row) const {
  const ColumnGroup& group = groups_[static_cast<std::size_t>(row / kRowGroupRows)];
  const auto in_group = static_cast<std::uint32_t>(row % kRowGroupRows);
  if (!group.codes.empty()) return dictionary_->cell(group.codes[in_group]);
  if (!group.kinds.empty()) return group.text_cell(in_group);
  return {};
}

TimeUs Column::time(std::uint64_t row) const {
  const ColumnGroup& group = groups_[static_cast<std::size_t>(row / kRowGroupRows)];
  return group.times.empty() ? kNoTime : group.times[row % kRowGroupRows];
}

double Column::number(std::uint64_t row) const {
  const bool numeric = info_.type == Type::integer || info_.type == Type::decimal;
  const Cell value = numeric ? cell(row) : Cell{};
  return value.kind == Kind::number ? parse_number(value.text) : std::numeric_limits<double>::quiet_NaN();
}

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

}  // namespace campaign_lens
