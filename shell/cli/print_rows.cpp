#include <algorithm>
#include <vector>

#include "base/json.h"
#include "cli/output.h"
#include "engine/text_rows.h"
#include "table/column_reader.h"

namespace campaign_lens::cli {

void print_csv(Output& out, const Table& table, const Selection& rows, std::uint64_t limit) {
  std::vector<ColumnReader> columns(table.columns().begin(), table.columns().end());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) out.write(",");
    out.write(csv_field(columns[i].info().key));
  }
  out.write("\r\n");
  const std::uint64_t count = std::min(rows.size(), limit);
  for (std::uint64_t position = 0; position < count && !out.failed(); ++position) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Cell cell = columns[i].cell(rows[position]);
      if (i > 0) out.write(",");
      if (!cell.blank()) out.write(csv_field(cell.text));
      // An empty line would be no record at all.
      if (cell.blank() && columns.size() == 1) out.write("\"\"");
    }
    out.write("\r\n");
  }
}

void print_json(Output& out, const Table& table, const Selection& rows, std::uint64_t limit) {
  std::vector<ColumnReader> columns(table.columns().begin(), table.columns().end());
  std::vector<std::string> keys;
  for (const ColumnReader& column : columns)
    keys.push_back(json_string(column.info().key) + ":");
  const std::uint64_t count = std::min(rows.size(), limit);
  out.write("[");
  for (std::uint64_t position = 0; position < count && !out.failed(); ++position) {
    out.write(position == 0 ? "\n{" : ",\n{");
    bool first = true;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const Cell cell = columns[i].cell(rows[position]);
      if (cell.kind == Kind::missing) continue;
      if (!first) out.write(",");
      first = false;
      out.write(keys[i]);
      out.write(json_value(cell));
    }
    out.write("}");
  }
  out.write(count == 0 ? "]\n" : "\n]\n");
}

}  // namespace campaign_lens::cli
