#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "table/column_builder.h"
#include "table/table.h"

namespace campaign_lens {

inline constexpr int kMaxColumns = 1'000;  ///< further fields of a record are counted and reported, not kept

/// Fills a table row by row. A row's cells are set in any order, the last one of a column wins, cells that
/// are not set are missing. Texts are copied.
class TableBuilder {
 public:
  explicit TableBuilder(TableId id) : id_(id) {}

  /// The index of the column with this key, added if it is new (earlier rows: missing). -1 past kMaxColumns.
  int column(std::string_view key);
  void set(int column, Kind kind, std::string_view text) {
    columns_[static_cast<std::size_t>(column)].set(group_row_, kind, text);
  }
  void end_row();
  std::uint64_t rows() const { return std::uint64_t{finished_groups_} * kRowGroupRows + group_row_; }

  /// Assigns roles by key (see `assign_roles`), finds types, places naive times in `zone`, classifies
  /// statuses, and puts the columns in the order in which they are shown and exported: number, status, time
  /// and reason first (of clicks: number, location, time, variable, URL), the others as they appeared.
  Table finish(const TimeZone& zone) &&;

 private:
  void finish_group();

  TableId id_;
  std::uint32_t group_row_ = 0;  ///< rows of the group that is being filled
  std::size_t finished_groups_ = 0;
  std::vector<ColumnBuilder> columns_;
  std::vector<std::string> keys_;
  std::map<std::string, int, std::less<>> indices_;
};

}  // namespace campaign_lens
