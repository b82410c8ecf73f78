#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace campaign_lens {

/// Immutable unsigned integers, in as few bytes each (0 to 8) as their range needs.
class PackedIntegers {
 public:
  PackedIntegers() = default;
  explicit PackedIntegers(std::span<const std::uint32_t> values);
  explicit PackedIntegers(std::span<const std::uint64_t> values);
  /// What values are above `least`, of which none is below it and none above `greatest`.
  static PackedIntegers above(std::uint64_t least, std::uint64_t greatest,
                              std::span<const std::uint64_t> values);

  std::uint32_t size() const { return size_; }
  std::uint64_t operator[](std::size_t index) const {
    std::uint64_t eight_bytes = 0;
    std::memcpy(&eight_bytes, bytes_.data() + index * width_, sizeof eight_bytes);
    return least_ + (eight_bytes & mask_);
  }

  // Of no integers, 0.
  std::uint64_t least() const { return least_; }
  std::uint64_t greatest() const { return greatest_; }

  /// Calls `visit(index, integer)` for all of them, faster than one by one.
  template <typename Visit>
  void for_each(Visit visit) const {
    switch (width_) {
      case 1:
        return each_of_width<1>(visit);
      case 2:
        return each_of_width<2>(visit);
      case 4:
        return each_of_width<4>(visit);
      default:
        return each_masked(visit);
    }
  }

  std::size_t heap_bytes() const { return bytes_.capacity(); }

 private:
  template <typename Integer>
  void pack(std::span<const Integer> values);
  template <typename Integer>
  void pack(std::span<const Integer> values, Integer least, Integer range);

  // What visiting writes may be members of this for all that a compiler knows: they are read once.
  template <std::size_t width, typename Visit>
  void each_of_width(Visit& visit) const {
    const std::uint8_t* const bytes = bytes_.data();
    const std::uint64_t least = least_;
    const std::size_t size = size_;
    for (std::size_t i = 0; i < size; ++i) {
      std::uint64_t above_least = 0;
      std::memcpy(&above_least, bytes + i * width, width);
      visit(i, least + above_least);
    }
  }
  template <typename Visit>
  void each_masked(Visit& visit) const {
    const std::uint8_t* bytes = bytes_.data();
    const std::uint64_t least = least_, mask = mask_;
    const std::size_t size = size_, width = width_;
    for (std::size_t i = 0; i < size; ++i, bytes += width) {
      std::uint64_t eight_bytes = 0;
      std::memcpy(&eight_bytes, bytes, sizeof eight_bytes);
      visit(i, least + (eight_bytes & mask));
    }
  }

  /// Little-endian, as all machines are that this runs on, and so many more that eight can be read anywhere.
  std::vector<std::uint8_t> bytes_;
  std::uint64_t least_ = 0, greatest_ = 0;
  std::uint64_t mask_ = 0;
  std::uint32_t size_ = 0;
  std::uint8_t width_ = 0;
};

}  // namespace campaign_lens
