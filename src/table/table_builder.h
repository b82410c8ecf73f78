#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/time.h"
#include "table/table.h"

namespace campaign_lens {

/// Fills a table row by row. A row's cells are set in any order, the last one of a column wins, cells that are not
/// set are missing; a row that turns out to be unreadable is discarded as if it had never begun.
class TableBuilder {
 public:
  explicit TableBuilder(TableId id);

  /// The index of the column with this key, added if it is new (earlier rows: missing). -1 past kMaxColumns.
  int column(std::string_view key);
  void set(int column, Kind kind, std::string_view text);
  void end_row();
  void discard_row();
  std::uint64_t rows() const;

  /// Assigns roles by key (see `assign_roles`), finds types, places naive times in `zone`, classifies statuses.
  Table finish(const TimeZone& zone) &&;
};

inline constexpr int kMaxColumns = 1'000;  ///< further fields of a record are counted and reported, not kept

}  // namespace campaign_lens
