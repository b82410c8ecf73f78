#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/cursor.h"
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

  explicit RecordReader(TableId table) : builder_(table) {}

  /// The cursor stands on the record's brace. A value of the record goes before one of the same path that is
  /// handed down to it. A record that is not read to its end leaves nothing behind.
  Outcome read(Cursor& cursor, const Window& window, Warnings& warnings, NewFields new_fields,
               std::span<const HandedDown> handed_down);
  /// The cursor stands on a scalar that is a whole record; `path` is the name of its field.
  Outcome read_scalar(Cursor& cursor, const Window& window, Warnings& warnings, std::string_view path,
                      std::span<const HandedDown> handed_down);

  /// Whether records have had a field of this name, or an object.
  bool has_field(std::string_view name) const;
  std::uint64_t rows() const { return builder_.rows(); }
  TableBuilder take() { return std::move(builder_); }

 private:
  Outcome fields(Cursor& cursor, std::span<const HandedDown> handed_down);
  Outcome members(Cursor& cursor, int depth_left);
  Outcome value(Cursor& cursor, int depth_left);
  Outcome array(Cursor& cursor, int depth_left);
  Outcome set_handed_down(std::span<const HandedDown> handed_down, std::size_t position);
  Outcome set(Kind kind, std::string_view text, std::size_t position);
  int column_of_path();

  TableBuilder builder_;
  bool adds_columns_ = false;
  bool erases_ = false;  ///< the row that is filled: values are not set but made missing again
  std::string path_;     ///< of the field being read: "price.amount"
  std::string joined_;
  std::vector<std::string> columns_;  ///< their paths, in the order in which they first occurred
  std::size_t next_column_ = 0;       ///< the one that is likely to come: records resemble each other
  const Window* window_ = nullptr;
  Warnings* warnings_ = nullptr;
};

}  // namespace campaign_lens
