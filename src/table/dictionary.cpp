#include "table/dictionary.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "table/short_text.h"

namespace campaign_lens {
namespace {

constexpr std::size_t kMaxBlockBytes = std::size_t{1} << 20;
// 2^64 / the golden ratio, and two more odd numbers without a pattern.
constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15, kMixMiddle = 0xC2B2AE3D27D4EB4F,
                        kMixLast = 0x165667B19E3779F9;

std::uint32_t hash_of(const Cell& cell) {
  const char* text = cell.text.data();
  std::size_t size = cell.text.size();
  std::uint64_t hash = (size * 8 + static_cast<std::uint64_t>(cell.kind) + 1) * kMix;
  for (; size > ShortText::kMostBytes; size -= 8, text += 8) {
    hash = (hash ^ word_at(text)) * kMix;
    hash ^= hash >> 29;
  }
  const ShortText rest(text, size);
  hash = (hash ^ rest.first) * kMix + std::rotl(rest.middle * kMixMiddle, 35) +
         std::rotl(rest.last * kMixLast, 23);  // not one after the other, as multiplying takes a while
  hash = (hash ^ hash >> 31) * kMix;
  return static_cast<std::uint32_t>(hash >> 32);
}

bool same(const Cell& a, const Cell& b) {
  return a.kind == b.kind && a.text.size() == b.text.size() &&
         same_bytes(a.text.data(), b.text.data(), a.text.size());
}

}  // namespace

std::string_view TextArena::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > free_bytes_) {
    const std::size_t bytes = std::max(block_bytes_, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(bytes));
    next_ = blocks_.back().get();
    free_bytes_ = bytes;
    heap_bytes_ += bytes;
    block_bytes_ = std::min(block_bytes_ * 2, kMaxBlockBytes);
  }
  char* const kept = next_;
  std::memcpy(kept, text.data(), text.size());
  next_ += text.size();
  free_bytes_ -= text.size();
  return {kept, text.size()};
}

Dictionary::Dictionary() : cells_(1), slots_(16) {}

std::uint32_t Dictionary::intern(const Cell& cell) {
  if (cell.kind == Kind::missing) return 0;
  const std::uint32_t hash = hash_of(cell);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot].code != 0; slot = (slot + 1) & mask) {
    const std::uint32_t code = slots_[slot].code;
    if (slots_[slot].hash == hash && same(cells_[code], cell)) return code;
  }
  const std::uint32_t code = size();
  cells_.push_back({cell.kind, texts_.keep(cell.text)});
  slots_[slot] = {.hash = hash, .code = code};
  if (cells_.size() * 2 > slots_.size()) grow();
  return code;
}

std::size_t Dictionary::heap_bytes() const {
  return cells_.capacity() * sizeof(Cell) + slots_.capacity() * sizeof(HashedCode) + texts_.heap_bytes();
}

void Dictionary::grow() {
  const std::vector<HashedCode> hashed = std::exchange(slots_, std::vector<HashedCode>(slots_.size() * 2));
  const std::size_t mask = slots_.size() - 1;
  for (const HashedCode& known : hashed) {
    if (known.code == 0) continue;
    std::size_t slot = known.hash & mask;
    while (slots_[slot].code != 0)
      slot = (slot + 1) & mask;
    slots_[slot] = known;
  }
}

}  // namespace campaign_lens
