#include "insight/report_facts.h"

#include <algorithm>
#include <tuple>

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

ReportFacts::ReportFacts(const Dataset& dataset, TimeUs now)
    : dataset_(dataset),
      recipients_(dataset.delivery, dataset.clicks),
      reason_texts_(dataset.delivery.column(Role::reason)),
      reason_codes_(dataset.delivery.column(Role::reason_code)) {
  find_outcomes();
  find_repetitions();
  find_message_times(now);
  find_clicks(now);
}

void ReportFacts::find_outcomes() {
  const Table& table = dataset_.delivery;
  const std::span<const std::uint32_t> recipients = recipients_.of_rows(TableId::delivery);
  outcomes_.resize(static_cast<std::size_t>(table.rows()));
  recipient_outcomes_.assign(recipients_.size(), Outcome::unrecognised);
  has_message_.assign(recipients_.size(), 0);
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
      if (const std::uint32_t recipient = recipients[row]; recipient != Recipients::kNone) {
        has_message_[recipient] = 1;
        recipient_outcomes_[recipient] = std::min(recipient_outcomes_[recipient], outcome);
      }
      ++row;
    }
  }
}

/// Of several events of one message, its current status is the one with the latest time; of equal times or
/// none the one furthest along; else the last in the file.
void ReportFacts::find_repetitions() {
  const Table& table = dataset_.delivery;
  const std::span<const std::uint32_t> recipients = recipients_.of_rows(TableId::delivery);
  message_sets_.assign(static_cast<std::size_t>(table.rows()), 0);

  struct Event {
    std::uint32_t id, recipient;
    TimeUs time;
    int stage;
    std::uint32_t row;
  };
  std::vector<Event> events;
  const Column* const time = table.column(Role::status_time);
  for (const auto& [first, row] : repeated_message_ids(table)) {
    message_sets_[row] |= bit_of(RowSet::repeated_message_ids);
    events.push_back({.id = first,
                      .recipient = recipients[row],
                      .time = time == nullptr ? kNoTime : ColumnReader(*time).time(row),
                      .stage = stage_of(table.families(row / kRowGroupRows)[row % kRowGroupRows]),
                      .row = row});
  }
  const auto message = [](const Event& event) { return std::tie(event.id, event.recipient); };
  std::ranges::sort(events, {}, [](const Event& event) {
    return std::tie(event.id, event.recipient, event.time, event.stage, event.row);
  });
  for (std::size_t i = 0; i + 1 < events.size(); ++i) {
    if (message(events[i]) == message(events[i + 1]))
      message_sets_[events[i].row] |= bit_of(RowSet::superseded_events);
  }

  std::vector<std::uint8_t> messages(recipients_.size());  // 0, 1, or 2 and more
  for (std::size_t row = 0; row < message_sets_.size(); ++row) {
    RowSets& sets = message_sets_[row];
    const std::uint32_t recipient = recipients[row];
    if (recipient == Recipients::kNone) {
      sets |= bit_of(RowSet::without_number);
      continue;
    }
    if (recipients_.country(recipient) == kNoCountry) sets |= bit_of(RowSet::impossible_numbers);
    if ((sets & bit_of(RowSet::superseded_events)) == 0)
      messages[recipient] = static_cast<std::uint8_t>(std::min(messages[recipient] + 1, 2));
  }
  for (std::size_t row = 0; row < message_sets_.size(); ++row) {
    RowSets& sets = message_sets_[row];
    if (recipients[row] != Recipients::kNone && messages[recipients[row]] > 1 &&
        (sets & bit_of(RowSet::superseded_events)) == 0)
      sets |= bit_of(RowSet::repeated_recipients);
  }
}

void ReportFacts::find_message_times(TimeUs now) {
  const Table& table = dataset_.delivery;
  const std::span<const std::uint32_t> recipients = recipients_.of_rows(TableId::delivery);
  first_messages_.assign(recipients_.size(), kNoTime);
  GroupTimes submitted(table.column(Role::submitted_time)), status(table.column(Role::status_time));
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    const std::uint32_t rows = table.group_rows(group);
    const std::span<const TimeUs> submissions = submitted.read(group, rows),
                                  statuses = status.read(group, rows);
    for (std::size_t i = 0; i < rows; ++i) {
      const std::size_t row = group * kRowGroupRows + i;
      const TimeUs time = submissions[i] == kNoTime ? statuses[i] : submissions[i];
      if (std::max(submissions[i], statuses[i]) > now)
        message_sets_[row] |= bit_of(RowSet::messages_in_future);
      if (time == kNoTime || recipients[row] == Recipients::kNone) continue;
      TimeUs& first = first_messages_[recipients[row]];
      if (first == kNoTime || time < first) first = time;
    }
  }
}

void ReportFacts::find_clicks(TimeUs now) {
  constexpr TimeUs kAtOnceUs = 2'000'000;
  const Table& table = dataset_.clicks;
  const std::span<const std::uint32_t> recipients = recipients_.of_rows(TableId::clicks);
  const auto rows = static_cast<std::size_t>(table.rows());
  click_times_.resize(rows);
  click_sets_.assign(rows, 0);
  clicked_.assign(recipients_.size(), 0);
  GroupTimes times(table.column(Role::status_time));
  for (std::size_t group = 0; group < table.group_count(); ++group)
    std::ranges::copy(times.read(group, table.group_rows(group)),
                      click_times_.begin() + static_cast<std::ptrdiff_t>(group * kRowGroupRows));
  for (std::size_t row = 0; row < rows; ++row) {
    RowSets& sets = click_sets_[row];
    const TimeUs time = click_times_[row];
    if (time > now) sets |= bit_of(RowSet::clicks_in_future);
    const std::uint32_t recipient = recipients[row];
    if (recipient == Recipients::kNone) {
      sets |= bit_of(RowSet::clicks_without_number);
      continue;
    }
    clicked_[recipient] = 1;
    if (!has_message(recipient)) {
      sets |= bit_of(RowSet::clicks_without_message);
      continue;
    }
    const Outcome outcome = recipient_outcomes_[recipient];
    if (outcome == Outcome::failed_for_now || outcome == Outcome::failed_for_good)
      sets |= bit_of(RowSet::clicks_on_failed);
    const TimeUs message = first_messages_[recipient];
    if (time == kNoTime || message == kNoTime) continue;
    if (time < message) {
      sets |= bit_of(RowSet::clicks_before_message);
    } else if (time - message <= kAtOnceUs) {
      sets |= bit_of(RowSet::clicks_at_once);
    }
  }
  order_clicks();
  find_automatic_clicks();
}

void ReportFacts::order_clicks() {
  const std::span<const std::uint32_t> recipients = recipients_.of_rows(TableId::clicks);
  click_order_ = clicks_by_recipient(recipients_);
  for (auto begin = click_order_.begin(); begin != click_order_.end();) {
    const auto end = std::find_if(begin, click_order_.end(),
                                  [&](std::uint32_t row) { return recipients[row] != recipients[*begin]; });
    if (end - begin > 1)
      std::stable_sort(begin, end,
                       [&](std::uint32_t a, std::uint32_t b) { return click_times_[a] < click_times_[b]; });
    begin = end;
  }
}

}  // namespace campaign_lens
