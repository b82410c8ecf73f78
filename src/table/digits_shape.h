#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/time.h"
#include "table/dictionary.h"

namespace campaign_lens {

/// What "+966500000001", "+966500000002", … or JSON's 1760000000001, … have in common: all but a decimal
/// number. Whatever read() takes, append_to() gives back to the byte.
struct DigitsShape {
  Kind kind = Kind::text;  ///< text or number
  std::string prefix, suffix;
  /// How many digits each number has, leading zeros among them. 0: as many as it needs, without leading
  /// zeros.
  std::uint8_t width = 0;

  /// The shape of one value, by its longest run of digits; nothing if it has none or is of another kind.
  static std::optional<DigitsShape> of(Cell cell);

  /// The number of a value of this shape.
  bool read(const Cell& cell, std::uint64_t& number) const;
  void append_to(std::string& text, std::uint64_t number) const;
  /// Gives where the text ends; its length is that of append_to().
  char* write(char* to, std::uint64_t number) const;

  /// As parse_time() reads the text: of epochs without writing it. kNoTime if it is no time.
  ParsedTime moment(std::uint64_t number) const;

  friend bool operator==(const DigitsShape&, const DigitsShape&) = default;
};

}  // namespace campaign_lens
