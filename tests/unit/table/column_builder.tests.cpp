#include "table/column_builder.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace campaign_lens {
namespace {

std::string text_of(const ColumnGroup& group, const ColumnBuilder& builder, std::uint32_t row) {
  return std::string(cell_of(group, *builder.dictionary(), row).text);
}

Kind kind_of(const ColumnGroup& group, const ColumnBuilder& builder, std::uint32_t row) {
  return cell_of(group, *builder.dictionary(), row).kind;
}

template <typename Encoding>
bool is(const ColumnGroup& group) {
  return std::holds_alternative<Encoding>(group);
}

}  // namespace

TEST_CASE("A column of few distinct values is kept as codes") {
  ColumnBuilder builder;
  for (std::uint32_t row = 0; row < 10'000; ++row)
    builder.set(row, Kind::text, row % 3 == 0 ? "Failed" : "Success");
  const ColumnGroup group = builder.group(10'000);
  CHECK(is<CodesGroup>(group));
  CHECK(builder.dictionary()->size() == 3);
  CHECK(text_of(group, builder, 9'999) == "Failed");
  CHECK(text_of(group, builder, 9'998) == "Success");
}

TEST_CASE("A column of unique values is kept as texts and leaves the dictionary") {
  ColumnBuilder builder;
  for (std::uint32_t row = 0; row < 10'000; ++row)
    builder.set(row, Kind::text, "id-" + std::to_string(row) + "x");
  const ColumnGroup first = builder.group(10'000);
  builder.begin_group();
  for (std::uint32_t row = 0; row < 10; ++row)
    builder.set(row, Kind::number, std::to_string(row));
  const ColumnGroup second = builder.group(20);
  CHECK(is<TextsGroup>(first));
  CHECK(builder.dictionary()->size() == 1);
  for (std::uint32_t row = 0; row < 10'000; row += 37)
    CHECK(text_of(first, builder, row) == "id-" + std::to_string(row) + "x");
  CHECK(is<TextsGroup>(second));
  CHECK(cell_of(second, *builder.dictionary(), 9) == Cell{Kind::number, "9"});
  CHECK(cell_of(second, *builder.dictionary(), 10) == Cell{});
  CHECK(cell_of(second, *builder.dictionary(), 19) == Cell{});
}

TEST_CASE("Codes of finished groups still hold when a later group turns into texts") {
  ColumnBuilder builder;
  for (std::uint32_t row = 0; row < 100; ++row)
    builder.set(row, Kind::text, row % 2 == 0 ? "even" : "odd");
  const ColumnGroup first = builder.group(100);
  builder.begin_group();
  for (std::uint32_t row = 0; row < 10'000; ++row)
    builder.set(row, Kind::text, "id-" + std::to_string(row) + "x");
  const ColumnGroup second = builder.group(10'000);
  REQUIRE(is<CodesGroup>(first));
  REQUIRE(is<TextsGroup>(second));
  CHECK(text_of(first, builder, 98) == "even");
  CHECK(text_of(first, builder, 99) == "odd");
  CHECK(text_of(second, builder, 4'321) == "id-4321x");
  CHECK(builder.dictionary()->size() == 3);
}

TEST_CASE("A group that was taken early keeps its values when the column turns into texts afterwards") {
  ColumnBuilder builder;
  std::uint32_t row = 0;
  for (; row < 1'500; ++row)
    builder.set(row, Kind::text, "id-" + std::to_string(row) + "x");
  const ColumnGroup early = builder.group(1'500);
  const std::shared_ptr<const Dictionary> dictionary = builder.dictionary();
  for (; row < 10'000; ++row)
    builder.set(row, Kind::text, "id-" + std::to_string(row) + "x");
  REQUIRE(is<CodesGroup>(early));
  REQUIRE(is<TextsGroup>(builder.group(10'000)));
  CHECK(cell_of(early, *dictionary, 1'499).text == "id-1499x");
  CHECK(text_of(builder.group(10'000), builder, 1'499) == "id-1499x");
}

TEST_CASE("The last value of a row wins in either encoding") {
  for (const std::uint32_t rows : {10U, 10'000U}) {
    ColumnBuilder builder;
    for (std::uint32_t row = 0; row < rows; ++row) {
      builder.set(row, Kind::text, "first " + std::to_string(row));
      builder.set(row, Kind::text, "last " + std::to_string(row));
    }
    const ColumnGroup group = builder.group(rows);
    for (std::uint32_t row = 0; row < rows; row += 3)
      CHECK(text_of(group, builder, row) == "last " + std::to_string(row));
  }
}

TEST_CASE("Rows that a column leaves out are missing, not empty") {
  ColumnBuilder builder;
  CHECK(is<MissingGroup>(builder.group(7)));
  builder.set(2, Kind::text, "");
  builder.set(5, Kind::null, "");
  const ColumnGroup group = builder.group(7);
  CHECK(kind_of(group, builder, 0) == Kind::missing);
  CHECK(kind_of(group, builder, 2) == Kind::text);
  CHECK(kind_of(group, builder, 5) == Kind::null);
  CHECK(kind_of(group, builder, 6) == Kind::missing);
}

TEST_CASE("A cell of a row that has not ended is not in the group yet") {
  ColumnBuilder builder;
  builder.set(0, Kind::text, "of the row");
  builder.set(1, Kind::text, "of the next row");
  const ColumnGroup group = builder.group(1);
  REQUIRE(std::get<CodesGroup>(group).codes.size() == 1);
  CHECK(text_of(group, builder, 0) == "of the row");
}

TEST_CASE("Values that pass what an arena can address go into the dictionary") {
  for (const std::size_t max_arena_bytes : {40'000U, 200'000U}) {
    ColumnBuilder builder(max_arena_bytes);
    const auto text = [](std::uint32_t row) { return "id-" + std::to_string(1'000'000 + row) + "x"; };
    for (std::uint32_t row = 0; row < 20'000; ++row)
      builder.set(row, Kind::text, text(row));
    const ColumnGroup group = builder.group(20'000);
    CHECK(is<CodesGroup>(group));
    for (std::uint32_t row = 0; row < 20'000; row += 11)
      CHECK(text_of(group, builder, row) == text(row));
  }
}

}  // namespace campaign_lens
