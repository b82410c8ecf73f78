#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace campaign_lens {

using Bytes = std::vector<std::byte>;

/// Writes the little-endian layout in which messages cross a Worker boundary:
///
///     u8, u32, u64 (as two u32, low first), i64 likewise, f64 (IEEE), string = u32 length in bytes + UTF-8.
///
/// No alignment, no padding. `web/wire.mjs` is the other half.
class WireWriter {
 public:
  void u8(std::uint8_t value);
  void u32(std::uint32_t value);
  void u64(std::uint64_t value);
  void i64(std::int64_t value);
  void f64(double value);
  void boolean(bool value) { u8(value ? 1 : 0); }
  void string(std::string_view value);
  void bytes(std::span<const std::byte> value);  ///< u32 length + the bytes
  /// One behind the other, without their count.
  template <typename T>
  void numbers(std::span<const T> values) {
    append(std::as_bytes(values));
  }

  Bytes take() { return std::move(bytes_); }

 private:
  void append(std::span<const std::byte> value);

  Bytes bytes_;
};

/// Reads what WireWriter wrote. Reading past the end gives zeros and empty strings and clears ok():
/// a message is decoded whole and checked once.
class WireReader {
 public:
  explicit WireReader(std::span<const std::byte> bytes) : rest_(bytes) {}

  std::uint8_t u8();
  std::uint32_t u32();
  std::uint64_t u64();
  std::int64_t i64();
  double f64();
  bool boolean() { return u8() != 0; }
  std::string_view string();           ///< a view into the message
  std::span<const std::byte> bytes();  ///< likewise
  /// As many as there is room for.
  template <typename T>
  void numbers(std::span<T> values) {
    const std::span<const std::byte> read = take(values.size_bytes());
    if (!read.empty()) std::memcpy(values.data(), read.data(), read.size());
  }
  /// The number of elements of a list, refused (0, not ok) when the rest cannot hold that many of at least
  /// `least_bytes` each: a damaged length must not allocate.
  std::size_t count(std::size_t least_bytes);

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }

 private:
  template <typename T>
  T number();
  std::span<const std::byte> take(std::size_t length);

  std::span<const std::byte> rest_;
  bool ok_ = true;
};

}  // namespace campaign_lens
