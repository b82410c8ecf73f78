#include <algorithm>
#include <utility>
#include <vector>

#include "insight/clicks_by_recipient.h"
#include "insight/counts.h"
#include "insight/value_ids.h"
#include "table/column_reader.h"

namespace campaign_lens {

namespace {

void add_moment(LocationClicks& location, TimeUs time) {
  if (time == kNoTime) return;
  if (location.first == kNoTime || time < location.first) location.first = time;
  location.last = std::max(location.last, time);  // kNoTime is the earliest
}

}  // namespace

std::vector<LocationClicks> clicks_by_location(const Table& clicks) {
  ValueIds places(clicks.column(Role::location));
  const Column* const time = clicks.column(Role::status_time);
  const Table no_messages;
  const Recipients recipients = Recipients::of(no_messages, clicks).result();

  std::vector<LocationClicks> locations;
  std::vector<std::uint32_t> last_recipients;  ///< that was counted for each location
  for (const std::uint32_t row : clicks_by_recipient(recipients)) {
    const std::uint32_t place = places.id(row);
    if (place >= locations.size()) {
      locations.resize(place + 1);
      last_recipients.resize(place + 1, Recipients::kNone);
    }
    LocationClicks& location = locations[place];
    ++location.clicks;
    if (time != nullptr) add_moment(location, ColumnReader(*time).time(row));
    const std::uint32_t recipient = recipients.of_rows(TableId::clicks)[row];
    if (recipient != std::exchange(last_recipients[place], recipient) && recipient != Recipients::kNone)
      ++location.recipients;
  }
  for (std::uint32_t place = 0; place < locations.size(); ++place)
    locations[place].location = places.text(place);
  std::erase_if(locations, [](const LocationClicks& location) { return location.clicks == 0; });

  std::sort(locations.begin(), locations.end(), [](const LocationClicks& a, const LocationClicks& b) {
    if (a.location.empty() != b.location.empty()) return b.location.empty();
    return a.clicks != b.clicks ? a.clicks > b.clicks : a.location < b.location;
  });
  return locations;
}

}  // namespace campaign_lens
