#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "schema/insight.h"
#include "table/dataset.h"

namespace campaign_lens {

/// The six counts, counted row by row, and Unrecognised. Several events of one message are several rows and
/// count so: a report has a row a message, and a count opens the rows that it counts. Only of the rows with a
/// byte that is not 0, where `kept` has one for each.
StatusCounts count_statuses(const Table& delivery, std::span<const std::uint8_t> kept = {});

/// The clicks of one location, as written; the blank location has an empty name.
struct LocationClicks {
  std::string location;
  std::uint64_t clicks = 0;
  std::uint64_t recipients = 0;  ///< distinct numbers, however they are written (Recipients)
  TimeUs first = kNoTime;
  TimeUs last = kNoTime;
  friend bool operator==(const LocationClicks&, const LocationClicks&) = default;
};

/// Most clicked first, equal ones by name, the blank one last.
std::vector<LocationClicks> clicks_by_location(const Table& clicks);

/// Those of `locations` that are probably one place written in several ways, as indices: "Riyadh, SA",
/// "RIYADH (SA)", "SA / Riyadh". They have the same letters and digits, folded, apart from the order of the
/// parts between commas, slashes, bars and brackets; numbers keep their signs and points. Coordinates, and
/// what else has no letter, are not compared. Groups and their members are in the order of `locations`; a
/// group has at least two.
std::vector<std::vector<std::uint32_t>> spellings_of_places(std::span<const LocationClicks> locations);

/// Which reading of "Submitted to flow studio" the stated counts follow: their own sum tells; where that
/// cannot be worked out, what the rows give does.
SubmittedReading reading_of(const StatedCounts& stated, const StatusCounts& counted);
/// The counts in that reading.
StatusCounts in_reading(SubmittedReading reading, const StatusCounts& counted);

/// Warnings where the counts that the report states differ from those counted, and which reading of
/// "Submitted to flow studio" (stage or partition) the stated ones follow.
std::vector<Warning> reconcile(const StatedCounts& stated, const StatusCounts& counted);

}  // namespace campaign_lens
