#include "query/text_search.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"

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
std::size_t find_from(const std::string& text, const std::string& needle, std::size_t from) {
  const void* const found = memmem(text.data() + from, text.size() - from, needle.data(), needle.size());
  return found == nullptr ? std::string::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
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
  }
}

void ColumnSearch::mark(std::size_t group_index, std::span<std::uint8_t> hits) {
  const ColumnGroup& group = column_.groups()[group_index];
  if (const auto* const coded = std::get_if<CodesGroup>(&group)) {
    mark_codes(*coded, hits);
  } else if (const auto* const texts = std::get_if<TextsGroup>(&group)) {
    mark_texts(*texts, hits);
    if (!places_in_time_.empty()) mark_times(column_.row_times(group_index), hits);
  }
}

void ColumnSearch::mark_codes(const CodesGroup& group, std::span<std::uint8_t> hits) const {
  for (std::size_t row = 0; row < group.codes.size(); ++row)
    hits[row] |= code_hits_[group.codes[row]];
}

void ColumnSearch::mark_texts(const TextsGroup& group, std::span<std::uint8_t> hits) {
  const std::string_view arena(group.arena.data(), group.arena.size());
  if (is_ascii(arena)) {
    mark_ascii_arena(group, hits);
    return;
  }
  std::size_t begin = 0;
  for (std::size_t row = 0; row < group.ends.size(); ++row) {
    const std::size_t end = group.ends[row];
    if (hits[row] == 0 && group.kinds[row] != Kind::null &&
        search_.found_in(arena.substr(begin, end - begin))) {
      hits[row] = 1;
    }
    begin = end;
  }
}

void ColumnSearch::mark_ascii_arena(const TextsGroup& group, std::span<std::uint8_t> hits) {
  // fold() does no more to ASCII than this.
  lower_.resize(group.arena.size());
  std::transform(group.arena.begin(), group.arena.end(), lower_.begin(), ascii_lower);

  const std::string& needle = search_.needle();
  std::size_t row = 0;
  std::size_t found = find_from(lower_, needle, 0);
  while (found != std::string::npos) {
    while (group.ends[row] <= found)
      ++row;
    const std::size_t end = group.ends[row];
    if (found + needle.size() > end) {  // it runs over into the next row
      found = find_from(lower_, needle, found + 1);
      continue;
    }
    if (group.kinds[row] != Kind::null) hits[row] = 1;
    found = find_from(lower_, needle, end);
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

void ColumnSearch::mark_times(std::span<const TimeUs> times, std::span<std::uint8_t> hits) {
  for (std::size_t row = 0; row < times.size(); ++row) {
    if (hits[row] == 0 && in_time(times[row])) hits[row] = 1;
  }
}

}  // namespace campaign_lens
