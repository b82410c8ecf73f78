#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/interpretation.h"
#include "schema/schema.h"
#include "schema/status.h"
#include "table/column.h"

namespace campaign_lens {

/// A table of columns. A TableBuilder adds rows to it; to everybody else it is immutable but for how it is
/// interpreted. Columns keep their index for good. Row and byte arithmetic is 64-bit.
class Table {
 public:
  Table();

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

  /// Finds roles, titles, types, times and families anew, also for the rows that come later. A column that is
  /// given a role takes it from the one that has it by its key.
  void interpret(Interpretation interpretation);
  const Interpretation& interpretation() const { return interpretation_; }

  /// How many times were written without an offset, and so depend on the interpretation's zone.
  std::uint64_t naive_times() const;

  struct StatusRows {
    std::string text;
    std::uint64_t rows = 0;
    StatusFamily family = StatusFamily::unrecognised;  ///< as interpreted
    friend bool operator==(const StatusRows&, const StatusRows&) = default;
  };
  /// The status texts that are of no family but by interpretation, each as it was first written: most
  /// frequent first, then by text; 100 at most.
  std::vector<StatusRows> unrecognised_statuses() const;

  std::size_t heap_bytes() const;

 private:
  friend class TableBuilder;

  /// Works out what follows from the interpretation, as far as it is not known yet.
  void understand();
  std::vector<Role> roles_in_force() const;
  std::vector<StatusFamily> classify(const Column* status, std::size_t group) const;

  TableId id_ = TableId::delivery;
  std::uint64_t rows_ = 0;
  std::vector<Column> columns_;
  Interpretation interpretation_;
  std::shared_ptr<const TimeZone> zone_;             ///< of the interpretation, shared with the columns
  std::vector<std::vector<StatusFamily>> families_;  ///< by group
  std::ptrdiff_t status_column_ = -1;                ///< of `families_`
};

}  // namespace campaign_lens
