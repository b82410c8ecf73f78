#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "insight/group_times.h"
#include "insight/report_facts.h"
#include "schema/query.h"
#include "table/column.h"

namespace campaign_lens {

// Conditions that ask for what insight counts, and so find the rows that it counts. Each sets hits[row] to 1
// where a row of the group meets it, and leaves the others as they are.

/// Which rows are of an hour of the week. Refers to the columns and the zone.
class HourOfWeekTest {
 public:
  /// `otherwise`: whose time counts where the column has none; there may be no such column.
  HourOfWeekTest(condition::HourOfWeek wanted, const Column& column, const Column* otherwise,
                 const TimeZone& zone);

  void mark(std::size_t group, std::span<std::uint8_t> hits);

 private:
  std::uint32_t hour_;
  GroupTimes times_, otherwise_;
  LocalClock clock_;
};

/// Which rows have a recipient from a country. Refers to the facts.
class CountryTest {
 public:
  CountryTest(std::string_view country, const ReportFacts& facts, TableId table);

  void mark(std::size_t group, std::span<std::uint8_t> hits) const;

 private:
  const Recipients& recipients_;
  std::span<const std::uint32_t> of_rows_;
  std::vector<std::uint8_t> wanted_;  ///< a byte for each country: one may have several prefixes
};

}  // namespace campaign_lens
