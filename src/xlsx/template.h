#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/wire.h"
#include "messages/workbook.h"
#include "xlsx/cell_text.h"
#include "xlsx/row_writer.h"
#include "xlsx/zip_reader.h"

namespace campaign_lens {

inline constexpr std::uint64_t kMaxSheetRows = 1'048'576 - 1;  ///< Excel's limit, less the header

/// The name of one part of a sheet: "Delivery report", "Delivery report 2", ….
std::string part_name(const std::string& name, std::uint64_t part);
/// How many parts so many rows need; one for none.
std::uint64_t part_count(std::uint64_t rows);

/// A workbook as libxlsxwriter writes it, whole but for the rows of the report. Of one plan it differs by no
/// more than the sheet that tells losses and hashes, and the texts of that.
class Template {
 public:
  static constexpr std::string_view kSharedStrings = "xl/sharedStrings.xml";

  /// A sheet of rows: what stands before and behind them.
  struct Sheet {
    std::string member;
    std::string before, behind;
  };

  static Result<Template> make(const messages::WorkbookPlan& plan, const Losses& losses,
                               const messages::WorkbookEnd& end);

  const std::vector<ZipMember>& members() const { return members_; }
  CellStyles styles() const { return styles_; }
  /// Of the sheets that have rows, one behind the other: those of the first table, of the second.
  const std::vector<Sheet>& sheets() const { return sheets_; }
  /// The sheet that tells losses and hashes.
  std::string_view last_member() const { return last_member_; }
  Result<std::string> content(std::string_view member) const;

 private:
  Bytes file_;
  std::vector<ZipMember> members_;  ///< refer to the file
  CellStyles styles_;
  std::vector<Sheet> sheets_;
  std::string last_member_;
};

}  // namespace campaign_lens
