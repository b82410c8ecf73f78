#pragma once

#include <optional>

#include "app/state.h"

namespace campaign_lens::app {

Choice choice_of(const AppState::Report& report);

/// Takes note that the choice was another one before. One that continues the last step is part of it.
void remember(AppState::Report& report, Choice before, std::optional<History::Step> step);

/// To the choice before the present one, and the other way; nothing where there is none.
void step_back(AppState::Report& report);
void step_forth(AppState::Report& report);

}  // namespace campaign_lens::app
