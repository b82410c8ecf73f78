#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "schema/schema.h"

namespace campaign_lens {

/// The table that an array of objects is by its key alone: "ulink_clicks" the clicks, "messages" the
/// deliveries. Nothing where the key is usual for both ("data", "results", none) or unknown.
std::optional<TableId> table_by_name(std::string_view key);

/// Whether arrays under this key usually hold records, of whichever table.
bool usually_holds_records(std::string_view key);

/// The table that a record belongs to by the keys of its fields; nothing where they are those of neither.
std::optional<TableId> table_by_fields(std::span<const std::string> keys);

/// Whether fields say both that the record is a click and that it is of a message, and one of them which kind
/// of event it is: then only that one's value tells.
bool may_be_either(std::span<const std::string> keys);
/// The kind of the event in an envelope (see `is_envelope`); in other records it may be of anything.
inline constexpr std::string_view kTypeKey = "type";
/// Whether a field of this (dotted) key says which kind of event a record is.
bool is_event_key(std::string_view key);
/// Whether a kind of event ("click", "message.clicked") is that of a click.
bool speaks_of_click(std::string_view event);

/// Whether one of the fields is the recipient's number.
bool name_recipient(std::span<const std::string> keys);
/// Whether the fields are those of one message even if nothing around it says so: its recipient, or an id
/// that is a message's beside a status.
bool name_message(std::span<const std::string> keys);

}  // namespace campaign_lens
