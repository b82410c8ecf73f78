#pragma once

#include <bit>
#include <cstdint>

namespace campaign_lens {

/// Sixteen bytes that are compared at once. Signed, so that what is not ASCII is below zero.
using ByteVector = signed char __attribute__((vector_size(16)));
using UnsignedByteVector = unsigned char __attribute__((vector_size(16)));

/// A bit for each mask of a comparison of vectors, the first in the lowest.
template <typename Masks>
std::uint16_t bits_of_masks(const Masks& masks) {
  using Bits = bool __attribute__((ext_vector_type(16)));
  return std::bit_cast<std::uint16_t>(__builtin_convertvector(masks, Bits));
}

/// Masks of the bytes that a string of JSON does not have as they are: quotes, backslashes, control
/// characters. The first of them ends it, or is not its own.
inline auto ends_of_string(ByteVector bytes) {
  return (bytes == '"') | (bytes == '\\') | (std::bit_cast<UnsignedByteVector>(bytes) < 0x20);
}

}  // namespace campaign_lens
