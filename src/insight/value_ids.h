#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "table/column.h"

namespace campaign_lens {

/// Numbers the distinct texts of a column as rows are asked for, whatever their kind in JSON: 0 is a blank.
/// A value of the dictionary is looked at once. Refers to the column.
class ValueIds {
 public:
  static constexpr std::uint32_t kBlank = 0;

  explicit ValueIds(const Column* column);  ///< none: all rows are blank

  std::uint32_t id(std::uint64_t row);
  /// ids[i] becomes that of row i of a group, of which there must be so many. Faster than one by one.
  void read(std::size_t group, std::span<std::uint32_t> ids);
  std::uint32_t size() const { return texts_.size(); }
  std::string_view text(std::uint32_t id) const { return texts_.cell(id).text; }

 private:
  std::uint32_t of_code(std::uint32_t code);
  std::uint32_t of_cell(const Cell& cell) {
    return cell.blank() ? kBlank : texts_.intern({Kind::text, cell.text});
  }

  const Column* column_;
  Dictionary texts_;  ///< code 0, the missing value, is the blank
  std::vector<std::uint32_t> of_codes_;
  CellBuffer buffer_;
  // Of the group of digits that was asked last, where its numbers are few.
  const DigitsGroup* digits_ = nullptr;
  std::vector<std::uint32_t> of_slots_;
};

}  // namespace campaign_lens
