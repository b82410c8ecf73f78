// Records that are alike are read without their tokens. Whether they are is a matter of the bytes around
// their values; these tests change just those, between records that are alike.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>
#include <string_view>

#include "ingest/token_scan.h"
#include "ingest/unescape.h"
#include "render.h"
#include "table/column_reader.h"
#include "table/table_builder.h"

namespace campaign_lens {
namespace {

using namespace std::string_literals;

constexpr unsigned kRecords = 40;

std::string record(unsigned number) {
  return R"({"number": "+96650000)" + std::to_string(1000 + number) +
         R"(", "status": "Success", "price": {"amount": 1.5, "unit": "SAR"}, "name": "نورة \"N\" \u0646"})";
}

/// Records that are alike, one in the middle replaced.
std::string list_with(const std::string& odd) {
  std::string json = "[" + record(0);
  for (unsigned i = 1; i < kRecords; ++i)
    json += ",\n" + (i == kRecords / 2 ? odd : record(i));
  return json + "]";
}

/// One that differs in the value of its status, as it stands in the JSON.
std::string odd_record(const std::string& status) {
  return R"({"number": "1", "status": )" + status +
         R"(, "price": {"amount": 1.5, "unit": "SAR"}, "name": "نورة \"N\" \u0646"})";
}

/// What a column has in a row; nothing where there is no such column.
std::string value_in(const Dataset& report, std::string_view key, std::uint64_t row) {
  const int index = report.delivery.find_column(key);
  if (index < 0) return {};
  ColumnReader column(report.delivery.columns()[static_cast<std::size_t>(index)]);
  return std::string(column.cell(row).text);
}

Dataset read_in_windows(std::string_view json, std::size_t bytes) {
  Result<Dataset> report = read_report(json, bytes / 4, bytes);
  REQUIRE(report.ok());
  return std::move(report).value();
}
Dataset read_in_small_windows(std::string_view json) {
  return read_in_windows(json, 256);
}

}  // namespace

TEST_CASE("Records that are alike have the values that each has") {
  const Dataset report = read_in_small_windows(list_with(record(kRecords / 2)));
  REQUIRE(report.delivery.rows() == kRecords);
  CHECK(report.warnings.empty());
  for (unsigned row = 0; row < kRecords; ++row) {
    CHECK(value_in(report, "number", row) == "+96650000" + std::to_string(1000 + row));
    CHECK(value_in(report, "status", row) == "Success");
    CHECK(value_in(report, "price.amount", row) == "1.5");
    CHECK(value_in(report, "price.unit", row) == "SAR");
    CHECK(value_in(report, "name", row) == "نورة \"N\" ن");
  }
}

TEST_CASE("Among records that are alike, one that is not has its own values, and leaves them to no other") {
  struct Odd {
    std::string json, key, value;
  };
  const Odd odd = GENERATE(Odd{R"({"number": "1", "price": {"unit": "SAR"}})", "price.unit", "SAR"},
                           Odd{R"({"number": "1", "price": {"amount": 2}})", "price.amount", "2"},
                           Odd{R"({"number": "1", "price": {}, "name": "x"})", "price", "{}"},
                           Odd{R"({"number": "1", "status": ["a", "b"], "name": "x"})", "status", "a, b"},
                           Odd{R"({"number": "1", "status": "a", "status": "b"})", "status", "b"},
                           Odd{R"({"number": "1", "price.amount": 3})", "price.amount", "3"},
                           Odd{R"({"number": "1", "st\u0061tus": "c"})", "status", "c"},
                           Odd{R"({"status": "d", "number": "1"})", "status", "d"},
                           Odd{R"({"number": "1", "status": true})", "status", "true"},
                           Odd{R"({"number": "1", "name": "}, {"})", "name", "}, {"},
                           Odd{R"({"number": "1" , "status":"e"})", "status", "e"},
                           Odd{R"({"number": "1", "new": "f"})", "new", "f"});
  const Dataset report = read_in_small_windows(list_with(odd.json));
  REQUIRE(report.delivery.rows() == kRecords);
  CHECK(report.warnings.empty());
  INFO(odd.json);
  CHECK(value_in(report, "number", kRecords / 2) == "1");
  CHECK(value_in(report, odd.key, kRecords / 2) == odd.value);
  for (const unsigned row : {kRecords / 2 - 1, kRecords / 2 + 1}) {
    CHECK(value_in(report, "status", row) == "Success");
    CHECK(value_in(report, "price.amount", row) == "1.5");
  }
}

TEST_CASE("Among records that are alike, a damaged one is skipped, and leaves nothing behind") {
  const std::string odd = odd_record(GENERATE("\"line\nbreak\"", R"("\x")", R"("\ud8")", "01", "1.", "tru",
                                              "", R"("a" 2)", R"("a"b)", R"({"a": "b")", R"(["a")"));
  const Dataset report = read_in_small_windows(list_with(odd));
  INFO(odd);
  CHECK_FALSE(report.warnings.empty());
  REQUIRE(report.delivery.rows() == kRecords - 1);
  for (std::uint64_t row = 0; row < report.delivery.rows(); ++row) {
    CHECK(value_in(report, "number", row) != "1");
    CHECK(value_in(report, "name", row) == "نورة \"N\" ن");
  }
}

TEST_CASE("Where every record has an empty object it is each one's value") {
  std::string json = "[";
  for (unsigned i = 0; i < kRecords; ++i)
    json += (i > 0 ? "," : "") + R"({"number": "7", "price": {}, "name": "x"})"s;
  const Dataset report = read_in_small_windows(json + "]");
  REQUIRE(report.delivery.rows() == kRecords);
  for (unsigned row = 0; row < kRecords; ++row) {
    CHECK(value_in(report, "price", row) == "{}");
    CHECK(value_in(report, "name", row) == "x");
  }
}

TEST_CASE("A key with a dot is not taken for a field of an object: what follows it has other names") {
  std::string json = "[";
  for (unsigned i = 0; i < kRecords; ++i) {
    json += i > 0 ? "," : "";
    json += i % 2 == 0 ? R"({"number": "7", "a": {"b": "1", "c": "2"}})"
                       : R"({"number": "7", "a.b": "3", "c": "4"})";
  }
  const Dataset report = read_in_small_windows(json + "]");
  REQUIRE(report.delivery.rows() == kRecords);
  for (unsigned row = 0; row < kRecords; ++row) {
    const bool nested = row % 2 == 0;
    CHECK(value_in(report, "a.b", row) == (nested ? "1" : "3"));
    CHECK(value_in(report, "a.c", row) == (nested ? "2" : ""));
    CHECK(value_in(report, "c", row) == (nested ? "" : "4"));
  }
}

TEST_CASE("Records that are alike have what their group says, each that of its own") {
  constexpr unsigned kOfGroup = 500;
  std::string json = R"({"statuses": [)";
  for (const char* const status : {"delivered", "undelivered"}) {
    json += R"({"status": ")"s + status + R"(", "recipients": [)";
    for (unsigned i = 0; i < kOfGroup; ++i)
      json += (i > 0 ? "," : "") + R"({"number": "+966500001000", "at": "2026-03-01T09:00:00Z"})"s;
    json += status == "delivered"s ? "]}," : "]}";
  }
  const Dataset report = read_in_windows(json + "]}", 8'192);
  REQUIRE(report.delivery.rows() == 2 * kOfGroup);
  for (unsigned row = 0; row < 2 * kOfGroup; ++row)
    CHECK(value_in(report, "status", row) == (row < kOfGroup ? "delivered" : "undelivered"));
}

TEST_CASE("Records that are alike in several files have each the name of its own") {
  constexpr unsigned kOfFile = 5'000;
  std::string lines;
  for (unsigned i = 0; i < kOfFile; ++i)
    lines += R"({"number": "+966500001000", "status": "sent"})"s + '\n';
  const Result<Dataset> report = read_files({{"a.ndjson", lines}, {"b.ndjson", lines}}, 1'000);
  REQUIRE(report.ok());
  REQUIRE(report.value().delivery.rows() == 2 * kOfFile);
  for (unsigned row = 0; row < 2 * kOfFile; ++row)
    CHECK(value_in(report.value(), "source file", row) == (row < kOfFile ? "a.ndjson" : "b.ndjson"));
}

TEST_CASE("Of records that are alike, too, only the first fields are kept, and the others go nowhere") {
  std::string fields;
  for (int i = 0; i < kMaxColumns; ++i)
    fields += R"(, "f)" + std::to_string(i) + R"(": "v)" + std::to_string(i) + '"';
  std::string json = "[";
  for (unsigned i = 0; i < kRecords; ++i)
    json += (i > 0 ? "," : "") + R"({"number": "7")"s + fields + "}";
  const Dataset report = read_in_windows(json + "]", 1 << 17);
  REQUIRE(report.delivery.rows() == kRecords);
  REQUIRE(report.warnings.size() == 1);
  CHECK(report.warnings[0].count == kRecords);
  for (unsigned row = 0; row < kRecords; ++row) {
    CHECK(value_in(report, "number", row) == "7");
    CHECK(value_in(report, "f998", row) == "v998");
    CHECK(value_in(report, "f999", row).empty());
  }
}

TEST_CASE("What is no escape is not taken for one, whatever shape the values of its column have") {
  std::string json = "[";
  constexpr unsigned kMany = 2'000;  // different ones, for the column to have a shape
  for (unsigned i = 0; i < kMany; ++i)
    json += R"({"number":"\\)" + std::to_string(1000 + i) + R"(","status":"x"},)";
  json += R"({"number":"\\7777","status":"y"},{"number":"\7777","status":"z"}])";
  const Dataset report = read_in_small_windows(json);
  CHECK_FALSE(report.warnings.empty());
  REQUIRE(report.delivery.rows() == kMany + 1);
  CHECK(value_in(report, "number", kMany - 1) == R"(\2999)");
  CHECK(value_in(report, "number", kMany) == R"(\7777)");
}

TEST_CASE("Bytes that are no UTF-8 are replaced and counted in records that are alike, too") {
  const Dataset report = read_in_small_windows(list_with(odd_record("\"a\xFF\"")));
  REQUIRE(report.delivery.rows() == kRecords);
  CHECK(value_in(report, "status", kRecords / 2) == "a\uFFFD");
  REQUIRE(report.warnings.size() == 1);
  CHECK(report.warnings[0].count == 1);
}

TEST_CASE("What ends a value is its quote, whatever values of its column mostly end in") {
  std::string json = "[";
  constexpr unsigned kMany = 2'000;  // different ones, for the column to have a shape
  for (unsigned i = 0; i < kMany; ++i)
    json += R"({"number":")" + std::to_string(1000 + i) + R"(\",\"status","status":"x"},)";
  const Dataset report = read_in_small_windows(json + R"({"number":"7","status":"y"}])");
  REQUIRE(report.delivery.rows() == kMany + 1);
  CHECK(value_in(report, "number", kMany - 1) == R"(2999","status)");
  CHECK(value_in(report, "status", kMany - 1) == "x");
  CHECK(value_in(report, "number", kMany) == "7");
  CHECK(value_in(report, "status", kMany) == "y");
}

TEST_CASE("Values of a shape and others among them are read as each is written") {
  struct Value {
    const char *json, *text;
  };
  constexpr std::array kOdd = {Value{"\"+9665\"", "+9665"},
                               Value{"\"\"", ""},
                               Value{"null", ""},
                               Value{"\"+96650000123x\"", "+96650000123x"},
                               Value{"\"+966500001234\"", "+966500001234"},
                               Value{"\"+9665\\u0030000123\"", "+96650000123"},
                               Value{"\"n/a\"", "n/a"},
                               Value{"966500001", "966500001"}};
  std::string json = "[";
  constexpr unsigned kMany = 3'000;
  for (unsigned i = 0; i < kMany; ++i) {
    const std::string number = "\"+9665000" + std::to_string(10'000 + i) + '"';
    json += R"({"number": )" + (i % 10 == 9 ? kOdd[i / 10 % kOdd.size()].json : number) +
            R"(, "status": "x"})" + (i + 1 < kMany ? "," : "]");
  }
  const Dataset report = read_in_small_windows(json);
  REQUIRE(report.delivery.rows() == kMany);
  CHECK(report.warnings.empty());
  for (unsigned i = 0; i < kMany; ++i) {
    const std::string expected =
        i % 10 == 9 ? kOdd[i / 10 % kOdd.size()].text : "+9665000" + std::to_string(10'000 + i);
    if (value_in(report, "number", i) != expected) FAIL_CHECK(i << ": " << value_in(report, "number", i));
  }
}

TEST_CASE("A comma that is missing between records that are alike is warned of") {
  std::string json = list_with(record(kRecords / 2));
  json[json.rfind(",\n")] = ' ';
  const Dataset report = read_in_small_windows(json);
  CHECK(report.delivery.rows() == kRecords);
  CHECK(report.warnings.size() == 1);
}

TEST_CASE("An escape stands for its character wherever it is in a text") {
  const auto unescaped = [](std::string text) {
    std::string out;
    const std::size_t size = text.size();
    text.append(15, '\\');  // what may be read but is not of the text
    REQUIRE_FALSE(unescape(std::string_view(text).substr(0, size), out));
    return out;
  };
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string plain(before, 'x');
    CHECK(unescaped(plain) == plain);
    CHECK(unescaped(plain + R"(\/)" + plain) == plain + "/" + plain);
    CHECK(unescaped(plain + R"(\n\t\\\"\b\f\r)") == plain + "\n\t\\\"\b\f\r");
    CHECK(unescaped(plain + R"(\u0646)" + plain) == plain + "ن" + plain);
    CHECK(unescaped(plain + R"(\ud83d\ude00)" + plain) == plain + "😀" + plain);
    CHECK(unescaped(plain + R"(\ud83d)" + plain) == plain + "\uFFFD" + plain);
    CHECK(unescaped(plain + R"(\u0000)") == plain + "\0"s);
  }
}

TEST_CASE("What begins no escape is placed") {
  std::string out;
  for (const std::string wrong : {R"(\x)", R"(\)", R"(\u12)", R"(\u12g4)", R"(\U0041)"}) {
    const std::string text = R"(a\n)" + wrong;
    CHECK(unescape(std::string_view(text + std::string(15, ' ')).substr(0, text.size()), out) == 3);
  }
}

TEST_CASE("A token's end is found wherever it is") {
  const std::string padding(32, '\0');
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string string = std::string(size, 'x'), number = std::string(size, '1');
    for (const char end : {'"', '\\', '\n', '\x1F', '\xD9'}) {
      const std::string text = string + end + "\"\\" + padding;
      CHECK(plain_string_end(text.data()) == text.data() + size);
      if (end != '\xD9') CHECK(string_part_end(text.data()) == text.data() + size);
    }
    for (const char end : {',', '}', ']', ' ', '\n', '\0'}) {
      const std::string text = number + end + ",}" + padding;
      CHECK(literal_end(text.data()) == text.data() + size);
    }
  }
}

}  // namespace campaign_lens
