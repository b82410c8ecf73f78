#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "table/dictionary.h"
#include "table/digits_shape.h"
#include "table/packed_integers.h"
#include "table/packed_slots.h"
#include "table/time_shape.h"
#include "table/uuid.h"
#include "table/written.h"

namespace campaign_lens {

/// Rows live in groups of this many; the encoding is chosen per group and column.
inline constexpr std::uint32_t kRowGroupRows = 65'536;

/// Where values that are not kept as text are written when they are read. Those of one column share one.
struct CellBuffer {
  std::string text;
  LastDate date;
};

/// A group in which the column does not occur.
struct MissingGroup {};

/// Values that repeat: codes of the column's dictionary.
struct CodesGroup {
  PackedIntegers codes;
};

/// Telephone numbers, epochs, serial numbers.
struct DigitsGroup {
  DigitsShape shape;
  PackedSlots slots;
};

/// Times, as ticks of `shape`.
struct TimesGroup {
  TimeShape shape;
  PackedSlots slots;
};

/// UUIDs, or codes of the dictionary.
struct UuidsGroup {
  std::vector<Uuid> uuids;
};

/// Mostly unique values of no common shape.
struct TextsGroup {
  Kind kind = Kind::text;           ///< of all rows, where `kinds` is empty
  std::vector<Kind> kinds;          ///< one a row
  std::vector<std::uint32_t> ends;  ///< a row's text is arena[the end of the one before .. this)
  std::vector<char> arena;

  Cell cell(std::uint32_t row) const {
    const std::uint32_t begin = row == 0 ? 0 : ends[row - 1];
    return {kinds.empty() ? kind : kinds[row], std::string_view(arena.data() + begin, ends[row] - begin)};
  }
};

/// One column of one row group, immutable.
using ColumnGroup = std::variant<MissingGroup, CodesGroup, DigitsGroup, TimesGroup, UuidsGroup, TextsGroup>;

/// 0 of one in which the column does not occur.
std::uint32_t rows_of(const ColumnGroup& group);
/// Of a row that has one: its code of the dictionary.
std::optional<std::uint32_t> code_at(const ColumnGroup& group, std::uint32_t row);

/// Of a group of digits or times.
inline const PackedSlots* slots_of(const ColumnGroup& group) {
  if (const auto* const digits = std::get_if<DigitsGroup>(&group)) return &digits->slots;
  const auto* const times = std::get_if<TimesGroup>(&group);
  return times == nullptr ? nullptr : &times->slots;
}

/// The value of a row; its text is valid until the buffer is used again.
Cell cell_of(const ColumnGroup& group, const Dictionary& dictionary, std::uint32_t row, CellBuffer& buffer);

/// How many rows of the group have each code of the dictionary.
std::vector<std::uint32_t> rows_by_code(const ColumnGroup& group, const Dictionary& dictionary);

/// Calls `visit(cell, rows)` for the values of a group, once for each code of the dictionary that occurs,
/// until it gives false.
template <typename Visit>
void for_each_value(const ColumnGroup& group, const Dictionary& dictionary, Visit visit) {
  const std::vector<std::uint32_t> rows = rows_by_code(group, dictionary);
  std::uint32_t coded = 0;
  for (std::uint32_t code = 0; code < rows.size(); ++code) {
    if (rows[code] != 0 && !visit(dictionary.cell(code), rows[code])) return;
    coded += rows[code];
  }
  if (coded == rows_of(group)) return;
  CellBuffer buffer;
  for (std::uint32_t row = 0; row < rows_of(group); ++row) {
    if (!code_at(group, row) && !visit(cell_of(group, dictionary, row, buffer), 1U)) return;
  }
}

Written how_written(const ColumnGroup& group, const Dictionary& dictionary);

/// What the group takes of the heap.
std::size_t heap_bytes(const ColumnGroup& group);

}  // namespace campaign_lens
