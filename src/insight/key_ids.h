#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace campaign_lens {

/// Numbers keys in the order in which they first come: 0, 1, … A flat hash table of four bytes a slot.
class KeyIds {
 public:
  KeyIds();

  std::uint32_t id_of(std::uint64_t key);

  std::span<const std::uint64_t> keys() const { return keys_; }  ///< by id
  std::uint32_t size() const { return static_cast<std::uint32_t>(keys_.size()); }

 private:
  std::size_t slot_of(std::uint64_t key) const;
  void grow();

  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> slots_;  ///< id + 1, or 0; a power of two of them, at most half full
};

}  // namespace campaign_lens
