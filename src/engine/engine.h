#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "ingest/reader.h"
#include "messages/engine.h"
#include "messages/workbook.h"
#include "query/query.h"

namespace campaign_lens {

/// One report, from its first byte to its workbook. The façade of everything below; used in a Worker by
/// messages (handle.h), and directly by the command line and by tests. One engine holds one report: another
/// file, another engine.
class Engine {
 public:
  explicit Engine(ZoneSource zones);

  void begin(messages::Begin source);
  /// As of Reader: after begin(), where several files are one report.
  void expect_files(std::vector<std::string> names);
  void next_file();
  /// An error is final. Before begin() it is an error.
  Status feed(std::span<const std::byte> chunk);
  Result<messages::ReportSummary> finish();

  /// Rows read so far, while loading and after.
  std::uint64_t rows(TableId table) const;
  bool finished() const { return dataset_.has_value(); }

  // After finish() only.
  const Dataset& dataset() const { return *dataset_; }
  const messages::ReportSummary& summary() const { return summary_; }
  messages::QueryAnswer query(const messages::QueryRequest& request);
  /// Rows of the table's last query, with that query's id, whichever the request names; of all rows, with id
  /// 0, before the first one. Fewer rows than asked for where the selection ends or kMaxWindowRows is
  /// reached.
  messages::WindowAnswer window(const messages::WindowRequest& request) const;
  /// Each query is of the table that it stands for, whichever it names.
  messages::WorkbookPlan export_begin(const messages::ExportBegin& request);
  /// At most kRowGroupRows rows, and fewer where the frozen selection ends.
  messages::RowBatch export_batch(const messages::ExportBatch& request) const;

 private:
  struct Current {
    std::uint32_t query_id = 0;
    Selection selection;
  };

  ZoneSource zones_;
  std::optional<Reader> reader_;  ///< from begin() to finish()
  messages::Begin source_;
  std::optional<Dataset> dataset_;
  messages::ReportSummary summary_;
  std::array<Current, kTableCount> current_;
  std::array<Selection, kTableCount> frozen_;  ///< of the export
};

}  // namespace campaign_lens
