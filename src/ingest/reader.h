#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "table/dataset.h"

namespace campaign_lens {

/// Reads a campaign report from bytes as they come, in chunks of any size, into columns. No copy of the JSON
/// is kept:
///
///     feed ─► decoder ─► window (unread tail + chunk) ─► simdjson's structural index ─► walker ─►
///     TableBuilder
///             gzip, UTF-16                    a record that the window ends in is read again with the next
///
/// What cannot be read is skipped, up to where reading can go on, and becomes a warning with its place; so
/// does the end of a file that is cut off. The containers and field names understood are listed in README.md,
/// "What it reads".
class Reader {
 public:
  /// A window of 1 MB is large enough that the tail that is read twice does not matter, and small enough for
  /// a cache; it grows for a longer record, up to kMaxRecordBytes.
  explicit Reader(ZoneSource zones, std::size_t window_bytes = std::size_t{1} << 20);
  Reader(const Reader&) = delete;
  Reader(Reader&&) noexcept;
  Reader& operator=(const Reader&) = delete;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  /// Several files are one report: says so before the first byte, by their names. Their records get the
  /// column `source file`; the counts that they state are added up; of what else they say of the campaign,
  /// the last one's word counts. One that holds no record becomes a warning.
  void expect_files(std::vector<std::string> names);
  /// The file that was fed has ended; what is fed from here on is the next one.
  void next_file();

  /// An error is final: the rest of the file need not be fed. Of several files none is one.
  Status feed(std::span<const std::byte> chunk);
  /// An error where the file holds no record that can be read: the first thing that is wrong with it. A file
  /// that has not been fed to its end lacks it without a word.
  Result<Dataset> finish(bool fed_to_its_end = true) &&;

  /// Whether dataset() has rows, once they are published: there are enough to tell what their columns mean.
  bool readable() const;
  /// Makes all that has been read so far part of dataset().
  void publish();
  /// The report as far as it was read when it was published last; grows, and may be interpreted.
  Dataset& dataset();
  const Dataset& dataset() const;

  std::uint64_t delivery_rows() const;
  std::uint64_t click_rows() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace campaign_lens
