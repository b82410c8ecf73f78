#include "xlsx/sheet_text.h"

#include "xlsx/cell_text.h"

namespace campaign_lens {

void SheetText::text(lxw_col_t column, std::string_view text, lxw_format* format) {
  worksheet_write_string(sheet_, row_, column, cell_text(text).text.c_str(), format);
}

void SheetText::count(lxw_col_t column, std::uint64_t count) {
  worksheet_write_number(sheet_, row_, column, static_cast<double>(count), formats_.count);
}

void SheetText::share(lxw_col_t column, std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return text(column, "–", formats_.share);
  worksheet_write_number(sheet_, row_, column, static_cast<double>(part) / static_cast<double>(whole),
                         formats_.share);
}

void SheetText::title(std::string_view title, std::string_view subtitle) {
  worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_row(sheet_, row_, 32, nullptr);
  text(0, title, formats_.title);
  begin_row();
  text(0, subtitle, formats_.subtitle);
}

void SheetText::section(std::string_view title) {
  skip(2);
  worksheet_set_row(sheet_, row_, 22, nullptr);
  text(0, title, formats_.section);
}

void SheetText::header(std::initializer_list<std::string_view> titles, unsigned figures) {
  begin_row();
  lxw_col_t column = 0;
  for (const std::string_view title : titles) {
    text(column, title, (figures >> column & 1) != 0 ? formats_.header_right : formats_.header);
    ++column;
  }
}

void SheetText::fact(std::string_view label, std::string_view value) {
  begin_row();
  text(0, label, formats_.label);
  text(1, value, nullptr);
}

void SheetText::fact(std::string_view label, std::uint64_t count) {
  begin_row();
  text(0, label, formats_.label);
  worksheet_write_number(sheet_, row_, 1, static_cast<double>(count), formats_.count_left);
}

}  // namespace campaign_lens
