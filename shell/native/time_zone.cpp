#include "native/time_zone.h"

#include <fstream>
#include <iterator>
#include <string>

#include "native/tzif.h"

namespace campaign_lens {
namespace {

constexpr std::string_view kZoneFiles = "/usr/share/zoneinfo/";

/// Names come out of reports: they must not lead to other files.
bool stays_inside(std::string_view name) {
  return !name.empty() && name.front() != '/' && name.find("..") == std::string_view::npos &&
         name.find('\0') == std::string_view::npos;
}

}  // namespace

std::optional<TimeZone> system_time_zone(std::string_view name) {
  if (std::optional<TimeZone> zone = fixed_offset_zone(name)) return zone;
  if (!stays_inside(name)) return std::nullopt;
  std::ifstream in(std::string(kZoneFiles) + std::string(name), std::ios::binary);
  const std::string file{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  auto transitions = read_tzif(file);
  if (!transitions) return std::nullopt;
  return TimeZone{.name = std::string(name), .transitions = *std::move(transitions)};
}

}  // namespace campaign_lens
