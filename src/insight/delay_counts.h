#pragma once

#include <cstdint>
#include <vector>

#include "base/task.h"
#include "insight/key_ids.h"
#include "schema/insight.h"

namespace campaign_lens {

/// Delays, counted by value: those of a report are mostly whole seconds below a few days, of which there are
/// few different ones.
class DelayCounts {
 public:
  void add(std::int64_t us);
  /// Percentiles at the nearest rank; negative delays are counted apart.
  Task<Delays> distribution() const;

 private:
  std::vector<std::uint32_t> of_seconds_;  ///< how many have so many whole seconds
  KeyIds others_;
  std::vector<std::uint32_t> of_others_;  ///< one a value
  std::uint64_t count_ = 0, negative_ = 0;
};

}  // namespace campaign_lens
