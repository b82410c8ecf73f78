#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace campaign_lens {

inline constexpr std::size_t kMaxCellUnits = 32'767;  ///< UTF-16 units of a cell: Excel's limit

/// A text as a workbook can hold it: valid UTF-8 without what XML refuses (U+FFFD instead), control
/// characters as Excel writes them (_x0007_), a literal _x0007_ with its first _ escaped. At most
/// kMaxCellUnits long, escapes included; what is cut ends in "…".
struct CellText {
  std::string text;
  bool cut = false;
  bool replaced = false;  ///< some character could not be kept
};

CellText cell_text(std::string_view text);

/// How many cells were changed to fit in a workbook.
struct Losses {
  std::uint64_t cut_cells = 0;
  std::uint64_t replaced_cells = 0;

  void add(const CellText& cell, std::uint64_t cells = 1) {
    if (cell.cut) cut_cells += cells;
    if (cell.replaced) replaced_cells += cells;
  }
};

/// Whether a text stands in a sheet's XML as it is: a workbook can hold it and XML needs nothing escaped.
bool is_plain_xml(std::string_view text);
/// A text that a workbook can hold, with &, < and > escaped.
std::string escaped_xml(std::string_view text);
/// Whether readers of XML would drop spaces at its ends if they were not told otherwise.
bool has_outer_space(std::string_view text);

}  // namespace campaign_lens
