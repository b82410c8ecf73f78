#include "engine/number_mask.h"

#include <bit>

namespace campaign_lens {

namespace {

struct SipState {
  std::uint64_t v0, v1, v2, v3;

  void round() {
    v0 += v1;
    v2 += v3;
    v1 = std::rotl(v1, 13) ^ v0;
    v3 = std::rotl(v3, 16) ^ v2;
    v0 = std::rotl(v0, 32);
    v2 += v1;
    v0 += v3;
    v1 = std::rotl(v1, 17) ^ v2;
    v3 = std::rotl(v3, 21) ^ v0;
    v2 = std::rotl(v2, 32);
  }
  void take(std::uint64_t word) {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }
};

}  // namespace

std::uint64_t siphash(const NumberMask::Key& key, std::uint64_t message) {
  constexpr std::uint64_t kLength = std::uint64_t{sizeof message} << 56;
  SipState state{.v0 = key[0] ^ 0x736f6d6570736575,
                 .v1 = key[1] ^ 0x646f72616e646f6d,
                 .v2 = key[0] ^ 0x6c7967656e657261,
                 .v3 = key[1] ^ 0x7465646279746573};
  state.take(message);
  state.take(kLength);
  state.v2 ^= 0xFF;
  for (int i = 0; i < 4; ++i)
    state.round();
  return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

std::string NumberMask::masked(std::string_view number, std::uint32_t recipient) const {
  constexpr std::size_t kShown = 4, kLeastDigits = 8;
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string digits;
  for (const char c : number) {
    if (c >= '0' && c <= '9') digits += c;
  }
  std::string masked = "…";
  if (digits.size() >= kLeastDigits) masked += digits.substr(digits.size() - kShown);
  masked += ' ';
  const std::uint64_t code = siphash(key_, recipient);
  for (int shift = 60; shift >= 0; shift -= 4)
    masked += kHex[code >> shift & 0xF];
  return masked;
}

}  // namespace campaign_lens
