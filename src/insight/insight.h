#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "insight/report_facts.h"
#include "schema/insight.h"

namespace campaign_lens {

/// All of it, for some rows of each table. Its parts follow; each takes about ten milliseconds a million
/// rows.
Task<Insight> insight_of(const ReportFacts& facts, ReportRows rows);

/// What recipients have among some rows.
class RecipientRows {
 public:
  static constexpr std::uint8_t kMessage = 1, kDelivered = 2, kClick = 4,
                                kOwnClick = 8;  ///< own: not automatic

  static constexpr std::size_t kKinds = 16;  ///< all of these are below

  static Task<RecipientRows> of(const ReportFacts& facts, const ReportRows& rows);
  std::uint8_t operator[](std::uint32_t recipient) const { return flags_[recipient]; }

  /// How many recipients have all of these flags.
  std::uint64_t count(unsigned flags) const;

 private:
  RecipientRows() = default;

  std::vector<std::uint8_t> flags_;
  std::array<std::uint64_t, kKinds> of_kind_{};  ///< recipients by their flags
};

/// How many rows each set has among these.
Task<std::array<std::uint64_t, kRowSetCount>> row_set_sizes(const ReportFacts& facts, const ReportRows& rows,
                                                            const RecipientRows& recipients);
/// Sets marks[i] to 1 where row `first` + i of the set's table is in it, of an audience all messages of its
/// recipients; leaves the others as they are.
void mark_set(const ReportFacts& facts, RowSet set, std::size_t first, std::span<std::uint8_t> marks);
/// Of the messages that are kept (a byte each, not 0) sets those to 0 of whose recipient another one is kept
/// with a better outcome, or an earlier one with the same.
Task<void> keep_one_a_recipient(const ReportFacts& facts, std::span<std::uint8_t> kept);

Reconciliation reconciliation_of(const ReportFacts& facts, const Rows& delivery);
Task<Failures> failures_of(const ReportFacts& facts, const Rows& delivery);
Task<Clicks> clicks_of(const ReportFacts& facts, const ReportRows& rows, const RecipientRows& recipients);
Task<std::vector<CountryFigures>> countries_of(const ReportFacts& facts, const ReportRows& rows,
                                               const RecipientRows& recipients);
Task<Timing> timing_of(const ReportFacts& facts, const ReportRows& rows);

}  // namespace campaign_lens
