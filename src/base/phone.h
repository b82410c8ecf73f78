#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace campaign_lens {

/// A telephone number, or the beginning of one, that is looked for however it and the others are written.
///
/// A number is read as a country code (ITU-T E.164) and a national part. Behind + or 00 comes the country
/// code, behind a single 0 the national part; bare digits are a national part, and from eleven on they may as
/// well begin with a country code. Zeros before the national part do not count. A number begins with the one
/// that is looked for if its national part does, and the country codes are the same or one has none.
class PhoneSearch {
 public:
  /// Nothing where a text does not look like a number: where it has anything but digits, spaces and
  /// `+ - . / ( )`, or fewer than four digits of a national part.
  static std::optional<PhoneSearch> of(std::string_view text);

  /// Whether a number begins with the one that is looked for. What a text has before its first digit or +
  /// ("tel:", "whatsapp:") and behind the number does not count.
  bool begins(std::string_view text) const { return matches(text, false); }
  /// Whether a number is the one that is looked for.
  bool is(std::string_view text) const { return matches(text, true); }

  /// Digits that whatever begins with it has in a row, if nothing stands between its digits.
  const std::string& digits() const { return digits_; }

 private:
  bool matches(std::string_view text, bool whole) const;

  std::string written_;  ///< its digits alone
  bool plus_ = false;    ///< before them
  std::string digits_;
};

}  // namespace campaign_lens
