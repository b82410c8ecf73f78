#include "table/written.h"

namespace campaign_lens {

void Written::add(Cell cell, std::uint64_t rows) {
  if (cell.blank() || rows == 0) return;
  switch (cell.kind) {
    case Kind::number:
      numbers += rows;
      decimals |= cell.text.find_first_of(".eE") != std::string_view::npos;
      break;
    case Kind::boolean:
      booleans += rows;
      break;
    default:
      others += rows;
  }
}

void Written::add(const Written& other) {
  numbers += other.numbers;
  booleans += other.booleans;
  others += other.others;
  decimals |= other.decimals;
}

}  // namespace campaign_lens
