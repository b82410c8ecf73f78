#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "insight/counts.h"

namespace campaign_lens {

namespace {

std::string_view text_of(const Column* column, std::uint64_t row) {
  if (column == nullptr) return {};
  const Cell cell = column->cell(row);
  return cell.blank() ? std::string_view() : cell.text;
}

/// Numbers distinct texts from 0 on, in the order in which they are first seen.
class Numbering {
 public:
  std::uint32_t of(std::string_view text) {
    return numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

void add_moment(LocationClicks& location, TimeUs time) {
  if (time == kNoTime) return;
  if (location.first == kNoTime || time < location.first) location.first = time;
  location.last = std::max(location.last, time);  // kNoTime is the earliest
}

}  // namespace

std::vector<LocationClicks> clicks_by_location(const Table& clicks) {
  const Column* const places = clicks.column(Role::location);
  const Column* const recipients = clicks.column(Role::number);
  const Column* const times = clicks.column(Role::status_time);

  std::vector<LocationClicks> locations;
  Numbering location_numbers, recipient_numbers;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> visits;  // location, recipient
  for (std::uint64_t row = 0; row < clicks.rows(); ++row) {
    const std::string_view place = text_of(places, row);
    const std::uint32_t number = location_numbers.of(place);
    if (number == locations.size()) locations.push_back({.location = std::string(place)});
    LocationClicks& location = locations[number];
    ++location.clicks;
    if (times != nullptr) add_moment(location, times->time(row));
    const std::string_view recipient = text_of(recipients, row);
    if (!recipient.empty()) visits.emplace_back(number, recipient_numbers.of(recipient));
  }

  std::sort(visits.begin(), visits.end());
  visits.erase(std::unique(visits.begin(), visits.end()), visits.end());
  for (const auto& visit : visits)
    ++locations[visit.first].recipients;

  std::sort(locations.begin(), locations.end(), [](const LocationClicks& a, const LocationClicks& b) {
    if (a.location.empty() != b.location.empty()) return b.location.empty();
    return a.clicks != b.clicks ? a.clicks > b.clicks : a.location < b.location;
  });
  return locations;
}

}  // namespace campaign_lens
