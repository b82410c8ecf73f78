#include "engine/rows.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/json.h"
#include "base/text.h"
#include "base/time.h"
#include "engine/text_rows.h"
#include "table/column_reader.h"

namespace campaign_lens {

namespace {

using messages::RowBatch;
using Form = RowBatch::Form;

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

/// Whether a workbook, whose numbers are doubles and shown with 15 digits, keeps all digits of a JSON number.
bool fits_workbook(Cell cell) {
  constexpr int kDigits = 15;
  int digits = 0;  // leading zeros aside
  for (const char c : cell.text) {
    if (c == 'e' || c == 'E') return digits <= kDigits && std::isfinite(number_of(cell));
    if (c >= '0' && c <= '9' && (digits > 0 || c != '0')) ++digits;
  }
  return digits <= kDigits;
}

/// The cells of one column as values of a batch.
class BatchColumn {
 public:
  BatchColumn(const Column& column, const TimeZone& zone) : column_(column), reader_(column), zone_(zone) {}

  RowBatch::Column values_of(std::span<const std::uint32_t> rows) {
    values_ = {};
    if (!add_coded(rows)) {
      values_ = {};
      for (const std::uint32_t row : rows)
        add(row);
    }
    return std::move(values_);
  }
  RowBatch::Column masked_values_of(std::span<const std::uint32_t> rows, const ExportedColumns& exported) {
    values_ = {};
    for (const std::uint32_t row : rows) {
      const Cell cell = reader_.cell(row);
      if (cell.blank()) {
        values_.add(Form::blank, {});
      } else {
        values_.add(Form::text, exported.mask->masked(cell.text, exported.recipients[row]));
      }
    }
    return std::move(values_);
  }

 private:
  /// Where all rows have a code of the dictionary: each value once. False if it is not so.
  bool add_coded(std::span<const std::uint32_t> rows);
  void add(std::uint32_t row);

  const Column& column_;
  ColumnReader reader_;
  const TimeZone& zone_;
  RowBatch::Column values_;
};

bool BatchColumn::add_coded(std::span<const std::uint32_t> rows) {
  constexpr std::uint32_t kUnseen = RowBatch::kMaxCodes;
  // What hardly repeats is not worth a look at the whole dictionary.
  constexpr std::size_t kMostCodesPerRow = 8;
  const std::uint32_t codes = column_.dictionary().size();
  if (codes > kMostCodesPerRow * rows.size() || codes > RowBatch::kMaxCodes) return false;
  std::vector<std::uint32_t> value_of_code(codes, kUnseen);
  values_.rows.reserve(rows.size());
  for (const std::uint32_t row : rows) {
    const std::optional<std::uint32_t> code =
        code_at(column_.groups()[row / kRowGroupRows], row % kRowGroupRows);
    if (!code) return false;
    if (value_of_code[*code] == kUnseen) {
      value_of_code[*code] = static_cast<std::uint32_t>(values_.values());
      values_.codes.push_back(*code);
      add(row);
    }
    values_.rows.push_back(value_of_code[*code]);
  }
  return !rows.empty();
}

void BatchColumn::add(std::uint32_t row) {
  if (const TimeUs time = reader_.time(row); time != kNoTime) {
    values_.add(zone_.to_local(time));
    return;
  }
  const Cell cell = reader_.cell(row);
  const Type type = column_.info().type;
  if (cell.blank()) {
    values_.add(Form::blank, {});
  } else if ((type == Type::integer || type == Type::decimal) && cell.kind == Kind::number &&
             fits_workbook(cell)) {
    values_.add(Form::number, cell.text);
  } else if (type == Type::boolean && cell.kind == Kind::boolean) {
    values_.add(Form::boolean, cell.text);
  } else {
    values_.add(Form::text, cell.text);
  }
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
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

namespace {

std::vector<std::uint32_t> rows_of(const Selection& selection, std::uint64_t first, std::uint32_t count) {
  std::vector<std::uint32_t> rows;
  rows.reserve(count);
  for (std::uint64_t position = first; position < first + count; ++position)
    rows.push_back(static_cast<std::uint32_t>(selection[position]));
  return rows;
}

/// A list or an object may have line ends between its tokens.
std::string json_in_line(const Cell& cell) {
  std::string json = json_value(cell);
  if (cell.kind == Kind::json)
    std::ranges::replace_if(json, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return json;
}

bool is_masked(const ExportedColumns& exported, const Column& column) {
  return exported.mask != nullptr && column.info().role == Role::number;
}

}  // namespace

RowBatch batch_of(const Dataset& dataset, const Selection& selection, const messages::ExportBatch& request,
                  const ExportedColumns& exported) {
  RowBatch batch;
  batch.table = request.table;
  batch.first = request.first;
  batch.rows = rows_from(selection, request.first, request.count, kRowGroupRows);
  const std::vector<std::uint32_t> rows = rows_of(selection, request.first, batch.rows);
  for (const std::uint32_t index : exported.columns) {
    const Column& column = dataset.table(request.table).columns()[index];
    BatchColumn values(column, dataset.zone);
    batch.columns.push_back(is_masked(exported, column) ? values.masked_values_of(rows, exported)
                                                        : values.values_of(rows));
  }
  return batch;
}

std::string json_lines_of(const Dataset& dataset, const Selection& selection,
                          const messages::ExportBatch& request, const ExportedColumns& exported,
                          std::uint32_t& rows) {
  const std::span<const Column> stored = dataset.table(request.table).columns();
  std::vector<ColumnReader> columns;
  std::vector<std::string> keys;
  std::vector<bool> masked;
  for (const std::uint32_t index : exported.columns) {
    columns.emplace_back(stored[index]);
    keys.push_back(json_string(stored[index].info().key) + ":");
    masked.push_back(is_masked(exported, stored[index]));
  }
  std::string lines;
  rows = rows_from(selection, request.first, request.count, kRowGroupRows);
  for (const std::uint32_t row : rows_of(selection, request.first, rows)) {
    lines += '{';
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Cell cell = columns[i].cell(row);
      if (cell.kind == Kind::missing) continue;
      if (lines.back() != '{') lines += ',';
      lines += keys[i];
      lines += !cell.blank() && masked[i]
                   ? json_string(exported.mask->masked(cell.text, exported.recipients[row]))
                   : json_in_line(cell);
    }
    lines += "}\n";
  }
  return lines;
}

std::vector<std::uint32_t> widths_of(const Dataset& dataset, const Selection& selection, TableId table,
                                     std::span<const std::uint32_t> columns) {
  constexpr std::uint64_t kSampled = 1'000;
  constexpr std::size_t kWidthOfTime = std::string_view("2026-03-01 09:00:07").size();
  std::vector<std::uint32_t> rows;
  for (std::uint64_t i = 0; i < std::min(kSampled, selection.size()); ++i) {
    const std::uint64_t position = i * selection.size() / std::min(kSampled, selection.size());
    rows.push_back(static_cast<std::uint32_t>(selection[position]));
  }
  std::vector<std::uint32_t> widths;
  for (const std::uint32_t index : columns) {
    const Column& column = dataset.table(table).columns()[index];
    const RowBatch::Column values = BatchColumn(column, dataset.zone).values_of(rows);
    std::size_t widest = 0;
    for (std::size_t i = 0; i < values.values(); ++i)
      widest = std::max(widest, values.forms[i] == Form::time ? kWidthOfTime : code_points(values.text(i)));
    widths.push_back(static_cast<std::uint32_t>(widest));
  }
  return widths;
}

}  // namespace campaign_lens
