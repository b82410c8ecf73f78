#include <bit>
#include <optional>

#include "insight/insight.h"

namespace campaign_lens {

namespace {

std::optional<RowSet> audience_of(const ReportFacts& facts, std::uint32_t recipient) {
  if (recipient < facts.recipients().clickers()) return RowSet::clicked;
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
    case Outcome::no_message:
      break;
  }
  return std::nullopt;
}

}  // namespace

Task<std::array<std::uint64_t, kRowSetCount>> row_set_sizes(const ReportFacts& facts, const ReportRows& rows,
                                                            const RecipientRows& recipients) {
  std::array<std::uint64_t, kRowSetCount> sizes{};
  const auto add = [&](std::span<const RowSets> sets, const Rows& shown) -> Task<void> {
    for (std::size_t row = 0; row < sets.size(); ++row) {
      if (row % kRowsBetweenPauses == 0) co_await pause(row, sets.size());
      if (sets[row] == 0 || !shown.has(row)) continue;
      for (unsigned left = sets[row]; left != 0; left &= left - 1)
        ++sizes[static_cast<std::size_t>(std::countr_zero(left))];
    }
  };
  co_await part(0, 0.5, add(facts.message_sets(), rows.delivery));
  co_await part(0.5, 0.7, add(facts.click_sets(), rows.clicks));
  for (std::uint32_t recipient = 0; recipient < facts.recipients().size(); ++recipient) {
    if (recipient % kRowsBetweenPauses == 0) co_await Pause{0.7};
    if ((recipients[recipient] & RecipientRows::kMessage) == 0) continue;
    if (const std::optional<RowSet> audience = audience_of(facts, recipient))
      ++sizes[static_cast<std::size_t>(*audience)];
  }
  co_return sizes;
}

void mark_set(const ReportFacts& facts, RowSet set, std::size_t first, std::span<std::uint8_t> marks) {
  if (!is_audience(set)) {
    const auto sets = table_of(set) == TableId::delivery ? facts.message_sets() : facts.click_sets();
    for (std::size_t i = 0; i < marks.size(); ++i)
      marks[i] |= (sets[first + i] & bit_of(set)) != 0 ? 1 : 0;
    return;
  }
  const std::span<const std::uint32_t> recipients = facts.recipients().of_rows(TableId::delivery);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::uint32_t recipient = recipients[first + i];
    if (recipient != Recipients::kNone && audience_of(facts, recipient) == set) marks[i] = 1;
  }
}

Task<void> keep_one_a_recipient(const ReportFacts& facts, std::span<std::uint8_t> kept) {
  const std::span<const std::uint32_t> recipients = facts.recipients().of_rows(TableId::delivery);
  const std::span<const Outcome> outcomes = facts.outcomes();
  std::vector<std::uint32_t> best(facts.recipients().size(), Recipients::kNone);
  for (std::uint32_t row = 0; row < kept.size(); ++row) {
    if (row % kRowsBetweenPauses == 0) co_await pause(row, 2 * kept.size());
    if (kept[row] == 0 || recipients[row] == Recipients::kNone) continue;
    std::uint32_t& best_row = best[recipients[row]];
    if (best_row == Recipients::kNone || outcomes[row] < outcomes[best_row]) best_row = row;
  }
  for (std::uint32_t row = 0; row < kept.size(); ++row) {
    if (row % kRowsBetweenPauses == 0) co_await Pause{0.5 + 0.5 * pause(row, kept.size()).done};
    if (kept[row] != 0 && recipients[row] != Recipients::kNone && best[recipients[row]] != row) kept[row] = 0;
  }
}

}  // namespace campaign_lens
