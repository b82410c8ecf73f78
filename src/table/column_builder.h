#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "table/table.h"

namespace campaign_lens {

/// Fills one column, row group after row group. A group begins in the encoding that the last one ended in;
/// codes turn into texts when most values prove unique.
class ColumnBuilder {
 public:
  /// A column that first occurs after `empty_groups` finished groups. A group's arena is addressed by 32
  /// bits, so what passes `max_arena_bytes` goes into the dictionary.
  ColumnBuilder(std::string_view key, std::size_t empty_groups,
                std::size_t max_arena_bytes = std::numeric_limits<std::uint32_t>::max());

  /// Rows of a group come in ascending order; rows left out are missing; the last value of a row wins.
  void set(std::uint32_t row, Kind kind, std::string_view text);
  void finish_group(std::uint32_t rows);
  /// The column with neither role nor type nor times yet.
  Column take() { return std::move(column_); }

 private:
  std::uint32_t filled() const;
  void fill_missing(std::uint32_t rows);
  void drop_last();
  void append_text(Kind kind, std::string_view text);
  bool mostly_unique() const;
  void turn_into_texts();
  void turn_into_codes();

  Column column_;
  ColumnGroup group_;
  bool coded_ = true;
  bool texts_fit_ = true;  ///< cleared for good when an arena would have passed its limit
  std::size_t max_arena_bytes_;
  std::uint32_t distinct_before_;  ///< values in the dictionary when the group began
};

}  // namespace campaign_lens
