#pragma once

#include <cstdint>

#include "table/dictionary.h"

namespace campaign_lens {

/// How many values were written in which way, blanks aside.
struct Written {
  std::uint64_t numbers = 0, booleans = 0, others = 0;
  bool decimals = false;  ///< some number has a point or an exponent

  void add(Cell cell, std::uint64_t rows = 1);
  void add(const Written& other);
  std::uint64_t values() const { return numbers + booleans + others; }
};

}  // namespace campaign_lens
