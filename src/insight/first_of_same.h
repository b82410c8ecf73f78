#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "base/task.h"

namespace campaign_lens {

/// In a list of keys: there is none.
inline constexpr std::uint64_t kNoKey = 0xFFFF'FFFF'FFFF'FFFF;

/// Finds of each of many keys the first one that is the same. A table of all of them would be looked at in a
/// place far from the last one for each; so they are dealt out by their hash to parts, and each part has for
/// a while a table that stays near the processor: ten million keys take ten times as long as a million.
///
/// All keys are told twice, in the same order: count() for all, then add() for all, then find().
class FirstOfSame {
 public:
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  explicit FirstOfSame(std::size_t keys) { firsts_.reserve(keys); }

  void count(std::span<const std::uint64_t> keys);
  void add(std::span<const std::uint64_t> keys);
  /// For each key the place of the first one that is the same, from 0 on; kNone of kNoKey.
  Task<std::vector<std::uint32_t>> find() &&;

 private:
  static constexpr std::size_t kPartBits = 10, kParts = std::size_t{1} << kPartBits;

  /// A key, in halves as twelve bytes are less than sixteen, and its place.
  struct Entry {
    std::uint32_t low, high, place;
  };
  static std::uint64_t hash_of(std::uint64_t key) { return (key ^ key >> 32) * 0x9E37'79B9'7F4A'7C15; }
  static std::size_t part_of(std::uint64_t hash) {
    return static_cast<std::size_t>(hash >> (64 - kPartBits));
  }
  void deal_out();
  void find_in(std::span<const Entry> part, std::vector<std::uint32_t>& table);

  std::vector<std::uint32_t> firsts_;         ///< at first each key is its own
  std::array<std::uint32_t, kParts> ends_{};  ///< of the parts in entries_; until add(), how many each has
  std::unique_ptr<Entry[]> entries_;
  std::uint32_t added_ = 0;
};

}  // namespace campaign_lens
