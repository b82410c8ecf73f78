#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>

#include "table/dictionary.h"

namespace campaign_lens {

/// A UUID as it is mostly written: 36 characters, lower case. Sorts as its text does. Or the code of the
/// dictionary's value that a row has instead of one: with an upper half of 0, which read() takes for no UUID.
struct Uuid {
  static constexpr std::size_t kCharacters = 36;

  std::uint64_t high = 0, low = 0;

  static constexpr Uuid of_code(std::uint32_t code) { return {.high = 0, .low = code}; }
  constexpr bool holds_code() const { return high == 0; }
  constexpr std::uint32_t code() const { return static_cast<std::uint32_t>(low); }

  /// Takes only what append_to() gives back to the byte.
  static bool read(const Cell& cell, Uuid& uuid);
  void append_to(std::string& text) const;
  void write(char* to) const;  ///< kCharacters of them

  friend auto operator<=>(const Uuid&, const Uuid&) = default;
};

}  // namespace campaign_lens
