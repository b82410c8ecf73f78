#include "table/uuid.h"

#include <array>
#include <cstring>

namespace campaign_lens {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101;

/// Eight digits, one a byte from the lowest on, as lower-case characters.
std::uint64_t characters_of(std::uint64_t digits) {
  const std::uint64_t letters = ((digits + 6 * kOnes) >> 4) & kOnes;  // 1 where a digit is above 9
  return digits + '0' * kOnes + letters * ('a' - '0' - 10);
}

std::uint32_t swapped(std::uint32_t bytes) {
  return bytes >> 24 | (bytes >> 8 & 0xFF00) | (bytes << 8 & 0xFF0000) | bytes << 24;
}

/// 32 bits from eight characters, the first in the lowest byte.
bool read_word(std::uint64_t characters, std::uint32_t& word) {
  const std::uint64_t digits = (characters & 0x0F * kOnes) + 9 * (characters >> 6 & kOnes);
  if ((digits & 0xF0 * kOnes) != 0 || characters_of(digits) != characters) return false;
  std::uint64_t bytes = (digits << 4 | digits >> 8) & 0x00FF00FF00FF00FF;
  bytes = (bytes | bytes >> 8) & 0x0000FFFF0000FFFF;
  word = swapped(static_cast<std::uint32_t>(bytes | bytes >> 16));
  return true;
}

std::uint64_t write_word(std::uint32_t word) {
  std::uint64_t bytes = swapped(word);
  bytes = (bytes | bytes << 16) & 0x0000FFFF0000FFFF;
  bytes = (bytes | bytes << 8) & 0x00FF00FF00FF00FF;
  return characters_of((bytes >> 4 & 0x000F000F000F000F) | (bytes & 0x000F000F000F000F) << 8);
}

}  // namespace

// 01234567-9012-4567-9012-456789012345
//         8    13   18   23
bool Uuid::read(const Cell& cell, Uuid& uuid) {
  const char* const text = cell.text.data();
  if (cell.kind != Kind::text || cell.text.size() != kCharacters || text[8] != '-' || text[13] != '-' ||
      text[18] != '-' || text[23] != '-') {
    return false;
  }
  std::array<char, 32> characters{};
  std::memcpy(characters.data(), text, 8);
  std::memcpy(characters.data() + 8, text + 9, 4);
  std::memcpy(characters.data() + 12, text + 14, 4);
  std::memcpy(characters.data() + 16, text + 19, 4);
  std::memcpy(characters.data() + 20, text + 24, 12);
  std::array<std::uint32_t, 4> words{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, characters.data() + 8 * i, sizeof eight);
    if (!read_word(eight, words[i])) return false;
  }
  uuid = {.high = std::uint64_t{words[0]} << 32 | words[1], .low = std::uint64_t{words[2]} << 32 | words[3]};
  return uuid.high != 0;
}

void Uuid::append_to(std::string& text) const {
  text.resize(text.size() + kCharacters);
  write(text.data() + text.size() - kCharacters);
}

void Uuid::write(char* to) const {
  std::array<char, 32> characters{};
  const std::array words = {static_cast<std::uint32_t>(high >> 32), static_cast<std::uint32_t>(high),
                            static_cast<std::uint32_t>(low >> 32), static_cast<std::uint32_t>(low)};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint64_t eight = write_word(words[i]);
    std::memcpy(characters.data() + 8 * i, &eight, sizeof eight);
  }
  to[8] = to[13] = to[18] = to[23] = '-';
  std::memcpy(to, characters.data(), 8);
  std::memcpy(to + 9, characters.data() + 8, 4);
  std::memcpy(to + 14, characters.data() + 12, 4);
  std::memcpy(to + 19, characters.data() + 16, 4);
  std::memcpy(to + 24, characters.data() + 20, 12);
}

}  // namespace campaign_lens
