#include <algorithm>
#include <limits>

#include "insight/group_times.h"
#include "insight/insight.h"

namespace campaign_lens {

namespace {

constexpr TimeUs kSecondUs = 1'000'000, kMinuteUs = 60 * kSecondUs, kHourUs = 60 * kMinuteUs,
                 kDayUs = 24 * kHourUs;

/// What people read a time axis by; the longest is for a stray time among others: 230 years.
constexpr auto kSteps =
    std::to_array<TimeUs>({kSecondUs, 10 * kSecondUs, kMinuteUs, 5 * kMinuteUs, 15 * kMinuteUs, kHourUs,
                           6 * kHourUs, kDayUs, 7 * kDayUs, 30 * kDayUs, 730 * kDayUs});
constexpr TimeUs kMostSteps = 120;

TimeUs step_for(TimeUs range) {
  const auto* const step = std::ranges::find_if(kSteps, [&](TimeUs us) { return range <= kMostSteps * us; });
  return step == kSteps.end() ? kSteps.back() : *step;
}

/// Weeks begin on a Monday, and so did the one of 1969-12-29.
constexpr TimeUs kMondayUs = -3 * kDayUs;

TimeUs floored(TimeUs time, TimeUs step) {
  const TimeUs since = time - kMondayUs;
  return kMondayUs + (since >= 0 ? since / step : (since - step + 1) / step) * step;
}

/// Counts times of one kind by step of the axis and by hour of the week.
class TimeCounts {
 public:
  TimeCounts(TimeUs first, TimeUs step, std::vector<std::uint64_t>& steps, Timing::Week* week)
      : first_(first), step_(step), steps_(steps), week_(week) {}

  void add(TimeUs local) {
    // Mostly in the same step and hour as the one before.
    if (local < begin_ || local >= end_) find(local);
    ++*in_step_;
    if (week_ != nullptr) ++*in_hour_;
  }

 private:
  void find(TimeUs local) {
    const TimeUs step = floored(local, step_), hour = floored(local, kHourUs);
    begin_ = std::max(step, hour);
    end_ = std::min(step + step_, hour + kHourUs);
    in_step_ = &steps_[static_cast<std::size_t>((step - first_) / step_)];
    if (week_ == nullptr) return;
    const auto hours = static_cast<std::size_t>((hour - floored(local, 7 * kDayUs)) / kHourUs);
    in_hour_ = &(*week_)[hours / 24][hours % 24];
  }

  TimeUs first_, step_;
  std::vector<std::uint64_t>& steps_;
  Timing::Week* week_;
  TimeUs begin_ = 0, end_ = 0;
  std::uint64_t *in_step_ = nullptr, *in_hour_ = nullptr;
};

struct Range {
  TimeUs least = std::numeric_limits<TimeUs>::max(), greatest = kNoTime;
  void add(TimeUs time) {
    least = std::min(least, time);
    greatest = std::max(greatest, time);  // kNoTime is the earliest
  }
};

}  // namespace

Task<Timing> timing_of(const ReportFacts& facts, const ReportRows& rows) {
  Timing timing;
  const Table& table = facts.dataset().delivery;
  LocalClock clock(facts.dataset().zone);
  Range range;

  std::vector<TimeUs> messages(static_cast<std::size_t>(table.rows()), kNoTime);  // wall clock
  std::vector<std::int64_t> delays;
  GroupTimes submitted(table.column(Role::submitted_time)), status(table.column(Role::status_time));
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    const std::uint32_t count = table.group_rows(group);
    const std::span<const TimeUs> submissions = submitted.read(group, count),
                                  statuses = status.read(group, count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t row = group * kRowGroupRows + i;
      if (!rows.delivery.has(row)) continue;
      const TimeUs time = submissions[i] == kNoTime ? statuses[i] : submissions[i];
      if (time == kNoTime) {
        ++timing.messages_without_time;
        continue;
      }
      range.add(messages[row] = clock.local(time));
      if (submissions[i] != kNoTime && statuses[i] != kNoTime) delays.push_back(statuses[i] - submissions[i]);
    }
    co_await Pause{0.4 * pause(group, table.group_count()).done};
  }
  timing.to_status = co_await part(0.4, 0.6, distribution_of(delays));

  const std::span<const TimeUs> click_times = facts.click_times();
  for (std::size_t row = 0; row < click_times.size(); ++row) {
    if (row % kRowsBetweenPauses == 0) co_await Pause{0.6};
    if (!rows.clicks.has(row)) continue;
    if (click_times[row] != kNoTime) range.add(clock.local(click_times[row]));
    timing.clicks_without_time += click_times[row] == kNoTime ? 1 : 0;
  }
  if (range.greatest == kNoTime) co_return timing;

  timing.step_us = step_for(range.greatest - range.least);
  timing.first = floored(range.least, timing.step_us);
  const auto steps = static_cast<std::size_t>((range.greatest - timing.first) / timing.step_us) + 1;
  for (auto* const counts : {&timing.messages, &timing.clicks, &timing.first_clicks})
    counts->resize(steps);

  TimeCounts message_counts(timing.first, timing.step_us, timing.messages, &timing.messages_by_hour);
  for (std::size_t row = 0; row < messages.size(); ++row) {
    if (row % kRowsBetweenPauses == 0) co_await Pause{0.7 + 0.2 * pause(row, messages.size()).done};
    if (messages[row] != kNoTime) message_counts.add(messages[row]);
  }
  TimeCounts clicks(timing.first, timing.step_us, timing.clicks, &timing.clicks_by_hour);
  TimeCounts first_clicks(timing.first, timing.step_us, timing.first_clicks, nullptr);
  std::uint32_t counted = Recipients::kNone;
  const std::span<const std::uint32_t> order = facts.clicks_in_order();
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i % kRowsBetweenPauses == 0) co_await Pause{0.9};
    const std::uint32_t row = order[i];
    if (!rows.clicks.has(row) || click_times[row] == kNoTime) continue;
    const TimeUs local = clock.local(click_times[row]);
    clicks.add(local);
    const std::uint32_t recipient = facts.recipients().of_rows(TableId::clicks)[row];
    if (recipient == Recipients::kNone || recipient == counted) continue;
    counted = recipient;
    first_clicks.add(local);
  }
  co_return timing;
}

}  // namespace campaign_lens
