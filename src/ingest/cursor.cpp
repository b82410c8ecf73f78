#include "ingest/cursor.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "ingest/unescape.h"

namespace campaign_lens {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A text in quotes, a bracket, brace, colon or comma, or what comes before the next blank, quote or token.
/// Told from the bytes alone: in a damaged text, which tokens follow depends on where the window ends.
std::string_view word_at(std::string_view text, std::size_t position) {
  const std::string_view rest = text.substr(position);
  if (rest[0] == '"') {
    const std::size_t closing = rest.find('"', 1);
    return closing == std::string_view::npos ? rest : rest.substr(0, closing + 1);
  }
  if (std::string_view("{}[],:").find(rest[0]) != std::string_view::npos) return rest.substr(0, 1);
  return rest.substr(0, rest.find_first_of(" \t\r\n\"{}[],:", 1));
}

bool is_number(std::string_view text) {
  std::size_t at = 0;
  const auto byte = [&] { return at < text.size() ? text[at] : '\0'; };
  const auto digits = [&] {
    const std::size_t first = at;
    while (is_digit(byte()))
      ++at;
    return at > first;
  };
  if (byte() == '-') ++at;
  if (byte() == '0') {
    ++at;
  } else if (!digits()) {
    return false;
  }
  if (byte() == '.') {
    ++at;
    if (!digits()) return false;
  }
  if (byte() == 'e' || byte() == 'E') {
    ++at;
    if (byte() == '+' || byte() == '-') ++at;
    if (!digits()) return false;
  }
  return at == text.size();
}

}  // namespace

Kind literal_kind(const char* token, std::size_t size) {
  const std::string_view text(token, size);
  if (text == "null") return Kind::null;
  if (text == "true" || text == "false") return Kind::boolean;
  return is_number(text) ? Kind::number : Kind::missing;
}

std::string excerpt(std::string_view text, std::size_t position) {
  constexpr int kMaxCharacters = 20;
  std::string words;
  std::string_view rest = text.substr(position);
  for (int i = 0; i < kMaxCharacters && !rest.empty(); ++i) {
    const CodePoint point = first_code_point(rest);
    if (rest[0] == '\n' || rest[0] == '\r') break;
    append_utf8(words, point.value < 0x20 || point.value == 0x7F ? U' ' : point.value);
    rest.remove_prefix(point.bytes);
  }
  return words;
}

void Cursor::start(std::string_view text, std::span<const std::uint32_t> positions) {
  text_ = text;
  positions_ = positions;
  next_ = 0;
}

Outcome Cursor::read_string(std::string_view& text) {
  if (peek() != '"') return unexpected("a text in quotes");
  const std::string_view token = token_text();
  if (token.size() < 2 || token.back() != '"') return unexpected("a text in quotes");
  const std::string_view written = token.substr(1, token.size() - 2);
  const std::size_t position = positions_[next_] + 1;
  advance();
  if (has_backslash(written.data(), written.size())) return unescape_at(position, written, text);
  text = written;
  return Outcome::done;
}

/// Whether the text ends in a number or in a word: it could go on.
bool Cursor::may_be_cut_off(std::string_view token) const {
  return !has(1) && positions_[next_] + token.size() == text_.size() &&
         token.find_first_not_of("-+.0123456789eEtrufalsn") == std::string_view::npos;
}

Outcome Cursor::read_scalar(Scalar& scalar) {
  if (at_end()) return Outcome::incomplete;
  if (peek() == '"') {
    scalar.kind = Kind::text;
    return read_string(scalar.text);
  }
  const std::string_view token = token_text();
  if (may_be_cut_off(token)) return Outcome::incomplete;
  scalar.kind = literal_kind(token.data(), token.size());
  if (scalar.kind == Kind::missing) return unexpected("a value");
  scalar.text = token;
  advance();
  return Outcome::done;
}

Outcome Cursor::unescape_at(std::size_t position, std::string_view escaped, std::string_view& text) {
  if (const std::optional<std::size_t> wrong = unescape(escaped, unescaped_)) {
    return fail("“" + excerpt(escaped.substr(0, *wrong + 2), *wrong) + "” is not an escape that JSON knows.",
                position + *wrong);
  }
  text = unescaped_;
  return Outcome::done;
}

Outcome Cursor::expect(char token, std::string_view in_words) {
  if (peek() != token || at_end()) return unexpected(in_words);
  advance();
  return Outcome::done;
}

Outcome Cursor::skip_value(int depth_left) {
  const char token = peek();
  if (token != '{' && token != '[') {
    Scalar scalar;
    return read_scalar(scalar);
  }
  if (depth_left == 0) return fail(kTooDeep, position());
  advance();
  return token == '{' ? skip_members(depth_left - 1) : skip_elements(depth_left - 1);
}

Outcome Cursor::read_json(std::string_view& json, int depth_left) {
  const std::size_t begin = position();
  if (const Outcome outcome = skip_value(depth_left); outcome != Outcome::done) return outcome;
  json = text_.substr(begin, position() - begin);
  json = json.substr(0, json.find_last_of(']') + 1);
  return Outcome::done;
}

Outcome Cursor::skip_members(int depth_left) {
  for (bool first = true;; first = false) {
    if (peek() == '}') break;
    if (!first) {
      if (const Outcome outcome = expect(',', "a comma or “}”"); outcome != Outcome::done) return outcome;
      if (peek() == '}') break;
    }
    std::string_view key;
    if (const Outcome outcome = read_string(key); outcome != Outcome::done) return outcome;
    if (const Outcome outcome = expect(':', "a colon"); outcome != Outcome::done) return outcome;
    if (const Outcome outcome = skip_value(depth_left); outcome != Outcome::done) return outcome;
  }
  advance();
  return Outcome::done;
}

Outcome Cursor::skip_elements(int depth_left) {
  for (bool first = true;; first = false) {
    if (peek() == ']') break;
    if (!first) {
      if (const Outcome outcome = expect(',', "a comma or “]”"); outcome != Outcome::done) return outcome;
      if (peek() == ']') break;
    }
    if (const Outcome outcome = skip_value(depth_left); outcome != Outcome::done) return outcome;
  }
  advance();
  return Outcome::done;
}

// Never more than the token, so that an error does not depend on how much of the file is in the window.
std::string Cursor::next_word() const {
  return excerpt(word_at(text_, position()), 0);
}

Outcome Cursor::unexpected(std::string_view expected) {
  if (at_end()) return Outcome::incomplete;
  return fail("Expected " + std::string(expected) + ", found “" + next_word() + "”.", position());
}

Outcome Cursor::fail(std::string message, std::size_t position) {
  fault_ = {std::move(message), position};
  return Outcome::fault;
}

}  // namespace campaign_lens
