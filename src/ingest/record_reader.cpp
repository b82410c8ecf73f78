#include "ingest/record_reader.h"

#include "base/text.h"

namespace campaign_lens {
Outcome RecordReader::read(Cursor& cursor, const Window& window, Warnings& warnings) {
  window_ = &window;
  warnings_ = &warnings;
  path_.clear();
  next_column_ = 0;
  cursor.advance();
  const Outcome outcome = members(cursor, kMaxNesting - 1);
  if (outcome == Outcome::done) builder_.end_row();
  return outcome;
}

Outcome RecordReader::members(Cursor& cursor, int depth_left) {
  const std::size_t parent_length = path_.size();
  const bool nested = depth_left < kMaxNesting - 1;
  if (cursor.peek() == '}' && nested) set(Kind::json, "{}", cursor.position());
  for (bool first = true;; first = false) {
    if (cursor.peek() == '}') break;
    if (!first) {
      if (const Outcome outcome = cursor.expect(',', "a comma or “}”"); outcome != Outcome::done)
        return outcome;
      if (cursor.peek() == '}') {
        warnings_->add(kTrailingComma, *window_, cursor.position());
        break;
      }
    }
    std::string_view key;
    const std::size_t position = cursor.position();
    if (const Outcome outcome = cursor.read_string(key); outcome != Outcome::done) return outcome;
    if (nested) path_ += '.';
    path_ += key;
    if (path_.size() > kMaxKeyBytes) {
      path_.resize(bounded(path_, kMaxKeyBytes).size());
      warnings_->add("A field's name is longer than 200 bytes and was cut.", *window_, position);
    }
    if (const Outcome outcome = cursor.expect(':', "a colon"); outcome != Outcome::done) return outcome;
    if (const Outcome outcome = value(cursor, depth_left); outcome != Outcome::done) return outcome;
    path_.resize(parent_length);
  }
  cursor.advance();
  return Outcome::done;
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
  set(scalar.kind, scalar.kind == Kind::null ? std::string_view() : scalar.text, position);
  return Outcome::done;
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
    if (first) {
      set(Kind::json, "[]", position);
    } else {
      set(Kind::text, joined_, position);
    }
    return Outcome::done;
  }
  cursor.go_to(begin);
  if (const Outcome outcome = cursor.skip_value(depth_left + 1); outcome != Outcome::done) return outcome;
  std::string_view json = cursor.text().substr(position, cursor.position() - position);
  json = json.substr(0, json.find_last_of(']') + 1);
  set(Kind::json, json, position);
  return Outcome::done;
}

void RecordReader::set(Kind kind, std::string_view text, std::size_t position) {
  const int column = column_of_path();
  if (column >= 0) {
    builder_.set(column, kind, text);
  } else {
    warnings_->add("Only the first 1,000 different fields are kept; a value of a further one was left out.",
                   *window_, position);
  }
}

int RecordReader::column_of_path() {
  for (std::size_t tried = 0; tried < columns_.size(); ++tried, ++next_column_) {
    if (next_column_ == columns_.size()) next_column_ = 0;
    if (columns_[next_column_] == path_) return static_cast<int>(next_column_++);
  }
  const int column = builder_.column(path_);
  if (column >= 0) columns_.push_back(path_);
  return column;
}

}  // namespace campaign_lens
