#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/wire.h"

namespace campaign_lens {

/// Deflate (RFC 1951) of text that says itself where it repeats: whoever writes rows of a sheet knows that a
/// cell is like the one above it. So hardly anything is searched for, which is what deflating mostly takes.
///
/// Text is written into a window, a few bytes at a time, in stretches; what a stretch is like is told at its
/// beginning. Wrong or missing hints make the result larger, never wrong.
class GuidedDeflate {
 public:
  /// A place in all that is written, counted from an arbitrary one, modulo 2^32.
  using Position = std::uint32_t;

  GuidedDeflate();

  /// Makes room for so many bytes more; write there, then `wrote_to` the end of it.
  char* room(std::size_t bytes) {
    if (window_.size() - size_ < bytes + kCompared) make_room(bytes);
    return window_.data() + size_;
  }
  void wrote_to(const char* end) { size_ = static_cast<std::size_t>(end - window_.data()); }
  void append(std::string_view text);

  /// What is written next is a new stretch, and probably like what stands from `example` on.
  void begin_like(Position example) { stretches_.push_back({size_, example}); }
  /// What is written next is a new stretch, and like nothing known.
  void begin() { begin_like(position()); }
  /// Whether what stands there is still near enough to be an example.
  bool reaches(Position example) const { return position() - example <= kFarthest; }
  Position position() const { return base_ + static_cast<Position>(size_); }

  /// Packs what has been written, if it is worth while, and adds it to `out`. Between stretches.
  void pack(Bytes& out);
  /// Packs all that is left and ends the stream.
  void finish(Bytes& out);
  /// What is written next is another stream, which no position of this one is in.
  void begin_stream();

  /// Of what has been packed of this stream.
  std::uint32_t crc() const { return crc_; }
  std::uint64_t bytes() const { return bytes_; }

 private:
  struct Stretch {
    std::size_t begin = 0;  ///< in the window; it ends where the next one begins
    Position example = 0;
  };

  struct Bits {
    std::uint64_t bits = 0;
    unsigned count = 0;
  };
  class BitWriter;

  static constexpr Position kFarthest = 32'768;
  static constexpr std::size_t kCompared = 8;  ///< bytes at once
  static constexpr std::size_t kLiteralSymbols = 286, kDistanceSymbols = 30;
  static constexpr std::size_t kSearchBits = 13;

  void make_room(std::size_t bytes);
  void pack_all(Bytes& out);
  void tokenize(const Stretch& stretch, std::size_t end);
  std::size_t search(std::size_t at, std::size_t end);
  std::size_t equal_bytes(std::size_t at, std::size_t distance, std::size_t end) const;
  void add_literals(std::size_t from, std::size_t end);
  void add_copy(std::size_t at, std::size_t length, std::size_t distance);
  void end_copy();
  void put_block(Bytes& out, bool last);

  std::vector<char> window_;
  std::size_t size_ = 0;    ///< of the window, that is written
  std::size_t packed_ = 0;  ///< of these, that are tokens or packed
  Position base_ = 0;       ///< of the window's first byte
  std::vector<Stretch> stretches_;
  std::uint32_t crc_ = 0;
  std::uint64_t bytes_ = 0;

  /// A literal's byte, or the length and the distance of a copy.
  std::vector<std::uint32_t> tokens_;
  std::size_t token_count_ = 0;  ///< of these; the others are room
  std::size_t copy_begin_ = 0, copy_length_ = 0,
              copy_distance_ = 0;  ///< one that may still grow; of length 0: none
  std::array<std::uint32_t, kLiteralSymbols> literal_counts_{};
  std::array<std::uint32_t, kDistanceSymbols> distance_counts_{};
  std::vector<Position> places_;  ///< where six bytes were last, by a hash of them
  Bits rest_;                     ///< less than a byte
};

}  // namespace campaign_lens
