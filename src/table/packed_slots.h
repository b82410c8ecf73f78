#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "table/packed_integers.h"

namespace campaign_lens {

/// What a row of a group has whose values are numbers of one shape: the number, below 2^63, or of a value
/// that is of another shape ("odd": null, missing, "", "n/a") the dictionary's code, inverted.
using Slot = std::uint64_t;
constexpr bool holds_code(Slot slot) {
  return slot >> 63 != 0;
}
constexpr Slot slot_of_code(std::uint32_t code) {
  return ~Slot{code};
}
constexpr std::uint32_t code_of(Slot slot) {
  return static_cast<std::uint32_t>(~slot);
}

/// Immutable slots. An odd value takes no more room than a number: the least packed integers are indices into
/// the list of the codes that occur, the numbers follow from there on.
class PackedSlots {
 public:
  explicit PackedSlots(std::span<const Slot> slots);

  std::uint32_t size() const { return packed_.size(); }
  Slot operator[](std::size_t row) const { return slot_of(packed_[row]); }
  std::span<const std::uint32_t> codes() const { return codes_; }  ///< that occur, each once
  std::uint32_t numbers() const { return numbers_; }               ///< rows that have one
  std::uint64_t least() const { return least_; }                   ///< number; where there is one
  std::uint64_t greatest() const { return slot_of(packed_.greatest()); }

  /// Calls `visit(row, slot)`.
  template <typename Visit>
  void for_each(Visit visit) const {
    const std::uint32_t* const codes = codes_.data();
    const std::size_t odd = codes_.size();
    const std::uint64_t zero = least_ - odd;
    if (odd == 0)
      return packed_.for_each([&](std::size_t row, std::uint64_t packed) { visit(row, packed + zero); });
    packed_.for_each([&](std::size_t row, std::uint64_t packed) {
      visit(row, packed < odd ? slot_of_code(codes[static_cast<std::size_t>(packed)]) : packed + zero);
    });
  }

  std::size_t heap_bytes() const { return packed_.heap_bytes() + codes_.capacity() * sizeof(std::uint32_t); }

 private:
  Slot slot_of(std::uint64_t packed) const {
    return packed < codes_.size() ? slot_of_code(codes_[static_cast<std::size_t>(packed)])
                                  : packed - codes_.size() + least_;
  }

  std::vector<std::uint32_t> codes_;
  std::uint64_t least_ = 0;
  std::uint32_t numbers_ = 0;
  PackedIntegers packed_;
};

}  // namespace campaign_lens
