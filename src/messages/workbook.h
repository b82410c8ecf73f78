#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/wire.h"
#include "messages/report.h"
#include "schema/export_options.h"
#include "schema/insight.h"

namespace campaign_lens::messages {

/// What the exporter must know before the rows come.
struct WorkbookPlan {
  struct Sheet {
    TableId table = TableId::delivery;
    std::string name;                   ///< "Delivery report", "uLink clicks"
    std::vector<ColumnInfo> columns;    ///< in order
    std::vector<std::uint32_t> widths;  ///< of these: about how many characters their values have
    std::uint64_t rows = 0;
    friend bool operator==(const Sheet&, const Sheet&) = default;
  };
  /// A text of the status column.
  struct StatusText {
    std::string text;
    StatusFamily family = StatusFamily::unrecognised;
    friend bool operator==(const StatusText&, const StatusText&) = default;
  };
  ExportOptions options = {};
  ReportSummary summary;              ///< of the whole report
  Insight insight;                    ///< of the rows that are exported
  std::string delivery_filters;       ///< in words; empty: all rows
  std::string click_filters;          ///< likewise
  std::vector<StatusText> statuses;   ///< most frequent first; at most kMaxStatusTexts
  std::uint64_t skipped_records = 0;  ///< that could not be read
  TimeUs exported_at = 0;             ///< UTC
  std::string exported_at_text;       ///< formatted in the zone, which the exporter has no offsets of
  std::vector<Sheet> sheets;
  std::string suggested_name;  ///< of the download: "Ramadan offer.xlsx", safe on any system
  friend bool operator==(const WorkbookPlan&, const WorkbookPlan&) = default;

  static constexpr std::size_t kMaxStatusTexts = 50;
  /// Whether all rows of the report are exported, where their sheets are.
  bool whole() const { return delivery_filters.empty() && click_filters.empty(); }
};

/// What is told of an export when all of its rows have been.
struct WorkbookEnd {
  std::vector<std::string>
      sha256;  ///< of the report's files, hexadecimal; of each, or of none if it is not known
  friend bool operator==(const WorkbookEnd&, const WorkbookEnd&) = default;
};

/// Consecutive rows of one sheet, column by column: each column's values, and which of them each row has.
struct RowBatch {
  enum class Form : std::uint8_t { blank, text, number, time, boolean };
  struct Column {
    std::vector<Form> forms;          ///< one a value
    std::vector<std::uint32_t> ends;  ///< one a value: its text is `texts` from the end of the one before on
    std::string texts;  ///< of a text: as written; of a number its digits as JSON has them; of a boolean
                        ///< "true" or "false"; of others nothing
    std::vector<TimeUs> times;  ///< one a value, where any is a time: the wall clock in the summary's zone
    /// One a value: what repeats throughout the column has the same code in all batches, below kMaxCodes.
    /// Empty: the values are one a row, in order, and `rows` is empty as well.
    std::vector<std::uint32_t> codes;
    std::vector<std::uint32_t> rows;  ///< one a row: the index of its value
    friend bool operator==(const Column&, const Column&) = default;

    std::size_t values() const { return forms.size(); }
    std::string_view text(std::size_t value) const {
      const std::uint32_t begin = value == 0 ? 0 : ends[value - 1];
      return std::string_view(texts).substr(begin, ends[value] - begin);
    }
    void add(Form form, std::string_view text) {
      forms.push_back(form);
      texts += text;
      ends.push_back(static_cast<std::uint32_t>(texts.size()));
      if (!times.empty()) times.push_back(kNoTime);
    }
    void add(TimeUs wall_clock) {
      times.resize(forms.size(), kNoTime);
      times.push_back(wall_clock);
      forms.push_back(Form::time);
      ends.push_back(static_cast<std::uint32_t>(texts.size()));
    }
  };
  static constexpr std::uint32_t kMaxCodes = 1U << 20;

  TableId table = TableId::delivery;
  std::uint64_t first = 0;
  std::uint32_t rows = 0;
  std::vector<Column> columns;
  friend bool operator==(const RowBatch&, const RowBatch&) = default;
};

/// A column's title as an export has it: that of times with their zone.
std::string shown_title(const ColumnInfo& column, const std::string& zone);

Bytes encode(const WorkbookPlan& plan);
std::optional<WorkbookPlan> decode_workbook_plan(std::span<const std::byte> message);
Bytes encode(const WorkbookEnd& end);
std::optional<WorkbookEnd> decode_workbook_end(std::span<const std::byte> message);
Bytes encode(const RowBatch& batch);
std::optional<RowBatch> decode_row_batch(std::span<const std::byte> message);

}  // namespace campaign_lens::messages
