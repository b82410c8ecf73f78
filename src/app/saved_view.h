#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"
#include "schema/saved_view.h"

namespace campaign_lens::app {

/// The report's view in full, for a file of the person's own.
SavedView saved_view(const AppState::Report& report);

/// Shows the report so: all that the view does not name is as the report has it. Gives the keys of columns
/// that the report lacks; what concerns these is left out.
std::vector<std::string> show_view(AppState::Report& report, const SavedView& view);
/// The same of one table alone.
std::vector<std::string> show_table(AppState::Report& report, const SavedView& view, TableId table);

/// Stands for the columns of the delivery table, in whatever order; of the click table where there is no
/// other. Clicks may come behind all messages, when the report has long been on screen.
std::string shape_of(const messages::ReportSummary& summary);

/// Whether a column's key may be kept in the browser's storage; not if it might be a value, as where a report
/// has telephone numbers for keys.
bool is_plain_key(std::string_view key);

/// The report's view without anything that was typed or is a value of the report: what may be kept.
SavedView view_to_keep(const AppState::Report& report);

/// Puts the report's view at the end of those that are kept, and has the page keep them if they are others
/// now.
void keep_view(AppState& state, std::vector<messages::ToPage>& effects);
inline constexpr std::size_t kMaxKeptViews = 20;

}  // namespace campaign_lens::app
