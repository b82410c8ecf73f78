#include "schema/row_set.h"

#include <array>

namespace campaign_lens {
namespace {

struct Named {
  std::string_view key, name;
};

constexpr std::array<Named, kRowSetCount> kRowSets = {{
    {"repeated_message_ids", "Rows whose message id is in other rows, too"},
    {"superseded_events", "Earlier events of a message"},
    {"repeated_recipients", "Messages to a recipient who has several"},
    {"without_number", "Messages without a number"},
    {"impossible_numbers", "Numbers that cannot exist"},
    {"messages_in_future", "Messages with a time in the future"},
    {"clicks_without_number", "Clicks without a number"},
    {"clicks_without_message", "Clicks by recipients without a message"},
    {"clicks_on_failed", "Clicks by recipients whose messages failed"},
    {"clicks_before_message", "Clicks before the message"},
    {"clicks_in_future", "Clicks with a time in the future"},
    {"automatic_clicks", "Clicks that are probably automatic"},
    {"clicks_of_many_links", "Several links of one recipient within a second"},
    {"clicks_at_once", "Clicks within two seconds of the message"},
    {"clicks_by_crawlers", "Clicks by programs that look at links"},
    {"clicked", "Clicked"},
    {"never_clicked", "Delivered but never clicked"},
    {"not_confirmed", "Not confirmed"},
    {"failed_for_now", "Failed and worth a retry"},
    {"failed_for_good", "Failed for good"},
}};

}  // namespace

std::string_view row_set_name(RowSet set) {
  return kRowSets[static_cast<std::size_t>(set)].name;
}

std::string_view row_set_key(RowSet set) {
  return kRowSets[static_cast<std::size_t>(set)].key;
}

std::optional<RowSet> row_set_by_key(std::string_view key) {
  for (std::size_t i = 0; i < kRowSetCount; ++i) {
    if (kRowSets[i].key == key) return static_cast<RowSet>(i);
  }
  return std::nullopt;
}

}  // namespace campaign_lens
