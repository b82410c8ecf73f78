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

template <typename Integer>
void PackedIntegers::pack(std::span<const Integer> values) {
  if (values.empty()) return;
  const auto [least, greatest] = std::ranges::minmax(values);
  least_ = least;
  greatest_ = greatest;
  size_ = static_cast<std::uint32_t>(values.size());
  width_ = static_cast<std::uint8_t>((std::bit_width(greatest_ - least_) + 7) / 8);
  mask_ = width_ == 0 ? 0 : ~std::uint64_t{0} >> (64 - 8 * width_);
  bytes_.resize(values.size() * width_ + sizeof(std::uint64_t));
  std::uint8_t* to = bytes_.data();
  for (const std::uint64_t value : values) {
    const std::uint64_t above_least = value - least_;
    std::memcpy(to, &above_least, sizeof above_least);  // what is written too much is overwritten next
    to += width_;
  }
}

}  // namespace campaign_lens
