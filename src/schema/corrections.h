#pragma once

#include <string>
#include <vector>

#include "schema/schema.h"
#include "schema/status.h"

namespace campaign_lens {

/// What a person corrects in how a report was read. A plain value, whole each time: equal values read alike,
/// and the empty one is the product's own reading.
struct Corrections {
  /// Gives the column the role, and takes it from the column that had it; `none` takes it away.
  struct ColumnRole {
    TableId table = TableId::delivery;
    std::string column;  ///< its key
    Role role = Role::none;
    friend bool operator==(const ColumnRole&, const ColumnRole&) = default;
  };
  /// What a status that is not recognised means.
  struct StatusMeaning {
    std::string status;  ///< as written
    StatusFamily family = StatusFamily::unrecognised;
    friend bool operator==(const StatusMeaning&, const StatusMeaning&) = default;
  };
  std::vector<ColumnRole> roles;
  std::vector<StatusMeaning> statuses;
  std::string zone;  ///< of times without an offset: an IANA name or "+03:00"; empty: the campaign's
  friend bool operator==(const Corrections&, const Corrections&) = default;
};

}  // namespace campaign_lens
