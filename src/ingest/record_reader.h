#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/cursor.h"
#include "ingest/known_bytes.h"
#include "ingest/record_layout.h"
#include "ingest/warnings.h"
#include "ingest/window.h"
#include "schema/schema.h"
#include "table/table_builder.h"

namespace campaign_lens {

/// A value that a record has from what it stands in: its group, its file.
struct HandedDown {
  std::string path;
  Kind kind = Kind::text;
  std::string text;
};

/// Reads records, one object each, into a table. Fields of nested objects become dotted columns, arrays of
/// scalars are joined, other arrays are kept as JSON text.
class RecordReader {
 public:
  /// Whether a record may add columns to its table. One that proves damaged must not, and one with new fields
  /// may belong to the other table.
  enum class NewFields : std::uint8_t { refused, added };

  RecordReader(TableId id, Table& table) : builder_(id, table) {}

  /// The cursor stands on the record's brace. A value of the record goes before one of the same path that is
  /// handed down to it. A record that is not read to its end leaves nothing behind.
  Outcome read(Cursor& cursor, const Window& window, Warnings& warnings, NewFields new_fields,
               std::span<const HandedDown> handed_down);
  /// Reads records that are like earlier ones to the byte in all but their values, without their tokens: as
  /// many as there are whole, and give the rows that read() would. The first byte of each is `separator`.
  /// Gives how many bytes they are, blanks behind them included. The text must be followed by a NUL and 31
  /// more bytes.
  std::size_t read_alike(std::string_view text, char separator, std::string_view first_key,
                         std::span<const HandedDown> handed_down);
  /// Learns from a record that read() has read without a warning: see RecordLayout.
  bool learn(const Cursor& cursor, std::size_t begin) { return layout_.learn(cursor, begin, builder_); }

  /// The cursor stands on a scalar that is a whole record; `path` is the name of its field.
  Outcome read_scalar(Cursor& cursor, const Window& window, Warnings& warnings, std::string_view path,
                      std::span<const HandedDown> handed_down);

  /// Whether records have had a field of this name, or an object.
  bool has_field(std::string_view name) const;
  std::uint64_t rows() const { return builder_.rows(); }
  TableBuilder& table() { return builder_; }

 private:
  /// A field as it is likely to come again: records resemble each other.
  struct Field {
    std::string path;
    int column = 0;
    KnownBytes key = {};  ///< empty until the record itself has had it, written without escapes
  };

  const char* read_alike_fields(const char* text);
  const char* read_marked_string(const char* text, int column);
  Outcome fields(Cursor& cursor, std::span<const HandedDown> handed_down);
  Outcome members(Cursor& cursor, int depth_left);
  bool familiar_member(Cursor& cursor, Outcome& outcome);
  void remember_key(const Cursor& cursor, std::size_t position);
  Outcome value(Cursor& cursor, int depth_left);
  Outcome array(Cursor& cursor, int depth_left);
  Outcome set_handed_down(std::span<const HandedDown> handed_down, std::size_t position);
  Outcome set(Kind kind, std::string_view text, std::size_t position);
  void set(const Field& field, Kind kind, std::string_view text);
  const Field* field_of_path();

  TableBuilder builder_;
  RecordLayout layout_;
  bool adds_columns_ = false;
  bool erases_ = false;  ///< the row that is filled: values are not set but made missing again
  std::string path_;     ///< of the field being read: "price.amount"
  std::string joined_;
  std::string unescaped_;
  std::vector<Field> fields_;   ///< in the order in which they first occurred
  std::size_t next_field_ = 0;  ///< the one that is likely to come
  const Window* window_ = nullptr;
  Warnings* warnings_ = nullptr;
};

}  // namespace campaign_lens
