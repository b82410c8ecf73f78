#include "query/sort.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/radix_sort.h"
#include "query/exact_keys.h"
#include "query/text_ranks.h"
#include "table/column_reader.h"

namespace campaign_lens {

namespace {

constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63;

std::uint64_t key_of(std::int64_t value) {
  return std::min(static_cast<std::uint64_t>(value) ^ kSignBit, kHighestKey);
}

// IEEE numbers of one sign sort as their bits do; negative ones the other way round.
std::uint64_t key_of(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value);
  return std::min((bits & kSignBit) != 0 ? ~bits : bits | kSignBit, kHighestKey);
}

std::uint64_t time_key(ColumnReader& column, std::uint64_t row) {
  const TimeUs time = column.time(row);
  if (time != kNoTime) return key_of(time);
  return column.cell(row).blank() ? kBlankKey : kStrayKey;
}

std::uint64_t decimal_key(ColumnReader& column, std::uint64_t row) {
  const double number = column.number(row);
  if (!std::isnan(number)) return key_of(number);
  return column.cell(row).blank() ? kBlankKey : kStrayKey;
}

std::uint64_t integer_key(ColumnReader& column, std::uint64_t row) {
  if (const auto number = column.plain_number(row)) return key_of(static_cast<std::int64_t>(*number));
  const Cell cell = column.cell(row);
  if (cell.blank()) return kBlankKey;
  const char* const end = cell.text.data() + cell.text.size();
  std::int64_t value = 0;
  const auto [stop, error] = std::from_chars(cell.text.data(), end, value);
  if (error == std::errc::result_out_of_range) {
    return key_of(cell.text.front() == '-' ? std::numeric_limits<std::int64_t>::min()
                                           : std::numeric_limits<std::int64_t>::max());
  }
  return error == std::errc() && stop == end ? key_of(value) : kStrayKey;
}

/// By the order that sort_rows() states.
Task<std::vector<KeyedRow>> keyed_rows(const Column& column, std::span<const std::uint32_t> rows) {
  ColumnReader reader(column);
  switch (column.info().type) {
    case Type::time:
      return with_keys(rows, [reader](std::uint32_t row) mutable { return time_key(reader, row); });
    case Type::integer:
      return with_keys(rows, [reader](std::uint32_t row) mutable { return integer_key(reader, row); });
    case Type::decimal:
      return with_keys(rows, [reader](std::uint32_t row) mutable { return decimal_key(reader, row); });
    case Type::text:
    case Type::boolean:
      return text_keys(column, rows);
  }
}

void make_descending(std::span<KeyedRow> rows) {
  for (KeyedRow& row : rows) {
    if (row.key <= kHighestKey) row.key = kHighestKey - row.key;
  }
}

}  // namespace

Task<std::vector<KeyedRow>> text_keys(const Column& column, std::span<const std::uint32_t> rows) {
  if (auto keys = co_await part(0, 1, exact_keys(column, rows))) co_return *std::move(keys);
  const TextRanks ranks = co_await part(0, 1, TextRanks::of(column, rows));
  std::vector<KeyedRow> keyed;
  keyed.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::uint32_t rank = ranks[i];
    keyed.push_back({rank == TextRanks::kBlank ? kBlankKey : rank, rows[i]});
  }
  co_return keyed;
}

Task<void> sort_rows(const Table& table, std::span<const SortKey> keys, std::vector<std::uint32_t>& rows) {
  // The least significant key first: each pass is stable, so that it keeps what the passes before it did.
  for (std::size_t i = keys.size(); i-- > 0;) {
    const SortKey& key = keys[i];
    if (key.column >= table.columns().size()) continue;
    const auto all = static_cast<double>(keys.size());
    const double begin = 1 - static_cast<double>(i + 1) / all;
    std::vector<KeyedRow> keyed =
        co_await part(begin, begin + 0.5 / all, keyed_rows(table.columns()[key.column], rows));
    if (key.descending) make_descending(keyed);
    co_await part(begin + 0.5 / all, begin + 1 / all, radix_sort(keyed));
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const KeyedRow& row) { return row.row; });
  }
}

}  // namespace campaign_lens
