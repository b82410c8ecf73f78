#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "table/dataset.h"
#include "table/table_builder.h"

namespace campaign_lens {

/// A table whose first row has the keys; blanks are missing.
inline void fill(Table& table, TableId id, const std::vector<std::vector<std::string_view>>& rows) {
  TableBuilder builder(id, table);
  std::vector<int> columns;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t i = 0; i < rows[row].size(); ++i) {
      if (row == 0) {
        columns.push_back(builder.column(rows[0][i]));
      } else if (!rows[row][i].empty()) {
        builder.set(columns[i], Kind::text, rows[row][i]);
      }
    }
    if (row > 0) builder.end_row();
  }
  builder.finish();
}

inline Dataset report(const std::vector<std::vector<std::string_view>>& messages,
                      const std::vector<std::vector<std::string_view>>& clicks = {}) {
  Dataset dataset;
  fill(dataset.delivery, TableId::delivery, messages);
  fill(dataset.clicks, TableId::clicks, clicks);
  return dataset;
}

}  // namespace campaign_lens
