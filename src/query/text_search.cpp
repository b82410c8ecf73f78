#include "query/text_search.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "query/packed_search.h"
#include "table/column_reader.h"
#include "table/decimal.h"

namespace campaign_lens {

namespace {

constexpr TimeUs kSecondUs = 1'000'000;

bool is_ascii(std::string_view text) {
  // Without an early exit the loop is vectorised.
  unsigned char bits = 0;
  for (const char c : text)
    bits = static_cast<unsigned char>(bits | static_cast<unsigned char>(c));
  return bits < 0x80;
}

char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// std::string::find stops at every first character, which in digits is every tenth: memmem takes half the
/// time.
std::size_t find_from(std::string_view text, const std::string& needle, std::size_t from) {
  const void* const found = memmem(text.data() + from, text.size() - from, needle.data(), needle.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Where a text can stand in one of those, all of one length, that sort between two and differ from them in
/// digits only; their last `suffix` bytes are the same.
std::vector<std::size_t> places_between(std::string_view text, std::string_view least,
                                        std::string_view greatest, std::size_t suffix) {
  // What both begin with, all between them begin with.
  const auto same = static_cast<std::size_t>(std::ranges::mismatch(least, greatest).in1 - least.begin());
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place + text.size() <= least.size(); ++place) {
    const auto fits = [&](std::size_t i) {
      const std::size_t at = place + i;
      const bool any_digit = at >= same && at < least.size() - suffix && is_digit(least[at]);
      return any_digit ? is_digit(text[i]) : text[i] == least[at];
    };
    std::size_t i = 0;
    while (i < text.size() && fits(i))
      ++i;
    if (i == text.size()) places.push_back(place);
  }
  return places;
}

/// Whether a text can occur in one of those, of any length.
bool can_stand_between(std::string_view text, std::string_view least, std::string_view greatest,
                       std::size_t suffix) {
  if (least.size() == greatest.size()) return !places_between(text, least, greatest, suffix).empty();
  return std::ranges::all_of(text, [&](char c) { return is_digit(c) || least.find(c) != least.npos; });
}

/// By how many seconds the times of a group are shown ahead of the clock that they are written with, if it is
/// the same for all of them: the zone's offset does not change from a day before the first to a day after the
/// last.
std::optional<std::int64_t> shown_ahead_of_written(const TimesGroup& group, const TimeZone& zone) {
  constexpr TimeUs kDayUs = 86'400 * kSecondUs;
  if (group.slots.numbers() == 0) return std::nullopt;
  const TimeUs from = group.shape.moment(group.slots.least()).us - kDayUs;
  const TimeUs until = group.shape.moment(group.slots.greatest()).us + kDayUs;
  const bool changes = std::ranges::any_of(zone.transitions, [&](const TimeZone::Transition& transition) {
    return transition.at_s >= from / kSecondUs && transition.at_s <= until / kSecondUs;
  });
  const bool whole_seconds = group.shape.offset_us % kSecondUs == 0;
  if (changes || !whole_seconds) return std::nullopt;
  // Without an offset the clock is the zone's.
  return group.shape.naive ? 0 : zone.offset_at(from) - group.shape.offset_us / kSecondUs;
}

/// Whether nothing but digits stands between the first and the last digit of a text of such a shape.
bool digits_are_in_a_row(const DigitsShape& shape) {
  const std::size_t first = std::min(shape.prefix.find_first_of("0123456789"), shape.prefix.size());
  return std::ranges::all_of(std::string_view(shape.prefix).substr(first), is_digit) &&
         std::ranges::none_of(shape.suffix, is_digit);
}

/// What all numbers of a shape begin with that are written between two of them.
std::string_view common_beginning(std::string_view least, std::string_view greatest,
                                  const DigitsShape& shape) {
  if (least.size() != greatest.size()) return shape.prefix;
  return least.substr(0,
                      static_cast<std::size_t>(std::ranges::mismatch(least, greatest).in1 - least.begin()));
}

struct Range {
  std::uint64_t least = 0, greatest = 0;
};

/// Adds the numbers in whose texts a text is, where what stands before it is the same in all that are written
/// between two: they are next to each other. Gives false where it can stand behind digits that differ.
bool add_ranges_with(std::string_view text, std::string_view least, std::string_view greatest,
                     const DigitsShape& shape, std::vector<Range>& ranges) {
  if (least.size() != greatest.size()) return false;
  const std::size_t same = common_beginning(least, greatest, shape).size();
  for (const std::size_t place : places_between(text, least, greatest, shape.suffix.size())) {
    if (place > same) return false;
    std::string first(least), last(least);
    for (std::size_t i = 0; i < least.size() - shape.suffix.size(); ++i) {
      if (i >= place && i < place + text.size()) {
        first[i] = last[i] = text[i - place];
      } else if (i >= same) {
        first[i] = '0';
        last[i] = '9';
      }
    }
    Range range;
    if (shape.read({shape.kind, first}, range.least) && shape.read({shape.kind, last}, range.greatest))
      ranges.push_back(range);
  }
  return true;
}

/// Calls `found(row, place)` where a text occurs in one of those of an arena, until it has once in each.
template <typename Texts, typename Found>
void for_each_row_with(const std::string& needle, const Texts& texts, Found found) {
  std::size_t row = 0;
  std::size_t at = find_from(texts.arena, needle, 0);
  while (at != std::string_view::npos) {
    while (texts.ends[row] <= at)
      ++row;
    const std::size_t end = texts.ends[row];
    if (at + needle.size() > end) {  // it runs over into the next row
      at = find_from(texts.arena, needle, at + 1);
      continue;
    }
    found(row, at - (row == 0 ? 0 : texts.ends[row - 1]));
    at = find_from(texts.arena, needle, end);
  }
}

}  // namespace

TextSearch::TextSearch(std::string_view text, Place place)
    : needle_(fold(text)), place_(place), phone_(PhoneSearch::of(text)) {}

bool TextSearch::found_in(std::string_view text) const {
  const std::string folded = fold(text);
  switch (place_) {
    case Place::anywhere:
      return folded.find(needle_) != std::string::npos;
    case Place::at_start:
      return folded.starts_with(needle_);
    case Place::whole:
      return folded == needle_;
  }
}

bool TextSearch::found_in_number(std::string_view text) const {
  return place_ == Place::whole ? phone_->is(text) : phone_->begins(text);
}

ColumnSearch::ColumnSearch(TextSearch search, const Column& column, const TimeZone& zone)
    : search_(std::move(search)),
      column_(column),
      zone_(zone),
      among_numbers_(column.info().role == Role::number && search_.phone().has_value()),
      shown_(column.info().type == Type::time
                 ? std::optional(TimeSearch(search_.needle(), search_.place(), ' ', ""))
                 : std::nullopt),
      codes_(column.dictionary(), [&](std::uint32_t code) {
        const Cell cell = column.dictionary().cell(code);
        return !cell.blank() && (found_in(cell.text) || (shown_ && in_shown(column.code_times()[code])));
      }) {
  if (shown_ && !shown_->can_find()) shown_.reset();
}

bool ColumnSearch::found_in(std::string_view text) const {
  return search_.found_in(text) || (among_numbers_ && search_.found_in_number(text));
}

void ColumnSearch::mark(std::size_t group_index, std::span<std::uint8_t> hits) {
  const ColumnGroup& group = column_.groups()[group_index];
  codes_.mark(group, hits);
  if (const auto* const digits = std::get_if<DigitsGroup>(&group)) mark_digits(*digits, hits);
  if (const auto* const times = std::get_if<TimesGroup>(&group)) mark_times(*times, hits);
  if (const auto* const uuids = std::get_if<UuidsGroup>(&group)) mark_uuids(*uuids, hits);
  if (const auto* const texts = std::get_if<TextsGroup>(&group)) mark_texts(*texts, hits);
  if (shown_ && !std::holds_alternative<CodesGroup>(group)) mark_shown_times(group_index, hits);
}

void ColumnSearch::mark_texts(const TextsGroup& group, std::span<std::uint8_t> hits) {
  const std::string_view arena(group.arena.data(), group.arena.size());
  const bool any_null =
      group.kind == Kind::null || std::ranges::find(group.kinds, Kind::null) != group.kinds.end();
  if (is_ascii(arena) && !any_null) {
    // fold() does no more to ASCII than this.
    char* const lower = room_for(arena.size());
    std::ranges::transform(arena, lower, ascii_lower);
    const Texts texts{.arena = {lower, arena.size()}, .ends = group.ends};
    mark_lower(texts, hits);
    if (among_numbers_) mark_numbers(texts, hits);
    return;
  }
  for (std::uint32_t row = 0; row < group.ends.size(); ++row) {
    if (hits[row] != 0) continue;
    const Cell cell = group.cell(row);
    if (!cell.blank() && found_in(cell.text)) hits[row] = 1;
  }
}

void ColumnSearch::mark_digits(const DigitsGroup& group, std::span<std::uint8_t> hits) {
  if (group.slots.numbers() == 0) return;
  DigitsShape folded = group.shape;
  folded.prefix = fold(folded.prefix);
  folded.suffix = fold(folded.suffix);
  std::string least, greatest;
  folded.append_to(least, group.slots.least());
  folded.append_to(greatest, group.slots.greatest());
  const auto can_occur = [&](const std::string& text) {
    return can_stand_between(text, least, greatest, folded.suffix.size());
  };
  if (search_.place() != TextSearch::Place::whole &&
      search_.found_in(common_beginning(least, greatest, folded))) {
    group.slots.for_each([&](std::size_t row, Slot slot) { hits[row] |= holds_code(slot) ? 0 : 1; });
    return;
  }
  const bool in_a_row = among_numbers_ && digits_are_in_a_row(folded);
  const bool as_text = can_occur(search_.needle());
  const bool as_number = among_numbers_ && (!in_a_row || can_occur(search_.phone()->digits()));
  if (!as_text && !as_number) return;
  std::vector<Range> ranges;
  const auto is_in_ranges = [&](const std::string& text) {
    return add_ranges_with(text, least, greatest, folded, ranges);
  };
  if ((!as_text || is_in_ranges(search_.needle())) &&
      (!as_number || (in_a_row && is_in_ranges(search_.phone()->digits())))) {
    std::string text;
    group.slots.for_each([&](std::size_t row, Slot slot) {
      if (std::ranges::none_of(ranges,
                               [&](Range range) { return range.least <= slot && slot <= range.greatest; }))
        return;
      text.clear();
      folded.append_to(text, slot);
      if (found_in(text)) hits[row] = 1;
    });
    return;
  }

  if (search_.place() == TextSearch::Place::anywhere &&
      search_.needle().size() <= TextAutomaton::kMostBytes && (!as_number || in_a_row)) {
    if (as_text) {
      const NumberSearch text(search_.needle(), folded);
      group.slots.for_each([&](std::size_t row, Slot slot) {
        if (!holds_code(slot)) hits[row] |= text.found_in(slot) ? 1 : 0;
      });
    }
    if (as_number) {
      const NumberSearch digits(search_.phone()->digits(), folded);
      std::string text;
      group.slots.for_each([&](std::size_t row, Slot slot) {
        if (hits[row] != 0 || holds_code(slot) || !digits.found_in(slot)) return;
        text.clear();
        folded.append_to(text, slot);
        hits[row] = search_.found_in_number(text) ? 1 : 0;
      });
    }
    return;
  }
  const Texts texts = written(group.slots, greatest.size(),
                              [&](char* to, std::uint64_t number) { return folded.write(to, number); });
  if (as_text) mark_lower(texts, hits);
  if (as_number) mark_numbers(texts, hits);
}

void ColumnSearch::mark_times(const TimesGroup& group, std::span<std::uint8_t> hits) {
  if (group.slots.numbers() == 0) return;
  TimeShape folded = group.shape;
  folded.separator = ascii_lower(folded.separator);
  folded.suffix = fold(folded.suffix);
  LastDate date;
  std::string least, greatest;
  folded.append_to(least, group.slots.least(), date);
  folded.append_to(greatest, group.slots.greatest(), date);
  if (!can_stand_between(search_.needle(), least, greatest, folded.suffix.size())) return;
  if (folded.fraction_digits != 0 || folded.suffix.size() > TimeSearch::kMostSuffixBytes) {
    const auto write = [&](char* to, std::uint64_t ticks) { return folded.write(to, ticks, date); };
    return mark_lower(written(group.slots, greatest.size(), write), hits);
  }
  TimeSearch times(search_.needle(), search_.place(), folded.separator, folded.suffix);
  group.slots.for_each([&](std::size_t row, Slot slot) {
    if (!holds_code(slot)) hits[row] |= times.found_in(static_cast<std::int64_t>(slot)) ? 1 : 0;
  });
}

void ColumnSearch::mark_uuids(const UuidsGroup& group, std::span<std::uint8_t> hits) {
  if (search_.needle().size() > Uuid::kCharacters ||
      search_.needle().find_first_not_of("0123456789abcdef-") != std::string::npos)
    return;
  if (search_.place() == TextSearch::Place::anywhere) {
    const UuidSearch text(search_.needle());
    for (std::size_t row = 0; row < group.uuids.size(); ++row) {
      if (!group.uuids[row].holds_code()) hits[row] |= text.found_in(group.uuids[row]) ? 1 : 0;
    }
    return;
  }
  char* const begin = room_for(group.uuids.size() * Uuid::kCharacters);
  char* end = begin;
  for (std::size_t row = 0; row < group.uuids.size(); ++row) {
    if (!group.uuids[row].holds_code()) {
      group.uuids[row].write(end);
      end += Uuid::kCharacters;
    }
    ends_[row] = static_cast<std::uint32_t>(end - begin);
  }
  mark_lower({.arena = {begin, end}, .ends = std::span(ends_).first(group.uuids.size())}, hits);
}

template <typename Write>
ColumnSearch::Texts ColumnSearch::written(const PackedSlots& slots, std::size_t longest, Write write) {
  char* const begin = room_for(slots.size() * longest);
  char* end = begin;
  slots.for_each([&](std::size_t row, Slot slot) {
    if (!holds_code(slot)) end = write(end, slot);
    ends_[row] = static_cast<std::uint32_t>(end - begin);
  });
  return {.arena = {begin, end}, .ends = std::span(ends_).first(slots.size())};
}

char* ColumnSearch::room_for(std::size_t bytes) {
  if (lower_.size() < bytes) lower_.resize(bytes);
  ends_.resize(kRowGroupRows);
  return lower_.data();
}

void ColumnSearch::mark_lower(const Texts& texts, std::span<std::uint8_t> hits) const {
  for_each_row_with(search_.needle(), texts, [&](std::size_t row, std::size_t place) {
    const bool fits =
        search_.place() == TextSearch::Place::anywhere ||
        (place == 0 && (search_.place() == TextSearch::Place::at_start || texts[row] == search_.needle()));
    if (fits) hits[row] = 1;
  });
}

void ColumnSearch::mark_numbers(const Texts& texts, std::span<std::uint8_t> hits) const {
  for (std::size_t row = 0; row < texts.ends.size(); ++row) {
    if (hits[row] == 0 && search_.found_in_number(texts[row])) hits[row] = 1;
  }
}

bool ColumnSearch::in_shown(TimeUs time) {
  if (time == kNoTime) return false;
  const TimeUs local = zone_.to_local(time);
  return shown_->found_in(local / kSecondUs - (local % kSecondUs < 0 ? 1 : 0));
}

void ColumnSearch::mark_shown_times(std::size_t group_index, std::span<std::uint8_t> hits) {
  const ColumnGroup& group = column_.groups()[group_index];
  const auto* const times = std::get_if<TimesGroup>(&group);
  if (const auto ahead = times == nullptr ? std::nullopt : shown_ahead_of_written(*times, zone_)) {
    const std::uint64_t second = kPowersOfTen[times->shape.fraction_digits];
    times->slots.for_each([&](std::size_t row, Slot slot) {
      if (!holds_code(slot))
        hits[row] |= shown_->found_in(static_cast<std::int64_t>(slot / second) + *ahead) ? 1 : 0;
    });
    return;
  }
  ColumnReader reader(column_);
  const std::uint64_t first = std::uint64_t{group_index} * kRowGroupRows;
  for (std::size_t row = 0; row < rows_of(group); ++row) {
    if (hits[row] == 0 && in_shown(reader.time(first + row))) hits[row] = 1;
  }
}

}  // namespace campaign_lens
