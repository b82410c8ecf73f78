#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "table/dataset.h"

namespace campaign_lens {

/// The six counts, counted row by row, and Unrecognised.
StatusCounts count_statuses(const Table& delivery);

/// The clicks of one location, as written; the blank location has an empty name.
struct LocationClicks {
  std::string location;
  std::uint64_t clicks = 0;
  std::uint64_t recipients = 0;  ///< distinct numbers as written
  TimeUs first = kNoTime;
  TimeUs last = kNoTime;
  friend bool operator==(const LocationClicks&, const LocationClicks&) = default;
};

/// Most clicked first, equal ones by name, the blank one last.
std::vector<LocationClicks> clicks_by_location(const Table& clicks);

/// Warnings where the counts that the report states differ from those counted, and which reading of
/// "Submitted to flow studio" (stage or partition) the stated ones follow.
std::vector<Warning> reconcile(const StatedCounts& stated, const StatusCounts& counted);

}  // namespace campaign_lens
