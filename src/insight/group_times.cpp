#include "insight/group_times.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "table/column_reader.h"

namespace campaign_lens {

namespace {
constexpr TimeUs kSecondUs = 1'000'000;
}

GroupTimes::GroupTimes(const Column* column)
    : column_(column != nullptr && column->info().type == Type::time ? column : nullptr) {}

std::span<const TimeUs> GroupTimes::read(std::size_t group_index, std::size_t rows) {
  if (times_.size() < rows) times_.resize(rows);
  const auto times = std::span(times_).first(rows);
  if (column_ == nullptr) {
    std::ranges::fill(times, kNoTime);
    return times;
  }
  const ColumnGroup& group = column_->groups()[group_index];
  const std::span<const TimeUs> of_codes = column_->code_times();
  if (const auto* const coded = std::get_if<CodesGroup>(&group)) {
    coded->codes.for_each(
        [&](std::size_t row, std::uint64_t code) { times[row] = of_codes[static_cast<std::size_t>(code)]; });
    return times;
  }
  const auto* const packed = std::get_if<TimesGroup>(&group);
  if (packed != nullptr && !packed->shape.naive && packed->shape.is_even()) {
    const TimeUs zero = packed->shape.moment(0).us, tick = packed->shape.moment(1).us - zero;
    packed->slots.for_each([&](std::size_t row, Slot slot) {
      times[row] = holds_code(slot) ? of_codes[code_of(slot)] : zero + static_cast<TimeUs>(slot) * tick;
    });
    return times;
  }
  ColumnReader reader(*column_);
  for (std::size_t row = 0; row < rows; ++row)
    times[row] = reader.time(std::uint64_t{group_index} * kRowGroupRows + row);
  return times;
}

void LocalClock::find(TimeUs utc) {
  // Of zone files the first transition may be as long ago as there are integers.
  static constexpr std::int64_t kLongAgo_s = -100'000'000'000;
  const auto moment = [](const TimeZone::Transition& transition) {
    return std::max(transition.at_s, kLongAgo_s) * kSecondUs;
  };
  const auto& transitions = zone_.transitions;
  const auto next = std::ranges::upper_bound(transitions, utc, {}, moment);
  from_ = next == transitions.begin() ? std::numeric_limits<TimeUs>::min() : moment(*(next - 1));
  until_ = next == transitions.end() ? std::numeric_limits<TimeUs>::max() : moment(*next);
  offset_us_ = zone_.offset_at(utc) * kSecondUs;
}

}  // namespace campaign_lens
