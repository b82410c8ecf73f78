#include "insight/counts.h"

#include <array>

namespace campaign_lens {

StatusCounts count_statuses(const Table& delivery) {
  std::array<std::uint64_t, kStatusFamilyCount> rows{};
  for (std::size_t group = 0; group < delivery.group_count(); ++group) {
    for (const StatusFamily family : delivery.families(group))
      ++rows[static_cast<std::size_t>(family)];
  }

  StatusCounts counts;
  for (const CountDefinition& count : count_definitions()) {
    for (int i = 0; i < kStatusFamilyCount; ++i) {
      if (count.families.empty() || count.families.contains(static_cast<StatusFamily>(i))) {
        counts[count.id] += rows[static_cast<std::size_t>(i)];
      }
    }
  }
  return counts;
}

}  // namespace campaign_lens
