#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "schema/schema.h"

namespace campaign_lens {

/// Rows that belong together for what they say of the report, so that every figure can be opened.
enum class RowSet : std::uint8_t {
  // Of the delivery table; does it add up?
  repeated_message_ids,  ///< another row has the same message id
  superseded_events,     ///< another row of the same message (id and recipient) has its current status
  repeated_recipients,   ///< the recipient has other messages; superseded events aside
  without_number,
  impossible_numbers,  ///< a number that cannot be a telephone number (may_exist)
  messages_in_future,  ///< a time later than when it was asked
  // Of the click table, likewise.
  clicks_without_number,
  clicks_without_message,  ///< the recipient has no message
  clicks_on_failed,        ///< all messages of the recipient failed or were not submitted
  clicks_before_message,   ///< before the first message of the recipient
  clicks_in_future,
  // Of the click table; clicks that probably nobody made.
  automatic_clicks,      ///< any of the following
  clicks_of_many_links,  ///< the recipient has a click on another link within a second
  clicks_at_once,        ///< within two seconds of a message to the recipient
  clicks_by_crawlers,    ///< the user agent or device is a program that looks at links
  // Of the delivery table: audiences. Every recipient with a status that is recognised is in one of these, by
  // what
  // came of all its messages, the best first; a row for each recipient.
  clicked,
  never_clicked,   ///< delivered
  not_confirmed,   ///< or only submitted
  failed_for_now,  ///< failed or not submitted, and worth a retry
  failed_for_good,
};
inline constexpr std::size_t kRowSetCount = 20;
constexpr TableId table_of(RowSet set) {
  return set >= RowSet::clicks_without_number && set <= RowSet::clicks_by_crawlers ? TableId::clicks
                                                                                   : TableId::delivery;
}
constexpr bool is_audience(RowSet set) {
  return set >= RowSet::clicked;
}
std::string_view row_set_name(RowSet set);  ///< "Several messages to one recipient", …
std::string_view row_set_key(RowSet set);   ///< "repeated_recipients", …
std::optional<RowSet> row_set_by_key(std::string_view key);

}  // namespace campaign_lens
