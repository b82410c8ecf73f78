#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "query/time_text.h"
#include "table/table.h"

namespace campaign_lens {

/// A searched text, folded once.
class TextSearch {
 public:
  explicit TextSearch(std::string_view text);

  bool finds_all() const { return needle_.empty(); }
  const std::string& needle() const { return needle_; }
  bool found_in(std::string_view text) const;

 private:
  std::string needle_;
};

/// Finds a text in one column, group by group. A dictionary's texts are tested once each, an arena of ASCII
/// alone is searched as one text, others row by row; a group of digits, times or UUIDs is written into such
/// an arena, unless the text cannot occur in it. In a time column the time as the grid shows it is searched
/// too.
class ColumnSearch {
 public:
  ColumnSearch(const TextSearch& search, const Column& column, const TimeZone& zone);

  /// Sets hits[row] to 1 where a row of the group has the text; leaves the others as they are.
  void mark(std::size_t group, std::span<std::uint8_t> hits);

 private:
  void mark_codes(const CodesGroup& group, std::span<std::uint8_t> hits) const;
  void mark_texts(const TextsGroup& group, std::span<std::uint8_t> hits);
  void mark_digits(const DigitsGroup& group, std::span<std::uint8_t> hits);
  void mark_written_times(const TimesGroup& group, std::span<std::uint8_t> hits);
  void mark_uuids(const UuidsGroup& group, std::span<std::uint8_t> hits);
  /// `write(to, number)` writes a number's folded text, of `longest` bytes at most, and gives where it ends.
  template <typename Write>
  void mark_slots(const PackedSlots& slots, std::size_t longest, Write write, std::span<std::uint8_t> hits);
  void mark_odd(const PackedSlots& slots, std::span<std::uint8_t> hits) const;
  /// Searches texts in lower case that stand one behind the other and end at `ends`.
  void mark_lower(std::string_view lower, std::span<const std::uint32_t> ends,
                  std::span<std::uint8_t> hits) const;
  char* room_for(std::size_t bytes);  ///< in `lower_`; and in `ends_` for the rows of a group
  void mark_times(std::size_t group, std::span<std::uint8_t> hits);
  bool in_time(TimeUs time);

  const TextSearch& search_;
  const Column& column_;
  TimeText time_text_;
  std::vector<std::uint8_t> code_hits_;      ///< by dictionary code
  std::vector<std::size_t> places_in_time_;  ///< see time_text.h; empty when not of a time column
  bool some_code_hits_ = false;
  // Kept for their memory:
  std::string lower_;                ///< the texts of a group in lower case
  std::vector<std::uint32_t> ends_;  ///< of those that were written for the search
};

}  // namespace campaign_lens
