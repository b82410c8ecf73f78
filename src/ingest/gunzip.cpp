#include "ingest/gunzip.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <vector>

#include <zlib.h>

namespace campaign_lens {
namespace {

constexpr std::size_t kStepBytes = std::size_t{256} << 10;

}  // namespace

struct Gunzip::Stream {
  Stream() {
    constexpr int kGzipOnly = 16;
    // Only memory can run out here, and then nothing can go on: the worker ends, and the page says so.
    if (inflateInit2(&state, MAX_WBITS + kGzipOnly) != Z_OK) std::abort();
  }
  ~Stream() { inflateEnd(&state); }
  Stream(const Stream&) = delete;
  Stream(Stream&&) = delete;
  Stream& operator=(const Stream&) = delete;
  Stream& operator=(Stream&&) = delete;

  z_stream state{};
  std::vector<std::byte> unpacked = std::vector<std::byte>(kStepBytes);
};

Gunzip::Gunzip() = default;
Gunzip::Gunzip(Gunzip&&) noexcept = default;
Gunzip& Gunzip::operator=(Gunzip&&) noexcept = default;
Gunzip::~Gunzip() = default;

void Gunzip::begin_file() {
  if (!stream_) stream_ = std::make_unique<Stream>();
  inflateReset(&stream_->state);
  damage_ = Damage::none;
  first_member_ = in_member_ = true;
}

Status Gunzip::feed(std::span<const std::byte> chunk, const ByteSink& sink) {
  constexpr std::byte kMagic{0x1F};
  while (!chunk.empty() && damage_ == Damage::none) {
    if (!in_member_) {
      if (chunk.front() != kMagic) {
        damage_ = Damage::stray_bytes;
        break;
      }
      inflateReset(&stream_->state);
      first_member_ = false;
      in_member_ = true;
    }
    if (const Status unpacked = unpack(chunk, sink); !unpacked) return unpacked;
  }
  return success();
}

/// Unpacks the chunk up to its end, that of the member, or damage; what is left of the chunk stays in it.
Status Gunzip::unpack(std::span<const std::byte>& chunk, const ByteSink& sink) {
  z_stream& state = stream_->state;
  const std::size_t taken = std::min<std::size_t>(chunk.size(), std::numeric_limits<uInt>::max());
  // zlib only reads what next_in points to, but says so only if built with ZLIB_CONST.
  state.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(chunk.data()));
  state.avail_in = static_cast<uInt>(taken);
  int result = Z_OK;
  do {
    state.next_out = reinterpret_cast<Bytef*>(stream_->unpacked.data());
    state.avail_out = static_cast<uInt>(kStepBytes);
    result = inflate(&state, Z_NO_FLUSH);
    const std::span<const std::byte> unpacked(stream_->unpacked.data(), kStepBytes - state.avail_out);
    if (!unpacked.empty()) {
      if (const Status sunk = sink(unpacked); !sunk) return sunk;
    }
  } while (result == Z_OK && (state.avail_in > 0 || state.avail_out == 0));
  chunk = chunk.subspan(taken - state.avail_in);

  if (result == Z_MEM_ERROR) std::abort();
  if (result == Z_STREAM_END) {
    in_member_ = false;
  } else if (result != Z_OK && result != Z_BUF_ERROR) {
    const bool no_member = !first_member_ && state.total_out == 0;
    damage_ = no_member ? Damage::stray_bytes : Damage::corrupt;
  }
  return success();
}

void Gunzip::end_file() {
  if (damage_ == Damage::none && in_member_) damage_ = Damage::cut_off;
}

}  // namespace campaign_lens
