#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "base/result.h"
#include "ingest/byte_sink.h"
#include "ingest/gunzip.h"
#include "ingest/utf16.h"

namespace campaign_lens {

/// Gives a file on as UTF-8 text: gzip is unpacked, UTF-16 is transcoded, and anything else passes as it is,
/// without a copy.
class Decoder {
 public:
  explicit Decoder(ByteSink text) : text_(std::move(text)) {}

  void begin_file();
  Status feed(std::span<const std::byte> chunk);
  Status end_file();

  /// What is wrong with the compressed data.
  Gunzip::Damage damage() const { return packed_ ? gunzip_.damage() : Gunzip::Damage::none; }

 private:
  /// The first bytes of a file or of what is packed in it: what kind it is of is told from them.
  class Head {
   public:
    /// Takes what it lacks from the chunk. Whether it lacks nothing then.
    bool take(std::span<const std::byte>& chunk);
    std::span<const std::byte> bytes() const { return std::span(bytes_).first(size_); }

   private:
    std::array<std::byte, 4> bytes_{};
    std::size_t size_ = 0;
  };

  Status begin_packed();
  Status begin_text();
  Status feed_known(std::span<const std::byte> chunk);
  Status unpacked(std::span<const std::byte> chunk);

  ByteSink text_;
  Head packed_head_, text_head_;
  bool packed_known_ = false, text_known_ = false;
  bool packed_ = false, transcoded_ = false;
  Gunzip gunzip_;
  Utf16 utf16_;
};

}  // namespace campaign_lens
