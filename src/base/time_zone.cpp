#include <algorithm>
#include <chrono>

#include "base/scanner.h"
#include "base/time.h"

namespace campaign_lens {
namespace {

constexpr TimeUs kSecondUs = 1'000'000;

/// Wraps instead of overflowing: a moment that far out means nothing, but must not be undefined.
TimeUs shifted(TimeUs us, std::int64_t by_s) {
  return static_cast<TimeUs>(static_cast<std::uint64_t>(us) + static_cast<std::uint64_t>(by_s * kSecondUs));
}

std::int64_t whole_seconds(TimeUs us) {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::microseconds(us)).count();
}

}  // namespace

std::int32_t TimeZone::offset_at(TimeUs utc) const {
  if (transitions.empty()) return 0;
  const auto next =
      std::upper_bound(transitions.begin() + 1, transitions.end(), whole_seconds(utc),
                       [](std::int64_t at_s, const Transition& later) { return at_s < later.at_s; });
  return std::prev(next)->offset_s;
}

TimeUs TimeZone::to_local(TimeUs utc) const {
  return utc == kNoTime ? kNoTime : shifted(utc, offset_at(utc));
}

TimeUs TimeZone::to_utc(TimeUs local) const {
  if (local == kNoTime || transitions.empty()) return local;
  // A clock set forward skips, a clock set back repeats the time between the two readings of the same moment.
  // Only past the greater of them is the new offset alone.
  const std::int64_t local_s = whole_seconds(local);
  const auto next = std::partition_point(
      transitions.begin() + 1, transitions.end(), [local_s](const Transition& transition) {
        const Transition& before = *(&transition - 1);
        return transition.at_s + std::max(before.offset_s, transition.offset_s) <= local_s;
      });
  return shifted(local, -std::int64_t{std::prev(next)->offset_s});
}

std::optional<TimeZone> fixed_offset_zone(std::string_view name) {
  Scanner in(name);
  const bool named = in.skip_word("UTC") || in.skip_word("GMT") || in.skip_word("Z");
  if (named && in.at_end()) return TimeZone{.name = std::string(name), .transitions = {}};
  const std::optional<std::int32_t> offset_s = in.offset();
  if (!offset_s || !in.at_end()) return std::nullopt;
  return TimeZone{.name = std::string(name), .transitions = {{.at_s = 0, .offset_s = *offset_s}}};
}

}  // namespace campaign_lens
