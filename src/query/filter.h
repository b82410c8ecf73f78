#pragma once

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "base/task.h"
#include "query/insight_tests.h"
#include "query/range_tests.h"
#include "query/repeated_test.h"
#include "query/set_tests.h"
#include "query/text_search.h"
#include "query/value_test.h"
#include "schema/query.h"
#include "table/dataset.h"

namespace campaign_lens {

/// Which rows a query keeps, on one table. Refers to the dataset, the facts and the query. Filters whose
/// column the table lacks are passed over, sets of the other table, and texts that fold to nothing: a filter
/// that has no other keeps all.
class Filter {
 public:
  /// `facts`: of the dataset, where the query asks_facts(); else they are not looked at.
  static Task<Filter> of(const Dataset& dataset, const Query& query, const ReportFacts* facts);

  bool keeps_all() const { return statuses_.empty() && parts_.empty(); }
  /// A byte for each row of a group: 1 if it is kept, else 0. Valid until the next call.
  std::span<const std::uint8_t> kept(std::size_t group);
  /// From a row on, in the order of the file.
  Task<std::vector<std::uint32_t>> matching_rows(std::uint64_t first = 0);

 private:
  using Test = std::variant<ColumnSearch, ValueTest, TimeTest, NumberTest, RepeatedTest, HourOfWeekTest,
                            CountryTest, SetTest, ChosenRows>;
  /// Holds of a row that one of the tests marks; or, negated, of the others.
  struct Part {
    std::vector<Test> tests;
    bool negated = false;
  };

  Filter(const Dataset& dataset, const Query& query);
  void add_search(const Query& query);
  Task<void> add(const ColumnFilter& filter, TableId table, const ReportFacts* facts);
  Task<void> add(std::span<const SetFilter> sets, TableId table, const ReportFacts& facts);

  const Table& table_;
  const TimeZone& zone_;
  FamilySet statuses_;  ///< empty: any
  std::vector<Part> parts_;
  std::vector<std::uint8_t> kept_, marked_;  ///< of one group
};

}  // namespace campaign_lens
