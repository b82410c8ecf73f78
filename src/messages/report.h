#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/time.h"
#include "base/wire.h"
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
    friend bool operator==(const Note&, const Note&) = default;
  };

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
  friend bool operator==(const ReportSummary&, const ReportSummary&) = default;
};

Bytes encode(const ReportSummary& summary);
std::optional<ReportSummary> decode_report_summary(std::span<const std::byte> message);

}  // namespace campaign_lens::messages
