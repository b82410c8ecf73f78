#pragma once

#include <cstdint>
#include <optional>

#include "table/column.h"

namespace campaign_lens {

/// What a JSON number is; NaN of any other cell. The exact digits are in the cell.
double number_of(Cell cell);

/// Reads the cells of one column, in any order. Refers to the column.
class ColumnReader {
 public:
  explicit ColumnReader(const Column& column) : column_(&column) {}

  const ColumnInfo& info() const { return column_->info(); }
  /// Exactly as written; its text is valid until the next call.
  Cell cell(std::uint64_t row);
  /// Of a time column: UTC, naive times placed in the table's zone. kNoTime for blanks, for what is no time
  /// and in other columns.
  TimeUs time(std::uint64_t row);
  /// Of a value that is nothing but digits, and kept as their number: it.
  std::optional<std::uint64_t> plain_number(std::uint64_t row) const;
  /// Of an integer or decimal column; NaN for blanks and strays.
  double number(std::uint64_t row);

 private:
  TimeUs placed(ParsedTime time) const;

  const Column* column_;
  CellBuffer buffer_;
};

}  // namespace campaign_lens
