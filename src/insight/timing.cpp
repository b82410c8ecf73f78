#include <algorithm>
#include <limits>

#include "insight/delay_counts.h"
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
    const std::uint32_t of_week = hour_of_week(hour);
    in_hour_ = &(*week_)[of_week / 24][of_week % 24];
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

/// The times of some messages.
class MessageTimes {
 public:
  MessageTimes(const ReportFacts& facts, const Rows& rows)
      : table_(facts.dataset().delivery),
        rows_(rows),
        submitted_(table_.column(Role::submitted_time)),
        status_(table_.column(Role::status_time)) {}

  /// Calls `take(submission, status)` for each message of a group; a time that there is not is kNoTime.
  template <typename Take>
  void read(std::size_t group, Take take) {
    const std::uint32_t count = table_.group_rows(group);
    const std::span<const TimeUs> submissions = submitted_.read(group, count),
                                  statuses = status_.read(group, count);
    for (std::size_t i = 0; i < count; ++i) {
      if (rows_.has(group * kRowGroupRows + i)) take(submissions[i], statuses[i]);
    }
  }

 private:
  const Table& table_;
  const Rows& rows_;
  GroupTimes submitted_, status_;
};

TimeUs message_time(TimeUs submission, TimeUs status) {
  return submission == kNoTime ? status : submission;
}

/// Calls `take(time, first)` for each click that has a time, one recipient after the other; `first`: no
/// earlier one of its recipient is asked for.
template <typename Take>
Task<void> for_each_click(const ReportFacts& facts, const Rows& rows, Take take) {
  const std::span<const ReportFacts::Click> clicks = facts.clicks();
  std::uint32_t last = Recipients::kNone;
  for (std::size_t i = 0; i < clicks.size(); ++i) {
    if (i % kRowsBetweenPauses == 0) co_await pause(i, clicks.size());
    const ReportFacts::Click& click = clicks[i];
    if (!rows.has(click.row) || click.time == kNoTime) continue;
    take(click.time, click.recipient != last && click.recipient != Recipients::kNone);
    last = click.recipient;
  }
}

}  // namespace

// Times are read twice, as reading them takes less than keeping them: memory that is new comes from the
// system page by page.
Task<Timing> timing_of(const ReportFacts& facts, const ReportRows& rows) {
  Timing timing;
  const std::size_t groups = facts.dataset().delivery.group_count();
  LocalClock clock(facts.dataset().zone);
  Range range;
  MessageTimes messages(facts, rows.delivery);
  DelayCounts delays;
  for (std::size_t group = 0; group < groups; ++group) {
    messages.read(group, [&](TimeUs submission, TimeUs status) {
      if (submission == kNoTime && status == kNoTime) {
        ++timing.messages_without_time;
        return;
      }
      range.add(clock.local(message_time(submission, status)));
      if (submission != kNoTime && status != kNoTime) delays.add(status - submission);
    });
    co_await Pause{0.4 * pause(group, groups).done};
  }
  timing.to_status = co_await part(0.4, 0.5, delays.distribution());

  std::uint64_t clicks_with_time = 0;
  co_await part(0.5, 0.6, for_each_click(facts, rows.clicks, [&](TimeUs time, bool) {
                  ++clicks_with_time;
                  range.add(clock.local(time));
                }));
  timing.clicks_without_time = rows.clicks.count(facts.dataset().clicks.rows()) - clicks_with_time;
  if (range.greatest == kNoTime) co_return timing;

  timing.step_us = step_for(range.greatest - range.least);
  timing.first = floored(range.least, timing.step_us);
  const auto steps = static_cast<std::size_t>((range.greatest - timing.first) / timing.step_us) + 1;
  for (auto* const counts : {&timing.messages, &timing.clicks, &timing.first_clicks})
    counts->resize(steps);

  TimeCounts message_counts(timing.first, timing.step_us, timing.messages, &timing.messages_by_hour);
  for (std::size_t group = 0; group < groups; ++group) {
    messages.read(group, [&](TimeUs submission, TimeUs status) {
      const TimeUs time = message_time(submission, status);
      if (time != kNoTime) message_counts.add(clock.local(time));
    });
    co_await Pause{0.6 + 0.3 * pause(group, groups).done};
  }
  TimeCounts click_counts(timing.first, timing.step_us, timing.clicks, &timing.clicks_by_hour);
  TimeCounts first_click_counts(timing.first, timing.step_us, timing.first_clicks, nullptr);
  co_await part(0.9, 1, for_each_click(facts, rows.clicks, [&](TimeUs time, bool first) {
                  click_counts.add(clock.local(time));
                  if (first) first_click_counts.add(clock.local(time));
                }));
  co_return timing;
}

}  // namespace campaign_lens
