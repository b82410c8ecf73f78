#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "table/digits_shape.h"

namespace campaign_lens {

/// A telephone number as far as its own digits tell it.
///
/// Behind + or 00 come the digits of an international number (ITU-T E.164), behind a single 0 those of a
/// national one. Bare digits are international from eleven on; fewer may be either. What stands between
/// digits (spaces, - . / ( ) and bidi marks) does not count, nor a scheme before them ("tel:", "whatsapp:");
/// Arabic digits are digits.
struct PhoneNumber {
  enum class Form : std::uint8_t { international, national, bare };
  Form form = Form::bare;
  std::uint64_t digits = 0;  ///< without the zeros before them
  friend bool operator==(const PhoneNumber&, const PhoneNumber&) = default;
};

/// Nothing of a text that is none, or has more than 18 digits.
std::optional<PhoneNumber> phone_number(std::string_view text);

/// Reads the numbers of one shape without writing them.
class PhoneShape {
 public:
  /// Nothing where the shape's values have to be read as texts.
  static std::optional<PhoneShape> of(const DigitsShape& shape);

  PhoneNumber number(std::uint64_t slot) const;
  /// Whether all its numbers are of one form: then those of two slots are as far apart as these.
  bool one_form() const { return prefix_ != 0 || plus_ || zeros_ >= 2; }

 private:
  bool plus_ = false;
  std::size_t zeros_ = 0;     ///< before the first other digit of the prefix
  std::uint64_t prefix_ = 0;  ///< its digits, in front of the slot's
  std::size_t width_ = 0;     ///< of the slot; 0: as many digits as it has
};

}  // namespace campaign_lens
