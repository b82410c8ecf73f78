#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace campaign_lens {

/// Hides telephone numbers: "…0001 9f3c27ab51d0e844" has the last four digits, and a code of the recipient
/// that tells recipients apart and nothing else to whoever lacks the key (SipHash-2-4 under a random key of
/// 128 bits).
class NumberMask {
 public:
  using Key = std::array<std::uint64_t, 2>;

  explicit NumberMask(const Key& key) : key_(key) {}

  /// `recipient`: the recipient's number among those of the report. Short numbers, and what is none, show no
  /// digits.
  std::string masked(std::string_view number, std::uint32_t recipient) const;

 private:
  Key key_;
};

/// SipHash-2-4 (Aumasson and Bernstein, 2012) of the eight bytes of an integer, the lowest first.
std::uint64_t siphash(const NumberMask::Key& key, std::uint64_t message);

}  // namespace campaign_lens
