#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/result.h"
#include "ingest/cursor.h"
#include "ingest/structural_index.h"
#include "ingest/sync_search.h"
#include "ingest/walker.h"
#include "ingest/warnings.h"
#include "ingest/window.h"

namespace campaign_lens {

/// Reads the text of one file after the other, UTF-8 that should be JSON, in pieces of any size.
class ReportText {
 public:
  /// `window_bytes` is how much is read at once if no record is longer.
  ReportText(Walker& walker, Warnings& warnings, std::size_t window_bytes);

  void begin_file(std::uint32_t file);
  /// An error: this is no JSON; the rest need not be fed.
  Status feed(std::span<const std::byte> piece);
  /// What is fed next does not continue what was fed last: what stood between them is lost. An error as of
  /// feed().
  Status gap();
  /// The file ends. With `lacks_its_end`, which has been said then, no more is said of an end in the middle.
  Status end_file(bool lacks_its_end);

  /// What is wrong with the file first of all.
  const std::optional<Error>& first_fault() const { return first_fault_; }
  /// Where the text that has been fed ends.
  Place end() const { return window_.place(window_.size()); }

 private:
  /// Reading has failed; where it can go on is looked for.
  struct Search {
    Error fault;
    bool in_record = false;
    SyncHints hints;
    std::size_t from = 0;  ///< in the window
    bool behind_whole = true;
  };

  /// Where what has been fed ends.
  enum class End : std::uint8_t { whole, in_a_step, in_damage };

  Status read_window(bool at_end);
  Status begin();
  bool read_indexed(bool at_end);
  std::optional<std::size_t> index(std::size_t& readable);
  std::size_t replace_invalid_utf8(std::size_t end);
  void fail(std::size_t position, std::string_view message);
  std::size_t search_from(std::size_t fault) const;
  bool search(bool at_end);
  void end_search(const std::optional<SyncPoint>& point);
  void want_more();

  Walker& walker_;
  Warnings& warnings_;
  std::size_t window_bytes_;

  Window window_;
  StructuralIndex index_;
  Cursor cursor_;
  std::size_t wanted_bytes_ = 0;  ///< of the window, before it is read again
  std::size_t index_bytes_ = 0;   ///< that are indexed at once: fewer behind damage, which often is not alone
  bool began_ = false;
  End ends_ = End::whole;
  bool resumed_ = false;  ///< nothing has been read since
  std::optional<Search> search_;
  std::optional<Error> first_fault_;
};

}  // namespace campaign_lens
