// Reports that are damaged: what can be read of them is read, what cannot is said, with its place.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/warnings.h"
#include "random_report.h"
#include "render.h"
#include "table/column_reader.h"

namespace campaign_lens {
namespace {

Result<Dataset> read_whole(std::string_view json) {
  return read_report(json, std::string::npos, 1 << 20);
}

std::vector<std::string> numbers_of(const Table& table) {
  std::vector<std::string> numbers;
  const Column* const column = table.column(Role::number);
  if (column == nullptr) return numbers;
  ColumnReader reader(*column);
  for (std::uint64_t row = 0; row < table.rows(); ++row)
    numbers.emplace_back(reader.cell(row).text);
  return numbers;
}

/// Damages the report, or leaves it whole, and reads it as it comes in small pieces and at once.
void compare_in_any_windows(Dice& dice, std::string json) {
  for (std::size_t times = dice.below(3); times > 0; --times)
    damage(dice, json);
  if (dice.below(8) == 0) damage_badly(dice, json);
  const std::size_t chunk_bytes = 1 + dice.below(50);
  const std::size_t window_bytes = 64 + dice.below(100);
  INFO(chunk_bytes << " bytes a chunk, " << window_bytes << " a window:\n" << json);
  REQUIRE(render(read_report(json, chunk_bytes, window_bytes)) == render(read_whole(json)));
}

/// Ten messages in a bare array, and where each of them begins.
struct PlainList {
  std::string json = "[";
  std::vector<std::size_t> begins;

  explicit PlainList(Dice& dice) {
    for (int i = 0; i < 10; ++i) {
      if (i > 0) json += dice.pick({",", ", ", ",\n", "\n, "});
      begins.push_back(json.size());
      json += R"({"number": "966)" + std::to_string(i) + R"(", "status": )" +
              dice.pick({R"("Success")", R"("")", "null"}) + R"(, "name": )" +
              dice.pick({R"("نورة")", R"("a \"b\" {c}")", R"("}, {")"}) + R"(, "tries": )" +
              dice.pick({"1", "-2.5", "true"}) + "}";
    }
    json += "]";
  }
};

}  // namespace

TEST_CASE("However a damaged list is cut into chunks and windows, it reads the same") {
  Dice dice(3);
  for (int i = 0; i < 4'000; ++i)
    compare_in_any_windows(dice, random_report(dice));
}

TEST_CASE(
    "However a damaged report of records that are alike is cut into chunks and windows, it reads the same") {
  Dice dice(13);
  for (int i = 0; i < 1'000; ++i) {
    std::string json = random_alike_report(dice);
    if (i % 2 == 0) {  // documents, most of them a line each
      json = json.substr(1, json.size() - 2);
      for (std::size_t at = json.find("},"); at != std::string::npos; at = json.find("},", at))
        json[at + 1] = '\n';
    }
    compare_in_any_windows(dice, json);
  }
}

TEST_CASE("However a damaged report of any shape is cut into chunks and windows, it reads the same") {
  Dice dice(7);
  for (int i = 0; i < 4'000; ++i)
    compare_in_any_windows(dice, random_container(dice));
}

TEST_CASE("Damage in one record of a list costs no other record") {
  Dice dice(4);
  for (int round = 0; round < 6'000; ++round) {
    const PlainList list(dice);
    const std::size_t record = 1 + dice.below(9);
    const std::size_t begin = list.begins[record];
    const std::size_t end = record == 9 ? list.json.size() - 1 : list.json.find("{\"number", begin + 1);
    std::string damaged = list.json.substr(begin, list.json.rfind('}', end - 1) + 1 - begin);
    const std::string rest = list.json.substr(begin + damaged.size());
    damage_in_place(dice, damaged);
    const std::string json = list.json.substr(0, begin) + damaged + rest;
    INFO(json);

    const Result<Dataset> report = read_whole(json);
    REQUIRE(report.ok());
    std::vector<std::string> numbers = numbers_of(report.value().delivery);
    INFO(render(report));
    REQUIRE(numbers.size() >= 9);
    REQUIRE(numbers.size() <= 11);
    for (std::size_t i = 0; i < 10; ++i) {
      if (i != record) REQUIRE(std::ranges::find(numbers, "966" + std::to_string(i)) != numbers.end());
    }
  }
}

TEST_CASE("A report that is cut off anywhere gives every record before the cut") {
  Dice dice(5);
  const PlainList list(dice);
  for (std::size_t length = list.json.find('}') + 1; length < list.json.size(); ++length) {
    INFO(length);
    const Result<Dataset> report = read_whole(std::string_view(list.json).substr(0, length));
    REQUIRE(report.ok());
    const auto whole = std::ranges::count_if(list.begins, [&](std::size_t begin) {
      return list.json.find(R"(, "tries")", begin) < length &&
             list.json.find('}', list.json.find(R"("tries")", begin)) < length;
    });
    CHECK(static_cast<std::ptrdiff_t>(report.value().delivery.rows()) == whole);
    REQUIRE(report.value().warnings.size() == 1);
    CHECK(report.value().warnings[0].message ==
          "The file ends in the middle of the report: what was to come is missing.");
    CHECK(report.value().warnings[0].places.at(0).place.byte_offset == length);
  }
}

TEST_CASE("A damaged record leaves no values in the row that follows it, and no columns") {
  const Result<Dataset> report = read_whole(
      R"([{"number": "1", "a": "x"}, {"number": "2", "a": "y", "new": 1, "b" "z"}, {"number": "3"}])");
  REQUIRE(report.ok());
  const Table& delivery = report.value().delivery;
  CHECK(numbers_of(delivery) == std::vector<std::string>{"1", "3"});
  REQUIRE(delivery.columns().size() == 2);
  CHECK(ColumnReader(delivery.columns()[1]).cell(1).kind == Kind::missing);
}

TEST_CASE("Damage of many kilobytes is skipped, whatever stands in it") {
  for (const char filling : {'\0', ' ', '"', '{', '\\', 'x', '\xFF'}) {
    const std::string json = R"([{"number": "1"}, {"number": "2)" + std::string(100'000, filling) +
                             R"("}, {"number": "3"}, {"number": "4"}])";
    INFO("filled with " << static_cast<int>(filling));
    const std::string whole = render(read_whole(json));
    CHECK(render(read_report(json, 999, 1'000)) == whole);
    CHECK(render(read_report(json, 10'000, 5'000)) == whole);
    CHECK(whole.find("\"3\"") != std::string::npos);
    CHECK(whole.find("\"4\"") != std::string::npos);
  }
}

}  // namespace campaign_lens
