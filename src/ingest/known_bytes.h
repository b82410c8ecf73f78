#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace campaign_lens {

/// A piece of text to be looked for where it is likely to come again.
class KnownBytes {
 public:
  KnownBytes() = default;
  explicit KnownBytes(std::string_view text) : bytes_(text), size_(text.size()) {
    bytes_.resize((size_ + kWord - 1) / kWord * kWord);
    const std::size_t rest = size_ % kWord;
    last_mask_ = rest == 0 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * rest)) - 1;
  }

  std::size_t size() const { return size_; }
  std::string_view text() const { return {bytes_.data(), size_}; }
  /// Whether a text begins with it. Seven bytes past where they differ must be readable. Never for an
  /// empty one.
  bool begins(const char* text) const {
    if (size_ == 0) return false;
    std::size_t at = 0;
    for (; at + kWord < bytes_.size(); at += kWord) {
      if (word(text + at) != word(bytes_.data() + at)) return false;
    }
    return ((word(text + at) ^ word(bytes_.data() + at)) & last_mask_) == 0;
  }

 private:
  static constexpr std::size_t kWord = sizeof(std::uint64_t);
  // Little-endian, as are WebAssembly and all machines that browsers run on.
  static std::uint64_t word(const char* bytes) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, kWord);
    return value;
  }

  std::string bytes_;  ///< padded with zeros to whole words
  std::size_t size_ = 0;
  std::uint64_t last_mask_ = 0;
};

}  // namespace campaign_lens
