#include "query/distinct_values.h"

#include "query/sort.h"

namespace campaign_lens {

DistinctValues::DistinctValues(const Column& column)
    : column_(column),
      rows_of_code_(column.dictionary().size()),
      first_row_of_code_(column.dictionary().size()) {}

void DistinctValues::count(std::size_t group_index, std::span<const std::uint8_t> kept) {
  const ColumnGroup& group = column_.groups()[group_index];
  const auto first = static_cast<std::uint32_t>(group_index * kRowGroupRows);
  const auto count_slot = [&](std::size_t row, Slot slot) {
    if (kept[row] == 0) return;
    const auto in_table = static_cast<std::uint32_t>(first + row);
    if (holds_code(slot)) {
      count_code(code_of(slot), in_table);
    } else {
      uncoded_rows_.push_back(in_table);
    }
  };
  if (const auto* const coded = std::get_if<CodesGroup>(&group)) {
    coded->codes.for_each([&](std::size_t row, std::uint64_t code) {
      if (kept[row] != 0)
        count_code(static_cast<std::uint32_t>(code), static_cast<std::uint32_t>(first + row));
    });
  } else if (const auto* const digits = std::get_if<DigitsGroup>(&group)) {
    digits->slots.for_each(count_slot);
  } else if (const auto* const times = std::get_if<TimesGroup>(&group)) {
    times->slots.for_each(count_slot);
  } else if (const auto* const uuids = std::get_if<UuidsGroup>(&group)) {
    for (std::size_t row = 0; row < uuids->uuids.size(); ++row) {
      const Uuid& uuid = uuids->uuids[row];
      count_slot(row, uuid.holds_code() ? slot_of_code(uuid.code()) : 0);
    }
  } else if (const auto* const texts = std::get_if<TextsGroup>(&group)) {
    for (std::uint32_t row = 0; row < texts->ends.size(); ++row) {
      if (kept[row] != 0 && !texts->cell(row).blank()) uncoded_rows_.push_back(first + row);
    }
  }
}

void DistinctValues::count_code(std::uint32_t code, std::uint32_t row) {
  if (rows_of_code_[code]++ == 0) first_row_of_code_[code] = row;
}

std::vector<KeyedRow> DistinctValues::in_order() const {
  std::vector<std::uint32_t> members = uncoded_rows_;
  for (std::uint32_t code = 0; code < rows_of_code_.size(); ++code) {
    if (rows_of_code_[code] != 0 && !column_.dictionary().cell(code).blank())
      members.push_back(first_row_of_code_[code]);
  }
  std::vector<KeyedRow> order = text_keys(column_, members);
  radix_sort(order);
  return order;
}

std::uint32_t DistinctValues::rows_like(std::uint32_t row) const {
  const auto code = code_at(column_.groups()[row / kRowGroupRows], row % kRowGroupRows);
  return code ? rows_of_code_[*code] : 1;
}

}  // namespace campaign_lens
