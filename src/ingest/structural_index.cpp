#include "ingest/structural_index.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

#include <simdjson.h>

namespace campaign_lens {

static_assert(StructuralIndex::kPaddingBytes >= simdjson::SIMDJSON_PADDING);

class StructuralIndex::Parser {
 public:
  simdjson::internal::dom_parser_implementation& with_capacity(std::size_t bytes) {
    constexpr std::size_t kLeastBytes = 1 << 16;
    if (!implementation_ || implementation_->capacity() < bytes) {
      // Only memory can run out here, and then nothing can go on: the worker ends, and the page says so.
      if (simdjson::get_active_implementation()->create_dom_parser_implementation(
              std::max(kLeastBytes, std::bit_ceil(bytes)), 1, implementation_) != simdjson::SUCCESS) {
        std::abort();
      }
    }
    return *implementation_;
  }
  std::span<const std::uint32_t> positions() const {
    if (!implementation_) return {};
    return {implementation_->structural_indexes.get(), count_};
  }
  void set_count(std::size_t count) { count_ = count; }

 private:
  std::unique_ptr<simdjson::internal::dom_parser_implementation> implementation_;
  std::size_t count_ = 0;
};

StructuralIndex::StructuralIndex() : parser_(std::make_unique<Parser>()) {}
StructuralIndex::~StructuralIndex() = default;

StructuralIndex::Outcome StructuralIndex::build(std::string_view padded_text) {
  auto& implementation = parser_->with_capacity(padded_text.size());
  parser_->set_count(0);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(padded_text.data());
  switch (implementation.stage1(bytes, padded_text.size(), simdjson::stage1_mode::regular)) {
    case simdjson::SUCCESS:
      parser_->set_count(implementation.n_structural_indexes);
      return Outcome::built;
    case simdjson::EMPTY:
      return Outcome::built;
    case simdjson::UNCLOSED_STRING:
      return Outcome::unclosed_string;
    case simdjson::UNESCAPED_CHARS:
      return Outcome::control_character;
    default:  // UTF8_ERROR; every other code is impossible once the capacity is right
      return Outcome::invalid_utf8;
  }
}

std::span<const std::uint32_t> StructuralIndex::positions() const {
  return parser_->positions();
}

}  // namespace campaign_lens
