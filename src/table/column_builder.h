#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "table/column_group.h"
#include "table/recent_values.h"

namespace campaign_lens {

/// Fills one column, row group after row group. A group begins in the encoding that the last one ended in,
/// the first one as codes. When more and more values are new to the dictionary, a better one is looked for: a
/// shape that most values have, else texts if most are unique, else codes.
class ColumnBuilder {
 public:
  /// A group's arena is addressed by 32 bits, so what passes `max_arena_bytes` goes into the dictionary.
  explicit ColumnBuilder(std::size_t max_arena_bytes = std::numeric_limits<std::uint32_t>::max());

  /// Rows of a group come in ascending order; rows left out are missing; the last value of a row wins.
  void set(std::uint32_t row, Kind kind, std::string_view text) {
    if (row != filled_) go_to(row);
    append({kind, text});
    if (dictionary_->size() > reconsider_at_) reconsider();
  }
  /// The same, where RecentValues::kMostBytes are readable from the text on, whatever its size.
  void set_padded(std::uint32_t row, Kind kind, const char* text, std::size_t size) {
    if (row != filled_ || encoding_.form != Encoding::Form::codes || size > RecentValues::kMostBytes) {
      return set(row, kind, {text, size});
    }
    const RecentValues::Key key(kind, text, size);
    std::uint32_t code = recent_.code(key);
    if (code == 0) {
      code = dictionary_->intern({kind, {text, size}});
      recent_.keep(key, code);
    }
    codes_.push_back(code);
    ++filled_;
    if (dictionary_->size() > reconsider_at_) reconsider();
  }
  /// A value that stands in quotes as it is, if it is of the group's shape or came lately: then it need not
  /// be looked at any further. Gives its closing quote, nullptr if it is neither or has an escape; then
  /// nothing is set. `text` is behind the opening quote; kMostShapedBytes and one more must be readable from
  /// there on.
  const char* set_familiar(std::uint32_t row, const char* text) {
    if (row != filled_) return nullptr;
    if (encoding_.form != Encoding::Form::codes) return shape_is_plain_ ? append_shaped(text) : nullptr;
    const std::optional<RecentValues::Key> key = RecentValues::Key::of_quoted(text);
    if (!key) return nullptr;
    const std::uint32_t code = recent_.code(*key);
    if (code == 0) return nullptr;
    codes_.push_back(code);
    ++filled_;
    return text + key->size();
  }
  static constexpr std::size_t kMostShapedBytes = 63;
  /// The first rows of the group as they are now; those that are not set yet are missing for good.
  ColumnGroup group(std::uint32_t rows);
  void begin_group();

  /// Of the groups so far. One that has been given away keeps the codes that it had.
  std::shared_ptr<const Dictionary> dictionary() const { return dictionary_; }

 private:
  /// How the group is encoded, and where it has one, the shape of its values.
  struct Encoding {
    enum class Form : std::uint8_t { codes, digits, times, uuids, texts };
    Form form = Form::codes;
    DigitsShape digits;
    TimeShape times;
    /// Whether it has a shape, and one whose values need no escape.
    bool is_plain_shape() const;
    friend bool operator==(const Encoding&, const Encoding&) = default;
  };

  /// Adds a row in the group's encoding, whatever it is.
  void append(const Cell& cell);
  void append_text(const Cell& cell);
  const char* append_shaped(const char* text);
  void begin_encoding(Encoding encoding);
  void drop_last();
  void go_to(std::uint32_t row);
  void clear();

  void reconsider();
  bool mostly_unique() const;
  bool texts_fit();
  /// The encoding of a shape that most of the rows from `first` on have.
  std::optional<Encoding> fitting_shape(std::uint32_t first);
  bool fits(const Encoding& encoding, std::span<const Cell> sample) const;
  void encode_anew(Encoding encoding);

  std::shared_ptr<Dictionary> dictionary_;
  Encoding encoding_;
  bool shape_is_plain_ = false;
  std::size_t digits_bytes_ = 0;  ///< of the last value that was of a shape of digits
  std::uint32_t filled_ = 0;      ///< rows of the group
  // Of these, one has the rows. All keep their memory for the groups to come.
  std::vector<std::uint32_t> codes_;
  std::vector<Slot> slots_;
  std::vector<Uuid> uuids_;
  TextsGroup texts_;

  RecentValues recent_;  ///< of the dictionary
  LastDate last_date_;
  std::size_t max_arena_bytes_;
  bool texts_fit_ = true;          ///< cleared for good when an arena would have passed its limit
  std::uint32_t distinct_before_;  ///< values in the dictionary when the group began
  std::uint32_t reconsider_at_;    ///< when it has more
};

}  // namespace campaign_lens
