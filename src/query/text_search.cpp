#include "query/text_search.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "table/column_reader.h"

namespace campaign_lens {

namespace {

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

/// Whether a text can occur in one of those that sort between two and differ from them in digits only; their
/// last `suffix` bytes are the same.
bool can_stand_between(std::string_view text, std::string_view least, std::string_view greatest,
                       std::size_t suffix) {
  if (least.size() != greatest.size()) {
    return std::ranges::all_of(text, [&](char c) { return is_digit(c) || least.find(c) != least.npos; });
  }
  // What both begin with, all between them begin with.
  const auto same = static_cast<std::size_t>(std::ranges::mismatch(least, greatest).in1 - least.begin());
  for (std::size_t place = 0; place + text.size() <= least.size(); ++place) {
    const auto fits = [&](std::size_t i) {
      const std::size_t at = place + i;
      const bool any_digit = at >= same && at < least.size() - suffix && is_digit(least[at]);
      return any_digit ? is_digit(text[i]) : text[i] == least[at];
    };
    std::size_t i = 0;
    while (i < text.size() && fits(i))
      ++i;
    if (i == text.size()) return true;
  }
  return false;
}

}  // namespace

TextSearch::TextSearch(std::string_view text) : needle_(fold(text)) {}

bool TextSearch::found_in(std::string_view text) const {
  return fold(text).find(needle_) != std::string::npos;
}

ColumnSearch::ColumnSearch(const TextSearch& search, const Column& column, const TimeZone& zone)
    : search_(search), column_(column), time_text_(zone) {
  if (column.info().type == Type::time) places_in_time_ = places_in_time(search.needle());
  const Dictionary& dictionary = column.dictionary();
  code_hits_.resize(dictionary.size());
  for (std::uint32_t code = 0; code < dictionary.size(); ++code) {
    const Cell cell = dictionary.cell(code);
    const bool hit = !cell.blank() && (search.found_in(cell.text) ||
                                       (!places_in_time_.empty() && in_time(column.code_times()[code])));
    code_hits_[code] = hit ? 1 : 0;
    some_code_hits_ |= hit;
  }
}

void ColumnSearch::mark(std::size_t group_index, std::span<std::uint8_t> hits) {
  const ColumnGroup& group = column_.groups()[group_index];
  if (const auto* const coded = std::get_if<CodesGroup>(&group)) return mark_codes(*coded, hits);
  if (const auto* const digits = std::get_if<DigitsGroup>(&group)) mark_digits(*digits, hits);
  if (const auto* const times = std::get_if<TimesGroup>(&group)) mark_written_times(*times, hits);
  if (const auto* const uuids = std::get_if<UuidsGroup>(&group)) mark_uuids(*uuids, hits);
  if (const auto* const texts = std::get_if<TextsGroup>(&group)) mark_texts(*texts, hits);
  if (!places_in_time_.empty()) mark_times(group_index, hits);
}

void ColumnSearch::mark_codes(const CodesGroup& group, std::span<std::uint8_t> hits) const {
  if (!some_code_hits_) return;
  group.codes.for_each(
      [&](std::size_t row, std::uint64_t code) { hits[row] |= code_hits_[static_cast<std::size_t>(code)]; });
}

void ColumnSearch::mark_texts(const TextsGroup& group, std::span<std::uint8_t> hits) {
  const std::string_view arena(group.arena.data(), group.arena.size());
  const bool any_null =
      group.kind == Kind::null || std::ranges::find(group.kinds, Kind::null) != group.kinds.end();
  if (is_ascii(arena) && !any_null) {
    // fold() does no more to ASCII than this.
    char* const lower = room_for(arena.size());
    std::ranges::transform(arena, lower, ascii_lower);
    mark_lower({lower, arena.size()}, group.ends, hits);
    return;
  }
  for (std::uint32_t row = 0; row < group.ends.size(); ++row) {
    if (hits[row] != 0) continue;
    const Cell cell = group.cell(row);
    if (cell.kind != Kind::null && search_.found_in(cell.text)) hits[row] = 1;
  }
}

void ColumnSearch::mark_digits(const DigitsGroup& group, std::span<std::uint8_t> hits) {
  mark_odd(group.slots, hits);
  if (group.slots.numbers() == 0) return;
  DigitsShape folded = group.shape;
  folded.prefix = fold(folded.prefix);
  folded.suffix = fold(folded.suffix);
  const auto write = [&](char* to, std::uint64_t number) { return folded.write(to, number); };
  std::string least, greatest;
  folded.append_to(least, group.slots.least());
  folded.append_to(greatest, group.slots.greatest());
  if (can_stand_between(search_.needle(), least, greatest, folded.suffix.size())) {
    mark_slots(group.slots, greatest.size(), write, hits);
  }
}

void ColumnSearch::mark_written_times(const TimesGroup& group, std::span<std::uint8_t> hits) {
  mark_odd(group.slots, hits);
  if (group.slots.numbers() == 0) return;
  TimeShape folded = group.shape;
  folded.separator = ascii_lower(folded.separator);
  folded.suffix = fold(folded.suffix);
  LastDate date;
  const auto write = [&](char* to, std::uint64_t ticks) { return folded.write(to, ticks, date); };
  std::string least, greatest;
  folded.append_to(least, group.slots.least(), date);
  folded.append_to(greatest, group.slots.greatest(), date);
  if (can_stand_between(search_.needle(), least, greatest, folded.suffix.size())) {
    mark_slots(group.slots, greatest.size(), write, hits);
  }
}

template <typename Write>
void ColumnSearch::mark_slots(const PackedSlots& slots, std::size_t longest, Write write,
                              std::span<std::uint8_t> hits) {
  char* const begin = room_for(slots.size() * longest);
  char* end = begin;
  slots.for_each([&](std::size_t row, Slot slot) {
    if (!holds_code(slot)) end = write(end, slot);
    ends_[row] = static_cast<std::uint32_t>(end - begin);
  });
  mark_lower({begin, end}, std::span(ends_).first(slots.size()), hits);
}

void ColumnSearch::mark_odd(const PackedSlots& slots, std::span<std::uint8_t> hits) const {
  const auto hit = [&](std::uint32_t code) { return code_hits_[code] != 0; };
  if (std::ranges::none_of(slots.codes(), hit)) return;
  slots.for_each([&](std::size_t row, Slot slot) {
    if (holds_code(slot)) hits[row] |= code_hits_[code_of(slot)];
  });
}

void ColumnSearch::mark_uuids(const UuidsGroup& group, std::span<std::uint8_t> hits) {
  if (some_code_hits_) {
    for (std::size_t row = 0; row < group.uuids.size(); ++row) {
      if (group.uuids[row].holds_code()) hits[row] |= code_hits_[group.uuids[row].code()];
    }
  }
  if (search_.needle().find_first_not_of("0123456789abcdef-") != std::string::npos) return;
  char* const begin = room_for(group.uuids.size() * Uuid::kCharacters);
  char* end = begin;
  for (std::size_t row = 0; row < group.uuids.size(); ++row) {
    if (!group.uuids[row].holds_code()) {
      group.uuids[row].write(end);
      end += Uuid::kCharacters;
    }
    ends_[row] = static_cast<std::uint32_t>(end - begin);
  }
  mark_lower({begin, end}, std::span(ends_).first(group.uuids.size()), hits);
}

char* ColumnSearch::room_for(std::size_t bytes) {
  if (lower_.size() < bytes) lower_.resize(bytes);
  ends_.resize(kRowGroupRows);
  return lower_.data();
}

void ColumnSearch::mark_lower(std::string_view lower, std::span<const std::uint32_t> ends,
                              std::span<std::uint8_t> hits) const {
  const std::string& needle = search_.needle();
  std::size_t row = 0;
  std::size_t found = find_from(lower, needle, 0);
  while (found != std::string_view::npos) {
    while (ends[row] <= found)
      ++row;
    const std::size_t end = ends[row];
    if (found + needle.size() > end) {  // it runs over into the next row
      found = find_from(lower, needle, found + 1);
      continue;
    }
    hits[row] = 1;
    found = find_from(lower, needle, end);
  }
}

bool ColumnSearch::in_time(TimeUs time) {
  if (time == kNoTime) return false;
  const std::string& needle = search_.needle();
  const std::string_view text = time_text_.format(time);
  return std::any_of(places_in_time_.begin(), places_in_time_.end(), [&](std::size_t place) {
    // The first character before the call: most times differ in it.
    return text[place] == needle[0] && text.compare(place, needle.size(), needle) == 0;
  });
}

void ColumnSearch::mark_times(std::size_t group, std::span<std::uint8_t> hits) {
  const auto* const times = std::get_if<TimesGroup>(&column_.groups()[group]);
  if (times != nullptr && times->slots.numbers() != 0 && !times->shape.naive) {
    const std::string least(time_text_.format(times->shape.moment(times->slots.least()).us));
    const std::string_view greatest = time_text_.format(times->shape.moment(times->slots.greatest()).us);
    if (!can_stand_between(search_.needle(), least, greatest, 0)) return;
  }
  ColumnReader reader(column_);
  const std::uint64_t first = std::uint64_t{group} * kRowGroupRows;
  for (std::size_t row = 0; row < rows_of(column_.groups()[group]); ++row) {
    if (hits[row] == 0 && in_time(reader.time(first + row))) hits[row] = 1;
  }
}

}  // namespace campaign_lens
