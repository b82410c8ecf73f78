#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "insight/clicks_by_recipient.h"
#include "insight/counts.h"
#include "insight/group_times.h"
#include "insight/value_ids.h"

namespace campaign_lens {

namespace {

void add_moment(LocationClicks& location, TimeUs time) {
  if (time == kNoTime) return;
  if (location.first == kNoTime || time < location.first) location.first = time;
  location.last = std::max(location.last, time);  // kNoTime is the earliest
}

}  // namespace

std::vector<LocationClicks> clicks_by_location(const Table& clicks) {
  ValueIds values(clicks.column(Role::location));
  GroupTimes times(clicks.column(Role::status_time));
  std::vector<LocationClicks> locations;
  std::vector<std::uint32_t> of_rows(static_cast<std::size_t>(clicks.rows()));  ///< which location
  for (std::size_t group = 0; group < clicks.group_count(); ++group) {
    const std::span<const TimeUs> times_of_group = times.read(group, clicks.group_rows(group));
    const auto of_group = std::span(of_rows).subspan(group * kRowGroupRows, times_of_group.size());
    values.read(group, of_group);
    locations.resize(values.size());
    for (std::size_t i = 0; i < of_group.size(); ++i) {
      ++locations[of_group[i]].clicks;
      add_moment(locations[of_group[i]], times_of_group[i]);
    }
  }

  const Table no_messages;
  const Recipients recipients = Recipients::of(no_messages, clicks).result();
  std::vector<std::uint32_t> last_recipients(locations.size(), Recipients::kNone);  ///< that was counted
  for (const std::uint32_t row : clicks_by_recipient(recipients)) {
    const std::uint32_t place = of_rows[row];
    const std::uint32_t recipient = recipients.of_rows(TableId::clicks)[row];
    if (recipient != std::exchange(last_recipients[place], recipient) && recipient != Recipients::kNone)
      ++locations[place].recipients;
  }
  for (std::uint32_t place = 0; place < locations.size(); ++place)
    locations[place].location = values.text(place);
  std::erase_if(locations, [](const LocationClicks& location) { return location.clicks == 0; });

  std::sort(locations.begin(), locations.end(), [](const LocationClicks& a, const LocationClicks& b) {
    if (a.location.empty() != b.location.empty()) return b.location.empty();
    return a.clicks != b.clicks ? a.clicks > b.clicks : a.location < b.location;
  });
  return locations;
}

}  // namespace campaign_lens
