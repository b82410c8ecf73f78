#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "table/dictionary.h"

namespace campaign_lens {

/// Rows live in groups of this many; the encoding is chosen per group and column.
inline constexpr std::uint32_t kRowGroupRows = 65'536;

/// A group in which the column does not occur.
struct MissingGroup {};

/// Values that repeat.
struct CodesGroup {
  std::vector<std::uint32_t> codes;  ///< of the column's dictionary, one a row
};

/// Mostly unique values of no common shape.
struct TextsGroup {
  std::vector<Kind> kinds;
  std::vector<std::uint32_t> ends;  ///< a row's text is arena[the end of the one before .. this)
  std::vector<char> arena;

  Cell cell(std::uint32_t row) const {
    const std::uint32_t begin = row == 0 ? 0 : ends[row - 1];
    return {kinds[row], std::string_view(arena.data() + begin, ends[row] - begin)};
  }
};

/// One column of one row group, immutable.
using ColumnGroup = std::variant<MissingGroup, CodesGroup, TextsGroup>;

Cell cell_of(const ColumnGroup& group, const Dictionary& dictionary, std::uint32_t row);

/// How many rows of the group have each code of the dictionary.
std::vector<std::uint32_t> rows_by_code(const ColumnGroup& group, const Dictionary& dictionary);

/// Calls `visit(cell, rows)` for the values of a group, once for each code of the dictionary that occurs,
/// until it gives false.
template <typename Visit>
void for_each_value(const ColumnGroup& group, const Dictionary& dictionary, Visit visit) {
  const std::vector<std::uint32_t> rows = rows_by_code(group, dictionary);
  for (std::uint32_t code = 0; code < rows.size(); ++code) {
    if (rows[code] != 0 && !visit(dictionary.cell(code), rows[code])) return;
  }
  const auto* const texts = std::get_if<TextsGroup>(&group);
  for (std::uint32_t row = 0; texts != nullptr && row < texts->kinds.size(); ++row) {
    if (!visit(texts->cell(row), 1U)) return;
  }
}

/// What the group takes of the heap.
std::size_t heap_bytes(const ColumnGroup& group);

}  // namespace campaign_lens
