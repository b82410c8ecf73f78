#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/number_mask.h"
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

/// What of a table's rows is exported.
struct ExportedColumns {
  std::span<const std::uint32_t> columns;     ///< by index, in this order
  const NumberMask* mask = nullptr;           ///< of recipients' numbers; nullptr: they stay as they are
  std::span<const std::uint32_t> recipients;  ///< of each row of the table, for the mask
};

/// Rows of a selection as a workbook's values: moments in time columns as times; numbers of number columns as
/// numbers where a workbook keeps all their digits (15); booleans as booleans; all else as the text that was
/// written. What a column keeps in its dictionary is there once, not once a row.
messages::RowBatch batch_of(const Dataset& dataset, const Selection& selection,
                            const messages::ExportBatch& request, const ExportedColumns& exported);

/// The same rows as JSON, an object a line by column key: values as written, each of its own kind; missing
/// ones are left out. `rows`: how many there are.
std::string json_lines_of(const Dataset& dataset, const Selection& selection,
                          const messages::ExportBatch& request, const ExportedColumns& exported,
                          std::uint32_t& rows);

/// How many characters wide these columns' values are, by some rows from all over the selection.
std::vector<std::uint32_t> widths_of(const Dataset& dataset, const Selection& selection, TableId table,
                                     std::span<const std::uint32_t> columns);

}  // namespace campaign_lens
