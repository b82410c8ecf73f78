#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace campaign_lens {

/// One of the places that a warning is about.
struct WarningPlace {
  Place place;
  std::string detail = {};  ///< what is wrong just there, where the warning itself is more general; or empty
  friend bool operator==(const WarningPlace&, const WarningPlace&) = default;
};

/// Something about the report that a person should know; not an error.
struct Warning {
  std::string message;
  std::uint64_t count = 1;                ///< how often
  std::vector<WarningPlace> places = {};  ///< in the order of the report: the first kMaxWarningPlaces
  friend bool operator==(const Warning&, const Warning&) = default;
};
inline constexpr std::size_t kMaxWarningPlaces = 1'000;

}  // namespace campaign_lens
