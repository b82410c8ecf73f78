#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "messages/workbook.h"
#include "xlsx/cell_text.h"
#include "xlsx/guided_deflate.h"
#include "xlsx/shared_strings.h"

namespace campaign_lens {

/// Indices of cell styles in the workbook's style table.
struct CellStyles {
  int text = 0, time = 0, exact_time = 0;  ///< exact_time: of a moment with a fraction of a second
};

/// Writes the rows of one table as SpreadsheetML (ECMA-376 part 1, 18.3.1): texts that repeat as indices of
/// the shared strings, others inline; times as days since 1899-12-30; no cell for a blank.
class RowWriter {
 public:
  RowWriter(std::size_t columns, CellStyles styles, SharedStrings& strings, Losses& losses);

  /// The rows that `write` writes from here on; refers to them.
  void begin(const messages::RowBatch& batch);
  /// A row of the batch as the row of the sheet with this number, from 1.
  void write(std::uint32_t row_of_batch, std::uint32_t number, GuidedDeflate& xml);

 private:
  using Position = GuidedDeflate::Position;

  /// Text that is copied with what stands behind it, as copying a known length is faster.
  struct Markup {
    static constexpr std::size_t kBytes = 64;
    std::array<char, kBytes> text{};
    std::size_t size = 0;

    Markup() = default;
    explicit Markup(std::string_view markup);
    void write(GuidedDeflate& xml) const {
      char* const to = xml.room(kBytes);
      std::memcpy(to, text.data(), kBytes);
      xml.wrote_to(to + size);
    }
  };
  /// Where the parts of a cell begin: <c r="B | 17 | " s="3" t="s"><v> | 42 | </v></c>
  struct Parts {
    Position reference = 0, number = 0, markup = 0, value = 0, end = 0;
  };
  struct Column {
    Markup reference;
    const messages::RowBatch::Column* values = nullptr;
    std::vector<std::string> repeated;          ///< of a column with codes: what each value's cell has as <v>
    std::vector<std::uint32_t> string_of_code;  ///< the index of what is shared, plus 1; 0: not yet
    std::vector<Position> place_of_code;        ///< where each value was written last
    Parts above;                                ///< of the cell that was written last
  };

  std::string repeated_value(Column& column, std::uint32_t value);
  std::uint32_t shared_index(Column& column, std::uint32_t value);
  void write_cell(Column& column, std::uint32_t value, const Markup& number, Position number_before,
                  GuidedDeflate& xml);
  /// A value that is not shared as XML; valid until the next one.
  std::string_view value_of(const messages::RowBatch::Column& values, std::uint32_t value);
  const Markup& markup_of(const messages::RowBatch::Column& values, std::uint32_t value,
                          std::string_view written) const;

  std::vector<Column> columns_;
  Parts row_above_;
  Markup row_begin_, row_open_end_, row_end_, text_begin_, spaced_text_begin_, text_end_, number_begin_,
      boolean_begin_, shared_begin_, time_begin_, exact_time_begin_, value_end_;
  std::string escaped_;  ///< the value that is being written, if it had to be changed
  std::array<char, 32> digits_;
  SharedStrings* strings_;
  Losses* losses_;
};

}  // namespace campaign_lens
