#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/text_search.h"
#include "schema/query.h"
#include "table/dataset.h"

namespace campaign_lens {

/// The filters of a query, on one table. Refers to the dataset.
class Filter {
 public:
  Filter(const Dataset& dataset, const Query& query);

  bool keeps_all() const { return statuses_.empty() && search_.finds_all(); }
  /// In the order of the file.
  std::vector<std::uint32_t> matching_rows() const;

 private:
  const Table& table_;
  const TimeZone& zone_;
  FamilySet statuses_;  ///< empty: any
  TextSearch search_;
};

}  // namespace campaign_lens
