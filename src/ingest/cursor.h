#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include "ingest/known_bytes.h"
#include "schema/schema.h"

namespace campaign_lens {

/// What came of reading something: it is `incomplete` when the tokens end before it does. `new_field`: a
/// record has a field that its table has no column for yet.
enum class Outcome : std::uint8_t { done, incomplete, fault, new_field };

/// What is wrong in the text, and where.
struct Fault {
  std::string message;
  std::size_t position = 0;
};

/// A string, number, true, false or null. The text is that of the value, unescaped; it is a view into the
/// window or, with escapes, into the cursor, valid until the next string is read.
struct Scalar {
  Kind kind = Kind::missing;
  std::string_view text;
};

// What is called for nearly every value takes addresses and sizes: WebAssembly passes a string_view through
// memory, written as two words and read as one, for which a processor waits.

/// Of a token that is no string: number (RFC 8259, section 6), boolean or null; missing if it is none of
/// them.
Kind literal_kind(const char* token, std::size_t size);

/// Two vectors a step, as most texts are no longer and a loop over their lengths is no branch predictor's
/// guess. Up to 31 bytes past the end are read: padding, or what comes next.
inline bool has_backslash(const char* text, std::size_t size) {
  using Vector = signed char __attribute__((vector_size(16)));
  constexpr Vector kPlaces = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  constexpr std::size_t kStep = 2 * sizeof(Vector);
  for (std::size_t at = 0; at < size; at += kStep) {
    const auto left = static_cast<signed char>(std::min(size - at, kStep));
    Vector low, high;
    std::memcpy(&low, text + at, sizeof low);
    std::memcpy(&high, text + at + sizeof low, sizeof high);
    const Vector found = ((low == '\\') & (kPlaces < left)) | ((high == '\\') & (kPlaces + 16 < left));
    if (__builtin_reduce_or(found) != 0) return true;
  }
  return false;
}

/// Goes over the tokens of a window and checks each by RFC 8259. A string's end is found backwards from the
/// next token.
class Cursor {
 public:
  void start(std::string_view text, std::span<const std::uint32_t> positions);

  bool at_end() const { return !has(0); }
  /// Whether there is a token that comes `ahead` tokens after the next.
  bool has(std::size_t ahead) const { return next_ + ahead < positions_.size(); }
  /// The first byte of the token that comes `ahead` tokens after the next; NUL past the last.
  char peek(std::size_t ahead = 0) const { return has(ahead) ? text_[positions_[next_ + ahead]] : '\0'; }
  void advance(std::size_t tokens = 1) { next_ += tokens; }
  /// Of the next token; past the last one, the end of the text.
  std::size_t position() const { return next_ < positions_.size() ? positions_[next_] : text_.size(); }
  /// Of a token by its number, as token() gives it; it must exist.
  std::size_t position_of(std::size_t token) const { return positions_[token]; }
  std::string_view text() const { return text_; }

  std::size_t tokens() const { return positions_.size(); }
  std::size_t token() const { return next_; }
  void go_to(std::size_t token) { next_ = token; }

  /// Whether a key, byte for byte, its colon and a value come next. The text must be padded as for
  /// StructuralIndex.
  bool is_at_key(const KnownBytes& key) const {
    return has(2) && key.begins(text_.data() + positions_[next_]) && text_[positions_[next_ + 1]] == ':';
  }
  /// Reads a scalar if it is whole, valid and, a string, without escapes; false leaves it where it is.
  bool read_plain_scalar(Scalar& scalar);

  Outcome read_string(std::string_view& text);
  Outcome read_scalar(Scalar& scalar);
  Outcome expect(char token, std::string_view in_words);
  /// Past one value of any kind, checked.
  Outcome skip_value(int depth_left);
  /// The same, of an array; gives it as it is written.
  Outcome read_json(std::string_view& json, int depth_left);

  /// "Expected …, found “…”." at the next token; `incomplete` when there is none.
  Outcome unexpected(std::string_view expected);
  /// The next token, of which there must be one, for an error message; bounded.
  std::string next_word() const;
  Outcome fail(std::string message, std::size_t position);
  const Fault& fault() const { return fault_; }

 private:
  std::size_t token_size() const;  ///< without the blanks behind it
  std::string_view token_text() const { return text_.substr(positions_[next_], token_size()); }
  bool may_be_cut_off(std::string_view token) const;
  Outcome unescape_at(std::size_t position, std::string_view escaped, std::string_view& text);
  Outcome skip_members(int depth_left);
  Outcome skip_elements(int depth_left);

  std::string_view text_;
  std::span<const std::uint32_t> positions_;
  std::size_t next_ = 0;
  std::string unescaped_;
  Fault fault_;
};

inline std::size_t Cursor::token_size() const {
  const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  const std::size_t first = positions_[next_];
  std::size_t end = next_ + 1 < positions_.size() ? positions_[next_ + 1] : text_.size();
  while (end > first && is_space(text_[end - 1]))
    --end;
  return end - first;
}

// Inlined, so that what it finds stays in registers.
[[gnu::always_inline]] inline bool Cursor::read_plain_scalar(Scalar& scalar) {
  if (!has(1)) return false;
  const char* const token = text_.data() + positions_[next_];
  const std::size_t size = token_size();
  if (token[0] == '"') {
    if (size < 2 || token[size - 1] != '"' || has_backslash(token, size)) return false;
    scalar = {Kind::text, {token + 1, size - 2}};
  } else {
    const Kind kind = literal_kind(token, size);
    if (kind == Kind::missing) return false;
    scalar = {kind, {token, size}};
  }
  advance();
  return true;
}

/// Up to twenty characters of the text from a position on, on one line, for an error message.
std::string excerpt(std::string_view text, std::size_t position);

/// The longest record, group of records, fact or list of scalars that is read, but for the records of a
/// group. simdjson's index and the window take about seven times this.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{16} << 20;
inline constexpr int kMaxNesting = 64;
inline constexpr const char* kTooDeep = "The JSON is nested more than 64 levels deep.";
inline constexpr std::size_t kMaxKeyBytes = 200;  ///< of a dotted key; the rest of a longer one is cut off

}  // namespace campaign_lens
