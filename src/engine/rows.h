#pragma once

#include <vector>

#include "messages/engine.h"
#include "messages/workbook.h"
#include "query/facet.h"
#include "query/query.h"

namespace campaign_lens {

/// Rows of a selection as text, for the grid or exactly as written. The answer's query id is left to the
/// caller.
messages::WindowAnswer window_of(const Dataset& dataset, const Selection& selection,
                                 const messages::WindowRequest& request);

/// A page of a column's values, as written.
std::vector<messages::FacetAnswer::Value> values_of(const Dataset& dataset, const Facet& facet,
                                                    const messages::FacetRequest& request);

/// Rows of a selection as a workbook's values: moments in time columns as times; numbers of number columns as
/// numbers where a workbook keeps all their digits (15); booleans as booleans; all else as the text that was
/// written.
messages::RowBatch batch_of(const Dataset& dataset, const Selection& selection,
                            const messages::ExportBatch& request);

}  // namespace campaign_lens
