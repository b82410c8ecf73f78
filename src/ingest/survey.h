#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ingest/cursor.h"
#include "schema/schema.h"

namespace campaign_lens {

/// What an object is made of, found before it is read: whether it is a record, and of which table, or holds
/// records.
struct Survey {
  std::vector<std::string> keys;  ///< of its scalars and arrays, dotted, as far as the object was looked over
  std::vector<std::size_t> tokens;   ///< of their values
  std::optional<std::string> event;  ///< the value of the field that says which kind of event it is

  // The lists in it, at whatever depth.
  bool has_recipients = false;  ///< one whose elements are records with a number, or hold such records
  bool has_named_list = false;  ///< one under a name that only lists of messages have
  bool has_records = false;     ///< one whose elements have fields of a record

  /// Whether it is not a record but holds some: as a document, and as an element of a list, where of two
  /// lists of recipients the outer one counts.
  bool is_container() const;
  bool is_group() const;
  /// The table that it belongs to as a record; nothing where its fields are those of neither.
  std::optional<TableId> table() const;
};

/// What surveys say of records, kept by their keys: millions of them have the same few sets.
class Verdicts {
 public:
  struct Verdict {
    std::optional<TableId> table;  ///< as Survey::table(), but for events
    bool of_event = false;         ///< only the kind of the event tells the table
    bool of_message = false;       ///< see name_message()
    std::optional<TableId> table_of(const Survey& survey) const;
  };
  /// Valid until the next call.
  const Verdict& of(const Survey& survey);

 private:
  std::map<std::vector<std::string>, Verdict> verdicts_;
};

/// How much of an object a survey looks over.
enum class SurveyExtent : std::uint8_t { whole, until_container };

/// Surveys the object on which the cursor stands; the cursor stays. With `incomplete` or `fault` the survey
/// is of what comes before.
Outcome survey_object(Cursor& cursor, SurveyExtent extent, Survey& survey);

}  // namespace campaign_lens
