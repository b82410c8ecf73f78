#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/cursor.h"
#include "ingest/facts.h"
#include "ingest/record_reader.h"
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

  /// Takes as many steps as the tokens allow. `done` and `incomplete` both leave the cursor behind the last
  /// whole step.
  Outcome walk(Cursor& cursor, const Window& window);

  /// Between two documents, where a file may end.
  bool between_documents() const { return levels_.empty(); }
  /// Whether there was anything but blank space.
  bool saw_documents() const { return saw_documents_; }

  RecordReader& records(TableId table) { return table == TableId::delivery ? delivery_ : clicks_; }
  const RecordReader& records(TableId table) const {
    return table == TableId::delivery ? delivery_ : clicks_;
  }
  Facts& facts() { return facts_; }

 private:
  /// A container that has been entered and not been left.
  struct Level {
    bool array = false;
    bool first = true;             ///< nothing of it has been read yet
    std::optional<TableId> table;  ///< of an array: where its records go; nothing: they are passed over
    std::string path;              ///< dotted; empty for the document itself
  };

  /// What was found of the last document that is a record: NDJSON has millions with the same keys.
  struct SingleRecord {
    std::vector<std::string> keys;
    std::optional<TableId> table;
  };

  Outcome step();
  Outcome document();
  Outcome member();
  Outcome element();
  Outcome comma_or_end(char end, std::string_view expected, bool& ended);
  Outcome member_value(std::string path);
  Outcome list_of_scalars(const std::string& path);
  Outcome enter_array(std::string path);
  /// Warns of a list whose records come into a table that another list has begun.
  void note_list(TableId table, const std::string& path, std::size_t position);
  Outcome read_record(std::optional<TableId> table);

  /// Whether the document on which the cursor stands is one record, and of which table; nothing if it is a
  /// container. The cursor stays.
  Outcome find_single_record(std::optional<TableId>& table);
  /// The keys of the object on which the cursor stands; the cursor stays.
  Outcome keys_of_object(std::vector<std::string>& keys);

  Warnings& warnings_;
  Cursor* cursor_ = nullptr;
  const Window* window_ = nullptr;
  std::vector<Level> levels_;
  std::array<std::optional<std::string>, kTableCount> first_lists_;  ///< the path of each table's first
  bool saw_documents_ = false;
  RecordReader delivery_;
  RecordReader clicks_;
  Facts facts_{warnings_};
  SingleRecord single_record_;
};

}  // namespace campaign_lens
