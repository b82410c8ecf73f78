#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "insight/report_facts.h"
#include "schema/insight.h"

namespace campaign_lens {

/// All of it, for some rows of each table. Its parts follow, each by itself, for where all at once would take
/// too long: a part takes about ten milliseconds a million rows.
Insight insight_of(const ReportFacts& facts, const ReportRows& rows);

/// What recipients have among some rows.
class RecipientRows {
 public:
  static constexpr std::uint8_t kMessage = 1, kDelivered = 2, kClick = 4,
                                kOwnClick = 8;  ///< own: not automatic

  RecipientRows(const ReportFacts& facts, const ReportRows& rows);
  std::uint8_t operator[](std::uint32_t recipient) const { return flags_[recipient]; }

 private:
  std::vector<std::uint8_t> flags_;
};

/// How many rows each set has among these.
std::array<std::uint64_t, kRowSetCount> row_set_sizes(const ReportFacts& facts, const ReportRows& rows,
                                                      const RecipientRows& recipients);
/// The rows of a set among some of its table, ascending. Of an audience a recipient's row is that with the
/// best outcome, of several the first.
std::vector<std::uint32_t> rows_of(const ReportFacts& facts, RowSet set, const Rows& rows);

Reconciliation reconciliation_of(const ReportFacts& facts, const Rows& delivery);
Failures failures_of(const ReportFacts& facts, const Rows& delivery);
Clicks clicks_of(const ReportFacts& facts, const ReportRows& rows, const RecipientRows& recipients);
std::vector<CountryFigures> countries_of(const ReportFacts& facts, const ReportRows& rows,
                                         const RecipientRows& recipients);
Timing timing_of(const ReportFacts& facts, const ReportRows& rows);

/// The distribution of delays; negative ones are counted apart. Their order is lost.
Delays distribution_of(std::vector<std::int64_t>& delays_us);

}  // namespace campaign_lens
