#include "query/facet.h"

#include <catch2/catch_test_macros.hpp>

#include "tables.h"

namespace campaign_lens {

namespace {

std::uint32_t index_of(const Dataset& dataset, std::string_view key) {
  return static_cast<std::uint32_t>(dataset.delivery.find_column(key));
}

/// "3 Riyadh", …
Texts counted(const Dataset& dataset, const Query& query, std::string_view key,
              const std::string& search = "") {
  const std::uint32_t column = index_of(dataset, key);
  ColumnReader reader(dataset.delivery.columns()[column]);
  Texts values;
  for (const Facet::Value& value : facet_of(dataset, query, column, search).result().values)
    values.push_back(std::to_string(value.rows) + " " + std::string(reader.cell(value.row).text));
  return values;
}

Dataset sample() {
  return dataset_of({"number", "status", "city"}, {{"1", "Success", "Riyadh"},
                                                   {"2", "Failed", "Abha"},
                                                   {"3", "Failed", "Jeddah"},
                                                   {"4", "Success", "Jeddah"},
                                                   {"5", "Failed", missing()},
                                                   {"6", "Success", ""},
                                                   {"7", "Success", "riyadh"}});
}

}  // namespace

TEST_CASE("Values come with how many rows have each, the most frequent first, then as texts sort") {
  CHECK(counted(sample(), {}, "city") == Texts{"2 Jeddah", "1 Abha", "1 Riyadh", "1 riyadh"});
}

TEST_CASE("Blanks are counted apart") {
  const Dataset dataset = sample();
  const Facet facet = facet_of(dataset, {}, index_of(dataset, "city"), "").result();
  CHECK(facet.rows == 7);
  CHECK(facet.blank_rows == 2);
}

TEST_CASE("Values are counted under the filters of the other columns, not under their own") {
  const Dataset dataset = sample();
  Query query{.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}};
  query.filters = {
      {.column = index_of(dataset, "city"), .condition = condition::OneOf{.values = {"Jeddah"}}}};
  CHECK(counted(dataset, query, "city") == Texts{"1 Abha", "1 Jeddah"});
  CHECK(counted(dataset, query, "number") == Texts{"1 3"});
}

TEST_CASE("A search leaves the values that have the text") {
  CHECK(counted(sample(), {}, "city", "RIYA") == Texts{"1 Riyadh", "1 riyadh"});
  CHECK(counted(sample(), {}, "city", "nowhere").empty());
}

TEST_CASE("A value that was written as a number and as a text is one value") {
  const Dataset dataset = dataset_of(
      {"number", "code"}, {{"1", number("5")}, {"2", "5"}, {"3", number("5")}, {"4", number("7")}});
  CHECK(counted(dataset, {}, "code") == Texts{"3 5", "1 7"});
}

TEST_CASE("A column that does not exist has blanks alone") {
  const Dataset dataset = sample();
  const Facet facet = facet_of(dataset, {}, 9, "").result();
  CHECK(facet.values.empty());
  CHECK(facet.blank_rows == 7);
}

TEST_CASE("Values are counted over row groups, those in which the column does not occur among them") {
  Dataset dataset;
  TableBuilder builder(TableId::delivery, dataset.delivery);
  const int number = builder.column("number");
  constexpr std::uint32_t kRows = kRowGroupRows + 1'000;
  for (std::uint32_t row = 0; row < kRows; ++row) {
    builder.set(number, Kind::text, "+9665" + std::to_string(10'000'000 + row / 2));
    if (row >= kRowGroupRows) builder.set(builder.column("late"), Kind::text, row % 4 == 0 ? "a" : "b");
    builder.end_row();
  }
  builder.finish();
  dataset.delivery.interpret({.roles = {}, .families = {}, .zone = {}});
  CHECK(counted(dataset, {}, "late") == Texts{"750 b", "250 a"});
  CHECK(facet_of(dataset, {}, index_of(dataset, "late"), "").result().blank_rows == kRowGroupRows);

  const Facet numbers = facet_of(dataset, {}, index_of(dataset, "number"), "").result();
  CHECK(numbers.values.size() == kRows / 2);
  CHECK(std::ranges::all_of(numbers.values, [](const Facet::Value& value) { return value.rows == 2; }));
  CHECK(counted(dataset, {}, "number", "+966510033267") == Texts{"2 +966510033267"});
  Query blank;
  blank.filters = {{.column = index_of(dataset, "late"), .condition = condition::OneOf{.blank = true}}};
  CHECK(run(dataset, blank).result().size() == kRowGroupRows);
}

}  // namespace campaign_lens
