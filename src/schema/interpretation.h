#pragma once

#include <map>
#include <string>

#include "base/time.h"
#include "schema/schema.h"
#include "schema/status.h"

namespace campaign_lens {

/// How the values of a table are understood, as far as that is not found from the table itself. A plain
/// comparable value; what is stored does not depend on it.
struct Interpretation {
  std::map<std::string, Role> roles;                          ///< by column key; `none` takes a role away
  std::map<std::string, StatusFamily, StatusOrder> families;  ///< by status text
  TimeZone zone;                                              ///< in which naive times are placed
  friend bool operator==(const Interpretation&, const Interpretation&) = default;
};

}  // namespace campaign_lens
