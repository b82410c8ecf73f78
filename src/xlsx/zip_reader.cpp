#include "xlsx/zip_reader.h"

#include <cstring>

#include <zlib.h>

namespace campaign_lens {

namespace {

constexpr std::size_t kEndBytes = 22, kDirectoryHeaderBytes = 46, kLocalHeaderBytes = 30;
constexpr std::uint32_t kEnd = 0x06054B50, kDirectoryHeader = 0x02014B50, kLocalHeader = 0x04034B50;

Error damaged() {
  return {.message = "The workbook's template is damaged.", .place = {}};
}

/// The bytes from a place on; none if there are not so many.
std::span<const std::byte> part(std::span<const std::byte> file, std::size_t at, std::size_t bytes) {
  return at <= file.size() && bytes <= file.size() - at ? file.subspan(at, bytes)
                                                        : std::span<const std::byte>();
}

/// Little-endian, as all machines are that this runs on.
template <typename Integer>
Integer number(std::span<const std::byte> header, std::size_t at) {
  Integer value = 0;
  std::memcpy(&value, header.data() + at, sizeof value);
  return value;
}

}  // namespace

Result<std::vector<ZipMember>> read_zip(std::span<const std::byte> file) {
  if (file.size() < kEndBytes) return damaged();
  const auto end = file.last(kEndBytes);
  if (number<std::uint32_t>(end, 0) != kEnd) return damaged();

  std::vector<ZipMember> members;
  std::size_t at = number<std::uint32_t>(end, 16);
  for (unsigned left = number<std::uint16_t>(end, 10); left > 0; --left) {
    const auto header = part(file, at, kDirectoryHeaderBytes);
    if (header.empty() || number<std::uint32_t>(header, 0) != kDirectoryHeader) return damaged();
    const std::size_t name_bytes = number<std::uint16_t>(header, 28);
    const auto name = part(file, at + kDirectoryHeaderBytes, name_bytes);
    const std::size_t local_at = number<std::uint32_t>(header, 42);
    const auto local = part(file, local_at, kLocalHeaderBytes);
    if (name.size() != name_bytes || local.empty() || number<std::uint32_t>(local, 0) != kLocalHeader)
      return damaged();

    ZipMember& member = members.emplace_back();
    member.name.assign(reinterpret_cast<const char*>(name.data()), name.size());
    member.method = number<std::uint16_t>(header, 10);
    member.crc = number<std::uint32_t>(header, 16);
    member.bytes = number<std::uint32_t>(header, 24);
    const std::size_t packed_bytes = number<std::uint32_t>(header, 20);
    member.packed = part(
        file,
        local_at + kLocalHeaderBytes + number<std::uint16_t>(local, 26) + number<std::uint16_t>(local, 28),
        packed_bytes);
    if (member.packed.size() != packed_bytes) return damaged();
    at += kDirectoryHeaderBytes + name_bytes + number<std::uint16_t>(header, 30) +
          number<std::uint16_t>(header, 32);
  }
  return members;
}

Result<std::string> unpack(const ZipMember& member) {
  constexpr std::uint64_t kMostBytes = 64U << 20;
  constexpr std::uint16_t kDeflated = 8;
  if (member.method != kDeflated || member.bytes > kMostBytes) return damaged();
  std::string content(static_cast<std::size_t>(member.bytes), '\0');
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return damaged();
  // zlib only reads it.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(member.packed.data()));
  stream.avail_in = static_cast<uInt>(member.packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(content.data());
  stream.avail_out = static_cast<uInt>(content.size());
  const int ended = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  if (ended != Z_STREAM_END || stream.avail_out != 0) return damaged();
  return content;
}

}  // namespace campaign_lens
