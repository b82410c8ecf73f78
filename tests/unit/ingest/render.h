#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "ingest/reader.h"

namespace campaign_lens {

/// Reads a whole report, fed in chunks, with a zone source that knows Asia/Riyadh.
Result<Dataset> read_report(std::string_view bytes, std::size_t chunk_bytes, std::size_t window_bytes);

/// Reads several files, by name, as one report.
Result<Dataset> read_files(const std::vector<std::pair<std::string, std::string>>& files,
                           std::size_t chunk_bytes);

/// All that a dataset (or an error) says, as JSON in a fixed order with a line a row; what tests/golden
/// expects. The places of a warning stand there if they say more than the first, as [line, byte, detail]. In
/// time columns a cell is [as written, UTC]; a missing cell is [], one kept as JSON text {"json":
/// …}.
std::string render(const Result<Dataset>& report);

}  // namespace campaign_lens
