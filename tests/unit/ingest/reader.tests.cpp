#include "ingest/reader.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <span>
#include <string>

#include "render.h"
#include "table/column_reader.h"

namespace campaign_lens {
namespace {

std::string report_of(int records) {
  std::string json = "{\"messages\": [";
  for (int i = 0; i < records; ++i) {
    json += (i == 0 ? "" : ",\n") + std::string("{\"number\": \"") + std::to_string(966500000000 + i) +
            "\", \"status\": \"" + (i % 4 == 0 ? "Failed" : "Success") + "\", \"name\": \"نورة {" +
            std::to_string(i) + "}\"}";
  }
  return json + "]}";
}

Status feed(Reader& reader, std::string_view bytes) {
  return reader.feed(std::as_bytes(std::span(bytes)));
}

Error error_of(std::string_view bytes) {
  const Result<Dataset> report = read_report(bytes, std::string::npos, 1 << 20);
  REQUIRE_FALSE(report.ok());
  return report.error();
}

}  // namespace

TEST_CASE("A report of several row groups is read whole, whatever the size of the window") {
  const std::string json = report_of(70'000);
  for (const std::size_t window_bytes : {1'000U, 1U << 16, 1U << 20}) {
    const Result<Dataset> report = read_report(json, 100'000, window_bytes);
    REQUIRE(report.ok());
    const Table& delivery = report.value().delivery;
    REQUIRE(delivery.rows() == 70'000);
    for (const std::uint64_t row : {0U, 1U, 65'535U, 65'536U, 69'999U}) {
      CHECK(ColumnReader(delivery.columns()[0]).cell(row).text == std::to_string(966500000000 + row));
      CHECK(ColumnReader(delivery.columns()[2]).cell(row).text == "نورة {" + std::to_string(row) + "}");
    }
    CHECK(delivery.families(1).size() == 70'000 - kRowGroupRows);
  }
}

TEST_CASE("Rows are counted while the report is still coming") {
  const std::string json = report_of(1'000);
  Reader reader([](std::string_view) { return std::nullopt; }, 1'000);
  REQUIRE(feed(reader, std::string_view(json).substr(0, json.size() / 2)).ok());
  CHECK(reader.delivery_rows() > 400);
  CHECK(reader.delivery_rows() <= 500);
  REQUIRE(feed(reader, std::string_view(json).substr(json.size() / 2)).ok());
  CHECK(std::move(reader).finish().value().delivery.rows() == 1'000);
}

TEST_CASE("What is wrong in a late record is placed by line and byte of the file") {
  std::string json = report_of(50'000);
  const std::size_t colon = json.find(':', json.size() - 500);
  json[colon] = ';';
  const auto lines = static_cast<std::uint64_t>(
      std::count(json.begin(), json.begin() + static_cast<std::ptrdiff_t>(colon), '\n'));
  const Result<Dataset> report = read_report(json, 100'000, 1 << 20);
  REQUIRE(report.ok());
  CHECK(report.value().delivery.rows() == 49'999);
  REQUIRE(report.value().warnings.size() == 1);
  CHECK(report.value().warnings[0].places.at(0).place == Place{.line = lines + 1, .byte_offset = colon});
}

TEST_CASE("A file that is no JSON is refused by its first bytes, not at its end") {
  Reader reader([](std::string_view) { return std::nullopt; }, 100);
  const Status fed = feed(reader, "number,status\n" + std::string(200, 'x'));
  REQUIRE_FALSE(fed.ok());
  CHECK(fed.error().message.starts_with("This is not a JSON report: it begins with “number,status"));
}

TEST_CASE("A backslash outside of a text is an error like any other, not a reason to read for ever") {
  const Error error = error_of("[{\"number\": \\\"1\"}]");
  CHECK(error.place == Place{.line = 1, .byte_offset = 12});
  const Result<Dataset> report = read_report("[{\"number\": \"1\"} \\\"]", 1, 64);
  REQUIRE(report.ok());
  CHECK(report.value().warnings[0].places.at(0).place == Place{.line = 1, .byte_offset = 17});
}

TEST_CASE("A line break behind a backslash is still a control character") {
  const Error error = error_of("[{\"number\": \"1\\\n\"}]");
  CHECK(error.message == "A text in quotes has a line break or another control character in it.");
  CHECK(error.place == Place{.line = 1, .byte_offset = 15});
}

TEST_CASE("A record longer than a window is read") {
  const std::string large(3 << 20, 'x');
  const Result<Dataset> report = read_report(
      "[{\"number\": \"1\", \"body\": \"" + large + "\"}, {\"number\": \"2\"}]", 1 << 16, 1 << 20);
  REQUIRE(report.ok());
  CHECK(ColumnReader(report.value().delivery.columns()[1]).cell(0).text == large);
}

TEST_CASE("Invalid UTF-8 is replaced, counted, and places behind it stay those of the file") {
  const Result<Dataset> report = read_report(
      "[{\"number\": \"\xff\"},\n{\"number\": \"\xff\xfe\"},\n{\"number\": \"\xe2\x82\", \"tags\": [1,]}]", 1,
      64);
  REQUIRE(report.ok());
  ColumnReader number(report.value().delivery.columns()[0]);
  CHECK(number.cell(0).text == "\uFFFD");
  CHECK(number.cell(1).text == "\uFFFD\uFFFD");
  CHECK(number.cell(2).text == "\uFFFD");
  const auto& warnings = report.value().warnings;
  REQUIRE(warnings.size() == 2);
  CHECK(warnings[0].count == 4);
  CHECK(warnings[0].places.at(0).place == Place{.line = 1, .byte_offset = 13});
  CHECK(warnings[1].places.at(0).place == Place{.line = 3, .byte_offset = 64});
}

}  // namespace campaign_lens
