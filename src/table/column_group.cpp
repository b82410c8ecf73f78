#include "table/column_group.h"

namespace campaign_lens {

Cell cell_of(const ColumnGroup& group, const Dictionary& dictionary, std::uint32_t row) {
  if (const auto* const coded = std::get_if<CodesGroup>(&group)) return dictionary.cell(coded->codes[row]);
  if (const auto* const texts = std::get_if<TextsGroup>(&group)) return texts->cell(row);
  return {};
}

std::vector<std::uint32_t> rows_by_code(const ColumnGroup& group, const Dictionary& dictionary) {
  std::vector<std::uint32_t> rows(dictionary.size());
  if (const auto* const coded = std::get_if<CodesGroup>(&group)) {
    for (const std::uint32_t code : coded->codes)
      ++rows[code];
  }
  return rows;
}

std::size_t heap_bytes(const ColumnGroup& group) {
  if (const auto* const coded = std::get_if<CodesGroup>(&group)) {
    return coded->codes.capacity() * sizeof(std::uint32_t);
  }
  if (const auto* const texts = std::get_if<TextsGroup>(&group)) {
    return texts->kinds.capacity() + texts->ends.capacity() * sizeof(std::uint32_t) + texts->arena.capacity();
  }
  return 0;
}

}  // namespace campaign_lens
