#include "base/text.h"
#include "insight/counts.h"

namespace campaign_lens {

namespace {

/// Whether the stated "Submitted to flow studio" leaves out the messages that got further. Its own sum tells;
/// where that cannot be worked out, the number of rows that are only submitted does.
bool follows_partition(const StatedCounts& stated, const StatusCounts& counted) {
  const auto of = [&](CountId id) { return stated[static_cast<std::size_t>(id)]; };
  const auto submitted = of(CountId::submitted);
  if (!submitted) return false;

  const std::uint64_t later =
      counted[CountId::success] + counted[CountId::not_confirmed] + counted[CountId::failed];
  const auto total = of(CountId::total), not_submitted = of(CountId::not_submitted),
             success = of(CountId::success), not_confirmed = of(CountId::not_confirmed),
             failed = of(CountId::failed);
  if (total && not_submitted && success && not_confirmed && failed) {
    const std::uint64_t stages = *submitted + *not_submitted;
    const std::uint64_t parts = stages + *success + *not_confirmed + *failed;
    if (stages != parts && (*total == stages || *total == parts)) return *total == parts;
  }
  return later > 0 && *submitted == counted[CountId::submitted] - later;
}

}  // namespace

std::vector<Warning> reconcile(const StatedCounts& stated, const StatusCounts& counted) {
  std::vector<Warning> warnings;
  StatusCounts comparable = counted;
  if (follows_partition(stated, counted)) {
    comparable[CountId::submitted] -=
        counted[CountId::success] + counted[CountId::not_confirmed] + counted[CountId::failed];
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
