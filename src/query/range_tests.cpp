#include "query/range_tests.h"

#include <algorithm>
#include <limits>

#include "table/column_reader.h"

namespace campaign_lens {
namespace {

constexpr TimeUs kHourUs = 3'600'000'000;
constexpr TimeUs kDayUs = 24 * kHourUs;

bool is_numeric(const Column& column) {
  return column.info().type == Type::integer || column.info().type == Type::decimal;
}

/// Calls `visit(time)` for the times of a group, or for enough of them to have the first and the last.
template <typename Visit>
void for_each_extreme_time(const Column& column, std::size_t group, Visit visit) {
  const ColumnGroup& rows = column.groups()[group];
  const auto* const times = std::get_if<TimesGroup>(&rows);
  if (times != nullptr && !times->shape.naive && times->slots.numbers() != 0) {
    visit(times->shape.moment(times->slots.least()).us);
    visit(times->shape.moment(times->slots.greatest()).us);
    for (const std::uint32_t code : times->slots.codes())
      visit(column.code_times()[code]);
    return;
  }
  ColumnReader reader(column);
  const std::uint64_t first = std::uint64_t{group} * kRowGroupRows;
  for (std::uint32_t row = 0; row < rows_of(rows); ++row)
    visit(reader.time(first + row));
}

}  // namespace

TimeTest::TimeTest(condition::Times range, const Column& column)
    : range_(range), column_(column), codes_(column.dictionary(), [&](std::uint32_t code) {
        return column.info().type == Type::time && has(column.code_times()[code]);
      }) {}

void TimeTest::mark(std::size_t group_index, std::span<std::uint8_t> hits) const {
  if (column_.info().type != Type::time) return;
  const ColumnGroup& group = column_.groups()[group_index];
  codes_.mark(group, hits);
  if (std::holds_alternative<CodesGroup>(group)) return;
  const auto* const times = std::get_if<TimesGroup>(&group);
  if (times != nullptr && !times->shape.naive) {
    times->slots.for_each([&](std::size_t row, Slot slot) {
      if (!holds_code(slot)) hits[row] |= has(times->shape.moment(slot).us) ? 1 : 0;
    });
    return;
  }
  ColumnReader reader(column_);
  const std::uint64_t first = std::uint64_t{group_index} * kRowGroupRows;
  for (std::uint32_t row = 0; row < rows_of(group); ++row)
    hits[row] |= has(reader.time(first + row)) ? 1 : 0;
}

Task<condition::Times> range_of(condition::Period period, const Column& column) {
  TimeUs first = std::numeric_limits<TimeUs>::max();
  TimeUs last = kNoTime;
  const std::size_t groups = column.info().type == Type::time ? column.groups().size() : 0;
  for (std::size_t group = 0; group < groups; ++group) {
    for_each_extreme_time(column, group, [&](TimeUs time) {
      if (time != kNoTime) first = std::min(first, time);
      last = std::max(last, time);
    });
    co_await pause(group, groups);
  }
  if (last == kNoTime) co_return {.from = first};
  switch (period.span) {
    case condition::Period::Span::first_hour:
      co_return {.from = first, .until = first + kHourUs};
    case condition::Period::Span::first_day:
      co_return {.from = first, .until = first + kDayUs};
    case condition::Period::Span::last_week:
      co_return {.from = last + 1 - 7 * kDayUs, .until = last + 1};
  }
}

NumberTest::NumberTest(condition::Numbers range, const Column& column)
    : least_(range.least.value_or(-std::numeric_limits<double>::infinity())),
      greatest_(range.greatest.value_or(std::numeric_limits<double>::infinity())),
      column_(column),
      codes_(column.dictionary(), [&](std::uint32_t code) {
        return is_numeric(column) && has(number_of(column.dictionary().cell(code)));
      }) {}

void NumberTest::mark(std::size_t group_index, std::span<std::uint8_t> hits) const {
  if (!is_numeric(column_)) return;
  const ColumnGroup& group = column_.groups()[group_index];
  codes_.mark(group, hits);
  if (const auto* const digits = std::get_if<DigitsGroup>(&group)) {
    const DigitsShape& shape = digits->shape;
    if (shape.kind == Kind::number && shape.prefix.empty() && shape.suffix.empty()) {
      digits->slots.for_each([&](std::size_t row, Slot slot) {
        if (!holds_code(slot)) hits[row] |= has(static_cast<double>(slot)) ? 1 : 0;
      });
      return;
    }
  }
  ColumnReader reader(column_);
  const std::uint64_t first = std::uint64_t{group_index} * kRowGroupRows;
  for (std::uint32_t row = 0; !std::holds_alternative<CodesGroup>(group) && row < rows_of(group); ++row)
    hits[row] |= has(reader.number(first + row)) ? 1 : 0;
}

}  // namespace campaign_lens
