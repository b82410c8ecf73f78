#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/cursor.h"
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
  Outcome members(Cursor& cursor, int depth_left);
  Outcome value(Cursor& cursor, int depth_left);
  Outcome array(Cursor& cursor, int depth_left);
  void set(Kind kind, std::string_view text, std::size_t position);
  int column_of_path();

  TableBuilder builder_;
  std::string path_;  ///< of the field being read: "price.amount"
  std::string joined_;
  std::vector<std::string> columns_;  ///< their paths, in the order in which they first occurred
  std::size_t next_column_ = 0;       ///< the one that is likely to come: records resemble each other
  const Window* window_ = nullptr;
  Warnings* warnings_ = nullptr;
};

}  // namespace campaign_lens
