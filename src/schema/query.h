#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.h"
#include "schema/row_set.h"
#include "schema/schema.h"
#include "schema/status.h"

namespace campaign_lens {

struct SortKey {
  std::uint32_t column = 0;  ///< index in the table
  bool descending = false;
  friend bool operator==(const SortKey&, const SortKey&) = default;
};

inline constexpr std::uint32_t kHoursOfWeek = 7 * 24;

/// What a value can be asked. Of several values, texts and the like one has to hold.
namespace condition {

/// Is one of these values, exactly as written, whatever its kind in JSON. Without values: is blank.
struct OneOf {
  std::vector<std::string> values = {};
  bool blank = false;  ///< or missing, null, ""
  friend bool operator==(const OneOf&, const OneOf&) = default;
};

/// Has one of these texts, compared by fold(). In a time column the time as it is shown counts, too; in that
/// of the recipient's number a text that looks like a telephone number is found however either is written
/// (PhoneSearch).
struct Text {
  enum class Place : std::uint8_t { anywhere, at_start, whole };
  Place place = Place::anywhere;
  std::vector<std::string> texts = {};
  friend bool operator==(const Text&, const Text&) = default;
};

/// Of a time column: from a moment on, until before another. UTC; kNoTime: without that bound.
struct Times {
  TimeUs from = kNoTime;
  TimeUs until = kNoTime;
  friend bool operator==(const Times&, const Times&) = default;
};

/// Of a time column: within a while that is counted from its own first or last time in the report. The engine
/// finds these, and anew for each query: so the query means the same while a report grows, in another zone
/// and in another report.
struct Period {
  enum class Span : std::uint8_t {
    first_hour,  ///< 60 minutes from the first time on
    first_day,   ///< 24 hours from the first time on
    last_week,   ///< 7 times 24 hours, which end with the last time
  };
  Span span = Span::first_hour;
  friend bool operator==(const Period&, const Period&) = default;
};

/// Of an integer or decimal column: both bounds belong to it. Never NaN.
struct Numbers {
  std::optional<double> least, greatest;
  friend bool operator==(const Numbers&, const Numbers&) = default;
};

/// Is not blank, and the same text is in another row of the table, whether that is shown or not.
struct Repeated {
  friend bool operator==(const Repeated&, const Repeated&) = default;
};

/// Of a time column: in an hour of the week of the clock that is shown. In the column of the times when
/// messages were submitted, a message without such a time counts at that of its status, as in Timing.
struct HourOfWeek {
  std::uint32_t hour = 0;  ///< 0: Monday from 0:00 to 1:00; below kHoursOfWeek
  friend bool operator==(const HourOfWeek&, const HourOfWeek&) = default;
};

/// Of the column of the recipient's number: it is one of this country, as in CountryFigures.
struct FromCountry {
  std::string name;
  friend bool operator==(const FromCountry&, const FromCountry&) = default;
};

}  // namespace condition

using Condition =
    std::variant<condition::OneOf, condition::Text, condition::Times, condition::Period, condition::Numbers,
                 condition::Repeated, condition::HourOfWeek, condition::FromCountry>;

/// Keeps the rows whose value in a column meets a condition; or just the others, blanks among them.
struct ColumnFilter {
  std::uint32_t column = 0;  ///< index in the table
  bool negated = false;
  Condition condition;
  friend bool operator==(const ColumnFilter&, const ColumnFilter&) = default;
};

/// Keeps the rows of a set, or just the others. Of an audience each recipient has one row: that with the best
/// outcome among those that all else keeps, of several the first; the other rows are those of other
/// recipients.
struct SetFilter {
  RowSet set = RowSet::repeated_message_ids;
  bool negated = false;
  friend bool operator==(const SetFilter&, const SetFilter&) = default;
};

/// More of these are refused in a message; filters by column and by set together.
inline constexpr std::size_t kMaxFilters = 256, kMaxSortKeys = 64;

/// What is asked of one table. A plain value: equal values ask the same, and no work is done. All parts have
/// to hold of a row.
struct Query {
  TableId table = TableId::delivery;
  FamilySet statuses;         ///< empty: any; ignored in the click table
  std::string search;         ///< as condition::Text, anywhere in one of the columns below; empty: any
  std::vector<SortKey> sort;  ///< stable; blanks last either way; empty: the order of the file
  std::vector<std::uint32_t> search_columns = {};  ///< empty: all
  std::vector<ColumnFilter> filters = {};
  std::vector<SetFilter> sets = {};  ///< those of the other table are passed over
  friend bool operator==(const Query&, const Query&) = default;
};

/// Whether only ReportFacts tell which rows a query keeps.
bool asks_facts(const Query& query);

}  // namespace campaign_lens
