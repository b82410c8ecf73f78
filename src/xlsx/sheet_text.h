#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include <xlsxwriter.h>

#include "xlsx/formats.h"

namespace campaign_lens {

/// Writes a sheet of words and figures from top to bottom.
class SheetText {
 public:
  SheetText(lxw_worksheet* sheet, const Formats& formats) : sheet_(sheet), formats_(formats) {}

  lxw_worksheet* sheet() const { return sheet_; }
  lxw_row_t row() const { return row_; }
  void skip(lxw_row_t rows) { row_ += rows; }

  /// A cell of the current row.
  void text(lxw_col_t column, std::string_view text, lxw_format* format);
  void count(lxw_col_t column, std::uint64_t count);
  /// `part` of `whole`; "–" where that is 0.
  void share(lxw_col_t column, std::uint64_t part, std::uint64_t whole);

  /// The following begin a row of their own.
  void title(std::string_view title, std::string_view subtitle);
  void section(std::string_view title);
  /// Titles of columns; `figures`: which of them have figures, a bit each, the first one lowest.
  void header(std::initializer_list<std::string_view> titles, unsigned figures);
  void fact(std::string_view label, std::string_view value);
  void fact(std::string_view label, std::uint64_t count);
  void begin_row() { ++row_; }

 private:
  lxw_worksheet* sheet_;
  const Formats& formats_;
  lxw_row_t row_ = 0;
};

}  // namespace campaign_lens
