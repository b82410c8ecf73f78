#pragma once

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "query/range_tests.h"
#include "query/repeated_test.h"
#include "query/text_search.h"
#include "query/value_test.h"
#include "schema/query.h"
#include "table/dataset.h"

namespace campaign_lens {

/// Which rows a query keeps, on one table. Refers to the dataset and to the query. Filters whose column the
/// table lacks are passed over, and texts that fold to nothing: a filter that has no other keeps all.
class Filter {
 public:
  Filter(const Dataset& dataset, const Query& query);

  bool keeps_all() const { return statuses_.empty() && parts_.empty(); }
  /// A byte for each row of a group: 1 if it is kept, else 0. Valid until the next call.
  std::span<const std::uint8_t> kept(std::size_t group);
  /// From a row on, in the order of the file.
  std::vector<std::uint32_t> matching_rows(std::uint64_t first = 0);

 private:
  using Test = std::variant<ColumnSearch, ValueTest, TimeTest, NumberTest, RepeatedTest>;
  /// Holds of a row that one of the tests marks; or, negated, of the others.
  struct Part {
    std::vector<Test> tests;
    bool negated = false;
  };

  void add_search(const Query& query);
  void add(const ColumnFilter& filter);

  const Table& table_;
  const TimeZone& zone_;
  FamilySet statuses_;  ///< empty: any
  std::vector<Part> parts_;
  std::vector<std::uint8_t> kept_, marked_;  ///< of one group
};

}  // namespace campaign_lens
