#include "table/packed_integers.h"

#include <algorithm>
#include <bit>

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

template <typename Integer>
void PackedIntegers::pack(std::span<const Integer> values) {
  if (values.empty()) return;
  Integer least = values.front(), greatest = values.front();
  for (const Integer value : values) {
    least = std::min(least, value);
    greatest = std::max(greatest, value);
  }
  least_ = least;
  greatest_ = greatest;
  size_ = static_cast<std::uint32_t>(values.size());
  width_ = static_cast<std::uint8_t>((std::bit_width(greatest_ - least_) + 7) / 8);
  mask_ = width_ == 0 ? 0 : ~std::uint64_t{0} >> (64 - 8 * width_);
  bytes_.resize(values.size() * width_ + sizeof(std::uint64_t));
  switch (width_) {
    case 1:
      return narrow<std::uint8_t>(values, least, bytes_.data());
    case 2:
      return narrow<std::uint16_t>(values, least, bytes_.data());
    case 4:
      return narrow<std::uint32_t>(values, least, bytes_.data());
    default:
      return narrow(values, least, width_, bytes_.data());
  }
}

}  // namespace campaign_lens
