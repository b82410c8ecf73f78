#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace campaign_lens {

/// The most decimal digits that a column keeps as an integer: all numbers of 18 fit 63 bits.
inline constexpr std::size_t kMaxDigits = 18;

inline constexpr std::array<std::uint64_t, kMaxDigits + 1> kPowersOfTen = [] {
  std::array<std::uint64_t, kMaxDigits + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i)
    powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// Eight characters as a word, the first in its lowest byte.
inline std::uint64_t eight_characters(const char* text) {
  std::uint64_t word = 0;
  std::memcpy(&word, text, sizeof word);
  return word;
}

inline bool are_digits(std::uint64_t word) {
  return (((word + 0x4646464646464646) | (word - 0x3030303030303030)) & 0x8080808080808080) == 0;
}

/// The number that eight digits are, all at once: pairs, then fours, then eight.
inline std::uint64_t number_of_digits(std::uint64_t word) {
  word = (word & 0x0F0F0F0F0F0F0F0F) * 2561 >> 8;
  word = (word & 0x00FF00FF00FF00FF) * 6553601 >> 16;
  return (word & 0x0000FFFF0000FFFF) * 42949672960001 >> 32;
}

/// Reads 1 to kMaxDigits characters, if all of them are digits.
inline bool read_decimal(const char* text, std::size_t digits, std::uint64_t& number) {
  number = 0;
  std::size_t left = digits;
  if (digits >= 8) {
    for (; left >= 8; left -= 8, text += 8) {
      const std::uint64_t word = eight_characters(text);
      if (!are_digits(word)) return false;
      number = number * 100'000'000 + number_of_digits(word);
    }
    if (left == 0) return true;
    // The last eight again, those that have been read made zeros.
    const std::uint64_t unread = ~std::uint64_t{0} << (8 * (8 - left));
    const std::uint64_t word = (eight_characters(text + left - 8) & unread) | (0x3030303030303030 & ~unread);
    if (!are_digits(word)) return false;
    number = number * kPowersOfTen[left] + number_of_digits(word);
    return true;
  }
  for (; left > 0; --left, ++text) {
    const auto digit = static_cast<unsigned>(*text) - '0';
    if (digit > 9) return false;
    number = number * 10 + digit;
  }
  return true;
}

/// The eight digits of a number below 10^8, the other way round.
inline std::uint64_t digits_of_number(std::uint64_t number) {
  std::uint64_t fours = number / 10'000 | (number % 10'000) << 32;
  const std::uint64_t hundreds = (fours * 10'486 >> 20) & 0x0000007F0000007F;  // each four / 100
  fours = hundreds | (fours - hundreds * 100) << 16;
  const std::uint64_t tens = (fours * 103 >> 10) & 0x000F000F000F000F;  // each pair / 10
  return (tens | (fours - tens * 10) << 8) + 0x3030303030303030;
}

/// Writes the last `digits` digits of a number.
inline void write_decimal(char* to, std::size_t digits, std::uint64_t number) {
  for (; digits >= 8; digits -= 8, number /= 100'000'000) {
    const std::uint64_t word = digits_of_number(number % 100'000'000);
    std::memcpy(to + digits - 8, &word, sizeof word);
  }
  for (; digits > 0; number /= 10)
    to[--digits] = static_cast<char>('0' + number % 10);
}

/// How many digits a number has.
inline std::size_t decimal_digits(std::uint64_t number) {
  std::size_t digits = 1;
  while (digits <= kMaxDigits && number >= kPowersOfTen[digits])
    ++digits;
  return digits;
}

}  // namespace campaign_lens
