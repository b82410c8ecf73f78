#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/wire.h"
#include "messages/workbook.h"
#include "xlsx/cell_text.h"
#include "xlsx/row_writer.h"
#include "xlsx/shared_strings.h"
#include "xlsx/template.h"
#include "xlsx/zip_writer.h"

namespace campaign_lens {

/// Writes the workbook of an export: a summary, a sheet for each of the plan's tables, filled batch by batch
/// in the order of the plan, sheets of figures, and one on where all of it comes from. Sheets that would pass
/// Excel's 1,048,576 rows go on in "Delivery report 2", ….
///
/// The file comes in parts, from front to back: take() them as they are made, so that neither the file nor a
/// sheet is ever whole in memory.
class Workbook {
 public:
  static Result<std::unique_ptr<Workbook>> create(messages::WorkbookPlan plan);
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook() = default;

  /// The next rows. An error if they are not, or not of their table's shape.
  Status append(const messages::RowBatch& batch);
  /// Once. An error if rows of the plan are missing.
  Status close(const messages::WorkbookEnd& end);

  /// What has been written of the file since the last time.
  Bytes take() { return zip_.take(); }

 private:
  struct Table {
    messages::WorkbookPlan::Sheet plan;
    RowWriter writer;
    std::uint64_t rows = 0;  ///< written so far
  };

  Workbook(messages::WorkbookPlan plan, Template from, std::string_view shared_strings);

  bool is_written_last(std::string_view member) const;
  void write_row(Table& table, std::uint32_t row_of_batch);

  messages::WorkbookPlan plan_;
  Template template_;
  SharedStrings strings_;
  Losses losses_;
  std::vector<Table> tables_;
  std::size_t table_ = 0;  ///< whose rows come next
  std::size_t sheet_ = 0;  ///< of the template, that they go to
  ZipWriter zip_;
  GuidedDeflate* xml_ = nullptr;  ///< of the open sheet
};

}  // namespace campaign_lens
