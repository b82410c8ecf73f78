#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "insight/counts.h"
#include "table/column_reader.h"

namespace campaign_lens {

namespace {

std::optional<ColumnReader> reader_of(const Column* column) {
  return column == nullptr ? std::nullopt : std::optional<ColumnReader>(*column);
}

std::string_view text_of(std::optional<ColumnReader>& column, std::uint64_t row) {
  if (!column) return {};
  const Cell cell = column->cell(row);
  return cell.blank() ? std::string_view() : cell.text;
}

void add_moment(LocationClicks& location, TimeUs time) {
  if (time == kNoTime) return;
  if (location.first == kNoTime || time < location.first) location.first = time;
  location.last = std::max(location.last, time);  // kNoTime is the earliest
}

}  // namespace

std::vector<LocationClicks> clicks_by_location(const Table& clicks) {
  std::optional<ColumnReader> places = reader_of(clicks.column(Role::location));
  std::optional<ColumnReader> recipients = reader_of(clicks.column(Role::number));
  std::optional<ColumnReader> times = reader_of(clicks.column(Role::status_time));

  std::vector<LocationClicks> locations;
  Dictionary known_places, known_recipients;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> visits;  // location, recipient
  for (std::uint64_t row = 0; row < clicks.rows(); ++row) {
    const std::string_view place = text_of(places, row);
    const std::uint32_t number = known_places.intern({Kind::text, place}) - 1;  // 0 is the missing value
    if (number == locations.size()) locations.push_back({.location = std::string(place)});
    LocationClicks& location = locations[number];
    ++location.clicks;
    if (times) add_moment(location, times->time(row));
    const std::string_view recipient = text_of(recipients, row);
    if (!recipient.empty()) visits.emplace_back(number, known_recipients.intern({Kind::text, recipient}));
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
