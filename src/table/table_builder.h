#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "table/column_builder.h"
#include "table/table.h"

namespace campaign_lens {

inline constexpr int kMaxColumns = 1'000;  ///< further fields of a record are counted and reported, not kept

/// The rows from whose keys the roles and the order of columns are found, so that neither depends on how a
/// report arrives. Columns that appear later stand at the end, and play a role only if it is still free.
inline constexpr std::uint32_t kRowsBeforeRoles = 1'000;

/// Fills a table row by row. A row's cells are set in any order, the last one of a column wins, cells that
/// are not set are missing. Texts are copied.
///
/// The table can be used meanwhile: it has nothing before `kRowsBeforeRoles` rows, then all rows of full row
/// groups, and after publish() all rows.
class TableBuilder {
 public:
  /// Fills `table`, which must be new, and stay where it is.
  TableBuilder(TableId id, Table& table);

  /// The index of the column with this key, added if it is new (earlier rows: missing). -1 past kMaxColumns.
  int column(std::string_view key);
  void set(int column, Kind kind, std::string_view text) {
    columns_[static_cast<std::size_t>(column)].set(group_row_, kind, text);
  }
  /// The same, where RecentValues::kMostBytes are readable from the text on, whatever its size.
  void set_padded(int column, Kind kind, const char* text, std::size_t size) {
    columns_[static_cast<std::size_t>(column)].set_padded(group_row_, kind, text, size);
  }
  /// See ColumnBuilder::set_familiar.
  const char* set_familiar(int column, const char* text) {
    return columns_[static_cast<std::size_t>(column)].set_familiar(group_row_, text);
  }
  void end_row();
  std::uint64_t rows() const { return std::uint64_t{full_groups_} * kRowGroupRows + group_row_; }

  /// Shows all rows: encodes those of the group that is being filled, until the next call replaces them.
  /// About a millisecond.
  void publish();
  /// Publishes for good, also what has fewer rows than decide on roles.
  void finish();

 private:
  /// Puts the columns that exist into the order in which they are shown and exported: number, status, time
  /// and reason first (of clicks: number, location, time, variable, URL), the others as they appeared.
  void place_first_columns();
  void place_late_columns();
  void show_open_group();

  TableId id_;
  Table& table_;
  std::uint32_t group_row_ = 0;  ///< rows of the group that is being filled
  std::size_t full_groups_ = 0;
  std::vector<ColumnBuilder> columns_;
  std::vector<std::string> keys_;
  std::map<std::string, int, std::less<>> indices_;
  std::vector<Role> roles_;          ///< of the columns that are placed, as they appeared
  std::vector<std::size_t> places_;  ///< of the same: their index in the table
};

}  // namespace campaign_lens
