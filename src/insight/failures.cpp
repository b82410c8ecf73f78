#include <algorithm>
#include <string>
#include <tuple>

#include "base/text.h"
#include "insight/insight.h"

namespace campaign_lens {

Failures failures_of(const ReportFacts& facts, const Rows& delivery) {
  const Table& table = facts.dataset().delivery;
  Failures failures;
  std::vector<Failures::Reason> reasons(facts.reasons().size());
  for (const ReportFacts::Failure& failure : facts.failures()) {
    if (!delivery.has(failure.row)) continue;
    Failures::Reason& reason = reasons[failure.reason];
    const StatusFamily family = table.families(failure.row / kRowGroupRows)[failure.row % kRowGroupRows];
    ++(family == StatusFamily::failed ? reason.failed : reason.not_submitted);
  }

  const auto rows = [](const Failures::Reason& reason) { return reason.failed + reason.not_submitted; };
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    Failures::Reason& reason = reasons[i];
    const ReportFacts::Reason& known = facts.reasons()[i];
    reason.text = bounded(known.text, kMaxInsightTextBytes);
    reason.code = bounded(known.code, kMaxInsightTextBytes);
    reason.group = known.meaning.group;
    reason.permanent = known.meaning.permanent;
    Failures::Group& group = failures.groups[static_cast<std::size_t>(reason.group)];
    group.failed += reason.failed;
    group.not_submitted += reason.not_submitted;
    if (reason.permanent) group.permanent += rows(reason);
    failures.messages += rows(reason);
  }
  std::erase_if(reasons, [&](const Failures::Reason& reason) { return rows(reason) == 0; });
  std::ranges::sort(reasons, [&](const Failures::Reason& a, const Failures::Reason& b) {
    return rows(a) != rows(b) ? rows(a) > rows(b) : std::tie(a.text, a.code) < std::tie(b.text, b.code);
  });
  failures.left_off = reasons.size() - std::min(reasons.size(), kMaxInsightEntries);
  reasons.resize(std::min(reasons.size(), kMaxInsightEntries));
  std::uint64_t cumulative = 0;
  for (Failures::Reason& reason : reasons)
    reason.cumulative = cumulative += rows(reason);
  failures.reasons = std::move(reasons);
  return failures;
}

}  // namespace campaign_lens
