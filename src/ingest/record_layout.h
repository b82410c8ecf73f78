#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/cursor.h"
#include "ingest/known_bytes.h"
#include "table/table_builder.h"

namespace campaign_lens {

/// What stands around the values of records. Those of a report are mostly alike to the byte in all but their
/// values, so that after a few of them the next one's can be found without its tokens:
///
///     ,⏎{"number": "…", "price": {"amount": …}, "status": "…"}
///     └─────┬──────┘  └──────────┬──────────┘ └─────┬──────┘ └┬┘
///         lead                 lead               lead       end
///
/// A value's field says which objects are open behind it, so it alone decides what the bytes of a lead mean.
/// That is why records are not learned that have a dot in a key, an array or an empty object.
class RecordLayout {
 public:
  /// The way from a value to the next one, or to the record's end.
  struct Step {
    static constexpr int kEnd = -1;

    KnownBytes lead;  ///< from the end of the last value, or the separator, to the value
    int column = kEnd;
    bool quoted = false;  ///< the lead ends with the value's quote, and the next one begins with the other
  };

  /// The step to take from a column, kEnd before the first value, if there is one that fits the text. Seven
  /// bytes past where they differ must be readable.
  const Step* step(int column, const char* text) const {
    const auto place = static_cast<std::size_t>(std::ptrdiff_t{column} + 1);
    if (place >= steps_.size()) return nullptr;
    for (const Step& step : steps_[place]) {
      if (step.lead.begins(text)) return &step;
    }
    return nullptr;
  }
  /// The key that all of its records begin with, as written.
  std::string_view first_key() const { return first_key_; }

  /// Learns a record that has been read: from its token `begin` on, a brace, or from the comma before it.
  /// False if it cannot be learned.
  bool learn(const Cursor& cursor, std::size_t begin, TableBuilder& table);

 private:
  struct Learned {
    int from = Step::kEnd;
    Step step;
  };
  bool note(const Cursor& cursor, std::size_t begin, TableBuilder& table, std::vector<Learned>& steps,
            std::string_view& first_key) const;
  bool add(Learned learned);

  std::vector<std::vector<Step>> steps_;  ///< by column + 1
  std::string first_key_;
};

}  // namespace campaign_lens
