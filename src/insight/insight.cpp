#include "insight/insight.h"

#include <algorithm>

#include "insight/counts.h"

namespace campaign_lens {

Task<RecipientRows> RecipientRows::of(const ReportFacts& facts, const ReportRows& rows) {
  RecipientRows recipients;
  std::vector<std::uint8_t>& flags = recipients.flags_;
  flags.resize(facts.recipients().size());
  const std::span<const std::uint32_t> of_messages = facts.recipients().of_rows(TableId::delivery);
  for (std::size_t row = 0; row < of_messages.size(); ++row) {
    if (row % kRowsBetweenPauses == 0) co_await pause(row, of_messages.size());
    if (of_messages[row] == Recipients::kNone || !rows.delivery.has(row)) continue;
    flags[of_messages[row]] |= kMessage | (facts.outcomes()[row] == Outcome::delivered ? kDelivered : 0);
  }
  const std::span<const std::uint32_t> of_clicks = facts.recipients().of_rows(TableId::clicks);
  for (std::size_t row = 0; row < of_clicks.size(); ++row) {
    if (row % kRowsBetweenPauses == 0) co_await Pause{1};
    if (of_clicks[row] == Recipients::kNone || !rows.clicks.has(row)) continue;
    const bool automatic = (facts.click_sets()[row] & bit_of(RowSet::automatic_clicks)) != 0;
    flags[of_clicks[row]] |= kClick | (automatic ? 0 : kOwnClick);
  }
  co_return recipients;
}

Task<Insight> insight_of(const ReportFacts& facts, ReportRows rows) {
  const Dataset& dataset = facts.dataset();
  const RecipientRows recipients = co_await part(0, 0.1, RecipientRows::of(facts, rows));
  Insight insight;
  insight.rows = {rows.delivery.count(dataset.delivery.rows()), rows.clicks.count(dataset.clicks.rows())};
  insight.counts = count_statuses(dataset.delivery, rows.delivery.kept);
  for (std::uint32_t recipient = 0; recipient < facts.recipients().size(); ++recipient)
    insight.recipients += (recipients[recipient] & RecipientRows::kMessage) != 0 ? 1 : 0;
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
