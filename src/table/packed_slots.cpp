#include "table/packed_slots.h"

#include <algorithm>

namespace campaign_lens {

PackedSlots::PackedSlots(std::span<const Slot> slots) {
  if (slots.empty()) return;
  Slot least = slots.front(), greatest = slots.front();
  for (const Slot slot : slots) {
    least = std::min(least, slot);
    greatest = std::max(greatest, slot);
  }
  if (!holds_code(least)) least_ = least;
  if (!holds_code(greatest)) {
    numbers_ = static_cast<std::uint32_t>(slots.size());
    packed_ = PackedIntegers::above(least, greatest, slots);
    return;
  }

  Slot last_odd = 0;
  for (const Slot slot : slots) {
    if (!holds_code(slot)) {
      ++numbers_;
    } else if (slot != last_odd) {
      codes_.push_back(code_of(slot));
      last_odd = slot;
    }
  }
  std::ranges::sort(codes_);
  codes_.erase(std::ranges::unique(codes_).begin(), codes_.end());
  codes_.shrink_to_fit();

  const auto index_of = [&](std::uint32_t code) {
    return static_cast<std::uint64_t>(std::ranges::lower_bound(codes_, code) - codes_.begin());
  };
  std::vector<std::uint64_t> packed(slots.size());
  std::ranges::transform(slots, packed.begin(), [&](Slot slot) {
    return holds_code(slot) ? index_of(code_of(slot)) : slot - least_ + codes_.size();
  });
  packed_ = PackedIntegers(packed);
}

}  // namespace campaign_lens
