#pragma once

#include <cstdint>
#include <optional>

#include "app/state.h"

namespace campaign_lens::app {

/// The index of the column that plays the role, if one does.
std::optional<std::uint32_t> column_of(const messages::ReportSummary& summary, TableId table, Role role);

/// Brings the details of a row up to date with the selection and the window.
void update_details(AppState::Report& report, TableId table);

/// The click table's query for the clicks of the row whose details are shown, in whatever way its number is
/// written there; nothing where there are none to ask for.
std::optional<Query> clicks_of_row(const AppState::Report& report);

}  // namespace campaign_lens::app
