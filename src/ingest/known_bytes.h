#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "table/short_text.h"

namespace campaign_lens {

/// A piece of text to be looked for where it is likely to come again.
class KnownBytes {
 public:
  KnownBytes() = default;
  explicit KnownBytes(std::string_view text) : text_(text), words_((text.size() + kWord - 1) / kWord) {
    if (text.empty()) return;
    std::memcpy(words_.data(), text.data(), text.size());
    last_mask_ = ~std::uint64_t{0} >> (8 * (words_.size() * kWord - text.size()));
  }

  std::size_t size() const { return text_.size(); }
  std::string_view text() const { return text_; }
  /// Whether a text begins with it. Seven bytes past where they differ must be readable. Never for an empty
  /// one.
  bool begins(const char* text) const {
    if (words_.empty()) return false;
    const std::size_t last = words_.size() - 1;
    for (std::size_t i = 0; i < last; ++i, text += kWord) {
      if (word_at(text) != words_[i]) return false;
    }
    return ((word_at(text) ^ words_[last]) & last_mask_) == 0;
  }

 private:
  static constexpr std::size_t kWord = sizeof(std::uint64_t);

  std::string text_;
  std::vector<std::uint64_t> words_;  ///< the same, padded with zeros; little-endian, as in word_at()
  std::uint64_t last_mask_ = 0;
};

}  // namespace campaign_lens
