#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/query.h"
#include "table/column_reader.h"
#include "table/table_builder.h"

namespace campaign_lens {

/// A cell of a test's table: a text unless said otherwise.
struct TestCell {
  TestCell(const char* value) : text(value) {}             // NOLINT(google-explicit-constructor)
  TestCell(std::string value) : text(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  TestCell(Kind its_kind, std::string value) : kind(its_kind), text(std::move(value)) {}
  Kind kind = Kind::text;
  std::string text;
};
inline TestCell number(std::string digits) {
  return {Kind::number, std::move(digits)};
}
inline TestCell null() {
  return {Kind::null, ""};
}
inline TestCell missing() {
  return {Kind::missing, ""};
}

using TestRow = std::vector<TestCell>;

/// A dataset whose delivery (or click) table has these columns and rows; columns move as TableBuilder orders
/// them.
inline Dataset dataset_of(const std::vector<std::string>& keys, const std::vector<TestRow>& rows,
                          TableId id = TableId::delivery, TimeZone zone = {}) {
  Dataset dataset;
  TableBuilder builder(id, dataset.table(id));
  for (const std::string& key : keys)
    builder.column(key);
  for (const TestRow& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].kind != Kind::missing) builder.set(static_cast<int>(i), row[i].kind, row[i].text);
    }
    builder.end_row();
  }
  builder.finish();
  dataset.zone = std::move(zone);
  dataset.table(id).interpret({.roles = {}, .families = {}, .zone = dataset.zone});
  return dataset;
}

/// The texts of one column in the order of a query's rows.
inline std::vector<std::string> texts(const Dataset& dataset, const Query& query, std::string_view key) {
  const Table& table = dataset.table(query.table);
  ColumnReader column(table.columns()[static_cast<std::size_t>(table.find_column(key))]);
  const Selection rows = run(dataset, query).result();
  std::vector<std::string> result;
  for (std::uint64_t i = 0; i < rows.size(); ++i)
    result.emplace_back(column.cell(rows[i]).text);
  return result;
}

inline SortKey by(const Dataset& dataset, std::string_view key, bool descending = false) {
  return {.column = static_cast<std::uint32_t>(dataset.delivery.find_column(key)), .descending = descending};
}

using Texts = std::vector<std::string>;

}  // namespace campaign_lens
