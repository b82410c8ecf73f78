#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "insight/insight.h"
#include "table/dataset.h"
#include "table/table_builder.h"

namespace campaign_lens {

/// A table whose first row has the keys; blanks are missing.
inline void fill(Table& table, TableId id, const std::vector<std::vector<std::string_view>>& rows) {
  TableBuilder builder(id, table);
  std::vector<int> columns;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t i = 0; i < rows[row].size(); ++i) {
      if (row == 0) {
        columns.push_back(builder.column(rows[0][i]));
      } else if (!rows[row][i].empty()) {
        builder.set(columns[i], Kind::text, rows[row][i]);
      }
    }
    if (row > 0) builder.end_row();
  }
  builder.finish();
}

inline Dataset report(const std::vector<std::vector<std::string_view>>& messages,
                      const std::vector<std::vector<std::string_view>>& clicks = {}) {
  Dataset dataset;
  fill(dataset.delivery, TableId::delivery, messages);
  fill(dataset.clicks, TableId::clicks, clicks);
  return dataset;
}

using List = std::vector<std::uint32_t>;  ///< of rows

/// What a report means, seen on the first of April 2026.
inline std::unique_ptr<const ReportFacts> facts_of(const Dataset& dataset) {
  return ReportFacts::of(dataset, parse_time("2026-04-01T00:00:00Z")->us).result();
}

/// The rows of a set among some of its table, as a filter gives them.
inline List rows_of(const ReportFacts& facts, RowSet set, const Rows& rows) {
  std::vector<std::uint8_t> kept(static_cast<std::size_t>(facts.dataset().table(table_of(set)).rows()));
  mark_set(facts, set, 0, kept);
  for (std::size_t row = 0; row < kept.size(); ++row)
    kept[row] &= rows.has(row) ? 1 : 0;
  if (is_audience(set)) keep_one_a_recipient(facts, kept).result();
  List chosen;
  for (std::uint32_t row = 0; row < kept.size(); ++row) {
    if (kept[row] != 0) chosen.push_back(row);
  }
  return chosen;
}

}  // namespace campaign_lens
