#include "table/column_reader.h"

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

}  // namespace

double number_of(Cell cell) {
  return cell.kind == Kind::number ? parse_number(cell.text) : std::numeric_limits<double>::quiet_NaN();
}

Cell ColumnReader::cell(std::uint64_t row) {
  return cell_of(column_->groups()[static_cast<std::size_t>(row / kRowGroupRows)], column_->dictionary(),
                 static_cast<std::uint32_t>(row % kRowGroupRows), buffer_);
}

TimeUs ColumnReader::time(std::uint64_t row) {
  if (info().type != Type::time) return kNoTime;
  const auto group = static_cast<std::size_t>(row / kRowGroupRows);
  const auto in_group = static_cast<std::uint32_t>(row % kRowGroupRows);
  const ColumnGroup& rows = column_->groups()[group];
  if (const auto* const times = std::get_if<TimesGroup>(&rows)) {
    const Slot slot = times->slots[in_group];
    return holds_code(slot) ? column_->code_times()[code_of(slot)] : placed(times->shape.moment(slot));
  }
  if (const auto* const coded = std::get_if<CodesGroup>(&rows)) {
    return column_->code_times()[static_cast<std::size_t>(coded->codes[in_group])];
  }
  if (const auto* const digits = std::get_if<DigitsGroup>(&rows)) {
    const Slot slot = digits->slots[in_group];
    return holds_code(slot) ? column_->code_times()[code_of(slot)] : placed(digits->shape.moment(slot));
  }
  if (const auto* const uuids = std::get_if<UuidsGroup>(&rows)) {
    const Uuid& uuid = uuids->uuids[in_group];
    return uuid.holds_code() ? column_->code_times()[uuid.code()] : kNoTime;
  }
  const std::span<const TimeUs> times = column_->row_times(group);
  return times.empty() ? kNoTime : times[in_group];
}

TimeUs ColumnReader::placed(ParsedTime time) const {
  return time.naive ? column_->zone().to_utc(time.us) : time.us;
}

std::optional<std::uint64_t> ColumnReader::plain_number(std::uint64_t row) const {
  const ColumnGroup& rows = column_->groups()[static_cast<std::size_t>(row / kRowGroupRows)];
  const auto* const digits = std::get_if<DigitsGroup>(&rows);
  if (digits == nullptr || !digits->shape.prefix.empty() || !digits->shape.suffix.empty())
    return std::nullopt;
  const Slot slot = digits->slots[row % kRowGroupRows];
  return holds_code(slot) ? std::nullopt : std::optional(slot);
}

double ColumnReader::number(std::uint64_t row) {
  const bool numeric = info().type == Type::integer || info().type == Type::decimal;
  return number_of(numeric ? cell(row) : Cell{});
}

}  // namespace campaign_lens
