#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "ingest/reader.h"
#include "messages/engine.h"
#include "messages/workbook.h"
#include "query/query.h"

namespace campaign_lens {

/// One report, from its first byte to its workbook. The façade of everything below; used in a Worker by messages
/// (handle.h), and directly by the command line and by tests. One engine holds one report: another file, another engine.
class Engine {
 public:
  explicit Engine(ZoneSource zones);

  void begin(messages::Begin source);
  Status feed(std::span<const std::byte> chunk);
  Result<messages::ReportSummary> finish();

  /// Rows read so far, while loading and after.
  std::uint64_t rows(TableId table) const;

  // After finish() only.
  const Dataset& dataset() const { return *dataset_; }
  const messages::ReportSummary& summary() const { return summary_; }
  messages::QueryAnswer query(const messages::QueryRequest& request);
  messages::WindowAnswer window(const messages::WindowRequest& request) const;
  messages::WorkbookPlan export_begin(const messages::ExportBegin& request);
  messages::RowBatch export_batch(const messages::ExportBatch& request) const;
};

}  // namespace campaign_lens
