#include "ingest/sync_search.h"

#include <algorithm>

namespace campaign_lens {
namespace {

constexpr std::size_t kMaxBlanks = 256;  ///< between two tokens
constexpr std::size_t kMaxKey = 512;     ///< as it is written

using Kind = SyncPoint::Kind;
using Members = SyncHints::Members;

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool closes(char c) {
  return c == '}' || c == ']';
}

char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\0';
}

/// Behind the blanks at `at`; the end of the text if there are too many.
std::size_t skip_blanks(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.size(), at + kMaxBlanks);
  while (at < end && is_blank(text[at]))
    ++at;
  return at < text.size() && is_blank(text[at]) ? text.size() : at;
}

/// What stands before a place, blanks aside.
struct Before {
  char byte = '\0';  ///< NUL: nothing does, or what does is too far away
  std::size_t position = 0;
  bool nothing = false;   ///< only blanks stand between it and the beginning of the text
  bool new_line = false;  ///< a line break does
  bool gap = false;       ///< a NUL stands there, of which JSON has none: what is before it is lost
};
Before before(std::string_view text, std::size_t place) {
  Before found;
  const std::size_t stop = place < kMaxBlanks ? 0 : place - kMaxBlanks;
  for (std::size_t at = place; at > stop; --at) {
    const char c = text[at - 1];
    if (!is_blank(c)) {
      return {.byte = c, .position = at - 1, .nothing = false, .new_line = found.new_line, .gap = c == '\0'};
    }
    found.new_line |= c == '\n';
  }
  found.nothing = stop == 0;
  return found;
}

/// A key in quotes and its colon.
struct Key {
  std::size_t quote = 0;
  std::string_view name;  ///< as it is written
  std::size_t value = 0;  ///< where its value begins
};
std::optional<Key> key_at(std::string_view text, std::size_t at) {
  const std::size_t quote = skip_blanks(text, at);
  if (byte_at(text, quote) != '"') return std::nullopt;
  const std::size_t stop = std::min(text.size(), quote + kMaxKey);
  for (at = quote + 1; at < stop && static_cast<unsigned char>(text[at]) >= 0x20; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      const std::size_t colon = skip_blanks(text, at + 1);
      if (byte_at(text, colon) != ':') return std::nullopt;
      return Key{quote, text.substr(quote + 1, at - quote - 1), skip_blanks(text, colon + 1)};
    }
  }
  return std::nullopt;
}

bool begins_list_of_objects(std::string_view text, std::size_t bracket) {
  if (byte_at(text, bracket) != '[') return false;
  const std::size_t brace = skip_blanks(text, bracket + 1);
  return byte_at(text, brace) == '{' && key_at(text, brace + 1);
}

std::optional<SyncPoint> sync_at_brace(std::string_view text, std::size_t brace, bool behind_whole,
                                       const SyncHints& hints) {
  const std::optional<Key> key = key_at(text, brace + 1);
  if (!key) return std::nullopt;
  const Before previous = before(text, brace);
  const bool next = behind_whole && previous.nothing;
  const bool on_new_line = previous.new_line && previous.byte != ':' && previous.byte != '[';
  const SyncPoint record{Kind::record, brace, key->name};

  const bool known = std::ranges::find(hints.first_keys, key->name) != hints.first_keys.end();
  if (known && (next || previous.gap || previous.byte == ',' || previous.byte == '}' || on_new_line))
    return record;
  if (hints.among_records && next) return record;
  if (hints.among_records && hints.first_keys.empty()) {
    const bool behind_comma = previous.byte == ',' && before(text, previous.position).byte == '}';
    if (behind_comma || previous.gap || previous.byte == '}' || on_new_line) return record;
  }
  if (closes(previous.byte)) return SyncPoint{Kind::document, brace, {}};
  return std::nullopt;
}

std::optional<SyncPoint> sync_at_bracket(std::string_view text, std::size_t bracket, const SyncHints& hints) {
  if (!begins_list_of_objects(text, bracket)) return std::nullopt;
  const char previous = before(text, bracket).byte;
  if (closes(previous)) return SyncPoint{Kind::document, bracket, {}};
  // One with a name has been found at its name, unless that is damaged.
  const bool nested = previous == ',' || previous == '[';
  if (!nested && hints.members == Members::anywhere) return SyncPoint{Kind::list, bracket, {}};
  return std::nullopt;
}

std::optional<SyncPoint> sync_at_quote(std::string_view text, std::size_t quote, const SyncHints& hints) {
  const std::optional<Key> key = key_at(text, quote);
  if (!key) return std::nullopt;
  if (begins_list_of_objects(text, key->value)) {
    if (hints.members == Members::anywhere || hints.is_list(key->name))
      return SyncPoint{Kind::list, quote, {}};
  }
  const Before comma = before(text, quote);
  if (comma.byte != ',' || hints.members == Members::none) return std::nullopt;
  const bool behind_bracket = before(text, comma.position).byte == ']' && !hints.is_field(key->name);
  if (hints.members == Members::anywhere || behind_bracket) return SyncPoint{Kind::member, quote, {}};
  return std::nullopt;
}

}  // namespace

std::optional<SyncPoint> find_sync(std::string_view text, const SyncRange& range, const SyncHints& hints) {
  for (std::size_t at = range.from; at < range.end; ++at) {
    std::optional<SyncPoint> point;
    if (text[at] == '{') {
      point = sync_at_brace(text, at, range.behind_whole, hints);
    } else if (text[at] == '[') {
      point = sync_at_bracket(text, at, hints);
    } else if (text[at] == '"') {
      point = sync_at_quote(text, at, hints);
    }
    if (point) return point;
  }
  return std::nullopt;
}

}  // namespace campaign_lens
