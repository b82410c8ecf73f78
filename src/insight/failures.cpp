#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

#include "base/text.h"
#include "insight/insight.h"

namespace campaign_lens {

Task<Failures> failures_of(const ReportFacts& facts, const Rows& delivery) {
  const Table& table = facts.dataset().delivery;
  const std::span<const ReportFacts::Reason> known = facts.reasons();
  Failures failures;
  std::vector<std::uint64_t> failed(known.size()), not_submitted(known.size());
  for (std::size_t i = 0; i < facts.failures().size(); ++i) {
    if (i % kRowsBetweenPauses == 0) co_await pause(i, facts.failures().size());
    const ReportFacts::Failure& failure = facts.failures()[i];
    if (!delivery.has(failure.row)) continue;
    const StatusFamily family = table.families(failure.row / kRowGroupRows)[failure.row % kRowGroupRows];
    ++(family == StatusFamily::failed ? failed : not_submitted)[failure.reason];
  }
  const auto messages = [&](std::uint32_t reason) { return failed[reason] + not_submitted[reason]; };

  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < known.size(); ++i) {
    if (messages(i) == 0) continue;
    order.push_back(i);
    Failures::Group& group = failures.groups[static_cast<std::size_t>(known[i].meaning.group)];
    group.failed += failed[i];
    group.not_submitted += not_submitted[i];
    if (known[i].meaning.permanent) group.permanent += messages(i);
    failures.messages += messages(i);
  }
  const std::size_t listed = std::min(order.size(), kMaxInsightEntries);
  failures.left_off = order.size() - listed;
  std::ranges::partial_sort(
      order, order.begin() + static_cast<std::ptrdiff_t>(listed), [&](std::uint32_t a, std::uint32_t b) {
        if (messages(a) != messages(b)) return messages(a) > messages(b);
        return std::tie(known[a].text, known[a].code) < std::tie(known[b].text, known[b].code);
      });
  std::uint64_t cumulative = 0;
  for (const std::uint32_t i : std::span(order).first(listed)) {
    cumulative += messages(i);
    failures.reasons.push_back({.text = std::string(bounded(known[i].text, kMaxInsightTextBytes)),
                                .code = std::string(bounded(known[i].code, kMaxInsightTextBytes)),
                                .group = known[i].meaning.group,
                                .permanent = known[i].meaning.permanent,
                                .failed = failed[i],
                                .not_submitted = not_submitted[i],
                                .cumulative = cumulative});
  }
  co_return failures;
}

}  // namespace campaign_lens
