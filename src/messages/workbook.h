#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/wire.h"
#include "messages/report.h"

namespace campaign_lens::messages {

/// What the exporter must know before the rows come.
struct WorkbookPlan {
  struct Sheet {
    TableId table = TableId::delivery;
    std::string name;                 ///< "Delivery report", "uLink clicks"
    std::vector<ColumnInfo> columns;  ///< in order
    std::uint64_t rows = 0;
    friend bool operator==(const Sheet&, const Sheet&) = default;
  };
  ReportSummary summary;         ///< of the whole report
  std::string delivery_filters;  ///< in words; empty: all rows
  std::string click_filters;
  TimeUs exported_at = 0;        ///< UTC
  std::string exported_at_text;  ///< formatted in the zone, which the exporter has no offsets of
  std::vector<Sheet> sheets;
  std::string suggested_name;  ///< of the download: "Ramadan offer.xlsx", safe on any system
  friend bool operator==(const WorkbookPlan&, const WorkbookPlan&) = default;
};

/// Consecutive rows of one sheet, column by column; every column has `rows` values.
struct RowBatch {
  struct Value {
    enum class Form : std::uint8_t { blank, text, number, time, boolean };
    Form form = Form::blank;
    std::string text;   ///< of a text: as written
    double number = 0;  ///< of a number: its value; of a time: local seconds since 1970 in the summary's
                        ///< zone; of a boolean: 0 or 1
    friend bool operator==(const Value&, const Value&) = default;
  };
  TableId table = TableId::delivery;
  std::uint64_t first = 0;
  std::uint32_t rows = 0;
  std::vector<std::vector<Value>> columns;
  friend bool operator==(const RowBatch&, const RowBatch&) = default;
};

Bytes encode(const WorkbookPlan& plan);
std::optional<WorkbookPlan> decode_workbook_plan(std::span<const std::byte> message);
Bytes encode(const RowBatch& batch);
std::optional<RowBatch> decode_row_batch(std::span<const std::byte> message);

}  // namespace campaign_lens::messages
