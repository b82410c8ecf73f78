// Several files that are one report.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render.h"
#include "table/column_reader.h"

namespace campaign_lens {
namespace {

std::vector<std::string> values_of(const Table& table, std::string_view key) {
  std::vector<std::string> values;
  const int column = table.find_column(key);
  REQUIRE(column >= 0);
  ColumnReader reader(table.columns()[static_cast<std::size_t>(column)]);
  for (std::uint64_t row = 0; row < table.rows(); ++row)
    values.emplace_back(reader.cell(row).text);
  return values;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("Each file may be of another shape, and every row says which one it is from") {
  const Result<Dataset> report = read_files(
      {{"a.json", R"({"campaign": {"name": "A", "timezone": "Asia/Riyadh"}, "messages": [{"number": "1"}],
                      "clicks": [{"number": "1", "url": "u"}]})"},
       {"b.ndjson", "{\"number\": \"2\", \"status\": \"sent\"}\n{\"number\": \"3\", \"status\": \"sent\"}"},
       {"c.json", R"([{"number": "4"}])"}},
      3);
  REQUIRE(report.ok());
  CHECK(report.value().files == Texts{"a.json", "b.ndjson", "c.json"});
  CHECK(values_of(report.value().delivery, "number") == Texts{"1", "2", "3", "4"});
  CHECK(values_of(report.value().delivery, "source file") ==
        Texts{"a.json", "b.ndjson", "b.ndjson", "c.json"});
  CHECK(values_of(report.value().clicks, "source file") == Texts{"a.json"});
  CHECK(report.value().campaign.name == "A");
  CHECK(report.value().zone.name == "Asia/Riyadh");
}

TEST_CASE("One file has no column that names it") {
  const Result<Dataset> report = read_files({{"a.json", R"([{"number": "1"}])"}}, 100);
  REQUIRE(report.ok());
  CHECK(report.value().delivery.find_column("source file") == -1);
  CHECK(report.value().files.empty());
}

TEST_CASE("A file that is no report does not keep the others from opening") {
  const Result<Dataset> report = read_files({{"notes.txt", "Dear all,\nplease find the report attached."},
                                             {"a.json", R"([{"number": "1"}])"},
                                             {"empty.json", ""},
                                             {"none.json", R"({"messages": []})"}},
                                            7);
  REQUIRE(report.ok());
  CHECK(report.value().delivery.rows() == 1);
  Texts messages;
  for (const Warning& warning : report.value().warnings)
    messages.push_back(warning.message);
  CHECK(messages ==
        Texts{"“notes.txt” holds no record that could be read: This is not a JSON report: it begins "
              "with “Dear all,”. (line 1, byte 0)",
              "“empty.json” holds no record that could be read: The file is empty.",
              "“none.json” holds no record that could be read: The file is JSON, but there is no "
              "record of a message or a click in it."});
}

TEST_CASE("If no file holds a record, what is wrong with the first is the error") {
  const Result<Dataset> report = read_files({{"a.txt", "x"}, {"b.json", ""}}, 100);
  REQUIRE_FALSE(report.ok());
  CHECK(report.error().message ==
        "“a.txt” holds no record that could be read: This is not a JSON report: it begins with “x”.");
}

TEST_CASE("Places count from the beginning of their file, and say which one it is") {
  const Result<Dataset> report =
      read_files({{"a.json", "[{\"number\": \"1\"},\n{\"number\": \"2\" \"x\": 1}]"},
                  {"b.json", "[\n\n{\"number\": \"3\"}, {\"number\" \"4\"}, {\"number\": \"5\"}"}},
                 5);
  REQUIRE(report.ok());
  REQUIRE(report.value().warnings.size() == 2);
  const std::vector<WarningPlace>& places = report.value().warnings[0].places;
  REQUIRE(places.size() == 2);
  CHECK(places[0].place == Place{.line = 2, .byte_offset = 33, .file = 0});
  CHECK(places[1].place == Place{.line = 3, .byte_offset = 30, .file = 1});
  CHECK(report.value().warnings[1].places.at(0).place == Place{.line = 3, .byte_offset = 51, .file = 1});
}

TEST_CASE("The counts that the files state are added up; pages of one file repeat them") {
  const Result<Dataset> report =
      read_files({{"a.json", R"({"stats": {"total": 2, "failed": 1}, "messages": [{"number": "1"}]}
                     {"stats": {"total": 2}, "messages": [{"number": "2"}]})"},
                  {"b.json", R"({"stats": {"total": 3}, "messages": [{"number": "3"}]})"}},
                 100);
  REQUIRE(report.ok());
  CHECK(report.value().stated[static_cast<std::size_t>(CountId::total)] == 5);
  CHECK(report.value().stated[static_cast<std::size_t>(CountId::failed)] == 1);
}

}  // namespace campaign_lens
