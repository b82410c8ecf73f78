#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/time.h"
#include "base/wire.h"
#include "schema/corrections.h"
#include "schema/schema.h"
#include "schema/status.h"
#include "schema/warning.h"

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
    /// On the most clicked of several that are probably one place: what the others are written like, and the
    /// clicks of all.
    std::vector<std::string> also_written = {};
    std::uint64_t clicks_of_all = 0;
    friend bool operator==(const Location&, const Location&) = default;
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

  bool complete = true;     ///< false while the file is being read: all that follows is of what is there
  bool read_to_end = true;  ///< false: reading was stopped, or memory ran out; a warning says where
  std::string file_name;
  std::uint64_t file_bytes = 0;
  std::vector<std::string> files;  ///< their names, where several are one report; see Place::file
  std::string campaign_name;       ///< the campaign's name, its id, or the file's name: what there is
  std::vector<Fact> facts;         ///< as shown under the name
  std::string zone;                ///< in which times are shown
  StatusCounts counts;
  std::vector<ColumnInfo> columns[kTableCount];
  std::uint64_t rows[kTableCount] = {};
  std::vector<Location> locations;  ///< most clicked first, at most 10,000
  std::uint64_t locations_left_off = 0;
  std::vector<Warning> warnings;
  std::vector<ColumnContent> contents[kTableCount];
  std::vector<UnknownStatus> unknown_statuses;  ///< most frequent first, at most 100
  std::uint64_t naive_times = 0;                ///< times without an offset: they depend on the zone
  std::string stated_zone;                      ///< the campaign's, as written; empty if it states none
  Corrections corrections;                      ///< in force
  friend bool operator==(const ReportSummary&, const ReportSummary&) = default;
};

/// "b.json, line 12, byte 345"; the file only where several are one report.
std::string in_words(const ReportSummary& summary, const Place& place);

Bytes encode(const ReportSummary& summary);
std::optional<ReportSummary> decode_report_summary(std::span<const std::byte> message);

}  // namespace campaign_lens::messages
