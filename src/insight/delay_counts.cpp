#include "insight/delay_counts.h"

#include "base/radix_sort.h"

namespace campaign_lens {

void DelayCounts::add(std::int64_t us) {
  if (us < 0) {
    ++negative_;
    return;
  }
  ++count_;
  const std::uint32_t value = values_.id_of(static_cast<std::uint64_t>(us));
  if (value == counts_.size()) counts_.push_back(0);
  ++counts_[value];
}

Task<Delays> DelayCounts::distribution() const {
  Delays delays{.count = count_, .negative = negative_};
  std::vector<KeyedRow> order;
  order.reserve(values_.size());
  for (const std::uint64_t us : values_.keys())
    order.push_back({.key = us, .row = static_cast<std::uint32_t>(order.size())});
  co_await part(0, 0.9, radix_sort(order));

  const auto rank = [&](std::uint64_t percent) { return (count_ * percent + 99) / 100; };
  std::uint64_t before = 0;
  for (const auto& [us, value] : order) {
    const std::uint64_t up_to = before + counts_[value];
    const auto has = [&](std::uint64_t percent) { return rank(percent) > before && rank(percent) <= up_to; };
    if (has(50)) delays.median_us = static_cast<std::int64_t>(us);
    if (has(90)) delays.p90_us = static_cast<std::int64_t>(us);
    if (has(99)) delays.p99_us = static_cast<std::int64_t>(us);
    before = up_to;
  }
  co_return delays;
}

}  // namespace campaign_lens
