#include "table/dictionary.h"

#include <algorithm>
#include <cstring>

namespace campaign_lens {
namespace {

constexpr std::size_t kMaxBlockBytes = std::size_t{1} << 20;
constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15;  // 2^64 / the golden ratio

/// Eight bytes a step, as the texts are short and there are many.
std::uint32_t hash_of(Cell cell) {
  std::string_view text = cell.text;
  std::uint64_t hash = (text.size() * 8 + static_cast<std::uint64_t>(cell.kind) + 1) * kMix;
  std::uint64_t word = 0;
  for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
    std::memcpy(&word, text.data(), sizeof word);
    hash = (hash ^ word) * kMix;
    hash ^= hash >> 29;
  }
  if (!text.empty()) {
    word = 0;
    std::memcpy(&word, text.data(), text.size());
    hash = (hash ^ word) * kMix;
  }
  return static_cast<std::uint32_t>(hash >> 32);
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

Dictionary::Dictionary() : cells_(1), hashes_(1), slots_(16) {}

std::uint32_t Dictionary::intern(Cell cell) {
  if (cell.kind == Kind::missing) return 0;
  const std::uint32_t hash = hash_of(cell);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t code = slots_[slot];
    if (hashes_[code] == hash && cells_[code] == cell) return code;
  }
  const std::uint32_t code = size();
  cells_.push_back({cell.kind, texts_.keep(cell.text)});
  hashes_.push_back(hash);
  slots_[slot] = code;
  if (cells_.size() * 2 > slots_.size()) grow();
  return code;
}

std::size_t Dictionary::heap_bytes() const {
  return cells_.capacity() * sizeof(Cell) + (hashes_.capacity() + slots_.capacity()) * sizeof(std::uint32_t) +
         texts_.heap_bytes();
}

void Dictionary::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t code = 1; code < size(); ++code) {
    std::size_t slot = hashes_[code] & mask;
    while (slots_[slot] != 0)
      slot = (slot + 1) & mask;
    slots_[slot] = code;
  }
}

}  // namespace campaign_lens
