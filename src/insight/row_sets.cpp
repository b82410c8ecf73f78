#include <array>
#include <bit>
#include <optional>

#include "insight/insight.h"

namespace campaign_lens {

namespace {

/// Of a recipient who did not click.
std::optional<RowSet> audience_of(Outcome outcome) {
  switch (outcome) {
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

std::optional<RowSet> audience_of(const ReportFacts& facts, std::uint32_t recipient) {
  if (recipient < facts.recipients().clickers()) return RowSet::clicked;
  return audience_of(facts.recipient_outcomes()[recipient]);
}

}  // namespace

Task<std::array<std::uint64_t, kRowSetCount>> row_set_sizes(const ReportFacts& facts, const ReportRows& rows,
                                                            const RecipientRows& recipients) {
  std::array<std::uint64_t, kRowSetCount> sizes{};
  const auto add = [&](std::span<const RowSets> sets, const Rows& shown) {
    return in_pieces(sets.size(), [&sizes, &shown, sets](std::size_t begin, std::size_t end) {
      for (std::size_t row = begin; row < end; ++row) {
        if (sets[row] == 0 || !shown.has(row)) continue;
        for (unsigned left = sets[row]; left != 0; left &= left - 1)
          ++sizes[static_cast<std::size_t>(std::countr_zero(left))];
      }
    });
  };
  co_await part(0, 0.5, add(facts.message_sets(), rows.delivery));
  co_await part(0.5, 0.7, add(facts.click_sets(), rows.clicks));
  std::array<std::uint64_t, kOutcomeCount> with_outcome{};  // of those who did not click
  const std::span<const Outcome> outcomes = facts.recipient_outcomes();
  co_await part(0.7, 1, in_pieces(outcomes.size(), [&](std::size_t begin, std::size_t end) {
                  for (auto recipient = static_cast<std::uint32_t>(begin); recipient < end; ++recipient) {
                    const std::uint8_t has_message = recipients[recipient] & RecipientRows::kMessage;
                    if (recipient < facts.recipients().clickers()) {
                      sizes[static_cast<std::size_t>(RowSet::clicked)] += has_message;
                    } else {
                      with_outcome[static_cast<std::size_t>(outcomes[recipient])] += has_message;
                    }
                  }
                }));
  for (std::size_t outcome = 0; outcome < kOutcomeCount; ++outcome) {
    if (const std::optional<RowSet> audience = audience_of(static_cast<Outcome>(outcome)))
      sizes[static_cast<std::size_t>(*audience)] += with_outcome[outcome];
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
