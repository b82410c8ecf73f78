#include "ingest/gunzip.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <zlib.h>

namespace campaign_lens {
namespace {

constexpr std::size_t kStepBytes = std::size_t{256} << 10;

/// Damage is often noticed only where a block of the compressed data ends. What comes after it has been read
/// as if it belonged to that block, be it further members; a block has some ten thousand bytes.
constexpr std::uint64_t kLookBackBytes = std::uint64_t{256} << 10;

constexpr std::size_t kHeaderBytes = 10, kPlainHeaderBytes = 4;  ///< the latter: magic, method, flags

/// Whether a member may begin with these bytes, which need not be a whole header: RFC 1952, section 2.3. A
/// header stands by chance once in a hundred thousand million places of compressed data.
bool begins_member(std::span<const std::byte> bytes) {
  const auto may_be = [](std::size_t at, unsigned value) {
    switch (at) {
      case 0:
        return value == 0x1F;
      case 1:
        return value == 0x8B;
      case 2:
        return value == 8;
      case 3:
        return value < 0x20;  // flags
      case 8:
        return value == 0 || value == 2 || value == 4;  // how well it is packed
      case 9:
        return value <= 13 || value == 255;  // on which system
      default:
        return true;
    }
  };
  const std::size_t known = std::min(bytes.size(), kHeaderBytes);
  for (std::size_t at = 0; at < known; ++at) {
    if (!may_be(at, std::to_integer<unsigned>(bytes[at]))) return false;
  }
  return true;
}

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

Gunzip::Gunzip(Sinks sinks) : sinks_(std::move(sinks)) {}
Gunzip::~Gunzip() = default;

void Gunzip::begin_file() {
  if (!stream_) stream_ = std::make_unique<Stream>();
  bytes_.clear();
  first_ = at_ = looked_back_ = 0;
  begin_member();
}

Status Gunzip::feed(std::span<const std::byte> chunk) {
  while (!chunk.empty()) {
    const auto piece = chunk.first(std::min(chunk.size(), kStepBytes));
    bytes_.insert(bytes_.end(), piece.begin(), piece.end());
    chunk = chunk.subspan(piece.size());
    if (const Status read = this->read(); !read) return read;
    const std::uint64_t of_member = state_ == State::in_member ? at_ - std::max(member_, first_) : 0;
    const std::uint64_t first = at_ - std::min(kLookBackBytes, of_member);
    bytes_.erase(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(first - first_));
    first_ = first;
  }
  return success();
}

Status Gunzip::end_file() {
  while (state_ == State::in_member) {
    const std::uint64_t end = at_;
    look_back();
    const bool found = find_member();
    sinks_.damage(found ? Damage::corrupt : Damage::cut_off, end);
    if (!found) return success();
    if (const Status begun = begin_found_member(); !begun) return begun;
    if (const Status read = this->read(); !read) return read;
  }
  if (state_ == State::between_members && !rest().empty()) sinks_.damage(Damage::cut_off, at_);
  return success();
}

Status Gunzip::read() {
  while (!rest().empty()) {
    switch (state_) {
      case State::in_member:
        if (const Status unpacked = unpack(); !unpacked) return unpacked;
        break;
      case State::between_members: {
        const auto head = rest().first(std::min(rest().size(), kPlainHeaderBytes));
        if (!begins_member(head)) {
          sinks_.damage(Damage::stray_bytes, at_);
          state_ = State::searching;
        } else if (head.size() == kPlainHeaderBytes) {
          begin_member();
        } else {
          return success();
        }
        break;
      }
      case State::searching:
        if (!find_member()) return success();
        if (const Status begun = begin_found_member(); !begun) return begun;
        break;
    }
  }
  return success();
}

/// Unpacks up to the end of what there is, that of the member, or damage.
Status Gunzip::unpack() {
  z_stream& state = stream_->state;
  const std::span<const std::byte> packed = rest();
  // zlib only reads what next_in points to, but says so only if built with ZLIB_CONST.
  state.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(packed.data()));
  state.avail_in = static_cast<uInt>(packed.size());
  int result = Z_OK;
  do {
    state.next_out = reinterpret_cast<Bytef*>(stream_->unpacked.data());
    state.avail_out = static_cast<uInt>(kStepBytes);
    result = inflate(&state, Z_NO_FLUSH);
    const std::span<const std::byte> unpacked(stream_->unpacked.data(), kStepBytes - state.avail_out);
    if (!unpacked.empty()) {
      if (const Status sunk = sinks_.unpacked(unpacked); !sunk) return sunk;
    }
  } while (result == Z_OK && (state.avail_in > 0 || state.avail_out == 0));
  at_ += packed.size() - state.avail_in;

  if (result == Z_MEM_ERROR) std::abort();
  if (result == Z_STREAM_END) {
    state_ = State::between_members;
  } else if (result != Z_OK && result != Z_BUF_ERROR) {
    sinks_.damage(Damage::corrupt, at_);
    look_back();
  }
  return success();
}

void Gunzip::begin_member() {
  inflateReset(&stream_->state);
  state_ = State::in_member;
  member_ = at_;
  corrupt_at_.reset();
}

bool Gunzip::find_member() {
  for (; !rest().empty(); ++at_) {
    const auto head = rest().first(std::min(rest().size(), kHeaderBytes));
    if (begins_member(head)) return head.size() == kHeaderBytes;
  }
  return false;
}

Status Gunzip::begin_found_member() {
  // Where only the check sum or the length is wrong, all of the text has been given: the length takes 4
  // bytes.
  const bool continues = corrupt_at_ && (at_ == *corrupt_at_ || at_ == *corrupt_at_ + 4);
  begin_member();
  return continues ? success() : sinks_.gap();
}

void Gunzip::look_back() {
  state_ = State::searching;
  corrupt_at_ = at_;
  // No more than once over all of the file, so that a hostile one takes no longer than another.
  if (looked_back_ > at_) return;
  const std::uint64_t from = std::max({member_ + 1, first_, at_ - std::min(at_, kLookBackBytes)});
  looked_back_ += at_ - std::min(at_, from);
  at_ = std::min(at_, from);
}

}  // namespace campaign_lens
