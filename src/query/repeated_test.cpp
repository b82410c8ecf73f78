#include "query/repeated_test.h"

#include <algorithm>
#include <utility>

#include "query/distinct_values.h"

namespace campaign_lens {

RepeatedTest::RepeatedTest(const Table& table, const Column& column)
    : RepeatedTest(repeated_in(table, column), column) {}

RepeatedTest::RepeatedTest(Repeated repeated, const Column& column)
    : column_(column),
      rows_(std::move(repeated.rows)),
      codes_(column.dictionary(), [&](std::uint32_t code) { return repeated.codes[code] != 0; }) {}

RepeatedTest::Repeated RepeatedTest::repeated_in(const Table& table, const Column& column) {
  DistinctValues values(column);
  const std::vector<std::uint8_t> all(kRowGroupRows, 1);
  for (std::size_t group = 0; group < table.group_count(); ++group)
    values.count(group, std::span(all).first(table.group_rows(group)));

  Repeated repeated{.codes = std::vector<std::uint8_t>(column.dictionary().size()), .rows = {}};
  values.for_each([&](std::span<const KeyedRow> members, std::uint64_t rows) {
    if (rows < 2) return;
    for (const KeyedRow& member : members) {
      const auto code = code_at(column.groups()[member.row / kRowGroupRows], member.row % kRowGroupRows);
      if (code) {
        repeated.codes[*code] = 1;
      } else {
        repeated.rows.push_back(member.row);
      }
    }
  });
  std::ranges::sort(repeated.rows);
  return repeated;
}

void RepeatedTest::mark(std::size_t group, std::span<std::uint8_t> hits) const {
  codes_.mark(column_.groups()[group], hits);
  const auto first = static_cast<std::uint32_t>(group * kRowGroupRows);
  for (auto row = std::ranges::lower_bound(rows_, first); row != rows_.end() && *row - first < hits.size();
       ++row) {
    hits[*row - first] = 1;
  }
}

}  // namespace campaign_lens
