#include "base/wire.h"

#include <bit>
#include <cstring>

namespace campaign_lens {

static_assert(std::endian::native == std::endian::little, "numbers are copied as they lie in memory");

void WireWriter::u8(std::uint8_t value) {
  bytes_.push_back(std::byte{value});
}

void WireWriter::u32(std::uint32_t value) {
  append(std::as_bytes(std::span(&value, 1)));
}

void WireWriter::u64(std::uint64_t value) {
  append(std::as_bytes(std::span(&value, 1)));
}

void WireWriter::i64(std::int64_t value) {
  u64(static_cast<std::uint64_t>(value));
}

void WireWriter::f64(double value) {
  u64(std::bit_cast<std::uint64_t>(value));
}

void WireWriter::string(std::string_view value) {
  bytes(std::as_bytes(std::span(value)));
}

void WireWriter::bytes(std::span<const std::byte> value) {
  u32(static_cast<std::uint32_t>(value.size()));
  append(value);
}

void WireWriter::append(std::span<const std::byte> value) {
  bytes_.insert(bytes_.end(), value.begin(), value.end());
}

template <typename T>
T WireReader::number() {
  T value = 0;
  const std::span<const std::byte> bytes = take(sizeof value);
  if (!bytes.empty()) std::memcpy(&value, bytes.data(), sizeof value);
  return value;
}

std::span<const std::byte> WireReader::take(std::size_t length) {
  if (length > rest_.size()) {
    ok_ = false;
    rest_ = {};
    return {};
  }
  const std::span<const std::byte> taken = rest_.first(length);
  rest_ = rest_.subspan(length);
  return taken;
}

std::uint8_t WireReader::u8() {
  return number<std::uint8_t>();
}

std::uint32_t WireReader::u32() {
  return number<std::uint32_t>();
}

std::uint64_t WireReader::u64() {
  return number<std::uint64_t>();
}

std::int64_t WireReader::i64() {
  return static_cast<std::int64_t>(u64());
}

double WireReader::f64() {
  return std::bit_cast<double>(u64());
}

std::string_view WireReader::string() {
  const std::span<const std::byte> value = bytes();
  return {reinterpret_cast<const char*>(value.data()), value.size()};
}

std::span<const std::byte> WireReader::bytes() {
  return take(u32());
}

std::size_t WireReader::count(std::size_t least_bytes) {
  const std::size_t elements = u32();
  if (elements <= rest_.size() / least_bytes) return elements;
  take(rest_.size() + 1);
  return 0;
}

}  // namespace campaign_lens
