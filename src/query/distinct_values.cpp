#include "query/distinct_values.h"

#include <utility>

#include "query/sort.h"

namespace campaign_lens {

DistinctValues::DistinctValues(const Column& column)
    : column_(column), of_code_(column.dictionary().size()) {}

void DistinctValues::count(std::size_t group_index, std::span<const std::uint8_t> kept) {
  const ColumnGroup& group = column_.groups()[group_index];
  const auto first = static_cast<std::uint32_t>(group_index * kRowGroupRows);
  if (const auto* const coded = std::get_if<CodesGroup>(&group)) {
    coded->codes.for_each([&](std::size_t row, std::uint64_t code) {
      if (kept[row] != 0)
        count_code(static_cast<std::uint32_t>(code), first + static_cast<std::uint32_t>(row));
    });
  } else if (const PackedSlots* const slots = slots_of(group)) {
    count_slots(*slots, first, kept);
  } else if (const auto* const uuids = std::get_if<UuidsGroup>(&group)) {
    for (std::uint32_t row = 0; row < uuids->uuids.size(); ++row) {
      if (kept[row] == 0) continue;
      const Uuid& uuid = uuids->uuids[row];
      if (uuid.holds_code()) {
        count_code(uuid.code(), first + row);
      } else {
        alike_.push_back({.row = first + row, .rows = 1});
      }
    }
  } else if (const auto* const texts = std::get_if<TextsGroup>(&group)) {
    for (std::uint32_t row = 0; row < texts->ends.size(); ++row) {
      if (kept[row] != 0 && !texts->cell(row).blank()) alike_.push_back({.row = first + row, .rows = 1});
    }
  }
}

void DistinctValues::count_code(std::uint32_t code, std::uint32_t row) {
  Alike& alike = of_code_[code];
  alike.row = row;
  ++alike.rows;
}

void DistinctValues::count_slots(const PackedSlots& slots, std::uint32_t first,
                                 std::span<const std::uint8_t> kept) {
  numbers_.clear();
  slots.for_each([&](std::size_t row, Slot slot) {
    if (kept[row] == 0) return;
    const std::uint32_t in_table = first + static_cast<std::uint32_t>(row);
    if (holds_code(slot)) {
      count_code(code_of(slot), in_table);
    } else {
      numbers_.push_back({.key = slot, .row = in_table});
    }
  });
  radix_sort(numbers_).result();
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (i == 0 || numbers_[i].key != numbers_[i - 1].key)
      alike_.push_back({.row = numbers_[i].row, .rows = 0});
    ++alike_.back().rows;
  }
}

Task<std::vector<KeyedRow>> DistinctValues::sort() {
  for (std::uint32_t code = 0; code < of_code_.size(); ++code) {
    if (of_code_[code].rows != 0 && !column_.dictionary().cell(code).blank())
      alike_.push_back(of_code_[code]);
  }
  std::vector<std::uint32_t> rows;
  rows.reserve(alike_.size());
  for (const Alike& alike : alike_)
    rows.push_back(alike.row);
  std::vector<KeyedRow> order = co_await part(0, 0.5, text_keys(column_, rows));
  for (std::uint32_t i = 0; i < order.size(); ++i)
    order[i].row = i;
  co_await part(0.5, 1, radix_sort(order));

  std::vector<Alike> sorted;
  sorted.reserve(order.size());
  for (const KeyedRow& place : order)
    sorted.push_back(alike_[place.row]);
  alike_ = std::move(sorted);
  co_return order;
}

}  // namespace campaign_lens
