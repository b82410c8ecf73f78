#pragma once

#include "messages/engine.h"
#include "messages/report.h"
#include "table/dataset.h"

namespace campaign_lens {

/// What a report says and what its rows add up to. Columns of one title are told apart by their keys.
messages::ReportSummary summarise(const Dataset& dataset, const messages::Begin& source,
                                  const Corrections& corrections);

}  // namespace campaign_lens
