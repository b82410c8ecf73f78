#include "engine/rows.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/text.h"
#include "base/time.h"
#include "table/column_reader.h"

namespace campaign_lens {

namespace {

using Value = messages::RowBatch::Value;

std::uint32_t rows_from(const Selection& selection, std::uint64_t first, std::uint32_t count,
                        std::uint32_t most) {
  if (first >= selection.size()) return 0;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>({count, most, selection.size() - first}));
}

/// A grid's cell is one line: control characters (C0, DEL, C1) and the two Unicode line ends become spaces.
std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const auto byte = static_cast<unsigned char>(rest[0]);
    const auto next = rest.size() > 1 ? static_cast<unsigned char>(rest[1]) : 0U;
    if (byte < 0x20 || byte == 0x7F) {
      line += ' ';
    } else if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {
      line += ' ';
      i += 1;
    } else if (rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9")) {
      line += ' ';
      i += 2;
    } else {
      line += rest[0];
    }
  }
  return line;
}

std::string shown(std::string_view text) {
  constexpr std::string_view kMark = "…";
  if (text.size() <= messages::kMaxCellBytes) return one_line(text);
  return one_line(bounded(text, messages::kMaxCellBytes - kMark.size())).append(kMark);
}

messages::WindowCell window_cell(ColumnReader& column, std::uint64_t row, const TimeZone& zone, bool exact) {
  const TimeUs time = exact ? kNoTime : column.time(row);
  const Cell cell = column.cell(row);
  if (cell.blank()) return {.kind = cell.kind, .text = {}};
  if (exact) return {.kind = cell.kind, .text = std::string(cell.text)};
  return {.kind = cell.kind, .text = time == kNoTime ? shown(cell.text) : format_time(time, zone)};
}

/// Of a JSON number; leading zeros aside.
int significant_digits(std::string_view number) {
  int digits = 0;
  for (const char c : number) {
    if (c == 'e' || c == 'E') break;
    if (c >= '0' && c <= '9' && (digits > 0 || c != '0')) ++digits;
  }
  return digits;
}

Value value_of(ColumnReader& column, std::uint64_t row, const TimeZone& zone) {
  constexpr int kWorkbookDigits = 15;
  if (const TimeUs time = column.time(row); time != kNoTime) {
    return {.form = Value::Form::time, .text = {}, .number = static_cast<double>(zone.to_local(time)) / 1e6};
  }
  const double number = column.number(row);
  const Cell cell = column.cell(row);
  if (cell.blank()) return {};
  const Type type = column.info().type;
  if ((type == Type::integer || type == Type::decimal) && cell.kind == Kind::number) {
    if (std::isfinite(number) && significant_digits(cell.text) <= kWorkbookDigits) {
      return {.form = Value::Form::number, .text = {}, .number = number};
    }
  }
  if (type == Type::boolean && cell.kind == Kind::boolean) {
    return {.form = Value::Form::boolean, .text = {}, .number = cell.text == "true" ? 1.0 : 0.0};
  }
  return {.form = Value::Form::text, .text = std::string(cell.text), .number = 0};
}

}  // namespace

messages::WindowAnswer window_of(const Dataset& dataset, const Selection& selection,
                                 const messages::WindowRequest& request) {
  const Table& table = dataset.table(request.table);
  messages::WindowAnswer answer;
  answer.table = request.table;
  answer.first = request.first;
  answer.rows = rows_from(selection, request.first, request.count, messages::kMaxWindowRows);
  answer.columns = static_cast<std::uint32_t>(table.columns().size());
  answer.cells.reserve(std::size_t{answer.rows} * answer.columns);
  std::vector<ColumnReader> columns(table.columns().begin(), table.columns().end());
  for (std::uint32_t i = 0; i < answer.rows; ++i) {
    const std::uint64_t row = selection[request.first + i];
    if (request.table == TableId::delivery) {
      answer.families.push_back(
          table.families(static_cast<std::size_t>(row / kRowGroupRows))[row % kRowGroupRows]);
    }
    for (ColumnReader& column : columns) {
      answer.cells.push_back(window_cell(column, row, dataset.zone, request.exact));
    }
  }
  return answer;
}

std::vector<messages::FacetAnswer::Value> values_of(const Dataset& dataset, const Facet& facet,
                                                    const messages::FacetRequest& request) {
  std::vector<messages::FacetAnswer::Value> values;
  if (request.first >= facet.values.size()) return values;
  ColumnReader column(dataset.table(request.query.table).columns()[request.column]);
  std::size_t bytes = 0;
  for (const Facet::Value& value : std::span(facet.values).subspan(static_cast<std::size_t>(request.first))) {
    if (values.size() == std::min(request.count, messages::kMaxFacetValues) ||
        bytes >= messages::kMaxFacetBytes)
      break;
    values.push_back({.text = std::string(column.cell(value.row).text), .rows = value.rows});
    bytes += values.back().text.size();
  }
  return values;
}

messages::RowBatch batch_of(const Dataset& dataset, const Selection& selection,
                            const messages::ExportBatch& request) {
  messages::RowBatch batch;
  batch.table = request.table;
  batch.first = request.first;
  batch.rows = rows_from(selection, request.first, request.count, kRowGroupRows);
  for (const Column& stored : dataset.table(request.table).columns()) {
    ColumnReader column(stored);
    std::vector<Value>& values = batch.columns.emplace_back();
    values.reserve(batch.rows);
    for (std::uint32_t i = 0; i < batch.rows; ++i) {
      values.push_back(value_of(column, selection[request.first + i], dataset.zone));
    }
  }
  return batch;
}

}  // namespace campaign_lens
