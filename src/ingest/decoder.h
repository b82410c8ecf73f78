#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "base/result.h"
#include "ingest/byte_sink.h"
#include "ingest/gunzip.h"
#include "ingest/utf16.h"

namespace campaign_lens {

/// Gives a file on as UTF-8 text: gzip is unpacked, UTF-16 is transcoded, and anything else passes as it is,
/// without a copy.
class Decoder {
 public:
  /// As of Gunzip, but that the text comes out of it; without compression there is no damage.
  explicit Decoder(Gunzip::Sinks sinks);

  void begin_file();
  Status feed(std::span<const std::byte> chunk);
  Status end_file();

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
  Status gap();

  Gunzip::Sinks sinks_;
  Head packed_head_, text_head_;
  bool packed_known_ = false, text_known_ = false;
  bool packed_ = false, transcoded_ = false;
  Gunzip gunzip_;
  Utf16 utf16_;
};

}  // namespace campaign_lens
