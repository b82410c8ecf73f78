#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace campaign_lens {

/// In a list of keys: there is none.
inline constexpr std::uint64_t kNoKey = 0xFFFF'FFFF'FFFF'FFFF;

/// Numbers keys in the order in which they first come: 0, 1, … A flat hash table of four bytes a slot.
class KeyIds {
 public:
  /// Has room for so many different ones; they may be more.
  explicit KeyIds(std::size_t expected = 0);

  std::uint32_t id_of(std::uint64_t key);
  /// ids[i] becomes that of keys[i]; where this is kNoKey it stays as it is. Faster than one by one.
  void ids_of(std::span<const std::uint64_t> keys, std::span<std::uint32_t> ids);

  std::span<const std::uint64_t> keys() const { return keys_; }  ///< by id
  std::uint32_t size() const { return static_cast<std::uint32_t>(keys_.size()); }

 private:
  std::size_t slot_of(std::uint64_t key) const;
  void grow();

  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> slots_;  ///< id + 1, or 0; a power of two of them, at most half full
};

}  // namespace campaign_lens
