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

/// The times of some messages: wall clock, or kNoTime; and what follows from them one by one.
class MessageTimes {
 public:
  MessageTimes(const ReportFacts& facts, const Rows& rows, LocalClock& clock)
      : table_(facts.dataset().delivery),
        rows_(rows),
        clock_(clock),
        submitted_(table_.column(Role::submitted_time)),
        status_(table_.column(Role::status_time)),
        local_(static_cast<std::size_t>(table_.rows()), kNoTime) {}

  void read(std::size_t group) {
    const std::uint32_t count = table_.group_rows(group);
    const std::span<const TimeUs> submissions = submitted_.read(group, count),
                                  statuses = status_.read(group, count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t row = group * kRowGroupRows + i;
      if (!rows_.has(row)) continue;
      const TimeUs submission = submissions[i], status = statuses[i];
      const TimeUs time = submission == kNoTime ? status : submission;
      if (time == kNoTime) {
        ++without_time_;
        continue;
      }
      range_.add(local_[row] = clock_.local(time));
      if (submission != kNoTime && status != kNoTime) delays_.push_back(status - submission);
    }
  }

  std::span<const TimeUs> of_group(std::size_t group) const {
    return std::span(local_).subspan(group * kRowGroupRows, table_.group_rows(group));
  }
  std::uint64_t without_time() const { return without_time_; }
  const Range& range() const { return range_; }
  std::vector<std::int64_t>& delays() { return delays_; }

 private:
  const Table& table_;
  const Rows& rows_;
  LocalClock& clock_;
  GroupTimes submitted_, status_;
  std::vector<TimeUs> local_;
  std::uint64_t without_time_ = 0;
  Range range_;
  std::vector<std::int64_t> delays_;
};

void add_all(std::span<const TimeUs> times, TimeCounts& counts) {
  for (const TimeUs time : times) {
    if (time != kNoTime) counts.add(time);
  }
}

}  // namespace

Task<Timing> timing_of(const ReportFacts& facts, const ReportRows& rows) {
  Timing timing;
  const std::size_t groups = facts.dataset().delivery.group_count();
  LocalClock clock(facts.dataset().zone);
  MessageTimes messages(facts, rows.delivery, clock);
  for (std::size_t group = 0; group < groups; ++group) {
    messages.read(group);
    co_await Pause{0.4 * pause(group, groups).done};
  }
  timing.messages_without_time = messages.without_time();
  timing.to_status = co_await part(0.4, 0.6, distribution_of(messages.delays()));

  // A recipient's first click is the earliest of those that are asked for.
  Range range = messages.range();
  const std::span<const TimeUs> click_times = facts.click_times();
  const std::span<const std::uint32_t> recipients = facts.recipients().of_rows(TableId::clicks);
  std::vector<TimeUs> clicks(click_times.size(), kNoTime);  // wall clock
  std::vector<TimeUs> first_clicks(facts.recipients().size(), kNoTime);
  for (std::size_t row = 0; row < click_times.size(); ++row) {
    if (row % kRowsBetweenPauses == 0) co_await Pause{0.6};
    if (!rows.clicks.has(row)) continue;
    if (click_times[row] == kNoTime) {
      ++timing.clicks_without_time;
      continue;
    }
    range.add(clicks[row] = clock.local(click_times[row]));
    if (recipients[row] == Recipients::kNone) continue;
    TimeUs& first = first_clicks[recipients[row]];
    if (first == kNoTime || click_times[row] < first) first = click_times[row];
  }
  if (range.greatest == kNoTime) co_return timing;

  timing.step_us = step_for(range.greatest - range.least);
  timing.first = floored(range.least, timing.step_us);
  const auto steps = static_cast<std::size_t>((range.greatest - timing.first) / timing.step_us) + 1;
  for (auto* const counts : {&timing.messages, &timing.clicks, &timing.first_clicks})
    counts->resize(steps);

  TimeCounts message_counts(timing.first, timing.step_us, timing.messages, &timing.messages_by_hour);
  for (std::size_t group = 0; group < groups; ++group) {
    add_all(messages.of_group(group), message_counts);
    co_await Pause{0.7 + 0.2 * pause(group, groups).done};
  }
  TimeCounts click_counts(timing.first, timing.step_us, timing.clicks, &timing.clicks_by_hour);
  add_all(clicks, click_counts);
  TimeCounts first_click_counts(timing.first, timing.step_us, timing.first_clicks, nullptr);
  for (const TimeUs first : first_clicks) {
    if (first != kNoTime) first_click_counts.add(clock.local(first));
  }
  co_return timing;
}

}  // namespace campaign_lens
