#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/phone.h"
#include "base/time.h"
#include "query/code_hits.h"
#include "query/time_search.h"
#include "schema/query.h"
#include "table/table.h"

namespace campaign_lens {

/// A searched text, folded once.
class TextSearch {
 public:
  using Place = condition::Text::Place;

  explicit TextSearch(std::string_view text, Place place = Place::anywhere);

  bool finds_all() const { return needle_.empty(); }
  const std::string& needle() const { return needle_; }
  Place place() const { return place_; }
  /// Where it looks like a telephone number.
  const std::optional<PhoneSearch>& phone() const { return phone_; }

  bool found_in(std::string_view text) const;
  bool found_in_number(std::string_view text) const;  ///< among telephone numbers; where phone() is one

 private:
  std::string needle_;
  Place place_;
  std::optional<PhoneSearch> phone_;
};

/// Finds a text in one column, group by group. A dictionary's texts are tested once each, an arena of ASCII
/// alone is searched as one text, others row by row; a group of digits, times or UUIDs is written into such
/// an arena, unless the text cannot occur in it. In a time column the time as the grid shows it is searched
/// too, and in the column of recipients' numbers a number however it is written.
class ColumnSearch {
 public:
  ColumnSearch(TextSearch search, const Column& column, const TimeZone& zone);

  /// Sets hits[row] to 1 where a row of the group has the text; leaves the others as they are.
  void mark(std::size_t group, std::span<std::uint8_t> hits);

 private:
  /// Texts in lower case that stand one behind the other, each up to its end.
  struct Texts {
    std::string_view arena;
    std::span<const std::uint32_t> ends;
    std::string_view operator[](std::size_t row) const {
      const std::size_t begin = row == 0 ? 0 : ends[row - 1];
      return arena.substr(begin, ends[row] - begin);
    }
  };

  bool found_in(std::string_view text) const;
  void mark_texts(const TextsGroup& group, std::span<std::uint8_t> hits);
  void mark_digits(const DigitsGroup& group, std::span<std::uint8_t> hits);
  void mark_times(const TimesGroup& group, std::span<std::uint8_t> hits);
  void mark_uuids(const UuidsGroup& group, std::span<std::uint8_t> hits);
  void mark_shown_times(std::size_t group, std::span<std::uint8_t> hits);
  /// `write(to, number)` writes a number's folded text, of `longest` bytes at most, and gives where it ends.
  template <typename Write>
  Texts written(const PackedSlots& slots, std::size_t longest, Write write);
  void mark_lower(const Texts& texts, std::span<std::uint8_t> hits) const;
  void mark_numbers(const Texts& texts, std::span<std::uint8_t> hits) const;
  char* room_for(std::size_t bytes);  ///< in `lower_`; and in `ends_` for the rows of a group
  bool in_shown(TimeUs time);

  TextSearch search_;
  const Column& column_;
  const TimeZone& zone_;
  bool among_numbers_;
  std::optional<TimeSearch> shown_;  ///< in times as the grid shows them; of a time column
  CodeHits codes_;
  // Kept for their memory:
  std::string lower_;                ///< the texts of a group in lower case
  std::vector<std::uint32_t> ends_;  ///< of those that were written for the search
};

}  // namespace campaign_lens
