#include "query/code_hits.h"

namespace campaign_lens {

void CodeHits::mark(const ColumnGroup& group, std::span<std::uint8_t> hits) const {
  if (!any_) return;
  if (std::holds_alternative<MissingGroup>(group) && hits_[0] != 0) std::ranges::fill(hits, 1);
  if (const auto* const coded = std::get_if<CodesGroup>(&group)) {
    coded->codes.for_each(
        [&](std::size_t row, std::uint64_t code) { hits[row] |= hits_[static_cast<std::size_t>(code)]; });
  } else if (const PackedSlots* const slots = slots_of(group)) {
    mark_slots(*slots, hits);
  } else if (const auto* const uuids = std::get_if<UuidsGroup>(&group)) {
    for (std::size_t row = 0; row < uuids->uuids.size(); ++row) {
      const Uuid& uuid = uuids->uuids[row];
      if (uuid.holds_code()) hits[row] |= hits_[uuid.code()];
    }
  }
}

void CodeHits::mark_slots(const PackedSlots& slots, std::span<std::uint8_t> hits) const {
  if (std::ranges::none_of(slots.codes(), [&](std::uint32_t code) { return hits_[code] != 0; })) return;
  slots.for_each([&](std::size_t row, Slot slot) {
    if (holds_code(slot)) hits[row] |= hits_[code_of(slot)];
  });
}

}  // namespace campaign_lens
