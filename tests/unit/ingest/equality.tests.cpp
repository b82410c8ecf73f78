// Documents at random against simdjson's own parser: what both accept has the same values, and what it
// refuses is not read without a word.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "ingest/warnings.h"
#include "random_report.h"
#include "render.h"
#include "table/column_reader.h"

namespace campaign_lens {
namespace {

namespace dom = simdjson::dom;

constexpr std::string_view kNoRecord =
    "The file is JSON, but there is no record of a message or a click in it.";

/// What a record holds, column by column, found in the plainest way. Numbers are compared by their value,
/// lists that are kept as JSON text and lists with numbers by what they are.
using Record = std::map<std::string, std::string>;

std::string number_text(double value) {
  return "number " + std::to_string(value);
}

std::string list_text(dom::array list) {
  if (list.size() == 0) return "[]";
  const auto is_nested = [](dom::element element) { return element.is_object() || element.is_array(); };
  if (std::any_of(list.begin(), list.end(), is_nested)) return "json";
  std::string joined;
  bool first = true;
  for (const dom::element element : list) {
    if (element.is_number()) return "list with a number";
    if (!first) joined += ", ";
    first = false;
    joined += element.is_string() ? element.get_string().value_unsafe()
                                  : std::string_view(element.is_null()                   ? "null"
                                                     : element.get_bool().value_unsafe() ? "true"
                                                                                         : "false");
  }
  return joined;
}

void flatten(const std::string& path, dom::element value, Record& record) {
  if (value.is_object()) {
    const dom::object object = value.get_object().value_unsafe();
    if (object.size() == 0) record[path] = "{}";
    for (const dom::key_value_pair field : object)
      flatten(path + "." + std::string(field.key), field.value, record);
  } else if (value.is_array()) {
    record[path] = list_text(value.get_array().value_unsafe());
  } else if (value.is_string()) {
    record[path] = value.get_string().value_unsafe();
  } else if (value.is_bool()) {
    record[path] = value.get_bool().value_unsafe() ? "true" : "false";
  } else {
    record[path] = value.is_null() ? "" : number_text(value.get_double().value_unsafe());
  }
}

std::vector<Record> records_of(dom::element root) {
  std::vector<Record> records;
  for (const dom::element element : root.get_array().value_unsafe()) {
    if (!element.is_object()) continue;
    Record record;
    for (const dom::key_value_pair field : element.get_object().value_unsafe()) {
      flatten(std::string(field.key), field.value, record);
    }
    records.push_back(std::move(record));
  }
  return records;
}

std::string cell_text(Cell cell, const std::string& expected) {
  if (cell.kind == Kind::number) return number_text(std::strtod(std::string(cell.text).c_str(), nullptr));
  if (cell.kind == Kind::json && cell.text != "[]" && cell.text != "{}") return "json";
  if (cell.kind == Kind::text && expected == "list with a number") return expected;
  return std::string(cell.text);
}

std::vector<Record> records_of(const Table& table, const std::vector<Record>& expected) {
  std::vector<Record> records(static_cast<std::size_t>(table.rows()));
  for (const Column& stored : table.columns()) {
    ColumnReader column(stored);
    for (std::size_t row = 0; row < records.size(); ++row) {
      const Cell cell = column.cell(row);
      const auto known =
          row < expected.size() ? expected[row].find(column.info().key) : Record::const_iterator();
      const bool is_known = row < expected.size() && known != expected[row].end();
      if (cell.kind != Kind::missing)
        records[row][column.info().key] = cell_text(cell, is_known ? known->second : "");
    }
  }
  return records;
}

/// Whether a text is one or several JSON documents, each an object or array.
bool is_json(std::string_view text, simdjson::error_code& error) {
  static dom::parser parser;
  dom::element root;
  error = parser.parse(text.data(), text.size()).get(root);
  if (error == simdjson::SUCCESS) return root.is_object() || root.is_array();
  for (std::size_t end = 1; end < text.size(); ++end) {
    if (text[end - 1] != '}' && text[end - 1] != ']') continue;
    dom::element head;
    if (parser.parse(text.data(), end).get(head) != simdjson::SUCCESS ||
        !(head.is_object() || head.is_array()))
      continue;
    simdjson::error_code ignored;
    return is_json(text.substr(end), ignored);
  }
  return false;
}

/// What is read although simdjson refuses it: trailing commas in lists that are kept as JSON text, lone
/// surrogates, numbers out of the range of a double.
bool is_lenience(std::string_view json, simdjson::error_code error) {
  std::string dense;
  std::ranges::copy_if(json, std::back_inserter(dense),
                       [](char c) { return std::string_view(" \t\r\n").find(c) == std::string_view::npos; });
  const bool trailing_comma = dense.find(",]") != dense.npos || dense.find(",}") != dense.npos;
  const bool surrogate = error == simdjson::STRING_ERROR &&
                         (dense.find("\\ud") != dense.npos || dense.find("\\uD") != dense.npos);
  const bool range = error == simdjson::NUMBER_ERROR || error == simdjson::BIGINT_ERROR;
  const bool digits =
      range && (dense.find("922337203685") != dense.npos || dense.find_first_of("eE") != dense.npos);
  return trailing_comma || surrogate || digits;
}

/// Whether something of the report was not read as it stands there.
bool says_damaged(const Result<Dataset>& report) {
  if (!report) return report.error().message != kNoRecord;
  return std::ranges::any_of(report.value().warnings, [](const Warning& warning) {
    return warning.message.find("was skipped") != std::string::npos || warning.message == kTrailingComma ||
           warning.message == kMissingComma || warning.message.starts_with("The file ends in the middle");
  });
}

}  // namespace

TEST_CASE("Random reports have the values that simdjson's parser finds") {
  Dice dice(1);
  for (int i = 0; i < 4'000; ++i) {
    const std::string json = i % 4 == 0 ? random_alike_report(dice) : random_report(dice);
    INFO(json);
    dom::parser parser;
    dom::element root;
    REQUIRE(parser.parse(json.data(), json.size()).get(root) == simdjson::SUCCESS);
    const Result<Dataset> report = read_report(json, 1 + dice.below(100), 64 + dice.below(200));
    REQUIRE(report.ok());
    REQUIRE(report.value().warnings.empty());
    const std::vector<Record> expected = records_of(root);
    REQUIRE(records_of(report.value().delivery, expected) == expected);
  }
}

TEST_CASE("Damaged reports are read with a warning exactly when simdjson's parser refuses them") {
  Dice dice(2);
  int compared = 0, damaged = 0;
  for (int i = 0; i < 8'000; ++i) {
    std::string json = i % 4 == 0 ? random_alike_report(dice) : random_report(dice);
    for (std::size_t times = 1 + dice.below(2); times > 0; --times)
      damage(dice, json);
    if (!simdjson::validate_utf8(json)) continue;
    const Result<Dataset> report = read_report(json, json.size(), 1 << 20);
    simdjson::error_code error = simdjson::SUCCESS;
    const bool valid = is_json(json, error);
    if (!valid && !says_damaged(report) && is_lenience(json, error)) continue;
    ++compared;
    damaged += valid ? 0 : 1;
    INFO(json << "\n" << render(report));
    REQUIRE(valid != says_damaged(report));
  }
  CHECK(compared > 6'000);
  CHECK(damaged > 3'000);
}

}  // namespace campaign_lens
