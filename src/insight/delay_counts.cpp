#include "insight/delay_counts.h"

#include "base/radix_sort.h"

namespace campaign_lens {
namespace {

constexpr std::uint64_t kSecondUs = 1'000'000;
constexpr std::uint64_t kMostSeconds = 1U << 18;  // three days

}  // namespace

void DelayCounts::add(std::int64_t us) {
  if (us < 0) {
    ++negative_;
    return;
  }
  ++count_;
  const auto value = static_cast<std::uint64_t>(us);
  if (const std::uint64_t seconds = value / kSecondUs; seconds < kMostSeconds && value % kSecondUs == 0) {
    if (seconds >= of_seconds_.size()) of_seconds_.resize(static_cast<std::size_t>(seconds) + 1);
    ++of_seconds_[static_cast<std::size_t>(seconds)];
    return;
  }
  const std::uint32_t other = others_.id_of(value);
  if (other == of_others_.size()) of_others_.push_back(0);
  ++of_others_[other];
}

Task<Delays> DelayCounts::distribution() const {
  Delays delays{.count = count_, .negative = negative_};
  std::vector<KeyedRow> order;  // delays, and how many have each
  order.reserve(of_seconds_.size() + others_.size());
  for (std::size_t seconds = 0; seconds < of_seconds_.size(); ++seconds) {
    if (of_seconds_[seconds] > 0) order.push_back({.key = seconds * kSecondUs, .row = of_seconds_[seconds]});
  }
  for (std::uint32_t i = 0; i < others_.size(); ++i)
    order.push_back({.key = others_.keys()[i], .row = of_others_[i]});
  if (others_.size() > 0) co_await part(0, 0.9, radix_sort(order));

  const auto rank = [&](std::uint64_t percent) { return (count_ * percent + 99) / 100; };
  std::uint64_t before = 0;
  for (const auto& [us, count] : order) {
    const std::uint64_t up_to = before + count;
    const auto has = [&](std::uint64_t percent) { return rank(percent) > before && rank(percent) <= up_to; };
    if (has(50)) delays.median_us = static_cast<std::int64_t>(us);
    if (has(90)) delays.p90_us = static_cast<std::int64_t>(us);
    if (has(99)) delays.p99_us = static_cast<std::int64_t>(us);
    before = up_to;
  }
  co_return delays;
}

}  // namespace campaign_lens
