#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/task.h"
#include "insight/key_ids.h"

namespace campaign_lens {

/// Numbers keys in the order in which they first come, as KeyIds does, where most of them agree in their
/// upper halves, as the telephone numbers of a country do: these take eleven bytes each instead of 24, and
/// one look into memory instead of two.
class NumberIds {
 public:
  /// Has room for so many different ones that agree with the first; they may be more.
  explicit NumberIds(std::size_t expected);

  std::uint32_t id_of(std::uint64_t key);
  /// ids[i] becomes that of keys[i]; where this is kNoKey it stays as it is. Faster than one by one.
  void ids_of(std::span<const std::uint64_t> keys, std::span<std::uint32_t> ids);

  std::uint32_t size() const { return size_; }
  /// Calls `visit(key, id)` for all of them, in any order.
  template <typename Visit>
  Task<void> for_each(Visit visit) const {
    for (const Half& half : halves_) {
      for (std::size_t i = 0; i < half.slots.size(); ++i) {
        if (i % kRowsBetweenPauses == 0) co_await pause(i, half.slots.size());
        const Slot& slot = half.slots[i];
        if (slot.id_and_one != 0) visit(std::uint64_t{half.upper} << 32 | slot.lower, slot.id_and_one - 1);
      }
    }
    for (std::uint32_t i = 0; i < others_.size(); ++i) {
      if (i % kRowsBetweenPauses == 0) co_await Pause{1};
      visit(others_.keys()[i], of_others_[i]);
    }
  }

 private:
  struct Slot {
    std::uint32_t lower = 0, id_and_one = 0;  ///< 0: there is none
  };
  /// A hash table of the keys with one upper half.
  struct Half {
    std::uint32_t upper = 0;
    std::uint32_t used = 0;
    std::vector<Slot> slots;

    Slot& first_slot(std::uint32_t lower);
    Slot& slot_of(std::uint32_t lower);  ///< that of the key, or the one to put it into
    void grow();
  };
  static constexpr std::size_t kMostHalves = 16;

  Half* half_of(std::uint32_t upper);

  std::size_t expected_;
  std::vector<Half> halves_;
  std::size_t last_half_ = 0;
  KeyIds others_;  ///< keys whose upper half has no table: there are too many different ones
  std::vector<std::uint32_t> of_others_;
  std::uint32_t size_ = 0;
};

}  // namespace campaign_lens
