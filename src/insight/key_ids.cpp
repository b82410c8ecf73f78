#include "insight/key_ids.h"

#include <algorithm>
#include <array>
#include <bit>

namespace campaign_lens {

KeyIds::KeyIds(std::size_t expected) : slots_(std::bit_ceil(std::max<std::size_t>(2 * expected, 1'024))) {
  keys_.reserve(expected);
}

std::size_t KeyIds::slot_of(std::uint64_t key) const {
  // The last step of MurmurHash3: each bit of the key reaches all bits that are kept.
  key ^= key >> 33;
  key *= 0xFF51AFD7ED558CCDU;
  key ^= key >> 33;
  return static_cast<std::size_t>(key) & (slots_.size() - 1);
}

std::uint32_t KeyIds::id_of(std::uint64_t key) {
  std::size_t slot = slot_of(key);
  while (slots_[slot] != 0) {
    const std::uint32_t id = slots_[slot] - 1;
    if (keys_[id] == key) return id;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  keys_.push_back(key);
  slots_[slot] = size();
  if (2 * keys_.size() > slots_.size()) grow();
  return size() - 1;
}

void KeyIds::ids_of(std::span<const std::uint64_t> keys, std::span<std::uint32_t> ids) {
  // A million keys are far from each other in memory: what several need is fetched at once, by loads that do
  // not wait for one another (WebAssembly has no prefetch).
  constexpr std::size_t kAtOnce = 64;
  std::array<std::uint32_t, kAtOnce> slots;
  std::array<std::uint64_t, kAtOnce> known;
  for (std::size_t begin = 0; begin < keys.size(); begin += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, keys.size() - begin);
    for (std::size_t i = 0; i < count; ++i)
      slots[i] = slots_[slot_of(keys[begin + i])];
    for (std::size_t i = 0; i < count; ++i)
      known[i] = slots[i] == 0 ? kNoKey : keys_[slots[i] - 1];
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint64_t key = keys[begin + i];
      if (key != kNoKey) ids[begin + i] = known[i] == key ? slots[i] - 1 : id_of(key);
    }
  }
}

void KeyIds::grow() {
  slots_.assign(2 * slots_.size(), 0);
  for (std::uint32_t id = 0; id < size(); ++id) {
    std::size_t slot = slot_of(keys_[id]);
    while (slots_[slot] != 0)
      slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = id + 1;
  }
}

}  // namespace campaign_lens
