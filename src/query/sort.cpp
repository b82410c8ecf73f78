#include "query/sort.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <iterator>
#include <limits>

#include "query/exact_keys.h"
#include "query/radix_sort.h"
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

template <typename KeyOfRow>
std::vector<KeyedRow> keyed(std::span<const std::uint32_t> rows, KeyOfRow key_of_row) {
  std::vector<KeyedRow> result;
  result.reserve(rows.size());
  for (const std::uint32_t row : rows)
    result.push_back({key_of_row(row), row});
  return result;
}

std::vector<KeyedRow> keyed_rows(const Column& stored, std::span<const std::uint32_t> rows) {
  ColumnReader column(stored);
  switch (column.info().type) {
    case Type::time:
      return keyed(rows, [&](std::uint32_t row) { return time_key(column, row); });
    case Type::integer:
      return keyed(rows, [&](std::uint32_t row) { return integer_key(column, row); });
    case Type::decimal:
      return keyed(rows, [&](std::uint32_t row) { return decimal_key(column, row); });
    case Type::text:
    case Type::boolean:
      return text_keys(stored, rows);
  }
}

}  // namespace

std::vector<KeyedRow> text_keys(const Column& column, std::span<const std::uint32_t> rows) {
  if (auto keys = exact_keys(column, rows)) return *std::move(keys);
  const TextRanks ranks(column, rows);
  std::vector<KeyedRow> result;
  result.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::uint32_t rank = ranks[i];
    result.push_back({rank == TextRanks::kBlank ? kBlankKey : rank, rows[i]});
  }
  return result;
}

void sort_rows(const Table& table, std::span<const SortKey> keys, std::vector<std::uint32_t>& rows) {
  // The least significant key first: each pass is stable, so that it keeps what the passes before it did.
  for (auto key = std::rbegin(keys); key != std::rend(keys); ++key) {
    if (key->column >= table.columns().size()) continue;
    std::vector<KeyedRow> keyed = keyed_rows(table.columns()[key->column], rows);
    if (key->descending) {
      for (KeyedRow& row : keyed) {
        if (row.key <= kHighestKey) row.key = kHighestKey - row.key;
      }
    }
    radix_sort(keyed);
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const KeyedRow& row) { return row.row; });
  }
}

}  // namespace campaign_lens
