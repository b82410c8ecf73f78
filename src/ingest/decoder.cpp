#include "ingest/decoder.h"

#include <algorithm>
#include <utility>

namespace campaign_lens {

Decoder::Decoder(Gunzip::Sinks sinks)
    : sinks_(std::move(sinks)),
      gunzip_({.unpacked = [this](std::span<const std::byte> piece) { return unpacked(piece); },
               .damage = [this](Gunzip::Damage damage, std::uint64_t byte) { sinks_.damage(damage, byte); },
               .gap = [this] { return gap(); }}) {}

bool Decoder::Head::take(std::span<const std::byte>& chunk) {
  const std::size_t taken = std::min(bytes_.size() - size_, chunk.size());
  std::copy_n(chunk.begin(), taken, bytes_.begin() + static_cast<std::ptrdiff_t>(size_));
  size_ += taken;
  chunk = chunk.subspan(taken);
  return size_ == bytes_.size();
}

void Decoder::begin_file() {
  packed_head_ = text_head_ = {};
  packed_known_ = text_known_ = packed_ = transcoded_ = false;
}

Status Decoder::feed(std::span<const std::byte> chunk) {
  if (!packed_known_) {
    if (!packed_head_.take(chunk)) return success();
    if (const Status begun = begin_packed(); !begun) return begun;
  }
  return chunk.empty() ? success() : feed_known(chunk);
}

Status Decoder::end_file() {
  if (!packed_known_) {
    if (const Status begun = begin_packed(); !begun) return begun;
  }
  if (packed_) {
    if (const Status ended = gunzip_.end_file(); !ended) return ended;
  }
  if (!text_known_) {
    if (const Status begun = begin_text(); !begun) return begun;
  }
  return transcoded_ ? utf16_.end_file(sinks_.unpacked) : success();
}

Status Decoder::begin_packed() {
  constexpr std::array kGzip = {std::byte{0x1F}, std::byte{0x8B}};
  const std::span<const std::byte> head = packed_head_.bytes();
  packed_known_ = true;
  packed_ = head.size() >= kGzip.size() && std::ranges::equal(head.first(kGzip.size()), kGzip);
  if (packed_) gunzip_.begin_file();
  return feed_known(head);
}

Status Decoder::feed_known(std::span<const std::byte> chunk) {
  if (!packed_) return unpacked(chunk);
  return gunzip_.feed(chunk);
}

Status Decoder::unpacked(std::span<const std::byte> chunk) {
  if (!text_known_) {
    if (!text_head_.take(chunk)) return success();
    if (const Status begun = begin_text(); !begun) return begun;
  }
  return transcoded_ ? utf16_.feed(chunk, sinks_.unpacked) : sinks_.unpacked(chunk);
}

Status Decoder::gap() {
  if (!text_known_) {
    if (const Status begun = begin_text(); !begun) return begun;
  }
  return sinks_.gap();
}

Status Decoder::begin_text() {
  text_known_ = true;
  const std::optional<Utf16::Order> order = Utf16::order_of(text_head_.bytes());
  transcoded_ = order.has_value();
  if (order) utf16_.begin_file(*order);
  return transcoded_ ? utf16_.feed(text_head_.bytes(), sinks_.unpacked) : sinks_.unpacked(text_head_.bytes());
}

}  // namespace campaign_lens
