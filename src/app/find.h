#pragma once

#include <vector>

#include "app/state.h"

namespace campaign_lens::app {

/// Looks for the table's text: the nearest row from that of the selection on which has it in a column on
/// screen; `next`: behind it, or before it.
void look_for_text(AppState::Report& report, TableId table, bool next, bool backwards,
                   std::vector<messages::ToPage>& effects);

/// Takes in an answer: the selection goes to the cell, and the grid to its row.
void take_found(AppState::Report& report, const messages::FindAnswer& answer);

}  // namespace campaign_lens::app
