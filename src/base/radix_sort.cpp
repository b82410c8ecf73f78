#include "base/radix_sort.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <span>
#include <utility>

namespace campaign_lens {

namespace {

constexpr std::size_t kDigitValues = 256;
using Counts = std::array<std::size_t, kDigitValues>;

std::uint64_t differing_bits(std::span<const KeyedRow> rows, std::uint64_t key) {
  std::uint64_t differing = 0;
  for (const KeyedRow& row : rows)
    differing |= row.key ^ key;
  return differing;
}

void count_digits(std::span<const KeyedRow> rows, int shift, Counts& counts) {
  for (const KeyedRow& row : rows)
    ++counts[row.key >> shift & 0xFF];
}

/// `next`: where the next row of each digit goes.
void move_by_digit(std::span<const KeyedRow> rows, int shift, Counts& next, std::span<KeyedRow> sorted) {
  for (const KeyedRow& row : rows)
    sorted[next[row.key >> shift & 0xFF]++] = row;
}

/// Rows whose keys differ in no more than 32 bits, as words of these bits and of the row, in the memory of
/// the rows themselves: half of it has the words, the other half is where they go next. Memory that is new
/// comes from the system page by page, which takes longer than the sorting.
class NarrowRows {
 public:
  NarrowRows(std::vector<KeyedRow>& rows, int shift)
      : bytes_(std::as_writable_bytes(std::span(rows))),
        size_(rows.size()),
        shift_(shift),
        common_(rows.front().key & ~(std::uint64_t{0xFFFFFFFF} << shift)) {}

  // All of these work on a part of the rows, from `begin` to `end`; the parts come one after the other.

  void narrow(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      KeyedRow row;
      std::memcpy(&row, bytes_.data() + i * sizeof row, sizeof row);
      put(i, row.key >> shift_ << 32 | row.row);
    }
  }
  void count(std::size_t begin, std::size_t end, int digit, Counts& counts) const {
    for (std::size_t i = begin; i < end; ++i)
      ++counts[digit_of(word(from_ + i), digit)];
  }
  void move(std::size_t begin, std::size_t end, int digit, Counts& next) {
    const std::size_t to = size_ - from_;
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint64_t moved = word(from_ + i);
      put(to + next[digit_of(moved, digit)]++, moved);
    }
  }
  void swap_halves() { from_ = size_ - from_; }
  /// Into the second half, where they do not stand in the way of the rows that they become.
  void make_room() {
    if (from_ != 0) return;
    std::memcpy(bytes_.data() + size_ * kWord, bytes_.data(), size_ * kWord);
    swap_halves();
  }
  void widen(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint64_t sorted = word(from_ + i);
      const KeyedRow row{.key = (sorted >> 32) << shift_ | common_,
                         .row = static_cast<std::uint32_t>(sorted)};
      std::memcpy(bytes_.data() + i * sizeof row, &row, sizeof row);
    }
  }

 private:
  static constexpr std::size_t kWord = sizeof(std::uint64_t);
  static_assert(sizeof(KeyedRow) == 2 * kWord);

  static std::size_t digit_of(std::uint64_t word, int digit) { return word >> (32 + 8 * digit) & 0xFF; }
  std::uint64_t word(std::size_t index) const {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes_.data() + index * kWord, kWord);
    return word;
  }
  void put(std::size_t index, std::uint64_t word) {
    std::memcpy(bytes_.data() + index * kWord, &word, kWord);
  }

  std::span<std::byte> bytes_;
  std::size_t size_;
  int shift_;
  std::uint64_t common_;  ///< the bits of a key that are the same in all
  std::size_t from_ = 0;  ///< the word from which on they stand: 0 or size_
};

/// The places where the rows of each digit begin.
void add_up(Counts& counts) {
  std::size_t before = 0;
  for (std::size_t& count : counts)
    before += std::exchange(count, before);
}

Task<void> sort_narrow(std::vector<KeyedRow>& rows, std::uint64_t differing) {
  const int shift = std::countr_zero(differing);
  NarrowRows narrow(rows, shift);
  const auto end_of = [&](std::size_t begin) { return std::min(begin + kRowsBetweenPauses, rows.size()); };
  for (std::size_t begin = 0; begin < rows.size(); begin += kRowsBetweenPauses) {
    narrow.narrow(begin, end_of(begin));
    co_await Pause{0.1};
  }
  const int digits = (std::bit_width(differing >> shift) + 7) / 8;
  for (int digit = 0; digit < digits; ++digit) {
    const double done = 0.1 + 0.8 * digit / digits;
    Counts next{};
    for (std::size_t begin = 0; begin < rows.size(); begin += kRowsBetweenPauses) {
      narrow.count(begin, end_of(begin), digit, next);
      co_await Pause{done};
    }
    add_up(next);
    for (std::size_t begin = 0; begin < rows.size(); begin += kRowsBetweenPauses) {
      narrow.move(begin, end_of(begin), digit, next);
      co_await Pause{done};
    }
    narrow.swap_halves();
  }
  narrow.make_room();
  for (std::size_t begin = 0; begin < rows.size(); begin += kRowsBetweenPauses) {
    narrow.widen(begin, end_of(begin));
    co_await Pause{0.9};
  }
}

}  // namespace

Task<void> radix_sort(std::vector<KeyedRow>& rows) {
  if (rows.empty()) co_return;
  const auto rows_from = [&](std::size_t begin) {
    return std::span<const KeyedRow>(rows).subspan(begin, std::min(kRowsBetweenPauses, rows.size() - begin));
  };
  std::uint64_t differing = 0;
  for (std::size_t begin = 0; begin < rows.size(); begin += kRowsBetweenPauses) {
    differing |= differing_bits(rows_from(begin), rows.front().key);
    co_await pause(0, 1);
  }

  if (differing == 0) co_return;
  if (differing >> std::countr_zero(differing) <= 0xFFFFFFFF)
    co_return co_await part(0, 1, sort_narrow(rows, differing));

  std::vector<KeyedRow> sorted(rows.size());
  for (int shift = 0; shift < 64; shift += 8) {
    if ((differing >> shift & 0xFF) == 0) continue;
    const double done = shift / 64.0;
    Counts next{};
    for (std::size_t begin = 0; begin < rows.size(); begin += kRowsBetweenPauses) {
      count_digits(rows_from(begin), shift, next);
      co_await Pause{done};
    }
    add_up(next);
    for (std::size_t begin = 0; begin < rows.size(); begin += kRowsBetweenPauses) {
      move_by_digit(rows_from(begin), shift, next, sorted);
      co_await Pause{done};
    }
    rows.swap(sorted);
  }
}

}  // namespace campaign_lens
