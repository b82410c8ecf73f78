// The limits of README.md: what is within one is read without a word, what is past it is said with its place.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/cursor.h"
#include "ingest/warnings.h"
#include "render.h"
#include "table/column_reader.h"
#include "table/table_builder.h"

namespace campaign_lens {
namespace {

Dataset read_whole(std::string_view json) {
  Result<Dataset> report = read_report(json, std::string::npos, 1 << 20);
  REQUIRE(report.ok());
  return std::move(report).value();
}

std::vector<std::string> values_of(const Dataset& report, std::string_view key) {
  std::vector<std::string> values;
  const int column = report.delivery.find_column(key);
  REQUIRE(column >= 0);
  ColumnReader reader(report.delivery.columns()[static_cast<std::size_t>(column)]);
  for (std::uint64_t row = 0; row < report.delivery.rows(); ++row)
    values.emplace_back(reader.cell(row).text);
  return values;
}

Warning only_warning(const Dataset& report) {
  REQUIRE(report.warnings.size() == 1);
  REQUIRE(!report.warnings[0].places.empty());
  return report.warnings[0];
}

std::size_t byte_of(const Warning& warning) {
  return warning.places.at(0).place.byte_offset;
}

std::string times(int count, std::string_view text) {
  std::string repeated;
  for (int i = 0; i < count; ++i)
    repeated += text;
  return repeated;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("A record of 16 MB is read; one past that is skipped, the others are read") {
  const auto report_with = [](std::size_t record_bytes) {
    std::string record = R"({"number": "2", "body": ")";
    record.append(record_bytes - record.size() - 2, 'x');
    return "[{\"number\": \"1\"},\n" + record + "\"},\n{\"number\": \"3\"}]";
  };
  // A comma stands before it and one behind it.
  const Result<Dataset> fits = read_report(report_with(kMaxRecordBytes - 2), 1 << 18, 1 << 20);
  REQUIRE(fits.ok());
  CHECK(values_of(fits.value(), "number") == Texts{"1", "2", "3"});
  CHECK(fits.value().warnings.empty());

  const Result<Dataset> report = read_report(report_with(kMaxRecordBytes + 1), 1 << 18, 1 << 20);
  REQUIRE(report.ok());
  CHECK(values_of(report.value(), "number") == Texts{"1", "3"});
  const Warning warning = only_warning(report.value());
  CHECK(warning.message == kSkippedRecord);
  CHECK(warning.places.at(0) ==
        WarningPlace{.place = {.line = 2, .byte_offset = 18}, .detail = "A record is longer than 16 MB."});
}

TEST_CASE("A record nests 64 levels deep; one past that is skipped, the others are read") {
  const auto report_with = [](int levels) {  // of which the record is one
    return R"([{"number": "1"}, {"number": "2", "x": )" + times(levels - 1, "[") + times(levels - 1, "]") +
           R"(}, {"number": "3"}])";
  };
  const Dataset fits = read_whole(report_with(kMaxNesting));
  CHECK(values_of(fits, "number") == Texts{"1", "2", "3"});
  CHECK(values_of(fits, "x")[1] == times(kMaxNesting - 1, "[") + times(kMaxNesting - 1, "]"));
  CHECK(fits.warnings.empty());

  const std::string json = report_with(kMaxNesting + 1);
  const Dataset report = read_whole(json);
  CHECK(values_of(report, "number") == Texts{"1", "3"});
  const Warning warning = only_warning(report);
  CHECK(warning.message == kSkippedRecord);
  CHECK(byte_of(warning) == json.find("[]"));
  CHECK(warning.places[0].detail == kTooDeep);
}

TEST_CASE("Lists nest 64 levels deep; what is past that is skipped, and the list behind it is read") {
  const auto report_with = [](int levels) {  // of which the document and the list are two
    return times(levels - 1, R"({"x": )") + R"([{"number": "1"}])" + times(levels - 1, "}") +
           R"( {"messages": [{"number": "2"}]})";
  };
  CHECK(values_of(read_whole(report_with(kMaxNesting)), "number") == Texts{"1", "2"});
  const std::string json = report_with(kMaxNesting + 1);
  const Dataset report = read_whole(json);
  CHECK(values_of(report, "number").back() == "2");
  REQUIRE(!report.warnings.empty());
  CHECK(report.warnings[0].message == kSkippedPart);
  CHECK(byte_of(report.warnings[0]) == json.find('['));
  CHECK(report.warnings[0].places[0].detail == kTooDeep);
}

TEST_CASE("Messages have 1,000 different fields; values of further ones are counted and left out") {
  const auto report_with = [](int fields) {
    std::string json = R"([{"number": "1")";
    for (int i = 1; i < fields; ++i)
      json += ", \"f" + std::to_string(i) + "\": " + std::to_string(i);
    return json + "}]";
  };
  const Dataset fits = read_whole(report_with(kMaxColumns));
  CHECK(fits.delivery.columns().size() == kMaxColumns);
  CHECK(fits.warnings.empty());

  const std::string json = report_with(kMaxColumns + 51);
  const Dataset report = read_whole(json);
  CHECK(report.delivery.columns().size() == kMaxColumns);
  const Warning warning = only_warning(report);
  CHECK(warning.message ==
        "Only the first 1,000 different fields are kept; a value of a further one was left out.");
  CHECK(warning.count == 51);
  CHECK(byte_of(warning) == json.find(": 1000,") + 2);
}

TEST_CASE("A field's name has 200 bytes; a longer one is cut between characters, in a record and outside") {
  const std::string fits(kMaxKeyBytes, 'n'), longer = std::string(kMaxKeyBytes - 1, 'n') + "ن";
  const auto report_with = [](const std::string& name) {
    return R"({")" + name + R"(": "a", "messages": [{"number": "1", ")" + name + R"(": "b"}]})";
  };
  const Dataset whole = read_whole(report_with(fits));
  CHECK(values_of(whole, fits) == Texts{"b"});
  CHECK(whole.warnings.empty());

  const std::string json = report_with(longer);
  const Dataset report = read_whole(json);
  CHECK(values_of(report, std::string(kMaxKeyBytes - 1, 'n')) == Texts{"b"});
  REQUIRE(report.campaign.further.size() == 1);
  CHECK(report.campaign.further[0].first == std::string(kMaxKeyBytes - 1, 'n'));
  const Warning warning = only_warning(report);
  CHECK(warning.message == kLongName);
  REQUIRE(warning.places.size() == 2);
  CHECK(warning.places[0].place.byte_offset == 1);
  CHECK(warning.places[1].place.byte_offset == json.rfind("\"n", json.find("\"b\"")));
}

TEST_CASE("A name that is made of the names of nested objects has 200 bytes, too") {
  const std::string outer(150, 'o'), inner(150, 'i');
  const Dataset report = read_whole(R"([{"number": "1", ")" + outer + R"(": {")" + inner + R"(": "a"}}])");
  CHECK(values_of(report, outer + "." + std::string(49, 'i')) == Texts{"a"});
  CHECK(only_warning(report).message == kLongName);
}

TEST_CASE("A fact of the campaign has 1,000 bytes; a longer one is cut between characters") {
  const auto report_with = [](const std::string& fact) {
    return R"({"note": ")" + fact + R"(", "messages": [{"number": "1"}]})";
  };
  CHECK(read_whole(report_with(times(500, "ن"))).warnings.empty());
  const Dataset report = read_whole(report_with("n" + times(500, "ن")));
  REQUIRE(report.campaign.further.size() == 1);
  CHECK(report.campaign.further[0].second == "n" + times(499, "ن"));
  const Warning warning = only_warning(report);
  CHECK(warning.message == "A fact of the campaign is longer than 1,000 bytes and was cut.");
  CHECK(byte_of(warning) == std::string_view(R"({"note": )").size());
}

TEST_CASE("A campaign has 100 facts; further ones are counted") {
  const auto report_with = [](int facts) {
    std::string json = R"({"messages": [{"number": "1"}])";
    for (int i = 1; i <= facts; ++i)
      json += ", \"fact" + std::to_string(i) + "\": " + std::to_string(i);
    return json + "}";
  };
  CHECK(read_whole(report_with(100)).warnings.empty());
  const std::string json = report_with(121);
  const Dataset report = read_whole(json);
  CHECK(report.campaign.further.size() == 100);
  const Warning warning = only_warning(report);
  CHECK(warning.message == "Only the first 100 facts of the campaign are kept; a further one was left out.");
  CHECK(warning.count == 21);
  CHECK(byte_of(warning) == json.find(": 101,") + 2);
}

TEST_CASE(
    "What a group longer than 16 MB says behind its records is not handed down to them, and that is said") {
  const auto report_with = [](std::size_t body_bytes) {
    const std::string body(body_bytes, 'x');
    return R"({"statuses": [{"recipients": [{"number": "1", "body": ")" + body +
           R"("}, {"number": "2", "body": ")" + body + R"("}], "status": "sent"}]})";
  };
  CHECK(values_of(read_whole(report_with(1'000)), "status") == Texts{"sent", "sent"});
  const std::string json = report_with(9 << 20);
  const Result<Dataset> report = read_report(json, 1 << 18, 1 << 20);
  REQUIRE(report.ok());
  CHECK(report.value().delivery.find_column("status") == -1);
  CHECK(values_of(report.value(), "number") == Texts{"1", "2"});
  const Warning warning = only_warning(report.value());
  CHECK(warning.message == "What a group says behind its records could not be handed down to them.");
  CHECK(byte_of(warning) == json.find("\"sent\""));
}

TEST_CASE("However many lists there are, what is said of them stays one warning") {
  std::string json = R"({"messages": [{"number": "0"}])";
  for (int i = 0; i < 2'000; ++i) {
    json += R"(, "contacts)" + std::to_string(i) + R"(": [{"number": "1"}], "x)" + std::to_string(i) +
            R"(": [{"y": 1}])";
  }
  const Dataset report = read_whole(json + "}");
  REQUIRE(report.warnings.size() == 2);
  CHECK(report.warnings[0].count == 2'000);
  CHECK(report.warnings[0].places.size() == kMaxWarningPlaces);
  CHECK(report.warnings[0].places[7].detail == "“contacts7” beside “messages”.");
  CHECK(report.warnings[1].count == 2'000);
  CHECK(report.warnings[1].places[7].detail == "It stands in “x7”.");
}

TEST_CASE("Of many damaged records a thousand are shown with their places, the others are counted") {
  std::string json = "[{\"number\": \"0\"}";
  for (int i = 1; i <= 3'000; ++i)
    json += ",\n{\"number\": \"" + std::to_string(i) + (i % 2 == 0 ? "\"}" : "}");
  json += "]";
  for (const std::size_t window_bytes : {1'000U, 1U << 20}) {
    const Result<Dataset> report = read_report(json, 4'096, window_bytes);
    REQUIRE(report.ok());
    CHECK(report.value().delivery.rows() == 1'501);
    REQUIRE(report.value().warnings.size() == 1);
    const Warning& warning = report.value().warnings[0];
    CHECK(warning.message == kSkippedRecord);
    CHECK(warning.count == 1'500);
    REQUIRE(warning.places.size() == kMaxWarningPlaces);
    CHECK(warning.places[999].place.line == 2'000);
  }
}

}  // namespace campaign_lens
