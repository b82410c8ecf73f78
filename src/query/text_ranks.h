#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/radix_sort.h"
#include "base/task.h"
#include "table/table.h"

namespace campaign_lens {

/// The place of each row's text among the distinct texts of a column, by folded text, then by bytes. A text
/// of the dictionary is ranked once, however many rows have it.
class TextRanks {
 public:
  static constexpr std::uint32_t kBlank = std::numeric_limits<std::uint32_t>::max();

  static Task<TextRanks> of(const Column& column, std::span<const std::uint32_t> rows);

  /// Of rows[index]; kBlank for a blank.
  std::uint32_t operator[](std::size_t index) const {
    return item_of_row_[index] == kBlank ? kBlank : ranks_[item_of_row_[index]];
  }

 private:
  struct Item {
    std::string_view text;
    std::size_t folded_end = 0;  ///< its folded text is folded_[the end of the one before .. this)
  };
  static constexpr std::uint32_t kUnseen = kBlank - 1;

  /// Of a column: the item of each code of its dictionary.
  using ItemOfCode = std::vector<std::uint32_t>;
  void collect(const Column& column, std::span<const std::uint32_t> rows, ItemOfCode& item_of_code);
  std::uint32_t add(std::string_view text);
  Task<void> rank();
  Task<std::size_t> common_prefix() const;
  std::string_view folded(std::uint32_t item) const;
  bool sorts_before(std::uint32_t item, std::uint32_t other) const;

  std::vector<Item> items_;
  TextArena written_;  ///< texts of items that the table does not keep as text
  std::string folded_;
  std::vector<std::uint32_t> item_of_row_;
  std::vector<std::uint32_t> ranks_;  ///< by item
};

}  // namespace campaign_lens
