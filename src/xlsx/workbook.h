#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "messages/workbook.h"

namespace campaign_lens {

/// Writes the workbook of an export: Summary, then a sheet for each of the plan's tables, filled batch by
/// batch in the order of the plan. Sheets that would pass Excel's 1,048,576 rows go on in "Delivery report
/// 2", ….
///
/// Rows go to temporary files as they come, the package to a file beside `path` that takes its place at the
/// very end: an export that fails or is given up leaves no half file.
class Workbook {
 public:
  /// `path` is where the file is written; an existing one is replaced when close() succeeds.
  static Result<std::unique_ptr<Workbook>> create(std::string path, messages::WorkbookPlan plan);
  ~Workbook();

  Status append(const messages::RowBatch& batch);
  /// Once. An error if rows of the plan are missing.
  Status close();

 private:
  class Impl;
  explicit Workbook(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace campaign_lens
