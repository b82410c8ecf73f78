#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "insight/insight.h"

namespace campaign_lens {

namespace {

using Values = std::span<const std::int64_t>;

Values block_of(Values values, std::size_t begin) {
  return values.subspan(begin, std::min(kRowsBetweenPauses, values.size() - begin));
}

/// Equal parts of a range of values, and how many values are in each.
class Buckets {
 public:
  Buckets(std::int64_t least, std::int64_t greatest)
      : least_(least), width_(static_cast<std::uint64_t>(greatest - least) / kCount + 1) {}

  std::size_t of(std::int64_t value) const {
    return static_cast<std::size_t>(static_cast<std::uint64_t>(value - least_) / width_);
  }
  void count(Values values) {
    for (const std::int64_t value : values)
      ++counts_[of(value)];
  }
  /// The one that has the value of a rank, which then is its rank in the bucket.
  std::size_t with_rank(std::size_t& rank) const {
    std::size_t bucket = 0;
    while (rank >= counts_[bucket])
      rank -= counts_[bucket++];
    return bucket;
  }

 private:
  static constexpr std::size_t kCount = 4'096;
  std::int64_t least_;
  std::uint64_t width_;
  std::array<std::size_t, kCount> counts_{};
};

/// The value that would stand at a place, from 0, if they were sorted; none is negative.
Task<std::int64_t> value_at(std::size_t rank, Values values) {
  std::vector<std::int64_t> alike;
  while (values.size() > kRowsBetweenPauses) {
    std::int64_t least = values.front(), greatest = values.front();
    for (std::size_t begin = 0; begin < values.size(); begin += kRowsBetweenPauses) {
      const auto [low, high] = std::ranges::minmax(block_of(values, begin));
      least = std::min(least, low);
      greatest = std::max(greatest, high);
      co_await Pause{0};
    }
    if (least == greatest) co_return least;
    Buckets buckets(least, greatest);
    for (std::size_t begin = 0; begin < values.size(); begin += kRowsBetweenPauses) {
      buckets.count(block_of(values, begin));
      co_await Pause{0};
    }
    const std::size_t bucket = buckets.with_rank(rank);
    std::vector<std::int64_t> in_bucket;
    for (std::size_t begin = 0; begin < values.size(); begin += kRowsBetweenPauses) {
      std::ranges::copy_if(block_of(values, begin), std::back_inserter(in_bucket),
                           [&](std::int64_t value) { return buckets.of(value) == bucket; });
      co_await Pause{0};
    }
    alike = std::move(in_bucket);
    values = alike;
  }
  if (alike.empty()) alike.assign(values.begin(), values.end());
  const auto at = alike.begin() + static_cast<std::ptrdiff_t>(rank);
  std::ranges::nth_element(alike, at);
  co_return *at;
}

}  // namespace

Task<Delays> distribution_of(std::vector<std::int64_t>& delays_us) {
  const auto negative = std::ranges::remove_if(delays_us, [](std::int64_t us) { return us < 0; });
  Delays delays{.negative = negative.size()};
  delays_us.erase(negative.begin(), negative.end());
  delays.count = delays_us.size();
  if (delays.count == 0) co_return delays;
  const auto rank = [&](std::uint64_t percent) {
    return static_cast<std::size_t>((delays.count * percent + 99) / 100) - 1;
  };
  delays.median_us = co_await part(0, 0.3, value_at(rank(50), delays_us));
  delays.p90_us = co_await part(0.3, 0.6, value_at(rank(90), delays_us));
  delays.p99_us = co_await part(0.6, 1, value_at(rank(99), delays_us));
  co_return delays;
}

}  // namespace campaign_lens
