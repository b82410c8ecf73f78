#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace campaign_lens {

/// Reads a short text of a fixed grammar from left to right, without looking at the locale and without
/// allocating. What is not found is not consumed.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }

  bool skip(char wanted) {
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void skip_spaces() {
    while (skip(' ')) {
    }
  }

  /// A number of exactly `digits` ASCII digits (more may follow).
  bool number(std::size_t digits, int& value) {
    if (rest_.size() < digits) return false;
    int read = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (!is_digit(rest_[i])) return false;
      read = read * 10 + (rest_[i] - '0');
    }
    value = read;
    rest_.remove_prefix(digits);
    return true;
  }

  /// How many digits come next.
  std::size_t digits_ahead() const {
    std::size_t digits = 0;
    while (digits < rest_.size() && is_digit(rest_[digits]))
      ++digits;
    return digits;
  }

  /// The letters that come next, possibly none.
  std::string_view word() {
    std::size_t length = 0;
    while (length < rest_.size() && is_letter(rest_[length]))
      ++length;
    const std::string_view letters = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return letters;
  }
  /// Whether exactly this word comes next, in any case.
  bool skip_word(std::string_view wanted);

  /// An offset from UTC in seconds: "+3", "+03", "+0300", "+03:00", and with "-".
  std::optional<std::int32_t> offset();

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  std::string_view rest_;
};

/// Whether two ASCII words are the same but for their case.
bool same_word(std::string_view a, std::string_view b);

}  // namespace campaign_lens
