#include "insight/counts.h"

#include <array>

namespace campaign_lens {

StatusCounts count_statuses(const Table& delivery, std::span<const std::uint8_t> kept) {
  // One row after the other mostly adds to the same count, for which the next one would have to wait.
  constexpr std::size_t kAtOnce = 4;
  std::array<std::array<std::uint64_t, kStatusFamilyCount>, kAtOnce> rows_of{};
  std::size_t row = 0;
  for (std::size_t group = 0; group < delivery.group_count(); ++group) {
    for (const StatusFamily family : delivery.families(group)) {
      rows_of[row % kAtOnce][static_cast<std::size_t>(family)] += kept.empty() || kept[row] != 0 ? 1 : 0;
      ++row;
    }
  }

  StatusCounts counts;
  for (const CountDefinition& count : count_definitions()) {
    for (int i = 0; i < kStatusFamilyCount; ++i) {
      if (count.families.empty() || count.families.contains(static_cast<StatusFamily>(i))) {
        for (const auto& rows : rows_of)
          counts[count.id] += rows[static_cast<std::size_t>(i)];
      }
    }
  }
  return counts;
}

}  // namespace campaign_lens
