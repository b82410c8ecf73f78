#include "xlsx/row_sheets.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "xlsx/cell_text.h"

namespace campaign_lens {

namespace {

using Value = messages::RowBatch::Value;

constexpr double kDaysTo1970 = 25'569;  // Excel counts days from 1899-12-30
constexpr double kSecondsPerDay = 86'400;

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

double column_width(std::size_t characters) {
  return static_cast<double>(std::clamp<std::size_t>(characters, 8, 60));
}

/// As wide as the title and the filter's arrow.
double title_width(std::string_view title) {
  return column_width(code_points(title) + 4);
}

/// About how many characters wide a value is shown.
std::size_t shown_width(const Value& value) {
  switch (value.form) {
    case Value::Form::blank:
      return 0;
    case Value::Form::text:
      return code_points(value.text);
    case Value::Form::number:
      return 12;
    case Value::Form::time:
      return 19;
    case Value::Form::boolean:
      return 5;
  }
  return 0;
}

}  // namespace

std::string part_name(const std::string& name, std::uint64_t part) {
  return part == 0 ? name : name + " " + std::to_string(part + 1);
}

std::uint64_t part_count(std::uint64_t rows) {
  return std::max<std::uint64_t>(1, (rows + kMaxSheetRows - 1) / kMaxSheetRows);
}

RowSheets::RowSheets(const Formats& formats, messages::WorkbookPlan::Sheet plan, const std::string& zone)
    : formats_(&formats), plan_(std::move(plan)) {
  for (const ColumnInfo& column : plan_.columns) {
    titles_.push_back(column.type == Type::time ? column.title + " (" + zone + ")" : column.title);
  }
}

Result<RowSheets> RowSheets::add(lxw_workbook* workbook, const Formats& formats,
                                 messages::WorkbookPlan::Sheet plan, const std::string& zone) {
  RowSheets sheets(formats, std::move(plan), zone);
  for (std::uint64_t part = 0; part < part_count(sheets.plan_.rows); ++part) {
    if (const Status added = sheets.add_part(workbook, part); !added) return added.error();
  }
  return sheets;
}

Status RowSheets::add_part(lxw_workbook* workbook, std::uint64_t part) {
  lxw_worksheet* const sheet = workbook_add_worksheet(workbook, part_name(plan_.name, part).c_str());
  if (sheet == nullptr)
    return Error{.message = "The workbook's temporary files could not be made.", .place = {}};
  parts_.push_back(sheet);
  if (plan_.columns.empty()) {
    worksheet_write_string(sheet, 0, 0, "The report has no rows of this kind.", formats_->label);
    return success();
  }

  const std::uint64_t rows = std::min(plan_.rows - part * kMaxSheetRows, kMaxSheetRows);
  // Rows go to disk as they come, so that the filter's range must be known before them.
  worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(rows),
                       static_cast<lxw_col_t>(plan_.columns.size() - 1));
  worksheet_freeze_panes(sheet, 1, 0);
  const std::string range = "A1:XFD" + std::to_string(rows + 1);
  worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.c_str());
  write_header(sheet);
  return success();
}

void RowSheets::write_header(lxw_worksheet* sheet) const {
  worksheet_set_row(sheet, 0, 21, nullptr);
  for (std::size_t i = 0; i < titles_.size(); ++i) {
    const Type type = plan_.columns[i].type;
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_write_string(
        sheet, 0, column, cell_text(titles_[i]).text.c_str(),
        type == Type::integer || type == Type::decimal ? formats_->header_right : formats_->header);
    worksheet_set_column(sheet, column, column, title_width(titles_[i]), nullptr);
  }
}

void RowSheets::fit_widths(const messages::RowBatch& batch) const {
  for (std::size_t i = 0; i < titles_.size(); ++i) {
    std::size_t widest = 0;
    for (const Value& value : batch.columns[i])
      widest = std::max(widest, shown_width(value));
    const double width = std::max(title_width(titles_[i]), column_width(widest + 2));
    const auto column = static_cast<lxw_col_t>(i);
    for (lxw_worksheet* const sheet : parts_)
      worksheet_set_column(sheet, column, column, width, nullptr);
  }
}

Status RowSheets::append(const messages::RowBatch& batch, Losses& losses) {
  const bool shaped = batch.columns.size() == plan_.columns.size() &&
                      std::all_of(batch.columns.begin(), batch.columns.end(),
                                  [&](const auto& values) { return values.size() == batch.rows; });
  if (!shaped || batch.first != rows_ || batch.rows > plan_.rows - rows_) {
    return Error{.message = "Rows for the workbook arrived damaged or out of order.", .place = {}};
  }
  if (rows_ == 0) fit_widths(batch);

  for (std::uint32_t i = 0; i < batch.rows; ++i, ++rows_) {
    lxw_worksheet* const sheet = parts_[static_cast<std::size_t>(rows_ / kMaxSheetRows)];
    const auto row = static_cast<lxw_row_t>(rows_ % kMaxSheetRows + 1);
    for (std::size_t column = 0; column < batch.columns.size(); ++column) {
      const lxw_error error =
          write(sheet, row, static_cast<lxw_col_t>(column), batch.columns[column][i], losses);
      if (error != LXW_NO_ERROR) return Error{.message = lxw_strerror(error), .place = {}};
    }
    // The library does not look whether its temporary file takes what it writes.
    if (std::ferror(sheet->optimize_tmpfile) != 0) {
      return Error{.message = "The disk is full: the workbook's rows could not be written.", .place = {}};
    }
  }
  return success();
}

lxw_error RowSheets::write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Value& value,
                           Losses& losses) const {
  switch (value.form) {
    case Value::Form::blank:
      return LXW_NO_ERROR;
    case Value::Form::text: {
      const CellText cell = cell_text(value.text);
      losses.cut_cells += cell.cut ? 1 : 0;
      losses.replaced_cells += cell.replaced ? 1 : 0;
      return worksheet_write_string(sheet, row, column, cell.text.c_str(), formats_->text);
    }
    case Value::Form::number:
      return std::isfinite(value.number) ? worksheet_write_number(sheet, row, column, value.number, nullptr)
                                         : LXW_ERROR_PARAMETER_VALIDATION;
    case Value::Form::time: {
      if (!std::isfinite(value.number)) return LXW_ERROR_PARAMETER_VALIDATION;
      lxw_format* const format =
          std::floor(value.number) == value.number ? formats_->time : formats_->exact_time;
      return worksheet_write_number(sheet, row, column, value.number / kSecondsPerDay + kDaysTo1970, format);
    }
    case Value::Form::boolean:
      return worksheet_write_boolean(sheet, row, column, value.number != 0 ? 1 : 0, nullptr);
  }
  return LXW_ERROR_PARAMETER_VALIDATION;
}

}  // namespace campaign_lens
