#include "insight/key_ids.h"

namespace campaign_lens {

KeyIds::KeyIds() : slots_(1'024) {}

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
