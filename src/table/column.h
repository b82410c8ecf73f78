#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "schema/schema.h"
#include "table/column_group.h"
#include "table/column_types.h"
#include "table/dictionary.h"
#include "table/written.h"

namespace campaign_lens {

/// One column of a table: its values as they are stored, and how these are understood. Cells are read with a
/// ColumnReader.
class Column {
 public:
  const ColumnInfo& info() const { return info_; }
  std::span<const ColumnGroup> groups() const { return groups_; }
  const Dictionary& dictionary() const { return *dictionary_; }

  /// Of a time column: the moment of each code of the dictionary, UTC; kNoTime for what is no time.
  std::span<const TimeUs> code_times() const { return code_times_; }
  /// Of a time column: the moment of each row of a group of texts. (Those of other groups are computed.)
  std::span<const TimeUs> row_times(std::size_t group) const { return understood_[group].times; }

  /// Rows in which it is not blank.
  std::uint64_t filled() const;
  /// In which naive times are placed.
  const TimeZone& zone() const { return *zone_; }

  std::size_t heap_bytes() const;

 private:
  friend class Table;
  friend class TableBuilder;

  /// What is worked out of one group. Apart from `written` it depends on the role and the zone.
  struct Understood {
    Written written;
    bool timed = false;  ///< whether the two below have been worked out
    std::uint64_t naive_times = 0;
    std::vector<TimeUs> times;
  };

  /// A column that first occurs after `empty_groups` others.
  Column(std::string_view key, Role role_by_key, std::size_t empty_groups);

  /// Puts a group in the place of that with this index and of all later ones.
  void put_group(std::size_t index, ColumnGroup group, std::shared_ptr<const Dictionary> dictionary);
  /// Finds title, type and times anew, as far as they have changed.
  void interpret(Role role, std::shared_ptr<const TimeZone> zone);
  void find_times();
  std::uint64_t naive_times() const;

  Role role_by_key_;
  ColumnInfo info_;
  std::vector<ColumnGroup> groups_;
  std::shared_ptr<const Dictionary> dictionary_;
  std::shared_ptr<const TimeZone> zone_;
  std::vector<Understood> understood_;  ///< one a group
  TimeReading time_reading_;
  std::vector<TimeUs> code_times_;
  std::vector<std::uint8_t> code_is_naive_;  ///< a time without an offset
};

}  // namespace campaign_lens
