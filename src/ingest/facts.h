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
  static constexpr std::size_t kMaxZones = 10;

  explicit Facts(Warnings& warnings) : warnings_(warnings) {}

  /// `path` is dotted: "campaign.name", "stats.total", "page". The last value of a path wins, blanks do not
  /// count.
  void add(std::string_view path, const Scalar& value, const Window& window, std::size_t position);
  /// What comes next is another file: the counts that it states are of its own records.
  void begin_file();
  void end_document();

  /// What an object called "campaign" says goes before what stands elsewhere.
  Campaign campaign() const;
  /// Of several files, their sums.
  StatedCounts stated() const;
  /// The time zones that the documents state, each once, at most kMaxZones.
  std::vector<std::string> zones() const;

 private:
  Warnings& warnings_;
  std::vector<std::pair<std::string, std::string>> facts_;
  StatedCounts stated_;                   ///< by the file that is read
  StatedCounts stated_before_;            ///< by the files before it
  std::vector<std::string> zones_;        ///< by the documents before the one that is read
  std::string campaign_zone_, top_zone_;  ///< by that one
};

}  // namespace campaign_lens
