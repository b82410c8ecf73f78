#include "insight/number_ids.h"

#include <array>

namespace campaign_lens {
namespace {

std::uint32_t upper_half(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> 32);
}
std::uint32_t lower_half(std::uint64_t key) {
  return static_cast<std::uint32_t>(key);
}

}  // namespace

NumberIds::NumberIds(std::size_t expected) : expected_(expected) {
  halves_.reserve(kMostHalves);
}

NumberIds::Slot& NumberIds::Half::first_slot(std::uint32_t lower) {
  // The last step of MurmurHash3, and as much of the table as that is of 2^32.
  lower = (lower ^ lower >> 16) * 0x85EBCA6BU;
  lower = (lower ^ lower >> 13) * 0xC2B2AE35U;
  lower ^= lower >> 16;
  return slots[static_cast<std::size_t>(std::uint64_t{lower} * slots.size() >> 32)];
}

NumberIds::Slot& NumberIds::Half::slot_of(std::uint32_t lower) {
  Slot* slot = &first_slot(lower);
  while (slot->id_and_one != 0 && slot->lower != lower)
    slot = slot == &slots.back() ? &slots.front() : slot + 1;
  return *slot;
}

void NumberIds::Half::grow() {
  std::vector<Slot> old(2 * slots.size());
  old.swap(slots);
  for (const Slot& slot : old) {
    if (slot.id_and_one != 0) slot_of(slot.lower) = slot;
  }
}

NumberIds::Half* NumberIds::half_of(std::uint32_t upper) {
  if (last_half_ < halves_.size() && halves_[last_half_].upper == upper) return &halves_[last_half_];
  auto half = std::ranges::find(halves_, upper, &Half::upper);
  if (half == halves_.end()) {
    if (halves_.size() == kMostHalves) return nullptr;
    constexpr std::size_t kLeastSlots = 1'024;
    const std::size_t wanted = halves_.empty() ? expected_ + expected_ / 3 : 0;
    halves_.push_back({.upper = upper, .slots = std::vector<Slot>(std::max(wanted, kLeastSlots))});
    half = halves_.end() - 1;
  }
  last_half_ = static_cast<std::size_t>(half - halves_.begin());
  return &*half;
}

std::uint32_t NumberIds::id_of(std::uint64_t key) {
  Half* const half = half_of(upper_half(key));
  if (half == nullptr) {
    const std::uint32_t other = others_.id_of(key);
    if (other == of_others_.size()) of_others_.push_back(size_++);
    return of_others_[other];
  }
  Slot& slot = half->slot_of(lower_half(key));
  if (slot.id_and_one != 0) return slot.id_and_one - 1;
  slot = {.lower = lower_half(key), .id_and_one = ++size_};
  if (++half->used > half->slots.size() / 8 * 7) half->grow();
  return size_ - 1;
}

void NumberIds::ids_of(std::span<const std::uint64_t> keys, std::span<std::uint32_t> ids) {
  // A million keys are far from each other in memory: what several need is fetched at once, by loads that do
  // not wait for one another (WebAssembly has no prefetch).
  constexpr std::size_t kAtOnce = 64;
  std::array<Slot, kAtOnce> slots;
  for (std::size_t begin = 0; begin < keys.size(); begin += kAtOnce) {
    const auto some = keys.subspan(begin, std::min(kAtOnce, keys.size() - begin));
    const auto first = std::ranges::find_if(some, [](std::uint64_t key) { return key != kNoKey; });
    if (first == some.end()) continue;
    if (Half* const half = half_of(upper_half(*first))) {
      for (std::size_t i = 0; i < some.size(); ++i)
        slots[i] = half->first_slot(lower_half(some[i]));
      const std::uint32_t upper = half->upper;
      for (std::size_t i = 0; i < some.size(); ++i) {
        if (some[i] == kNoKey) continue;
        const bool known =
            slots[i].id_and_one != 0 && slots[i].lower == lower_half(some[i]) && upper_half(some[i]) == upper;
        ids[begin + i] = known ? slots[i].id_and_one - 1 : id_of(some[i]);
      }
    } else {
      for (std::size_t i = 0; i < some.size(); ++i) {
        if (some[i] != kNoKey) ids[begin + i] = id_of(some[i]);
      }
    }
  }
}

}  // namespace campaign_lens
