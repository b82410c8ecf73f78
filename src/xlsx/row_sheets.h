#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xlsxwriter.h>

#include "base/result.h"
#include "messages/workbook.h"
#include "xlsx/formats.h"

namespace campaign_lens {

inline constexpr std::uint64_t kMaxSheetRows = 1'048'576 - 1;  ///< Excel's limit, less the header

/// The name of one part of a sheet: "Delivery report", "Delivery report 2", ….
std::string part_name(const std::string& name, std::uint64_t part);
/// How many parts so many rows need; one for none.
std::uint64_t part_count(std::uint64_t rows);

/// What was changed to fit in a workbook.
struct Losses {
  std::uint64_t cut_cells = 0;
  std::uint64_t replaced_cells = 0;
};

/// The rows of one table, on as many sheets as they need.
class RowSheets {
 public:
  /// Adds the sheets with their headers. `zone` is that of the times.
  static Result<RowSheets> add(lxw_workbook* workbook, const Formats& formats,
                               messages::WorkbookPlan::Sheet plan, const std::string& zone);

  TableId table() const { return plan_.table; }
  /// The next rows. An error if they are not, or not of this table's shape, or the disk is full.
  Status append(const messages::RowBatch& batch, Losses& losses);
  bool complete() const { return rows_ == plan_.rows; }

 private:
  RowSheets(const Formats& formats, messages::WorkbookPlan::Sheet plan, const std::string& zone);

  Status add_part(lxw_workbook* workbook, std::uint64_t part);
  void write_header(lxw_worksheet* sheet) const;
  void fit_widths(const messages::RowBatch& batch) const;
  lxw_error write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                  const messages::RowBatch::Value& value, Losses& losses) const;

  const Formats* formats_;
  messages::WorkbookPlan::Sheet plan_;
  std::vector<std::string> titles_;    ///< of the columns; those of times with the zone
  std::vector<lxw_worksheet*> parts_;  ///< owned by the workbook
  std::uint64_t rows_ = 0;             ///< written so far
};

}  // namespace campaign_lens
