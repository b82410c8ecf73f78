#include "insight/report_facts.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "insight/clicks_by_recipient.h"
#include "insight/group_times.h"
#include "insight/key_ids.h"
#include "insight/message_ids.h"
#include "table/column_reader.h"

namespace campaign_lens {

namespace {

Outcome outcome_of(StatusFamily family) {
  switch (family) {
    case StatusFamily::success:
      return Outcome::delivered;
    case StatusFamily::queued:
    case StatusFamily::not_confirmed:
      return Outcome::not_confirmed;
    case StatusFamily::failed:
    case StatusFamily::not_submitted:
      return Outcome::failed_for_now;
    case StatusFamily::unrecognised:
      break;
  }
  return Outcome::unrecognised;
}

/// How far a message has got: of events at one time the one furthest along is the later one.
int stage_of(StatusFamily family) {
  switch (family) {
    case StatusFamily::unrecognised:
      return 0;
    case StatusFamily::queued:
      return 1;
    case StatusFamily::not_submitted:
      return 2;
    case StatusFamily::not_confirmed:
      return 3;
    case StatusFamily::failed:
      return 4;
    case StatusFamily::success:
      break;
  }
  return 5;
}

}  // namespace

ReportFacts::ReportFacts(const Dataset& dataset, Recipients recipients)
    : dataset_(dataset),
      recipients_(std::move(recipients)),
      reason_texts_(dataset.delivery.column(Role::reason)),
      reason_codes_(dataset.delivery.column(Role::reason_code)) {}

Task<std::unique_ptr<const ReportFacts>> ReportFacts::of(const Dataset& dataset, TimeUs now) {
  Recipients recipients = co_await part(0, 0.3, Recipients::of(dataset.delivery, dataset.clicks));
  std::unique_ptr<ReportFacts> facts(new ReportFacts(dataset, std::move(recipients)));
  co_await part(0.3, 0.4, facts->find_outcomes());
  co_await part(0.4, 0.7, facts->find_repetitions());
  co_await part(0.7, 0.8, facts->find_message_times(now));
  co_await part(0.8, 1, facts->find_clicks(now));
  co_return facts;
}

Task<void> ReportFacts::find_outcomes() {
  const Table& table = dataset_.delivery;
  const std::span<const std::uint32_t> recipients = recipients_.of_rows(TableId::delivery);
  outcomes_.resize(static_cast<std::size_t>(table.rows()));
  recipient_outcomes_.assign(recipients_.size(), Outcome::no_message);
  KeyIds pairs;
  std::uint32_t row = 0;
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    for (const StatusFamily family : table.families(group)) {
      Outcome outcome = outcome_of(family);
      if (outcome == Outcome::failed_for_now) {
        const std::uint32_t text = reason_texts_.id(row), code = reason_codes_.id(row);
        const std::uint32_t reason = pairs.id_of(std::uint64_t{text} << 32 | code);
        if (reason == reasons_.size()) {
          const std::string_view written = reason_texts_.text(text), its_code = reason_codes_.text(code);
          reasons_.push_back(
              {.text = written, .code = its_code, .meaning = classify_reason(written, its_code)});
        }
        failures_.push_back({.row = row, .reason = reason});
        if (reasons_[reason].meaning.permanent) outcome = Outcome::failed_for_good;
      }
      outcomes_[row] = outcome;
      if (const std::uint32_t recipient = recipients[row]; recipient != Recipients::kNone)
        recipient_outcomes_[recipient] = std::min(recipient_outcomes_[recipient], outcome);
      ++row;
    }
    co_await pause(group, table.group_count());
  }
}

/// Of several events of one message, its current status is the one with the latest time; of equal times or
/// none the one furthest along; else the last in the file.
void ReportFacts::mark_superseded(std::span<const KeyedRow> of_one_id) {
  const Table& table = dataset_.delivery;
  struct Event {
    std::uint32_t recipient;
    TimeUs time;
    int stage;
    std::uint32_t row;
  };
  std::vector<Event> events;
  const Column* const time = table.column(Role::status_time);
  for (const KeyedRow& event : of_one_id) {
    const std::uint32_t row = event.row;
    events.push_back({.recipient = recipients_.of_rows(TableId::delivery)[row],
                      .time = time == nullptr ? kNoTime : ColumnReader(*time).time(row),
                      .stage = stage_of(table.families(row / kRowGroupRows)[row % kRowGroupRows]),
                      .row = row});
  }
  std::ranges::sort(events, {}, [](const Event& event) {
    return std::tie(event.recipient, event.time, event.stage, event.row);
  });
  for (std::size_t i = 0; i + 1 < events.size(); ++i) {
    if (events[i].recipient == events[i + 1].recipient)
      message_sets_[events[i].row] |= bit_of(RowSet::superseded_events);
  }
}

Task<void> ReportFacts::find_repetitions() {
  const Table& table = dataset_.delivery;
  const std::span<const std::uint32_t> recipients = recipients_.of_rows(TableId::delivery);
  message_sets_.assign(static_cast<std::size_t>(table.rows()), 0);

  const std::vector<KeyedRow> repeated = co_await part(0, 0.5, repeated_message_ids(table));
  std::size_t since_pause = 0;
  for (std::size_t begin = 0; begin < repeated.size();) {
    std::size_t end = begin;
    while (end < repeated.size() && repeated[end].key == repeated[begin].key)
      message_sets_[repeated[end++].row] |= bit_of(RowSet::repeated_message_ids);
    mark_superseded(std::span(repeated).subspan(begin, end - begin));
    since_pause += end - begin;
    begin = end;
    if (since_pause < kRowsBetweenPauses) continue;
    since_pause = 0;
    co_await Pause{0.5 + 0.1 * pause(end, repeated.size()).done};
  }

  std::vector<std::uint8_t> messages(recipients_.size());  // 0, 1, or 2 and more
  const auto is_superseded = [](RowSets sets) { return (sets & bit_of(RowSet::superseded_events)) != 0; };
  co_await part(0.6, 0.8, in_pieces(message_sets_.size(), [&](std::size_t begin, std::size_t end) {
                  for (std::size_t row = begin; row < end; ++row) {
                    RowSets& sets = message_sets_[row];
                    const std::uint32_t recipient = recipients[row];
                    if (recipient == Recipients::kNone) {
                      sets |= bit_of(RowSet::without_number);
                      continue;
                    }
                    if (recipients_.country(recipient) == kNoCountry)
                      sets |= bit_of(RowSet::impossible_numbers);
                    const int known = messages[recipient] + (is_superseded(sets) ? 0 : 1);
                    messages[recipient] = static_cast<std::uint8_t>(std::min(known, 2));
                  }
                }));
  co_await part(0.8, 1, in_pieces(message_sets_.size(), [&](std::size_t begin, std::size_t end) {
                  for (std::size_t row = begin; row < end; ++row) {
                    const std::uint32_t recipient = recipients[row];
                    if (recipient == Recipients::kNone || messages[recipient] < 2) continue;
                    if (!is_superseded(message_sets_[row]))
                      message_sets_[row] |= bit_of(RowSet::repeated_recipients);
                  }
                }));
}

Task<void> ReportFacts::find_message_times(TimeUs now) {
  const Table& table = dataset_.delivery;
  const std::span<const std::uint32_t> recipients = recipients_.of_rows(TableId::delivery);
  const std::uint32_t clickers = recipients_.clickers();
  first_messages_.assign(clickers, kNoTime);
  // 0, 1, or 2 and more; the last is for all who did not click: who did is nothing that a processor guesses.
  std::vector<std::uint8_t> messages(std::size_t{clickers} + 1);
  co_await part(0, 0.1, in_pieces(recipients.size(), [&](std::size_t begin, std::size_t end) {
                  for (const std::uint32_t recipient : recipients.subspan(begin, end - begin)) {
                    std::uint8_t& known = messages[std::min(recipient, clickers)];
                    known = static_cast<std::uint8_t>(std::min(known + 1, 2));
                  }
                }));
  std::vector<MessageTime> of_several;
  GroupTimes submitted(table.column(Role::submitted_time)), status(table.column(Role::status_time));
  std::vector<std::uint32_t> of_clickers(kRowGroupRows);  // rows of a group
  const auto read_group = [&](std::size_t group) {
    const std::size_t first_row = group * kRowGroupRows;
    const std::uint32_t rows = table.group_rows(group);
    const std::span<const TimeUs> submissions = submitted.read(group, rows),
                                  statuses = status.read(group, rows);
    std::size_t found = 0;
    for (std::uint32_t i = 0; i < rows; ++i) {
      const bool in_future = std::max(submissions[i], statuses[i]) > now;
      message_sets_[first_row + i] |= in_future ? bit_of(RowSet::messages_in_future) : 0;
      of_clickers[found] = i;
      found += recipients[first_row + i] < clickers ? 1 : 0;
    }
    for (const std::uint32_t i : std::span(of_clickers).first(found)) {
      const TimeUs time = submissions[i] == kNoTime ? statuses[i] : submissions[i];
      if (time == kNoTime) continue;
      const std::uint32_t recipient = recipients[first_row + i];
      TimeUs& first = first_messages_[recipient];
      if (first == kNoTime || time < first) first = time;
      if (messages[recipient] > 1) of_several.push_back({.recipient = recipient, .time = time});
    }
  };
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    read_group(group);
    co_await Pause{0.1 + 0.4 * pause(group, table.group_count()).done};
  }

  std::vector<KeyedRow> order;
  order.reserve(of_several.size());
  for (std::uint32_t i = 0; i < of_several.size(); ++i)
    order.push_back(
        {.key = static_cast<std::uint64_t>(of_several[i].time) ^ std::uint64_t{1} << 63, .row = i});
  co_await part(0.5, 0.7, radix_sort(order));
  for (KeyedRow& message : order)
    message.key = of_several[message.row].recipient;
  co_await part(0.7, 1, radix_sort(order));
  several_messages_.reserve(order.size());
  for (const KeyedRow& message : order)
    several_messages_.push_back(of_several[message.row]);
}

TimeUs ReportFacts::message_before(std::uint32_t recipient, TimeUs time) const {
  const auto next = std::ranges::upper_bound(several_messages_, MessageTime{recipient, time});
  if (next != several_messages_.begin() && (next - 1)->recipient == recipient) return (next - 1)->time;
  return first_messages_[recipient] <= time ? first_messages_[recipient] : kNoTime;
}

Task<void> ReportFacts::find_clicks(TimeUs now) {
  constexpr TimeUs kAtOnceUs = 2'000'000;
  co_await part(0, 0.4, order_clicks());
  click_sets_.assign(clicks_.size(), 0);
  for (std::size_t i = 0; i < clicks_.size(); ++i) {
    if (i % kRowsBetweenPauses == 0) co_await Pause{0.4 + 0.2 * pause(i, clicks_.size()).done};
    const auto [time, row, recipient] = clicks_[i];
    RowSets sets = time > now ? bit_of(RowSet::clicks_in_future) : 0;
    if (recipient == Recipients::kNone) {
      click_sets_[row] = sets | bit_of(RowSet::clicks_without_number);
      continue;
    }
    const Outcome outcome = recipient_outcomes_[recipient];
    const TimeUs message = first_messages_[recipient];
    if (outcome == Outcome::no_message) sets |= bit_of(RowSet::clicks_without_message);
    if (outcome == Outcome::failed_for_now || outcome == Outcome::failed_for_good)
      sets |= bit_of(RowSet::clicks_on_failed);
    if (time != kNoTime && message != kNoTime) {
      if (time < message) {
        sets |= bit_of(RowSet::clicks_before_message);
      } else if (time - message_before(recipient, time) <= kAtOnceUs) {
        sets |= bit_of(RowSet::clicks_at_once);
      }
    }
    click_sets_[row] = sets;
  }
  co_await part(0.6, 1, find_automatic_clicks());
}

Task<void> ReportFacts::order_clicks() {
  const Table& table = dataset_.clicks;
  const std::span<const std::uint32_t> recipients = recipients_.of_rows(TableId::clicks);
  std::vector<TimeUs> times(static_cast<std::size_t>(table.rows()));
  GroupTimes reader(table.column(Role::status_time));
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    std::ranges::copy(reader.read(group, table.group_rows(group)),
                      times.begin() + static_cast<std::ptrdiff_t>(group * kRowGroupRows));
    co_await Pause{0.3 * pause(group, table.group_count()).done};
  }
  clicks_.reserve(times.size());
  for (const std::uint32_t row : clicks_by_recipient(recipients_)) {
    if (clicks_.size() % kRowsBetweenPauses == 0)
      co_await Pause{0.3 + 0.4 * pause(clicks_.size(), times.size()).done};
    clicks_.push_back({.time = times[row], .row = row, .recipient = recipients[row]});
  }
  std::size_t ordered = 0;
  for (auto begin = clicks_.begin(); begin != clicks_.end();) {
    const auto end = std::find_if(begin, clicks_.end(),
                                  [&](const Click& click) { return click.recipient != begin->recipient; });
    if (end - begin > 1) std::ranges::stable_sort(begin, end, {}, &Click::time);
    begin = end;
    if (++ordered % kRowsBetweenPauses == 0)
      co_await Pause{0.7 + 0.3 * pause(ordered, recipients_.clickers()).done};
  }
}

}  // namespace campaign_lens
