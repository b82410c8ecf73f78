#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "schema/schema.h"
#include "schema/status.h"
#include "table/dictionary.h"

namespace campaign_lens {

/// Rows live in groups of this many; the encoding is chosen per group and column.
inline constexpr std::uint32_t kRowGroupRows = 65'536;

/// One column of one row group, immutable once the group is finished:
///
///     codes: one dictionary code a row                          (values that repeat), or
///     texts: kinds[row], arena[ends[row - 1] .. ends[row])      (mostly unique values)
///
/// and, in a time column, the moment of each row. A group in which the column does not occur has neither.
struct ColumnGroup {
  std::vector<std::uint32_t> codes;
  std::vector<Kind> kinds;
  std::vector<std::uint32_t> ends;
  std::vector<char> arena;
  std::vector<TimeUs> times;  ///< UTC; kNoTime for blanks and for what is no time

  /// A value of a group of texts.
  Cell text_cell(std::uint32_t row) const {
    const std::uint32_t begin = row == 0 ? 0 : ends[row - 1];
    return {kinds[row], std::string_view(arena.data() + begin, ends[row] - begin)};
  }
};

class Column {
 public:
  const ColumnInfo& info() const { return info_; }
  Cell cell(std::uint64_t row) const;
  /// Of a time column: UTC, naive times placed in the zone given to the builder. kNoTime otherwise.
  TimeUs time(std::uint64_t row) const;
  /// Of an integer or decimal column; NaN for blanks and strays. The exact digits come from cell().
  double number(std::uint64_t row) const;

  std::span<const ColumnGroup> groups() const { return groups_; }
  const Dictionary& dictionary() const { return *dictionary_; }

 private:
  friend class ColumnBuilder;
  friend class TableBuilder;
  ColumnInfo info_;
  std::vector<ColumnGroup> groups_;
  std::unique_ptr<Dictionary> dictionary_;
};

/// An immutable table of columns. Row and byte arithmetic is 64-bit.
class Table {
 public:
  std::uint64_t rows() const { return rows_; }
  std::uint32_t group_rows(std::size_t group) const;  ///< kRowGroupRows but for the last
  std::size_t group_count() const {
    return static_cast<std::size_t>((rows_ + kRowGroupRows - 1) / kRowGroupRows);
  }
  std::span<const Column> columns() const { return columns_; }

  const Column* column(Role role) const;  ///< nullptr when no column plays it
  /// Index of a column by its key or else by its role's name ("number", "failed reason", "failed_reason"); -1
  /// if none.
  int find_column(std::string_view key) const;

  /// Of the delivery table: the status family of every row of a group.
  std::span<const StatusFamily> families(std::size_t group) const;

  /// How many times were written without an offset, and so depend on the zone given to the builder.
  std::uint64_t naive_times() const { return naive_times_; }

 private:
  friend class TableBuilder;
  std::uint64_t rows_ = 0;
  std::uint64_t naive_times_ = 0;
  std::vector<Column> columns_;
  std::vector<std::vector<StatusFamily>> families_;
};

}  // namespace campaign_lens
