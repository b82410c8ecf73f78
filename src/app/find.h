#pragma once

#include <vector>

#include "app/state.h"

namespace campaign_lens::app {

/// Looks for the table's text, anew: the nearest row from that of the selection on which has it in a column
/// on screen.
void look_for_text(AppState::Report& report, TableId table, std::vector<messages::ToPage>& effects);

/// To the next row that has it, or the one before. Where an answer is still to come, from that on: so each
/// press is a step, however fast they come.
void find_next(AppState::Report& report, TableId table, bool backwards,
               std::vector<messages::ToPage>& effects);

/// No answer will come to what has not been answered yet.
void give_up_looking(AppState::Find& find);

/// Takes in an answer: the selection goes to the cell, and the grid to its row.
void take_found(AppState::Report& report, const messages::FindAnswer& answer,
                std::vector<messages::ToPage>& effects);

}  // namespace campaign_lens::app
