#include "shell/web/zones.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

// shell/web/zone_imports.js: writes pairs of [UTC second, offset in seconds], at most `capacity` of them;
// gives their number, or −1 for a zone that the browser does not know.
extern "C" int host_zone_transitions(const char* name, std::size_t name_bytes, double* pairs, int capacity);

namespace campaign_lens {

std::optional<TimeZone> zone_of_browser(std::string_view name) {
  constexpr int kMostTransitions = 1'024;  // Morocco's, the most there are, count 86 until 2037
  std::array<double, 2 * kMostTransitions> pairs;
  const int count = host_zone_transitions(name.data(), name.size(), pairs.data(), kMostTransitions);
  if (count < 0) return std::nullopt;
  TimeZone zone{.name = std::string(name), .transitions = {}};
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
    zone.transitions.push_back(
        {static_cast<std::int64_t>(pairs[2 * i]), static_cast<std::int32_t>(pairs[2 * i + 1])});
  return zone;
}

}  // namespace campaign_lens
