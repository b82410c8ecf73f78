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

/// Whether one of the fields is the recipient's number.
bool name_recipient(std::span<const std::string> keys);

}  // namespace campaign_lens
