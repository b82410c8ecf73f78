#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/cursor.h"
#include "ingest/warnings.h"
#include "ingest/window.h"
#include "table/dataset.h"

namespace campaign_lens {

/// The scalars that stand outside of the records: what the report says of the campaign, and the counts that
/// it states.
class Facts {
 public:
  explicit Facts(Warnings& warnings) : warnings_(warnings) {}

  /// `path` is dotted: "campaign.name", "stats.total", "page". The last value of a path wins, blanks do not
  /// count.
  void add(std::string_view path, const Scalar& value, const Window& window, std::size_t position);
  /// What comes next is another file: the counts that it states are of its own records.
  void begin_file();

  /// What an object called "campaign" says goes before what stands elsewhere.
  Campaign campaign() const;
  /// Of several files, their sums.
  StatedCounts stated() const;

 private:
  Warnings& warnings_;
  std::vector<std::pair<std::string, std::string>> facts_;
  StatedCounts stated_;         ///< by the file that is read
  StatedCounts stated_before_;  ///< by the files before it
};

}  // namespace campaign_lens
