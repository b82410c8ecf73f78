#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "schema/query.h"
#include "table/dataset.h"

namespace campaign_lens {

/// The distinct values of a column among the rows that a query keeps without its filters of that column.
struct Facet {
  struct Value {
    std::uint32_t row = 0;   ///< one that has it
    std::uint32_t rows = 0;  ///< that have it
  };
  std::vector<Value> values;     ///< blanks aside; most frequent first, then in the order in which texts sort
  std::uint64_t rows = 0;        ///< that the query keeps
  std::uint64_t blank_rows = 0;  ///< of these
};

/// Only the values that a search finds (condition::Text, anywhere); it is empty: all. Takes time in
/// proportion to the rows and to what sorting the distinct values takes. Of a column that the table lacks all
/// rows are blank.
Facet facet_of(const Dataset& dataset, const Query& query, std::uint32_t column, std::string_view search);

}  // namespace campaign_lens
