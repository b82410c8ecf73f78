#include "table/packed_slots.h"

#include <algorithm>

namespace campaign_lens {

PackedSlots::PackedSlots(std::span<const Slot> slots) {
  std::uint64_t least = ~std::uint64_t{0};
  Slot last_odd = 0;
  for (const Slot slot : slots) {
    least = std::min(least, slot);
    if (!holds_code(slot)) {
      ++numbers_;
    } else if (slot != last_odd) {
      codes_.push_back(code_of(slot));
      last_odd = slot;
    }
  }
  if (numbers_ != 0) least_ = least;
  std::ranges::sort(codes_);
  codes_.erase(std::ranges::unique(codes_).begin(), codes_.end());
  codes_.shrink_to_fit();

  const auto index_of = [&](std::uint32_t code) {
    return static_cast<std::uint64_t>(std::ranges::lower_bound(codes_, code) - codes_.begin());
  };
  std::vector<std::uint64_t> packed(slots.size());
  if (codes_.empty()) {  // a loop that compilers make vectors of
    std::ranges::transform(slots, packed.begin(), [&](Slot slot) { return slot - least_; });
  } else {
    std::ranges::transform(slots, packed.begin(), [&](Slot slot) {
      return holds_code(slot) ? index_of(code_of(slot)) : slot - least_ + codes_.size();
    });
  }
  packed_ = PackedIntegers(packed);
}

}  // namespace campaign_lens
