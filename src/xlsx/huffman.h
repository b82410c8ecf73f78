#pragma once

#include <cstdint>
#include <span>

namespace campaign_lens {

/// A symbol's code, the bits in the order in which deflate puts them, first bit lowest. `length` 0: none.
struct HuffmanCode {
  std::uint16_t bits = 0;
  std::uint8_t length = 0;
};

/// Codes for symbols by how often they occur (RFC 1951, 3.2.2), none longer than `most_bits`. At least two
/// symbols have one, as some decoders insist on it. `codes` and `counts` are of one size.
void make_codes(std::span<const std::uint32_t> counts, unsigned most_bits, std::span<HuffmanCode> codes);

}  // namespace campaign_lens
