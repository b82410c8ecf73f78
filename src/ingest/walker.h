#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/cursor.h"
#include "ingest/facts.h"
#include "ingest/record_reader.h"
#include "ingest/survey.h"
#include "ingest/sync_search.h"
#include "ingest/warnings.h"
#include "ingest/window.h"
#include "table/dataset.h"

namespace campaign_lens {

/// Goes through a report: documents, containers, records; facts on the way. It goes from window to window,
/// and remembers where it stood: each step (a record, a fact, entering and leaving a container) is taken
/// whole or not at all.
class Walker {
 public:
  /// Reads records into the tables of `dataset`.
  Walker(Warnings& warnings, Dataset& dataset)
      : warnings_(warnings),
        delivery_(TableId::delivery, dataset.delivery),
        clicks_(TableId::clicks, dataset.clicks) {}

  /// What comes next is another file. Its records have `handed_down` beside their own fields.
  void begin_file(std::vector<HandedDown> handed_down);

  /// Which step cannot be given more tokens if they end in it: at the end of the report and at damage every
  /// one, before that at most the first one, which fills the window.
  enum class Last : std::uint8_t { none, first_step, every_step };
  /// Takes as many steps as the tokens allow. Always leaves the cursor behind the last whole step.
  Outcome walk(Cursor& cursor, const Window& window, Last last);

  /// Reads the records that come next as far as they are like earlier ones: see RecordReader::read_alike.
  /// Gives how many bytes they are.
  std::size_t read_alike(std::string_view text);

  /// Whether a file may end here: between two documents, or where damage took the closing brackets.
  bool may_end() const { return levels_.empty() || closers_unsure_; }
  /// Whether there was anything but blank space in the file.
  bool saw_documents() const { return saw_documents_; }

  /// Whether the step that failed was to read a record.
  bool failed_in_record() const { return in_record_; }
  SyncHints sync_hints() const;
  /// Reading goes on at this place, behind what could not be read.
  void resume(const SyncPoint& point);

  RecordReader& records(TableId table) { return table == TableId::delivery ? delivery_ : clicks_; }
  const RecordReader& records(TableId table) const {
    return table == TableId::delivery ? delivery_ : clicks_;
  }
  const Facts& facts() const { return facts_; }

 private:
  /// What the objects of a list are. A group holds a list of records and has what they have in common.
  enum class Elements : std::uint8_t { unknown, records, groups, others };

  /// A container that has been entered and not been left.
  struct Level {
    bool array = false;
    bool first = true;  ///< nothing of it has been read yet, or what was next to a comma is damaged
    std::string path;   ///< dotted; empty for the document itself

    // Of an array.
    Elements elements = Elements::unknown;
    std::optional<TableId> table;      ///< of its records
    std::optional<TableId> by_fields;  ///< what its first record's fields say the table is
    bool routed = false;    ///< its name tells nothing: a record with new fields goes where they say
    bool by_event = false;  ///< each record does, by the kind of its event
    bool resumed = false;   ///< what comes next may be another list's: damage lies before it
    std::vector<std::string> first_keys;  ///< that its records begin with, as written, the last one last

    // Of an object.
    bool in_group = false;       ///< it is a group or in one: its facts are handed down
    bool facts_known = false;    ///< all of them are, also those behind the records
    std::size_t group_path = 0;  ///< how much of the path is the group's
    // Of a group: what it hands down begins and ends here in handed_down_.
    std::optional<std::size_t> handed_before;
    std::size_t handed_after = 0;
  };

  Outcome step();
  Outcome document();
  Outcome object_document();
  Outcome read_document(TableId table, RecordReader::NewFields new_fields);
  Outcome member();
  Outcome member_value(std::string path);
  Outcome element();
  Outcome object_element();
  Outcome other_element();
  Outcome comma_or_end(char end, std::string_view expected, bool& ended);

  void enter_object(std::string path);
  void enter_array(std::string path);
  Outcome list_of_scalars(const std::string& path);
  void leave();
  void leave_all();

  Outcome enter_group();
  std::vector<HandedDown> facts_of_group(const Survey& survey);
  Outcome fact_of_group(std::string_view path);
  /// Whether a list of this path, whose elements are no objects, is one of numbers.
  static bool holds_recipients(std::string_view path);

  /// Finds out what the objects of the list are by the first of them, on which the cursor stands.
  Outcome find_elements(Level& list);
  /// Hands facts whose names are fields of the records down under names of their own.
  void rename_handed_down(const Survey& record);
  /// Behind damage: whether the object on which the cursor stands is of the list that was being read, of one
  /// around it, or of a list of the other table whose beginning is lost.
  Outcome find_list_again();
  void resume_at_record(std::string_view first_key);
  /// Warns of a list whose records come into a table that another list has begun.
  void note_list(const Level& list);
  Outcome read_record(Level& list);
  void learn_record(TableId table, std::size_t begin);
  /// Whether the record at this token begins with the last of these keys.
  bool begins_with_known_key(std::size_t record, const std::vector<std::string>& keys) const;
  void remember_first_key(std::size_t record, std::vector<std::string>& keys) const;

  Warnings& warnings_;
  Cursor* cursor_ = nullptr;
  const Window* window_ = nullptr;
  bool last_ = false;
  bool in_record_ = false;
  bool closers_unsure_ = false;  ///< brackets may come that close nothing, and ones that close may be missing
  bool saw_documents_ = false;
  bool learns_ = false;  ///< the next record is one that read_alike() did not know
  std::vector<Level> levels_;
  std::optional<Level> last_list_;  ///< of records, left
  std::vector<HandedDown> handed_down_;
  std::array<std::optional<std::string>, kTableCount> first_lists_;  ///< the path of each table's first
  RecordReader delivery_;
  RecordReader clicks_;
  Facts facts_{warnings_};
  Verdicts verdicts_;

  // Of the last document that was a record: NDJSON has millions that are alike.
  std::optional<TableId> document_table_;
  std::vector<std::string> document_keys_;
};

}  // namespace campaign_lens
