#include "ingest/walker.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ingest/containers.h"

namespace campaign_lens {

Outcome Walker::walk(Cursor& cursor, const Window& window) {
  cursor_ = &cursor;
  window_ = &window;
  while (!cursor.at_end()) {
    const std::size_t before = cursor.token();
    warnings_.begin_step();
    const Outcome outcome = step();
    if (outcome == Outcome::done) continue;
    if (outcome == Outcome::incomplete) {
      cursor.go_to(before);
      warnings_.undo_step();
    }
    return outcome;
  }
  return Outcome::done;
}

Outcome Walker::step() {
  if (levels_.empty()) return document();
  return levels_.back().array ? element() : member();
}

Outcome Walker::document() {
  if (cursor_->peek() == '[') {
    if (const Outcome outcome = enter_array(""); outcome != Outcome::done) return outcome;
  } else if (cursor_->peek() == '{') {
    std::optional<TableId> table;
    if (const Outcome outcome = find_single_record(table); outcome != Outcome::done) return outcome;
    if (table) {
      if (const Outcome outcome = read_record(table); outcome != Outcome::done) return outcome;
    } else {
      cursor_->advance();
      levels_.push_back({});
    }
  } else {
    return cursor_->fail("After the end of the JSON comes “" + cursor_->next_word() + "”.",
                         cursor_->position());
  }
  saw_documents_ = true;
  return Outcome::done;
}

Outcome Walker::comma_or_end(char end, std::string_view expected, bool& ended) {
  ended = cursor_->peek() == end;
  if (!ended && !levels_.back().first) {
    if (const Outcome outcome = cursor_->expect(',', expected); outcome != Outcome::done) return outcome;
    ended = cursor_->peek() == end;
    if (ended) warnings_.add(kTrailingComma, *window_, cursor_->position());
  }
  if (ended) {
    cursor_->advance();
    levels_.pop_back();
  }
  return Outcome::done;
}

Outcome Walker::member() {
  bool ended = false;
  if (const Outcome outcome = comma_or_end('}', "a comma or “}”", ended); outcome != Outcome::done || ended)
    return outcome;
  std::string_view key;
  if (const Outcome outcome = cursor_->read_string(key); outcome != Outcome::done) return outcome;
  std::string path = levels_.back().path;
  if (!path.empty()) path += '.';
  path += bounded(key, kMaxKeyBytes);
  if (const Outcome outcome = cursor_->expect(':', "a colon"); outcome != Outcome::done) return outcome;
  const std::size_t level = levels_.size() - 1;
  if (const Outcome outcome = member_value(std::move(path)); outcome != Outcome::done) return outcome;
  levels_[level].first = false;
  return Outcome::done;
}

Outcome Walker::member_value(std::string path) {
  if (cursor_->peek() == '{') {
    if (levels_.size() == kMaxNesting) return cursor_->fail(kTooDeep, cursor_->position());
    cursor_->advance();
    levels_.push_back({.array = false, .first = true, .table = {}, .path = std::move(path)});
    return Outcome::done;
  }
  if (cursor_->peek() == '[') {
    if (!cursor_->has(1)) return Outcome::incomplete;
    return cursor_->peek(1) == '{' ? enter_array(std::move(path)) : list_of_scalars(path);
  }
  const std::size_t position = cursor_->position();
  Scalar value;
  if (const Outcome outcome = cursor_->read_scalar(value); outcome != Outcome::done) return outcome;
  facts_.add(path, value, *window_, position);
  return Outcome::done;
}

Outcome Walker::list_of_scalars(const std::string& path) {
  const std::size_t begin = cursor_->position();
  if (const Outcome outcome = cursor_->skip_value(kMaxNesting); outcome != Outcome::done) return outcome;
  const std::string_view json = cursor_->text().substr(begin, cursor_->position() - begin);
  const std::string_view list = json.substr(0, json.find_last_of(']') + 1);
  if (list.size() > 2) facts_.add(path, {Kind::json, list}, *window_, begin);
  return Outcome::done;
}

Outcome Walker::enter_array(std::string path) {
  const std::string_view key = std::string_view(path).substr(path.find_last_of('.') + 1);
  std::optional<TableId> table = table_by_name(key);
  const std::size_t position = cursor_->position();
  cursor_->advance();
  if (cursor_->at_end()) return Outcome::incomplete;
  if (!table && cursor_->peek() == '{') {
    std::vector<std::string> keys;
    if (const Outcome outcome = keys_of_object(keys); outcome != Outcome::done) return outcome;
    table = table_by_fields(keys);
    if (!table && usually_holds_records(key)) table = TableId::delivery;
  }
  if (table && cursor_->peek() == '{') note_list(*table, path, position);
  levels_.push_back({.array = true, .first = true, .table = table, .path = std::move(path)});
  return Outcome::done;
}

void Walker::note_list(TableId table, const std::string& path, std::size_t position) {
  std::optional<std::string>& first = first_lists_[static_cast<std::size_t>(table)];
  if (!first) first = path;
  if (path == *first) return;
  warnings_.add("The records of “" + path + "” stand in one table with those of “" + *first +
                    "”: the same message may count twice.",
                *window_, position);
}

Outcome Walker::element() {
  bool ended = false;
  if (const Outcome outcome = comma_or_end(']', "a comma or “]”", ended); outcome != Outcome::done || ended)
    return outcome;
  if (const Outcome outcome = read_record(levels_.back().table); outcome != Outcome::done) return outcome;
  levels_.back().first = false;
  return Outcome::done;
}

Outcome Walker::read_record(std::optional<TableId> table) {
  if (cursor_->at_end()) return Outcome::incomplete;
  if (table && cursor_->peek() == '{') return records(*table).read(*cursor_, *window_, warnings_);
  const std::size_t position = cursor_->position();
  const bool object = cursor_->peek() == '{';
  if (const Outcome outcome = cursor_->skip_value(kMaxNesting); outcome != Outcome::done) return outcome;
  if (object) {
    warnings_.add(
        "An object of “" + levels_.back().path + "” is neither a message nor a click and was passed over.",
        *window_, position);
  } else {
    warnings_.add("A value that stands among the records is none and was passed over.", *window_, position);
  }
  return Outcome::done;
}

// A record on its own names its recipient and has no list of objects. A list of objects is looked for first,
// among the tokens that are there: a container of gigabytes shows itself by the beginning of its first list.
Outcome Walker::find_single_record(std::optional<TableId>& table) {
  const std::size_t begin = cursor_->token();
  const Outcome whole = cursor_->skip_value(kMaxNesting);
  const std::size_t tokens = cursor_->token() - begin;
  cursor_->go_to(begin);
  for (std::size_t ahead = 0; ahead < tokens; ++ahead) {
    if (cursor_->peek(ahead) == '[' && cursor_->peek(ahead + 1) == '{') return Outcome::done;
  }
  if (whole != Outcome::done) return whole;
  std::vector<std::string> keys;
  if (const Outcome outcome = keys_of_object(keys); outcome != Outcome::done) return outcome;
  if (keys != single_record_.keys) {
    single_record_.table = name_recipient(keys) ? table_by_fields(keys) : std::nullopt;
    single_record_.keys = std::move(keys);
  }
  table = single_record_.table;
  return Outcome::done;
}

Outcome Walker::keys_of_object(std::vector<std::string>& keys) {
  const std::size_t begin = cursor_->token();
  const Outcome outcome = [&] {
    cursor_->advance();
    for (bool first = true; cursor_->peek() != '}'; first = false) {
      if (!first) {
        if (const Outcome comma = cursor_->expect(',', "a comma or “}”"); comma != Outcome::done)
          return comma;
        if (cursor_->peek() == '}') break;
      }
      std::string_view key;
      if (const Outcome read = cursor_->read_string(key); read != Outcome::done) return read;
      keys.emplace_back(key);
      if (const Outcome colon = cursor_->expect(':', "a colon"); colon != Outcome::done) return colon;
      if (const Outcome value = cursor_->skip_value(kMaxNesting - 1); value != Outcome::done) return value;
    }
    return Outcome::done;
  }();
  cursor_->go_to(begin);
  return outcome;
}

}  // namespace campaign_lens
