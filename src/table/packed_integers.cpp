#include "table/packed_integers.h"

#include <algorithm>
#include <bit>
#include <memory>

namespace campaign_lens {

static_assert(std::endian::native == std::endian::little);

PackedIntegers::PackedIntegers(std::span<const std::uint32_t> values) {
  pack(values);
}

PackedIntegers::PackedIntegers(std::span<const std::uint64_t> values) {
  pack(values);
}

namespace {

// Loops that compilers make vectors of.

template <typename Packed, typename Integer>
void narrow(std::span<const Integer> values, Integer least, std::uint8_t* to) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto above_least = static_cast<Packed>(values[i] - least);
    std::memcpy(to + i * sizeof above_least, &above_least, sizeof above_least);
  }
}

template <typename Integer>
void narrow(std::span<const Integer> values, Integer least, std::size_t width, std::uint8_t* to) {
  for (const Integer value : values) {
    const std::uint64_t above_least = value - least;
    std::memcpy(to, &above_least, sizeof above_least);  // what is written too much is overwritten next
    to += width;
  }
}

}  // namespace

PackedIntegers PackedIntegers::above(std::uint64_t least, std::uint64_t greatest,
                                     std::span<const std::uint64_t> values) {
  PackedIntegers packed;
  if (!values.empty()) packed.pack(values, least, greatest - least);
  return packed;
}

template <typename Integer>
void PackedIntegers::pack(std::span<const Integer> values) {
  if (values.empty()) return;
  Integer least = values.front(), greatest = values.front();
  for (const Integer value : values) {
    least = std::min(least, value);
    greatest = std::max(greatest, value);
  }
  pack(values, least, static_cast<Integer>(greatest - least));
  least_ = least;
  greatest_ = greatest;
}

/// As what they are above `least`, at most `range`.
template <typename Integer>
void PackedIntegers::pack(std::span<const Integer> values, Integer least, Integer range) {
  greatest_ = range;
  size_ = static_cast<std::uint32_t>(values.size());
  width_ = static_cast<std::uint8_t>((std::bit_width(range) + 7) / 8);
  mask_ = width_ == 0 ? 0 : ~std::uint64_t{0} >> (64 - 8 * width_);
  // Made in memory that has been used before, as it is given back each time, then copied: pages that are new
  // come one by one from the system when they are written, which takes longer than the packing.
  const std::size_t bytes = values.size() * width_ + sizeof(std::uint64_t);
  const auto packed = std::make_unique_for_overwrite<std::uint8_t[]>(bytes);
  std::memset(packed.get() + bytes - sizeof(std::uint64_t), 0, sizeof(std::uint64_t));
  switch (width_) {
    case 1:
      narrow<std::uint8_t>(values, least, packed.get());
      break;
    case 2:
      narrow<std::uint16_t>(values, least, packed.get());
      break;
    case 4:
      narrow<std::uint32_t>(values, least, packed.get());
      break;
    default:
      narrow(values, least, width_, packed.get());
  }
  bytes_.assign(packed.get(), packed.get() + bytes);
}

}  // namespace campaign_lens
