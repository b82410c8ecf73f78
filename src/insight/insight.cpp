#include "insight/insight.h"

#include <algorithm>

#include "insight/counts.h"

namespace campaign_lens {

Task<RecipientRows> RecipientRows::of(const ReportFacts& facts, const ReportRows& rows) {
  RecipientRows recipients;
  std::vector<std::uint8_t>& flags = recipients.flags_;
  flags.resize(facts.recipients().size());
  const std::span<const std::uint32_t> of_messages = facts.recipients().of_rows(TableId::delivery);
  co_await part(0, 0.8, in_pieces(of_messages.size(), [&](std::size_t begin, std::size_t end) {
                  for (std::size_t row = begin; row < end; ++row) {
                    if (of_messages[row] == Recipients::kNone || !rows.delivery.has(row)) continue;
                    const bool delivered = facts.outcomes()[row] == Outcome::delivered;
                    flags[of_messages[row]] |= delivered ? kMessage | kDelivered : kMessage;
                  }
                }));
  const std::span<const std::uint32_t> of_clicks = facts.recipients().of_rows(TableId::clicks);
  co_await part(0.8, 1, in_pieces(of_clicks.size(), [&](std::size_t begin, std::size_t end) {
                  for (std::size_t row = begin; row < end; ++row) {
                    if (of_clicks[row] == Recipients::kNone || !rows.clicks.has(row)) continue;
                    const bool automatic = (facts.click_sets()[row] & bit_of(RowSet::automatic_clicks)) != 0;
                    flags[of_clicks[row]] |= automatic ? kClick : kClick | kOwnClick;
                  }
                }));
  for (const std::uint8_t kind : flags)
    ++recipients.of_kind_[kind];
  co_return recipients;
}

std::uint64_t RecipientRows::count(unsigned flags) const {
  std::uint64_t recipients = 0;
  for (std::size_t kind = 0; kind < kKinds; ++kind)
    recipients += (kind & flags) == flags ? of_kind_[kind] : 0;
  return recipients;
}

Task<Insight> insight_of(const ReportFacts& facts, ReportRows rows) {
  const Dataset& dataset = facts.dataset();
  const RecipientRows recipients = co_await part(0, 0.1, RecipientRows::of(facts, rows));
  Insight insight;
  insight.rows = {rows.delivery.count(dataset.delivery.rows()), rows.clicks.count(dataset.clicks.rows())};
  insight.counts = count_statuses(dataset.delivery, rows.delivery.kept);
  insight.recipients = recipients.count(RecipientRows::kMessage);
  insight.home = country_at(facts.recipients().home()).iso;
  insight.row_sets = co_await part(0.1, 0.2, row_set_sizes(facts, rows, recipients));
  insight.reconciliation = reconciliation_of(facts, rows.delivery);
  insight.failures = co_await part(0.2, 0.3, failures_of(facts, rows.delivery));
  insight.clicks = co_await part(0.3, 0.5, clicks_of(facts, rows, recipients));
  insight.countries = co_await part(0.5, 0.7, countries_of(facts, rows, recipients));
  insight.timing = co_await part(0.7, 1, timing_of(facts, rows));
  co_return insight;
}

}  // namespace campaign_lens
