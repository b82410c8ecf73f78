#include "query/repeated_test.h"

#include <algorithm>
#include <utility>

#include "query/distinct_values.h"

namespace campaign_lens {

RepeatedTest::RepeatedTest(Repeated repeated, const Column& column)
    : column_(column),
      repeated_(std::move(repeated)),
      codes_(column.dictionary(), [&](std::uint32_t code) { return repeated_.codes[code] != 0; }) {}

Task<RepeatedTest> RepeatedTest::of(const Table& table, const Column& column) {
  DistinctValues values(column);
  const std::vector<std::uint8_t> all(kRowGroupRows, 1);
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    values.count(group, std::span(all).first(table.group_rows(group)));
    co_await pause(group, 3 * table.group_count());
  }

  Repeated repeated{.codes = std::vector<std::uint8_t>(column.dictionary().size()),
                    .numbers = std::vector<std::vector<std::uint64_t>>(table.group_count()),
                    .rows = std::vector<std::vector<std::uint32_t>>(table.group_count())};
  const auto add = [&](std::span<const DistinctValues::Alike> alike, std::uint64_t rows) {
    for (const DistinctValues::Alike& some : rows < 2 ? std::span<const DistinctValues::Alike>() : alike) {
      const std::uint32_t group = some.row / kRowGroupRows;
      const std::uint32_t row = some.row % kRowGroupRows;
      if (const auto code = code_at(column.groups()[group], row)) {
        repeated.codes[*code] = 1;
      } else if (const PackedSlots* const slots = slots_of(column.groups()[group])) {
        repeated.numbers[group].push_back((*slots)[row]);
      } else {
        repeated.rows[group].push_back(row);
      }
    }
  };
  co_await part(1.0 / 3, 1, values.for_each(add));
  for (std::vector<std::uint64_t>& numbers : repeated.numbers) {
    std::ranges::sort(numbers);
    co_await Pause{1};
  }
  co_return RepeatedTest(std::move(repeated), column);
}

void RepeatedTest::mark(std::size_t group, std::span<std::uint8_t> hits) const {
  codes_.mark(column_.groups()[group], hits);
  const std::vector<std::uint64_t>& numbers = repeated_.numbers[group];
  const PackedSlots* const slots = slots_of(column_.groups()[group]);
  if (slots != nullptr && !numbers.empty()) {
    // A slot that holds a code is past every number.
    slots->for_each(
        [&](std::size_t row, Slot slot) { hits[row] |= std::ranges::binary_search(numbers, slot) ? 1 : 0; });
  }
  for (const std::uint32_t row : repeated_.rows[group])
    hits[row] = 1;
}

}  // namespace campaign_lens
