#pragma once

#include <cstdint>
#include <optional>

#include "app/state.h"

namespace campaign_lens::app {

/// What the person chose to export of the open report.
messages::ExportRequest export_request(const AppState& state);

/// The table whose rows are exported where they are text: an audience is of messages.
TableId text_table(const AppState::ExportChoice& choice);

/// What would come of it; nothing while that is worked out.
std::optional<messages::Estimated> estimate_of(const AppState& state);

/// How many rows of a table are exported, if their sheet is; nothing while that is worked out.
std::optional<std::uint64_t> exported_rows(const AppState& state, TableId table);

/// How many recipients an audience of the whole report has, where that is known already.
std::optional<std::uint64_t> recipients_of(const AppState::Report& report, RowSet audience);

/// Whether the export goes straight to disk, to a place that the person is asked for.
bool asks_where(const AppState& state);

}  // namespace campaign_lens::app
