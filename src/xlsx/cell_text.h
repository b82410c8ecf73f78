#pragma once

#include <cstddef>
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

}  // namespace campaign_lens
