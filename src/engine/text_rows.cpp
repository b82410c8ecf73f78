#include "engine/text_rows.h"

#include <algorithm>

#include "base/json.h"
#include "base/time.h"

namespace campaign_lens {

namespace {

using messages::RowBatch;
using Form = RowBatch::Form;

/// "2026-03-01 09:00:07", "2026-03-01 09:00:08.250".
std::string shown(TimeUs wall_clock) {
  constexpr TimeUs kSecond = 1'000'000;
  std::string text = format_time(wall_clock, TimeZone{});
  const TimeUs fraction = ((wall_clock % kSecond) + kSecond) % kSecond;
  if (fraction == 0) return text;
  std::string digits = std::to_string(kSecond + fraction);
  digits[0] = '.';
  digits.resize(fraction % 1'000 == 0 ? 4 : digits.size());
  return text + digits;
}

std::string field_of(const RowBatch::Column& values, std::uint32_t value) {
  switch (values.forms[value]) {
    case Form::blank:
      break;
    case Form::text:
      return csv_field(guarded(values.text(value)));
    case Form::number:
      return std::string(values.text(value));
    case Form::time:
      return shown(values.times[value]);
    case Form::boolean:
      return values.text(value) == "true" ? "TRUE" : "FALSE";
  }
  return {};
}

}  // namespace

std::string csv_field(std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string guarded(std::string_view text) {
  constexpr std::string_view kBeginFormulas = "=+-@\t\r\n", kInNumbers = "0123456789. ";
  if (text.empty() || kBeginFormulas.find(text[0]) == std::string_view::npos) return std::string(text);
  const bool sign = text[0] == '+' || text[0] == '-';
  if (sign && text.find_first_not_of(kInNumbers, 1) == std::string_view::npos) return std::string(text);
  return "'" + std::string(text);
}

std::string csv_header(std::span<const ColumnInfo> columns, const std::string& zone) {
  std::string header = "\uFEFF";
  for (const ColumnInfo& column : columns) {
    if (&column != columns.data()) header += ',';
    header += csv_field(guarded(messages::shown_title(column, zone)));
  }
  return header + "\r\n";
}

std::string csv_of(const RowBatch& batch) {
  // What repeats is written once.
  std::vector<std::vector<std::string>> repeated;
  for (const RowBatch::Column& values : batch.columns) {
    std::vector<std::string>& fields = repeated.emplace_back();
    for (std::uint32_t value = 0; value < values.codes.size(); ++value)
      fields.push_back(field_of(values, value));
  }
  std::string csv;
  for (std::uint32_t row = 0; row < batch.rows; ++row) {
    for (std::size_t i = 0; i < batch.columns.size(); ++i) {
      const RowBatch::Column& values = batch.columns[i];
      if (i > 0) csv += ',';
      csv += values.codes.empty() ? field_of(values, row) : repeated[i][values.rows[row]];
    }
    // An empty line would be no record at all.
    if (batch.columns.size() == 1 && (csv.empty() || csv.back() == '\n')) csv += "\"\"";
    csv += "\r\n";
  }
  return csv;
}

std::string json_value(const Cell& cell) {
  switch (cell.kind) {
    case Kind::text:
      return json_string(cell.text);
    case Kind::number:
    case Kind::boolean:
    case Kind::json:
      return std::string(cell.text);
    case Kind::null:
    case Kind::missing:
      break;
  }
  return "null";
}

}  // namespace campaign_lens
