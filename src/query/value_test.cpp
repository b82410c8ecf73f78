#include "query/value_test.h"

#include <algorithm>

namespace campaign_lens {

ValueTest::ValueTest(const condition::OneOf& wanted, const Column& column)
    : values_(wanted.values.begin(), wanted.values.end()),
      blank_(wanted.blank),
      column_(column),
      codes_(column.dictionary(), [&](std::uint32_t code) { return has(column.dictionary().cell(code)); }) {}

void ValueTest::mark(std::size_t group_index, std::span<std::uint8_t> hits) const {
  const ColumnGroup& group = column_.groups()[group_index];
  codes_.mark(group, hits);
  if (const auto* const digits = std::get_if<DigitsGroup>(&group)) {
    std::vector<std::uint64_t> numbers;
    for (const std::string_view value : values_) {
      if (std::uint64_t number = 0; digits->shape.read({digits->shape.kind, value}, number))
        numbers.push_back(number);
    }
    mark_slots(digits->slots, std::move(numbers), hits);
  } else if (const auto* const times = std::get_if<TimesGroup>(&group)) {
    std::vector<std::uint64_t> ticks_of_values;
    LastDate date;
    for (const std::string_view value : values_) {
      if (std::uint64_t ticks = 0; times->shape.read({Kind::text, value}, date, ticks))
        ticks_of_values.push_back(ticks);
    }
    mark_slots(times->slots, std::move(ticks_of_values), hits);
  } else if (const auto* const uuids = std::get_if<UuidsGroup>(&group)) {
    std::vector<Uuid> wanted;
    for (const std::string_view value : values_) {
      if (Uuid uuid; Uuid::read({Kind::text, value}, uuid)) wanted.push_back(uuid);
    }
    std::ranges::sort(wanted);
    for (std::size_t row = 0; !wanted.empty() && row < uuids->uuids.size(); ++row) {
      const Uuid& uuid = uuids->uuids[row];
      if (!uuid.holds_code() && std::ranges::binary_search(wanted, uuid)) hits[row] = 1;
    }
  } else if (const auto* const texts = std::get_if<TextsGroup>(&group)) {
    for (std::uint32_t row = 0; row < texts->ends.size(); ++row)
      hits[row] |= has(texts->cell(row)) ? 1 : 0;
  }
}

void ValueTest::mark_slots(const PackedSlots& slots, std::vector<std::uint64_t> numbers,
                           std::span<std::uint8_t> hits) const {
  std::ranges::sort(numbers);
  const auto occur = [&](std::uint64_t number) {
    return number >= slots.least() && number <= slots.greatest();
  };
  if (slots.numbers() == 0 || std::ranges::none_of(numbers, occur)) return;
  // A slot that holds a code is past every number.
  slots.for_each(
      [&](std::size_t row, Slot slot) { hits[row] |= std::ranges::binary_search(numbers, slot) ? 1 : 0; });
}

}  // namespace campaign_lens
