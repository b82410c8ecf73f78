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

/// Calls `visit(time, submission, status)` for the messages: the time that a message is counted at.
template <typename Visit>
void for_each_message(const ReportFacts& facts, const Rows& rows, Visit visit) {
  const Table& table = facts.dataset().delivery;
  GroupTimes submitted(table.column(Role::submitted_time)), status(table.column(Role::status_time));
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    const std::uint32_t count = table.group_rows(group);
    const std::span<const TimeUs> submissions = submitted.read(group, count),
                                  statuses = status.read(group, count);
    for (std::size_t row = 0; row < count; ++row) {
      if (rows.has(group * kRowGroupRows + row))
        visit(submissions[row] == kNoTime ? statuses[row] : submissions[row], submissions[row],
              statuses[row]);
    }
  }
}

struct Range {
  TimeUs least = std::numeric_limits<TimeUs>::max(), greatest = kNoTime;
  void add(TimeUs time) {
    least = std::min(least, time);
    greatest = std::max(greatest, time);  // kNoTime is the earliest
  }
};

}  // namespace

Timing timing_of(const ReportFacts& facts, const ReportRows& rows) {
  Timing timing;
  LocalClock clock(facts.dataset().zone);
  const std::span<const TimeUs> click_times = facts.click_times();

  Range range;
  std::vector<std::int64_t> delays;
  if (facts.dataset().delivery.column(Role::submitted_time) != nullptr)
    delays.reserve(static_cast<std::size_t>(facts.dataset().delivery.rows()));
  for_each_message(facts, rows.delivery, [&](TimeUs time, TimeUs submission, TimeUs status) {
    if (time != kNoTime) range.add(clock.local(time));
    timing.messages_without_time += time == kNoTime ? 1 : 0;
    if (submission != kNoTime && status != kNoTime) delays.push_back(status - submission);
  });
  timing.to_status = distribution_of(delays);
  for (std::size_t row = 0; row < click_times.size(); ++row) {
    if (!rows.clicks.has(row)) continue;
    if (click_times[row] != kNoTime) range.add(clock.local(click_times[row]));
    timing.clicks_without_time += click_times[row] == kNoTime ? 1 : 0;
  }
  if (range.greatest == kNoTime) return timing;

  const auto* const step = std::ranges::find_if(
      kSteps, [&](TimeUs us) { return range.greatest - range.least <= kMostSteps * us; });
  timing.step_us = step == kSteps.end() ? kSteps.back() : *step;
  timing.first = floored(range.least, timing.step_us);
  const auto steps = static_cast<std::size_t>((range.greatest - timing.first) / timing.step_us) + 1;
  for (auto* const counts : {&timing.messages, &timing.clicks, &timing.first_clicks})
    counts->resize(steps);

  TimeCounts messages(timing.first, timing.step_us, timing.messages, &timing.messages_by_hour);
  for_each_message(facts, rows.delivery, [&](TimeUs time, TimeUs, TimeUs) {
    if (time != kNoTime) messages.add(clock.local(time));
  });
  TimeCounts clicks(timing.first, timing.step_us, timing.clicks, &timing.clicks_by_hour);
  TimeCounts first_clicks(timing.first, timing.step_us, timing.first_clicks, nullptr);
  std::uint32_t counted = Recipients::kNone;
  for (const std::uint32_t row : facts.clicks_in_order()) {
    if (!rows.clicks.has(row) || click_times[row] == kNoTime) continue;
    const TimeUs local = clock.local(click_times[row]);
    clicks.add(local);
    const std::uint32_t recipient = facts.recipients().of_rows(TableId::clicks)[row];
    if (recipient == Recipients::kNone || recipient == counted) continue;
    counted = recipient;
    first_clicks.add(local);
  }
  return timing;
}

}  // namespace campaign_lens
