#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "base/result.h"
#include "table/dataset.h"

namespace campaign_lens {

/// Gives the offsets of an IANA zone, or nothing if the name is unknown. The platform has one (the system's zone
/// files, the browser's Intl); tests have their own.
using ZoneSource = std::function<std::optional<TimeZone>(std::string_view name)>;

/// Reads a campaign report from bytes as they come, in chunks of any size, into columns. No copy of the JSON is kept:
///
///     feed ─► window (the unread tail + the chunk) ─► simdjson's structural index ─► walker ─► TableBuilder
///                                                      a record that the window ends in is read again with the next
///
/// The containers and field names understood are listed in README.md, "What it reads".
class Reader {
 public:
  explicit Reader(ZoneSource zones);
  ~Reader();

  /// An error is final: the rest of the file need not be fed.
  Status feed(std::span<const std::byte> chunk);
  /// An error where the file holds no record, ends in the middle, or is not JSON.
  Result<Dataset> finish() &&;

  std::uint64_t delivery_rows() const;
  std::uint64_t click_rows() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace campaign_lens
