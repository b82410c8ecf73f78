#include "ingest/record_reader.h"

#include <algorithm>

#include <simdjson.h>

#include "base/text.h"
#include "ingest/token_scan.h"
#include "ingest/unescape.h"

namespace campaign_lens {

Outcome RecordReader::read(Cursor& cursor, const Window& window, Warnings& warnings, NewFields new_fields,
                           std::span<const HandedDown> handed_down) {
  window_ = &window;
  warnings_ = &warnings;
  adds_columns_ = new_fields == NewFields::added;
  const std::size_t begin = cursor.token();
  Outcome outcome = fields(cursor, handed_down);
  if (outcome == Outcome::done) {
    builder_.end_row();
  } else {
    erases_ = true;
    cursor.go_to(begin);
    outcome = fields(cursor, handed_down);
    erases_ = false;
  }
  return outcome;
}

std::size_t RecordReader::read_alike(std::string_view text, char separator, std::string_view first_key,
                                     std::span<const HandedDown> handed_down) {
  if (layout_.first_key() != first_key) return 0;
  const auto behind_blanks = [](const char* at) {
    while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')
      ++at;
    return at;
  };
  const char* behind = text.data();
  for (const char* at = behind_blanks(behind); *at == separator;) {
    next_field_ = 0;
    if (set_handed_down(handed_down, 0) != Outcome::done) break;
    at = read_alike_fields(at);
    if (at == nullptr) break;
    builder_.end_row();
    behind = at = behind_blanks(at);
  }
  return static_cast<std::size_t>(behind - text.data());
}

/// Gives the end of the record, nullptr where it goes another way than the ones before.
const char* RecordReader::read_alike_fields(const char* text) {
  int column = RecordLayout::Step::kEnd;
  for (;;) {
    const RecordLayout::Step* const step = layout_.step(column, text);
    if (step == nullptr) return nullptr;
    text += step->lead.size();
    column = step->column;
    if (column == RecordLayout::Step::kEnd) return text;
    if (step->quoted) {
      if (const char* const familiar_end = builder_.set_familiar(column, text)) {
        text = familiar_end;
      } else if (const char* const end = plain_string_end(text); *end == '"') {
        builder_.set_padded(column, Kind::text, text, static_cast<std::size_t>(end - text));
        text = end;
      } else {
        text = read_marked_string(text, column);
        if (text == nullptr) return nullptr;
      }
    } else {
      const char* const end = literal_end(text);
      const auto size = static_cast<std::size_t>(end - text);
      const Kind kind = literal_kind(text, size);
      if (kind == Kind::missing) return nullptr;
      builder_.set_padded(column, kind, text, kind == Kind::null ? 0 : size);
      text = end;
    }
  }
}

/// A string with escapes or other characters than ASCII. Gives its closing quote, nullptr if it is damaged.
const char* RecordReader::read_marked_string(const char* text, int column) {
  const char* end = string_part_end(text);
  const bool escaped = *end == '\\';
  while (*end == '\\')
    end = string_part_end(end + 2);
  if (*end != '"') return nullptr;
  const std::string_view written(text, static_cast<std::size_t>(end - text));
  if (!simdjson::validate_utf8(written)) return nullptr;
  if (!escaped) {
    builder_.set_padded(column, Kind::text, written.data(), written.size());
    return end;
  }
  if (unescape(written, unescaped_)) return nullptr;
  const std::size_t size = unescaped_.size();
  unescaped_.append(RecentValues::kMostBytes, '\0');
  builder_.set_padded(column, Kind::text, unescaped_.data(), size);
  return end;
}

Outcome RecordReader::read_scalar(Cursor& cursor, const Window& window, Warnings& warnings,
                                  std::string_view path, std::span<const HandedDown> handed_down) {
  window_ = &window;
  warnings_ = &warnings;
  adds_columns_ = true;
  const std::size_t position = cursor.position();
  Scalar scalar;
  if (const Outcome outcome = cursor.read_scalar(scalar); outcome != Outcome::done) return outcome;
  next_field_ = 0;
  set_handed_down(handed_down, position);
  path_ = path;
  set(scalar.kind, scalar.text, position);
  builder_.end_row();
  return Outcome::done;
}

bool RecordReader::has_field(std::string_view name) const {
  return std::ranges::any_of(fields_, [&](const Field& field) {
    const std::string_view path = field.path;
    return path.starts_with(name) && (path.size() == name.size() || path[name.size()] == '.');
  });
}

Outcome RecordReader::fields(Cursor& cursor, std::span<const HandedDown> handed_down) {
  next_field_ = 0;
  if (const Outcome outcome = set_handed_down(handed_down, cursor.position()); outcome != Outcome::done)
    return outcome;
  path_.clear();
  cursor.advance();
  return members(cursor, kMaxNesting - 1);
}

Outcome RecordReader::set_handed_down(std::span<const HandedDown> handed_down, std::size_t position) {
  for (const HandedDown& field : handed_down) {
    path_ = field.path;
    if (const Outcome outcome = set(field.kind, field.text, position); outcome != Outcome::done)
      return outcome;
  }
  return Outcome::done;
}

Outcome RecordReader::members(Cursor& cursor, int depth_left) {
  const std::size_t parent_length = path_.size();
  const bool nested = depth_left < kMaxNesting - 1;
  if (cursor.peek() == '}' && nested) {
    if (const Outcome outcome = set(Kind::json, "{}", cursor.position()); outcome != Outcome::done)
      return outcome;
  }
  for (bool first = true;; first = false) {
    if (cursor.peek() == '}') break;
    if (!first) {
      if (cursor.peek() == ',') {
        cursor.advance();
      } else {
        return cursor.unexpected("a comma or “}”");
      }
      if (cursor.peek() == '}') {
        warnings_->add(kTrailingComma, *window_, cursor.position());
        break;
      }
    }
    Outcome familiar = Outcome::done;
    if (!nested && familiar_member(cursor, familiar)) {
      if (familiar != Outcome::done) return familiar;
      continue;
    }
    std::string_view key;
    const std::size_t position = cursor.position();
    if (const Outcome outcome = cursor.read_string(key); outcome != Outcome::done) return outcome;
    if (nested) path_ += '.';
    path_ += key;
    if (path_.size() > kMaxKeyBytes) {
      path_.resize(bounded(path_, kMaxKeyBytes).size());
      warnings_->add(kLongName, *window_, position);
    }
    if (const Outcome outcome = cursor.expect(':', "a colon"); outcome != Outcome::done) return outcome;
    if (const Outcome outcome = value(cursor, depth_left); outcome != Outcome::done) return outcome;
    if (!nested) remember_key(cursor, position);
    path_.resize(parent_length);
  }
  cursor.advance();
  return Outcome::done;
}

/// Reads a member whose key comes where the records before had it, or a few places further: some leave fields
/// out. False if it is none, or no scalar: then nothing has been read.
bool RecordReader::familiar_member(Cursor& cursor, Outcome& outcome) {
  constexpr std::size_t kMostLeftOut = 4;
  const std::size_t end = std::min(fields_.size(), next_field_ + 1 + kMostLeftOut);
  for (std::size_t field = next_field_; field < end; ++field) {
    if (!cursor.is_at_key(fields_[field].key)) continue;
    const char token = cursor.peek(2);
    if (token == '{' || token == '[') return false;
    cursor.advance(2);
    next_field_ = field + 1;
    if (Scalar plain; cursor.read_plain_scalar(plain)) {
      set(fields_[field], plain.kind, plain.text);
      return true;
    }
    Scalar scalar;
    outcome = cursor.read_scalar(scalar);
    if (outcome == Outcome::done) set(fields_[field], scalar.kind, scalar.text);
    return true;
  }
  return false;
}

/// The key of the field that was read last, whose quote stands at a position, is known from here on if it has
/// no escapes.
void RecordReader::remember_key(const Cursor& cursor, std::size_t position) {
  if (next_field_ == 0 || fields_[next_field_ - 1].path != path_) return;
  const std::string_view quoted = cursor.text().substr(position, path_.size() + 2);
  if (quoted.substr(1).starts_with(path_) && quoted.back() == '"')
    fields_[next_field_ - 1].key = KnownBytes(quoted);
}

Outcome RecordReader::value(Cursor& cursor, int depth_left) {
  const char token = cursor.peek();
  if (token == '{' || token == '[') {
    if (depth_left == 0) return cursor.fail(kTooDeep, cursor.position());
    if (token == '[') return array(cursor, depth_left - 1);
    cursor.advance();
    return members(cursor, depth_left - 1);
  }
  const std::size_t position = cursor.position();
  Scalar scalar;
  if (const Outcome outcome = cursor.read_scalar(scalar); outcome != Outcome::done) return outcome;
  return set(scalar.kind, scalar.text, position);
}

Outcome RecordReader::array(Cursor& cursor, int depth_left) {
  const std::size_t position = cursor.position();
  const std::size_t begin = cursor.token();
  cursor.advance();
  joined_.clear();
  bool first = true;
  while (cursor.peek() != ']' && cursor.peek() != '{' && cursor.peek() != '[') {
    if (!first) {
      if (const Outcome outcome = cursor.expect(',', "a comma or “]”"); outcome != Outcome::done)
        return outcome;
      if (cursor.peek() == '{' || cursor.peek() == '[') break;
      if (cursor.peek() == ']') {
        warnings_->add(kTrailingComma, *window_, cursor.position());
        break;
      }
      joined_ += ", ";
    }
    Scalar scalar;
    if (const Outcome outcome = cursor.read_scalar(scalar); outcome != Outcome::done) return outcome;
    joined_ += scalar.text;
    first = false;
  }
  if (cursor.peek() == ']') {
    cursor.advance();
    return first ? set(Kind::json, "[]", position) : set(Kind::text, joined_, position);
  }
  cursor.go_to(begin);
  if (const Outcome outcome = cursor.skip_value(depth_left + 1); outcome != Outcome::done) return outcome;
  std::string_view json = cursor.text().substr(position, cursor.position() - position);
  json = json.substr(0, json.find_last_of(']') + 1);
  return set(Kind::json, json, position);
}

Outcome RecordReader::set(Kind kind, std::string_view text, std::size_t position) {
  const Field* field = field_of_path();
  if (field == nullptr && fields_.size() < kMaxColumns) {
    if (!adds_columns_) return Outcome::new_field;
    fields_.push_back({.path = path_, .column = builder_.column(path_)});
    next_field_ = fields_.size();
    field = &fields_.back();
  }
  if (field != nullptr) {
    set(*field, kind, text);
    return Outcome::done;
  }
  warnings_->add("Only the first 1,000 different fields are kept; a value of a further one was left out.",
                 *window_, position);
  return Outcome::done;
}

void RecordReader::set(const Field& field, Kind kind, std::string_view text) {
  if (erases_) kind = Kind::missing;
  if (kind == Kind::missing || kind == Kind::null) text = {};
  builder_.set(field.column, kind, text);
}

const RecordReader::Field* RecordReader::field_of_path() {
  for (std::size_t tried = 0; tried < fields_.size(); ++tried, ++next_field_) {
    if (next_field_ >= fields_.size()) next_field_ = 0;
    if (fields_[next_field_].path == path_) return &fields_[next_field_++];
  }
  return nullptr;
}

}  // namespace campaign_lens
