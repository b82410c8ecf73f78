#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "base/result.h"
#include "ingest/byte_sink.h"

namespace campaign_lens {

/// Unpacks gzip as it comes, of one member or several. What it gives at once is bounded, however much a file
/// grows by being unpacked.
class Gunzip {
 public:
  /// What is wrong with the file. `stray_bytes`: something follows that is no gzip.
  enum class Damage : std::uint8_t { none, cut_off, corrupt, stray_bytes };

  Gunzip();
  Gunzip(Gunzip&&) noexcept;
  Gunzip& operator=(Gunzip&&) noexcept;
  ~Gunzip();

  void begin_file();
  /// Behind damage nothing more is unpacked.
  Status feed(std::span<const std::byte> chunk, const ByteSink& sink);
  /// Whether the file ends in the middle.
  void end_file();

  Damage damage() const { return damage_; }

 private:
  struct Stream;

  Status unpack(std::span<const std::byte>& chunk, const ByteSink& sink);

  std::unique_ptr<Stream> stream_;
  Damage damage_ = Damage::none;
  bool first_member_ = true;
  bool in_member_ = false;
};

}  // namespace campaign_lens
