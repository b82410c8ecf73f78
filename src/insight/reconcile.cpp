#include <algorithm>

#include "base/text.h"
#include "insight/counts.h"
#include "insight/insight.h"

namespace campaign_lens {

namespace {

/// Success, Delivery not confirmed and Failed.
std::uint64_t later_stages(const StatusCounts& counts) {
  return counts[CountId::success] + counts[CountId::not_confirmed] + counts[CountId::failed];
}

}  // namespace

SubmittedReading reading_of(const StatedCounts& stated, const StatusCounts& counted) {
  const auto of = [&](CountId id) { return stated[static_cast<std::size_t>(id)]; };
  const auto submitted = of(CountId::submitted);
  if (!submitted) return SubmittedReading::not_stated;

  const auto total = of(CountId::total), not_submitted = of(CountId::not_submitted),
             success = of(CountId::success), not_confirmed = of(CountId::not_confirmed),
             failed = of(CountId::failed);
  if (total && not_submitted && success && not_confirmed && failed) {
    const std::uint64_t stages = *submitted + *not_submitted;
    const std::uint64_t parts = stages + *success + *not_confirmed + *failed;
    if (stages != parts && *total == parts) return SubmittedReading::partition;
    if (stages != parts && *total == stages) return SubmittedReading::stage;
  }
  if (*submitted == counted[CountId::submitted]) return SubmittedReading::stage;
  const bool without_later = *submitted == counted[CountId::submitted] - later_stages(counted);
  return without_later ? SubmittedReading::partition : SubmittedReading::neither;
}

StatusCounts in_reading(SubmittedReading reading, const StatusCounts& counted) {
  StatusCounts counts = counted;
  if (reading == SubmittedReading::partition) counts[CountId::submitted] -= later_stages(counted);
  return counts;
}

Reconciliation reconciliation_of(const ReportFacts& facts, const Rows& delivery) {
  const Dataset& dataset = facts.dataset();
  const StatusCounts counted = count_statuses(dataset.delivery);
  Reconciliation reconciliation;
  reconciliation.reading = reading_of(dataset.stated, counted);
  const StatusCounts comparable = in_reading(reconciliation.reading, counted);
  for (const CountDefinition& count : count_definitions()) {
    if (const auto stated = dataset.stated[static_cast<std::size_t>(count.id)])
      reconciliation.stated.push_back(
          {.count = count.id, .stated = *stated, .counted = comparable[count.id]});
  }

  const auto superseded = [](RowSets sets) { return (sets & bit_of(RowSet::superseded_events)) != 0; };
  if (std::ranges::none_of(facts.message_sets(), superseded)) {
    reconciliation.current = count_statuses(dataset.delivery, delivery.kept);
    return reconciliation;
  }
  std::vector<std::uint8_t> current(facts.message_sets().size());
  for (std::size_t row = 0; row < current.size(); ++row)
    current[row] = !superseded(facts.message_sets()[row]) && delivery.has(row) ? 1 : 0;
  reconciliation.current = count_statuses(dataset.delivery, current);
  return reconciliation;
}

std::vector<Warning> reconcile(const StatedCounts& stated, const StatusCounts& counted) {
  std::vector<Warning> warnings;
  const SubmittedReading reading = reading_of(stated, counted);
  const StatusCounts comparable = in_reading(reading, counted);
  if (reading == SubmittedReading::partition) {
    warnings.push_back({.message = "The report states Submitted to flow studio without the messages that "
                                   "succeeded, failed or were not "
                                   "confirmed later; here it includes them: " +
                                   with_thousands(counted[CountId::submitted]) + "."});
  }
  for (const CountDefinition& count : count_definitions()) {
    const auto value = stated[static_cast<std::size_t>(count.id)];
    if (!value || *value == comparable[count.id]) continue;
    warnings.push_back({.message = "The report states " + with_thousands(*value) + " for " +
                                   std::string(count.name) + "; its rows give " +
                                   with_thousands(comparable[count.id]) + "."});
  }
  return warnings;
}

}  // namespace campaign_lens
