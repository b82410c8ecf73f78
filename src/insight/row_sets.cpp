#include <bit>
#include <optional>

#include "insight/insight.h"

namespace campaign_lens {

namespace {

std::optional<RowSet> audience_of(const ReportFacts& facts, std::uint32_t recipient) {
  if (facts.clicked(recipient)) return RowSet::clicked;
  switch (facts.recipient_outcomes()[recipient]) {
    case Outcome::delivered:
      return RowSet::never_clicked;
    case Outcome::not_confirmed:
      return RowSet::not_confirmed;
    case Outcome::failed_for_now:
      return RowSet::failed_for_now;
    case Outcome::failed_for_good:
      return RowSet::failed_for_good;
    case Outcome::unrecognised:
      break;
  }
  return std::nullopt;
}

std::vector<std::uint32_t> audience_rows(const ReportFacts& facts, RowSet audience, const Rows& rows) {
  const std::span<const std::uint32_t> recipients = facts.recipients().of_rows(TableId::delivery);
  const std::span<const Outcome> outcomes = facts.outcomes();
  std::vector<std::uint32_t> best(facts.recipients().size(), Recipients::kNone);
  for (std::uint32_t row = 0; row < recipients.size(); ++row) {
    if (recipients[row] == Recipients::kNone || !rows.has(row)) continue;
    std::uint32_t& best_row = best[recipients[row]];
    if (best_row == Recipients::kNone || outcomes[row] < outcomes[best_row]) best_row = row;
  }
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t row = 0; row < recipients.size(); ++row) {
    const std::uint32_t recipient = recipients[row];
    if (recipient != Recipients::kNone && best[recipient] == row && audience_of(facts, recipient) == audience)
      chosen.push_back(row);
  }
  return chosen;
}

void add_sizes(std::span<const RowSets> sets, const Rows& rows,
               std::array<std::uint64_t, kRowSetCount>& sizes) {
  for (std::size_t row = 0; row < sets.size(); ++row) {
    if (sets[row] == 0 || !rows.has(row)) continue;
    for (unsigned left = sets[row]; left != 0; left &= left - 1)
      ++sizes[static_cast<std::size_t>(std::countr_zero(left))];
  }
}

}  // namespace

std::array<std::uint64_t, kRowSetCount> row_set_sizes(const ReportFacts& facts, const ReportRows& rows,
                                                      const RecipientRows& recipients) {
  std::array<std::uint64_t, kRowSetCount> sizes{};
  add_sizes(facts.message_sets(), rows.delivery, sizes);
  add_sizes(facts.click_sets(), rows.clicks, sizes);
  for (std::uint32_t recipient = 0; recipient < facts.recipients().size(); ++recipient) {
    if ((recipients[recipient] & RecipientRows::kMessage) == 0) continue;
    if (const std::optional<RowSet> audience = audience_of(facts, recipient))
      ++sizes[static_cast<std::size_t>(*audience)];
  }
  return sizes;
}

std::vector<std::uint32_t> rows_of(const ReportFacts& facts, RowSet set, const Rows& rows) {
  if (is_audience(set)) return audience_rows(facts, set, rows);
  const std::span<const RowSets> sets =
      table_of(set) == TableId::delivery ? facts.message_sets() : facts.click_sets();
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t row = 0; row < sets.size(); ++row) {
    if ((sets[row] & bit_of(set)) != 0 && rows.has(row)) chosen.push_back(row);
  }
  return chosen;
}

}  // namespace campaign_lens
