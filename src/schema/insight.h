#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "schema/row_set.h"
#include "schema/schema.h"
#include "schema/status.h"

namespace campaign_lens {

// What the rows of a report mean. Plain values, worked out by `insight`, passed on as messages. All figures
// are of the rows that were asked for: all, or those that a query of each table keeps. A recipient is one
// however its number is written; rows without a number have none.

/// Lists are cut behind so many of their most frequent entries, texts behind so many bytes.
inline constexpr std::size_t kMaxInsightEntries = 1'000, kMaxInsightTextBytes = 512;

/// What kind of reason a message failed for.
enum class ReasonGroup : std::uint8_t {
  invalid_number,
  blocked,  ///< or opted out
  content,  ///< or template
  limit,    ///< or balance
  duplicate,
  network,  ///< or operator
  configuration,
  unknown,
};
inline constexpr std::size_t kReasonGroupCount = 8;
std::string_view reason_group_name(ReasonGroup group);  ///< "Invalid number", …
std::string_view reason_group_key(ReasonGroup group);   ///< "invalid_number", …

/// A distribution of times between two events. Percentiles are the values at the nearest rank.
struct Delays {
  std::uint64_t count = 0;
  std::uint64_t negative = 0;  ///< left out: the second event has the earlier time
  std::int64_t median_us = 0, p90_us = 0, p99_us = 0;
  friend bool operator==(const Delays&, const Delays&) = default;
};

struct Failures {
  /// One reason as it is written: text and code.
  struct Reason {
    std::string text, code;
    ReasonGroup group = ReasonGroup::unknown;
    bool permanent = false;                       ///< another try would fail as well
    std::uint64_t failed = 0, not_submitted = 0;  ///< messages, by status
    std::uint64_t cumulative = 0;                 ///< messages of this one and of all that are more frequent
    friend bool operator==(const Reason&, const Reason&) = default;
  };
  struct Group {
    std::uint64_t failed = 0, not_submitted = 0;
    std::uint64_t permanent = 0;  ///< of both
    friend bool operator==(const Group&, const Group&) = default;
  };
  std::uint64_t messages = 0;  ///< Failed and Not submitted: what the shares are of
  std::array<Group, kReasonGroupCount> groups;
  std::vector<Reason> reasons;  ///< most frequent first
  std::uint64_t left_off = 0;   ///< reasons
  friend bool operator==(const Failures&, const Failures&) = default;
};

/// Clicks, and the recipients who made them.
struct ClickCount {
  std::uint64_t clicks = 0, recipients = 0;
  friend bool operator==(const ClickCount&, const ClickCount&) = default;
};
/// Counted both ways.
struct ClickCounts {
  ClickCount all, without_automatic;
  friend bool operator==(const ClickCounts&, const ClickCounts&) = default;
};

struct Clicks {
  struct Value {
    std::string text;  ///< as written; empty where there is none
    ClickCounts counts;
    friend bool operator==(const Value&, const Value&) = default;
  };
  /// A column's values, most clicked first, equal ones by text, the blank one last.
  struct Breakdown {
    std::vector<Value> values;
    std::uint64_t left_off = 0;
    friend bool operator==(const Breakdown&, const Breakdown&) = default;
  };
  ClickCounts total;
  /// Recipients of delivered messages, and of any: what click rates are of. Who of them clicked, both ways.
  std::uint64_t delivered_recipients = 0, delivered_clicked = 0, delivered_clicked_without_automatic = 0;
  std::uint64_t recipients = 0, clicked = 0, clicked_without_automatic = 0;
  std::uint64_t repeat_clickers = 0,
                repeat_clickers_without_automatic = 0;  ///< recipients with several clicks
  Breakdown variables, locations, links;
  Delays to_first_click;  ///< from the first message of a recipient to its first click that is not automatic
  friend bool operator==(const Clicks&, const Clicks&) = default;
};

/// What concerns one country, by the prefix of the recipients' numbers.
struct CountryFigures {
  std::string iso, name;  ///< of numbers that cannot be told, or cannot exist: empty, "Unknown"
  std::uint32_t calling_code = 0;
  std::uint64_t messages = 0, recipients = 0, delivered = 0;
  std::array<std::uint64_t, kReasonGroupCount> failed{};  ///< and not submitted, by kind of reason
  ClickCounts clicks;
  friend bool operator==(const CountryFigures&, const CountryFigures&) = default;
};

struct Timing {
  using Week = std::array<std::array<std::uint64_t, 24>, 7>;  ///< Monday first, hours of the zone
  /// Steps of the wall clock in the report's zone, one behind the other from `first`. A message is counted at
  /// the time when it was submitted, else at that of its status.
  TimeUs first = kNoTime;  ///< wall clock; kNoTime: there are no times
  std::int64_t step_us = 0;
  std::vector<std::uint64_t> messages, clicks, first_clicks;  ///< first: of a recipient
  Week messages_by_hour{}, clicks_by_hour{};
  std::uint64_t messages_without_time = 0, clicks_without_time = 0;
  Delays to_status;  ///< from the submission of a message to its status, where both are there
  friend bool operator==(const Timing&, const Timing&) = default;
};

/// Which reading of Submitted to flow studio the stated counts follow: with all that came of those messages,
/// or without.
enum class SubmittedReading : std::uint8_t { not_stated, stage, partition, neither };

struct Reconciliation {
  struct Stated {
    CountId count = CountId::total;
    std::uint64_t stated = 0;
    std::uint64_t counted = 0;  ///< in the reading that the stated counts follow
    friend bool operator==(const Stated&, const Stated&) = default;
  };
  SubmittedReading reading = SubmittedReading::not_stated;
  std::vector<Stated> stated;  ///< of the whole report, whichever rows are asked for
  /// The counts with one row a message, that of its current status: without superseded events.
  StatusCounts current;
  friend bool operator==(const Reconciliation&, const Reconciliation&) = default;
};

struct Insight {
  std::array<std::uint64_t, kTableCount> rows{};
  StatusCounts counts;
  std::uint64_t recipients = 0;  ///< of messages
  std::string home;  ///< ISO code of the country of numbers without country code; empty: none is known
  std::array<std::uint64_t, kRowSetCount> row_sets{};  ///< how many rows each has
  Reconciliation reconciliation;
  Failures failures;
  Clicks clicks;
  std::vector<CountryFigures> countries;  ///< most messages first, then most clicks, then by name
  Timing timing;
  friend bool operator==(const Insight&, const Insight&) = default;
};

}  // namespace campaign_lens
