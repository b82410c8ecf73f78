#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/task.h"
#include "insight/report_facts.h"
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
/// rows are blank. `facts`: as of run().
Task<Facet> facet_of(const Dataset& dataset, Query query, std::uint32_t column, std::string search,
                     const ReportFacts* facts = nullptr);

}  // namespace campaign_lens
