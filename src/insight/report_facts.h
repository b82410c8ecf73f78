#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/radix_sort.h"
#include "base/task.h"
#include "insight/reason_class.h"
#include "insight/recipients.h"
#include "insight/value_ids.h"
#include "schema/insight.h"
#include "table/dataset.h"

namespace campaign_lens {

/// Which rows of a table are asked for: none given, all; else those whose byte is not 0, one byte a row.
struct Rows {
  std::span<const std::uint8_t> kept;
  bool has(std::size_t row) const { return kept.empty() || kept[row] != 0; }
  /// How many of all the rows of the table.
  std::uint64_t count(std::uint64_t all) const {
    return kept.empty() ? all : all - static_cast<std::uint64_t>(std::ranges::count(kept, 0));
  }
};
/// Of both tables.
struct ReportRows {
  Rows delivery, clicks;
};

/// The sets that a row is in; audiences, which depend on the rows that are asked for, aside.
using RowSets = std::uint16_t;
constexpr RowSets bit_of(RowSet set) {
  return static_cast<RowSets>(1U << static_cast<unsigned>(set));
}

/// What came of a message, or of all those of a recipient: the best first.
enum class Outcome : std::uint8_t {
  delivered,
  not_confirmed,
  failed_for_now,
  failed_for_good,
  unrecognised,
  no_message,  ///< of a recipient
};
constexpr std::size_t kOutcomeCount = 6;

/// All that insight needs of a report besides its columns, worked out once, in about a dozen passes over
/// packed columns: then every answer is a few passes over arrays. Of a table with its roles as they are now;
/// refers to the dataset.
class ReportFacts {
 public:
  /// `now`: UTC; times later than that are in the future.
  static Task<std::unique_ptr<const ReportFacts>> of(const Dataset& dataset, TimeUs now);

  const Dataset& dataset() const { return dataset_; }
  const Recipients& recipients() const { return recipients_; }

  // One a row of the delivery table.
  std::span<const Outcome> outcomes() const { return outcomes_; }
  std::span<const RowSets> message_sets() const { return message_sets_; }
  /// A distinct pair of text and code.
  struct Reason {
    std::string_view text, code;
    ReasonClass meaning;
  };
  std::span<const Reason> reasons() const { return reasons_; }
  struct Failure {
    std::uint32_t row = 0;
    std::uint32_t reason = 0;  ///< index
  };
  /// The messages that failed or were not submitted.
  std::span<const Failure> failures() const { return failures_; }

  // One a recipient.
  std::span<const Outcome> recipient_outcomes() const { return recipient_outcomes_; }

  // One for each who clicked (Recipients::clickers).
  /// The earliest time when a message was submitted, or else that of its status; kNoTime: there is none.
  std::span<const TimeUs> first_messages() const { return first_messages_; }

  // One a row of the click table.
  std::span<const RowSets> click_sets() const { return click_sets_; }
  struct Click {
    TimeUs time = kNoTime;
    std::uint32_t row = 0;
    std::uint32_t recipient = 0;
  };
  /// All of them, those of one recipient behind each other, by time; those without one come last.
  std::span<const Click> clicks() const { return clicks_; }

 private:
  ReportFacts(const Dataset& dataset, Recipients recipients);
  Task<void> find_outcomes();
  Task<void> find_repetitions();
  void mark_superseded(std::span<const KeyedRow> of_one_id);
  Task<void> find_message_times(TimeUs now);
  Task<void> find_clicks(TimeUs now);
  /// The latest message of a recipient up to a time; kNoTime: there is none.
  TimeUs message_before(std::uint32_t recipient, TimeUs time) const;
  Task<void> order_clicks();
  Task<void> find_automatic_clicks();

  const Dataset& dataset_;
  Recipients recipients_;
  ValueIds reason_texts_, reason_codes_;
  std::vector<Reason> reasons_;
  std::vector<Failure> failures_;
  std::vector<Outcome> outcomes_, recipient_outcomes_;
  std::vector<RowSets> message_sets_, click_sets_;
  std::vector<TimeUs> first_messages_;
  std::vector<Click> clicks_;
  /// Of recipients who clicked and have several messages with times: by recipient, then by time.
  struct MessageTime {
    std::uint32_t recipient = 0;
    TimeUs time = kNoTime;
    friend auto operator<=>(const MessageTime&, const MessageTime&) = default;
  };
  std::vector<MessageTime> several_messages_;
};

}  // namespace campaign_lens
