#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"

namespace campaign_lens {

/// One file in a ZIP file. Refers to the bytes of the latter.
struct ZipMember {
  std::string name;
  std::uint16_t method = 0;  ///< 8: deflated
  std::uint32_t crc = 0;     ///< of the content
  std::span<const std::byte> packed;
  std::uint64_t bytes = 0;  ///< of the content
};

/// The members of a small ZIP file by its directory: one disk, no comment, no zip64, nothing encrypted, as
/// libxlsxwriter writes it. An error for any other.
Result<std::vector<ZipMember>> read_zip(std::span<const std::byte> file);

/// The content of a deflated member. An error if it is damaged or larger than 64 MB.
Result<std::string> unpack(const ZipMember& member);

}  // namespace campaign_lens
