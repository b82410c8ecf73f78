#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "base/wire.h"
#include "schema/corrections.h"
#include "schema/schema.h"
#include "schema/status.h"

namespace campaign_lens::messages {

/// All that the page shows of a report besides its rows: the engine's answer to `describe`.
struct ReportSummary {
  struct Fact {
    std::string title, value;
    friend bool operator==(const Fact&, const Fact&) = default;
  };
  struct Location {
    std::string location;
    std::uint64_t clicks = 0, recipients = 0;
    TimeUs first = kNoTime, last = kNoTime;
    std::string first_text, last_text;  ///< formatted in the zone
    friend bool operator==(const Location&, const Location&) = default;
  };
  struct Note {  ///< a warning
    std::string message;
    std::uint64_t count = 1;
    std::uint64_t line = 0, byte_offset = 0;  ///< of the first; line 0: no place
    std::vector<Place> places;                ///< the first thousand, the first among them
    friend bool operator==(const Note&, const Note&) = default;
  };

  /// How a column was read, in the order of `columns`.
  struct ColumnContent {
    std::uint64_t filled = 0;  ///< rows in which it is not blank
    std::string example;       ///< its first value that is not blank, bounded
    friend bool operator==(const ColumnContent&, const ColumnContent&) = default;
  };
  /// A status text that belongs to no family by itself.
  struct UnknownStatus {
    std::string status;
    std::uint64_t rows = 0;
    StatusFamily family = StatusFamily::unrecognised;  ///< as corrected
    friend bool operator==(const UnknownStatus&, const UnknownStatus&) = default;
  };

  bool complete = true;  ///< false while the file is being read: all that follows is of what is there
  std::string file_name;
  std::uint64_t file_bytes = 0;
  std::string campaign_name;  ///< the campaign's name, its id, or the file's name: what there is
  std::vector<Fact> facts;    ///< as shown under the name
  std::string zone;           ///< in which times are shown
  StatusCounts counts;
  std::vector<ColumnInfo> columns[kTableCount];
  std::uint64_t rows[kTableCount] = {};
  std::vector<Location> locations;
  std::vector<Note> warnings;
  std::vector<ColumnContent> contents[kTableCount];
  std::vector<UnknownStatus> unknown_statuses;  ///< most frequent first, at most 100
  std::uint64_t naive_times = 0;                ///< times without an offset: they depend on the zone
  std::string stated_zone;                      ///< the campaign's, as written; empty if it states none
  Corrections corrections;                      ///< in force
  friend bool operator==(const ReportSummary&, const ReportSummary&) = default;
};

Bytes encode(const ReportSummary& summary);
std::optional<ReportSummary> decode_report_summary(std::span<const std::byte> message);

}  // namespace campaign_lens::messages
