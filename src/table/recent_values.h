#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <vector>

#include "base/byte_masks.h"
#include "schema/schema.h"

namespace campaign_lens {

/// The codes of short values that came lately: most columns that have codes have few different ones. A value
/// is looked up without a branch on its length, which no processor guesses.
class RecentValues {
 public:
  static constexpr std::size_t kMostBytes = 32;

  /// A value and the place where it is looked for.
  class Key {
   public:
    /// kMostBytes must be readable from `text` on, whatever its size, which is no more than that.
    Key(Kind kind, const char* text, std::size_t size) {
      read(text);
      cut(kind, size);
    }
    /// Of the text that stands in quotes from behind the first one on, if it has no escape and is shorter
    /// than kMostBytes, which must be readable. Whether it is UTF-8 is for others to tell: what has been kept
    /// is.
    static std::optional<Key> of_quoted(const char* text) {
      Key key;
      key.read(text);
      const auto ends = bits_of_masks(ends_of_string(key.low_)) |
                        std::uint32_t{bits_of_masks(ends_of_string(key.high_))} << sizeof key.low_;
      const auto size = static_cast<std::size_t>(std::countr_zero(ends));
      if (ends == 0 || text[size] != '"') return std::nullopt;
      key.cut(Kind::text, size);
      return key;
    }

    std::size_t size() const { return size_and_kind_ >> 8; }

    friend bool operator==(const Key& a, const Key& b) {
      const auto differences = std::bit_cast<Words>((a.low_ ^ b.low_) | (a.high_ ^ b.high_));
      return a.size_and_kind_ == b.size_and_kind_ && (differences[0] | differences[1]) == 0;
    }

   private:
    friend class RecentValues;
    using Words = std::array<std::uint64_t, 2>;

    Key() = default;

    void read(const char* text) {
      std::memcpy(&low_, text, sizeof low_);
      std::memcpy(&high_, text + sizeof low_, sizeof high_);
    }
    /// Leaves only the first bytes.
    void cut(Kind kind, std::size_t size) {
      constexpr ByteVector kPlaces = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
      const auto count = static_cast<signed char>(size);
      low_ &= kPlaces < count;
      high_ &= kPlaces + 16 < count;
      size_and_kind_ = static_cast<std::uint32_t>(size << 8) | static_cast<std::uint32_t>(kind);
    }

    // One multiplication, as four make a vector of them, which processors have none for.
    std::size_t place() const {
      const auto low = std::bit_cast<Words>(low_), high = std::bit_cast<Words>(high_);
      const std::uint64_t mixed =
          low[0] + std::rotl(low[1], 23) + std::rotl(high[0], 41) + std::rotl(high[1], 11) + size_and_kind_;
      return static_cast<std::size_t>(mixed * 0x9E3779B97F4A7C15 >> (64 - kPlaceBits));
    }

    ByteVector low_{}, high_{};
    std::uint32_t size_and_kind_ = 0;
  };

  /// The code that was kept for a value; 0 if it was none, or another value has taken its place since.
  std::uint32_t code(const Key& key) const {
    if (entries_.empty()) return 0;
    const Entry& entry = entries_[key.place()];
    return entry.key == key ? entry.code : 0;
  }
  void keep(const Key& key, std::uint32_t code) {
    if (entries_.empty())
      entries_.resize(std::size_t{1} << kPlaceBits, {Key(Kind::missing, kNothing.data(), 0), 0});
    entries_[key.place()] = {key, code};
  }
  /// Codes mean something else from here on.
  void clear() { entries_.clear(); }

 private:
  static constexpr int kPlaceBits = 10;
  static constexpr std::array<char, kMostBytes> kNothing{};
  struct Entry {
    Key key;
    std::uint32_t code = 0;
  };

  std::vector<Entry> entries_;  ///< made with the first that is kept
};

}  // namespace campaign_lens
