#include "xlsx/zip_writer.h"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

namespace campaign_lens {

namespace {

constexpr std::uint32_t kLocalHeader = 0x04034B50, kDescriptor = 0x08074B50, kDirectoryHeader = 0x02014B50,
                        kDirectoryEnd = 0x06054B50, kDirectoryEnd64 = 0x06064B50, kEnd64Locator = 0x07064B50;
constexpr std::uint16_t kDeflated = 8, kDescriptorFollows = 1U << 3, kVersion = 20, kVersion64 = 45,
                        kExtra64 = 0x0001;
constexpr std::uint16_t kMidnight = 0, kDay = 1U << 5 | 1U;                 // 1980-01-01, as Excel writes it
constexpr std::uint32_t kIn64 = std::numeric_limits<std::uint32_t>::max();  // "see the field of 64 bits"
constexpr std::uint16_t kCountIn64 = std::numeric_limits<std::uint16_t>::max();

std::uint32_t bounded32(std::uint64_t value) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(value, kIn64));
}

}  // namespace

template <typename Integer>
void ZipWriter::put(Integer value) {
  const auto bytes =
      std::as_bytes(std::span(&value, 1));  // little-endian, as all machines are that this runs on
  out_.insert(out_.end(), bytes.begin(), bytes.end());
}

void ZipWriter::put(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text));
  out_.insert(out_.end(), bytes.begin(), bytes.end());
}

void ZipWriter::copy(const ZipMember& member) {
  Entry& entry = entries_.emplace_back();
  entry.name = member.name;
  entry.method = member.method;
  entry.crc = member.crc;
  entry.packed_bytes = member.packed.size();
  entry.bytes = member.bytes;
  entry.offset = bytes_written();
  put_local_header(entry);
  out_.insert(out_.end(), member.packed.begin(), member.packed.end());
}

GuidedDeflate& ZipWriter::begin(std::string name) {
  Entry& entry = entries_.emplace_back();
  entry.name = std::move(name);
  entry.flags = kDescriptorFollows;
  entry.method = kDeflated;
  entry.offset = bytes_written();
  put_local_header(entry);
  packed_from_ = bytes_written();
  content_.begin_stream();
  return content_;
}

void ZipWriter::end() {
  content_.finish(out_);
  Entry& entry = entries_.back();
  entry.crc = content_.crc();
  entry.bytes = content_.bytes();
  entry.packed_bytes = bytes_written() - packed_from_;
  put(kDescriptor);
  put(entry.crc);
  if (entry.packed_bytes >= kIn64 || entry.bytes >= kIn64) {
    put(entry.packed_bytes);
    put(entry.bytes);
  } else {
    put(bounded32(entry.packed_bytes));
    put(bounded32(entry.bytes));
  }
}

void ZipWriter::put_common(const Entry& entry) {
  put(entry.flags);
  put(entry.method);
  put(kMidnight);
  put(kDay);
  put(entry.crc);
  put(bounded32(entry.packed_bytes));
  put(bounded32(entry.bytes));
  put(static_cast<std::uint16_t>(entry.name.size()));
}

void ZipWriter::put_local_header(const Entry& entry) {
  put(kLocalHeader);
  put(kVersion);
  put_common(entry);
  put(std::uint16_t{0});
  put(std::string_view(entry.name));
}

void ZipWriter::put_directory_header(const Entry& entry) {
  std::vector<std::uint64_t> in64;
  for (const std::uint64_t value : {entry.bytes, entry.packed_bytes, entry.offset}) {
    if (value >= kIn64) in64.push_back(value);
  }
  put(kDirectoryHeader);
  put(kVersion);
  put(in64.empty() ? kVersion : kVersion64);
  put_common(entry);
  put(static_cast<std::uint16_t>(in64.empty() ? 0 : 4 + 8 * in64.size()));
  put(std::uint16_t{0});  // comment
  put(std::uint16_t{0});  // disk
  put(std::uint16_t{0});  // internal attributes
  put(std::uint32_t{0});  // external attributes
  put(bounded32(entry.offset));
  put(std::string_view(entry.name));
  if (in64.empty()) return;
  put(kExtra64);
  put(static_cast<std::uint16_t>(8 * in64.size()));
  for (const std::uint64_t value : in64)
    put(value);
}

void ZipWriter::finish() {
  const std::uint64_t directory = bytes_written();
  for (const Entry& entry : entries_)
    put_directory_header(entry);
  const std::uint64_t end = bytes_written();
  const std::uint64_t count = entries_.size();
  if (count >= kCountIn64 || directory >= kIn64 || end - directory >= kIn64) {
    put(kDirectoryEnd64);
    put(std::uint64_t{44});  // what follows of this record
    put(kVersion64);
    put(kVersion64);
    put(std::uint32_t{0});  // disk
    put(std::uint32_t{0});  // disk of the directory
    put(count);
    put(count);
    put(end - directory);
    put(directory);
    put(kEnd64Locator);
    put(std::uint32_t{0});
    put(end);
    put(std::uint32_t{1});  // disks
  }
  put(kDirectoryEnd);
  put(std::uint16_t{0});
  put(std::uint16_t{0});
  put(static_cast<std::uint16_t>(std::min<std::uint64_t>(count, kCountIn64)));
  put(static_cast<std::uint16_t>(std::min<std::uint64_t>(count, kCountIn64)));
  put(bounded32(end - directory));
  put(bounded32(directory));
  put(std::uint16_t{0});  // comment
}

Bytes ZipWriter::take() {
  taken_ += out_.size();
  return std::exchange(out_, {});
}

}  // namespace campaign_lens
