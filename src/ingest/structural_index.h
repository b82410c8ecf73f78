#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace campaign_lens {

/// Where the tokens of a piece of JSON begin: simdjson's first stage. A position is that of a bracket, brace,
/// colon or comma outside of strings, of a string's opening quote, or of the first byte of anything else.
class StructuralIndex {
 public:
  enum class Outcome : std::uint8_t { built, unclosed_string, control_character, invalid_utf8 };

  /// Bytes that must be readable after the text; their values do not matter.
  static constexpr std::size_t kPaddingBytes = 64;

  StructuralIndex();
  StructuralIndex(const StructuralIndex&) = delete;
  StructuralIndex& operator=(const StructuralIndex&) = delete;
  ~StructuralIndex();

  Outcome build(std::string_view padded_text);
  /// Of the last text for which build() gave `built`; valid until it is called again.
  std::span<const std::uint32_t> positions() const;

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace campaign_lens
