#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/wire.h"
#include "xlsx/guided_deflate.h"
#include "xlsx/zip_reader.h"

namespace campaign_lens {

/// Writes a ZIP file (PKWARE's APPNOTE 6.3) from front to back; what has been written can be taken away at
/// any time, so that no more than a part of it is ever in memory. What is past 4 GB is written as zip64.
class ZipWriter {
 public:
  /// A member of another file as it is, without unpacking it.
  void copy(const ZipMember& member);

  /// A member that is packed as it comes: its sizes follow behind it. Write its content to what this gives
  /// and pack() now and again. `name` is ASCII.
  GuidedDeflate& begin(std::string name);
  void pack() { content_.pack(out_); }
  void end();

  /// Once, behind all members.
  void finish();

  /// What has been written since the last time.
  Bytes take();
  std::uint64_t bytes_written() const { return taken_ + out_.size(); }

 private:
  struct Entry {
    std::string name;
    std::uint16_t flags = 0, method = 0;
    std::uint32_t crc = 0;
    std::uint64_t packed_bytes = 0, bytes = 0, offset = 0;
  };
  template <typename Integer>
  void put(Integer value);
  void put(std::string_view text);
  void put_local_header(const Entry& entry);
  /// What both kinds of header have: from the flags to the length of the name.
  void put_common(const Entry& entry);
  void put_directory_header(const Entry& entry);

  Bytes out_;
  std::uint64_t taken_ = 0;
  std::vector<Entry> entries_;
  std::uint64_t packed_from_ = 0;  ///< where the content of the open member begins
  GuidedDeflate content_;
};

}  // namespace campaign_lens
