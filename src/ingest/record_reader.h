#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/cursor.h"
#include "ingest/quoted_key.h"
#include "ingest/warnings.h"
#include "ingest/window.h"
#include "schema/schema.h"
#include "table/table_builder.h"

namespace campaign_lens {

/// Reads records, one object each, into a table. Fields of nested objects become dotted columns, arrays of
/// scalars are joined, other arrays are kept as JSON text.
class RecordReader {
 public:
  RecordReader(TableId id, Table& table) : builder_(id, table) {}

  /// The cursor stands on the record's brace. A record that is not read to its end is no row yet: what it has
  /// set is set again when it is read again.
  Outcome read(Cursor& cursor, const Window& window, Warnings& warnings);

  std::uint64_t rows() const { return builder_.rows(); }
  TableBuilder& table() { return builder_; }

 private:
  /// A field as it is likely to come again: records resemble each other.
  struct Field {
    std::string path;
    int column = 0;
    QuotedKey key = {};  ///< empty until the record itself has had it, written without escapes
  };

  Outcome members(Cursor& cursor, int depth_left);
  bool familiar_member(Cursor& cursor, Outcome& outcome);
  void remember_key(const Cursor& cursor, std::size_t position);
  Outcome value(Cursor& cursor, int depth_left);
  Outcome array(Cursor& cursor, int depth_left);
  void set(Kind kind, std::string_view text, std::size_t position);
  void set(const Field& field, Kind kind, std::string_view text);
  Field* field_of_path();

  TableBuilder builder_;
  std::string path_;  ///< of the field being read: "price.amount"
  std::string joined_;
  std::vector<Field> fields_;   ///< in the order in which they first occurred
  std::size_t next_field_ = 0;  ///< the one that is likely to come
  const Window* window_ = nullptr;
  Warnings* warnings_ = nullptr;
};

}  // namespace campaign_lens
