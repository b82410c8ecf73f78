#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "table/column.h"

namespace campaign_lens {

/// The values of a column's dictionary that pass a test, each tested once, and the rows that have them.
class CodeHits {
 public:
  /// `passes(code)`.
  template <typename Passes>
  CodeHits(const Dictionary& dictionary, Passes passes) : hits_(dictionary.size()) {
    for (std::uint32_t code = 0; code < dictionary.size(); ++code)
      hits_[code] = passes(code) ? 1 : 0;
    any_ = std::ranges::find(hits_, 1) != hits_.end();
  }

  /// Sets hits[row] to 1 where a row of the group has such a value; leaves the others as they are.
  void mark(const ColumnGroup& group, std::span<std::uint8_t> hits) const;

 private:
  void mark_slots(const PackedSlots& slots, std::span<std::uint8_t> hits) const;

  std::vector<std::uint8_t> hits_;  ///< by code
  bool any_ = false;
};

}  // namespace campaign_lens
