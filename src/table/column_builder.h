#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

#include "table/column_group.h"

namespace campaign_lens {

/// Fills one column, row group after row group. A group begins in the encoding that the last one ended in;
/// codes turn into texts when most values prove unique.
class ColumnBuilder {
 public:
  /// A group's arena is addressed by 32 bits, so what passes `max_arena_bytes` goes into the dictionary.
  explicit ColumnBuilder(std::size_t max_arena_bytes = std::numeric_limits<std::uint32_t>::max());

  /// Rows of a group come in ascending order; rows left out are missing; the last value of a row wins.
  void set(std::uint32_t row, Kind kind, std::string_view text);
  /// The first rows of the group as they are now.
  ColumnGroup group(std::uint32_t rows) const;
  void begin_group();

  /// Of the groups so far. One that has been given away keeps the codes that it had.
  std::shared_ptr<const Dictionary> dictionary() const { return dictionary_; }

 private:
  std::uint32_t filled() const;
  void fill_missing(std::uint32_t rows);
  void drop_last();
  void append_text(Kind kind, std::string_view text);
  bool mostly_unique() const;
  void turn_into_texts();
  void turn_into_codes();

  std::shared_ptr<Dictionary> dictionary_;
  CodesGroup codes_;  ///< of these two, one has the rows of the group
  TextsGroup texts_;
  bool coded_ = true;
  bool texts_fit_ = true;  ///< cleared for good when an arena would have passed its limit
  std::size_t max_arena_bytes_;
  std::uint32_t distinct_before_;  ///< values in the dictionary when the group began
};

}  // namespace campaign_lens
