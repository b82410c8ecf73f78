#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/time.h"
#include "schema/status.h"
#include "schema/warning.h"
#include "table/table.h"

namespace campaign_lens {

/// What the report says of the campaign as a whole.
struct Campaign {
  std::string id, name, type, flow, launched_at, timezone;   ///< as written; empty when not stated
  std::vector<std::pair<std::string, std::string>> further;  ///< other scalar facts, by (dotted) key
};

/// The counts that the report states, where it does.
using StatedCounts = std::array<std::optional<std::uint64_t>, kCountIds>;

/// A report, as far as it has been read.
struct Dataset {
  Campaign campaign;
  StatedCounts stated;
  Table delivery;
  Table clicks;
  std::vector<Warning> warnings;
  std::vector<std::string> files;         ///< their names, where several are one report; see Place::file
  std::vector<std::string> stated_zones;  ///< as written, each once: its files or pages may differ
  TimeZone campaign_zone;                 ///< as stated last; UTC if none is, or none that is known
  TimeZone zone;                          ///< in which all times are shown and naive ones are placed

  Table& table(TableId id) { return id == TableId::delivery ? delivery : clicks; }
  const Table& table(TableId id) const { return id == TableId::delivery ? delivery : clicks; }
};

}  // namespace campaign_lens
