#include "insight/insight.h"

#include <algorithm>

#include "insight/counts.h"

namespace campaign_lens {

namespace {

std::uint64_t count_of(const Rows& rows, std::uint64_t all) {
  return rows.kept.empty() ? all : all - static_cast<std::uint64_t>(std::ranges::count(rows.kept, 0));
}

}  // namespace

RecipientRows::RecipientRows(const ReportFacts& facts, const ReportRows& rows)
    : flags_(facts.recipients().size()) {
  const std::span<const std::uint32_t> of_messages = facts.recipients().of_rows(TableId::delivery);
  for (std::size_t row = 0; row < of_messages.size(); ++row) {
    if (of_messages[row] == Recipients::kNone || !rows.delivery.has(row)) continue;
    flags_[of_messages[row]] |= kMessage | (facts.outcomes()[row] == Outcome::delivered ? kDelivered : 0);
  }
  const std::span<const std::uint32_t> of_clicks = facts.recipients().of_rows(TableId::clicks);
  for (std::size_t row = 0; row < of_clicks.size(); ++row) {
    if (of_clicks[row] == Recipients::kNone || !rows.clicks.has(row)) continue;
    const bool automatic = (facts.click_sets()[row] & bit_of(RowSet::automatic_clicks)) != 0;
    flags_[of_clicks[row]] |= kClick | (automatic ? 0 : kOwnClick);
  }
}

Delays distribution_of(std::vector<std::int64_t>& delays_us) {
  const auto positive =
      std::partition(delays_us.begin(), delays_us.end(), [](std::int64_t us) { return us < 0; });
  Delays delays{.count = static_cast<std::uint64_t>(delays_us.end() - positive),
                .negative = static_cast<std::uint64_t>(positive - delays_us.begin())};
  if (delays.count == 0) return delays;
  // Each is looked for behind the one before.
  auto begin = positive;
  const auto percentile = [&](std::uint64_t percent) {
    const auto rank = static_cast<std::ptrdiff_t>((delays.count * percent + 99) / 100);
    const auto at = positive + (rank - 1);
    std::nth_element(begin, at, delays_us.end());
    begin = at;
    return *at;
  };
  delays.median_us = percentile(50);
  delays.p90_us = percentile(90);
  delays.p99_us = percentile(99);
  return delays;
}

Insight insight_of(const ReportFacts& facts, const ReportRows& rows) {
  const Dataset& dataset = facts.dataset();
  const RecipientRows recipients(facts, rows);
  Insight insight;
  insight.rows = {count_of(rows.delivery, dataset.delivery.rows()),
                  count_of(rows.clicks, dataset.clicks.rows())};
  insight.counts = count_statuses(dataset.delivery, rows.delivery.kept);
  for (std::uint32_t recipient = 0; recipient < facts.recipients().size(); ++recipient)
    insight.recipients += (recipients[recipient] & RecipientRows::kMessage) != 0 ? 1 : 0;
  insight.home = country_at(facts.recipients().home()).iso;
  insight.row_sets = row_set_sizes(facts, rows, recipients);
  insight.reconciliation = reconciliation_of(facts, rows.delivery);
  insight.failures = failures_of(facts, rows.delivery);
  insight.clicks = clicks_of(facts, rows, recipients);
  insight.countries = countries_of(facts, rows, recipients);
  insight.timing = timing_of(facts, rows);
  return insight;
}

}  // namespace campaign_lens
