#include "table/column_builder.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace campaign_lens {

TEST_CASE("A column of few distinct values is kept as codes") {
  ColumnBuilder builder("status", 0);
  for (std::uint32_t row = 0; row < 10'000; ++row)
    builder.set(row, Kind::text, row % 3 == 0 ? "Failed" : "Success");
  builder.finish_group(10'000);
  const Column column = builder.take();
  REQUIRE(column.groups().size() == 1);
  CHECK(column.groups()[0].codes.size() == 10'000);
  CHECK(column.groups()[0].kinds.empty());
  CHECK(column.dictionary().size() == 3);
  CHECK(column.cell(9'999).text == "Failed");
  CHECK(column.cell(9'998).text == "Success");
}

TEST_CASE("A column of unique values is kept as texts and leaves the dictionary") {
  ColumnBuilder builder("id", 0);
  for (std::uint32_t row = 0; row < 10'000; ++row)
    builder.set(row, Kind::text, "id-" + std::to_string(row));
  builder.finish_group(10'000);
  for (std::uint32_t row = 0; row < 10; ++row)
    builder.set(row, Kind::number, std::to_string(row));
  builder.finish_group(20);
  const Column column = builder.take();
  CHECK(column.groups()[0].codes.empty());
  CHECK(column.dictionary().size() == 1);
  for (std::uint64_t row = 0; row < 10'000; row += 37)
    CHECK(column.cell(row).text == "id-" + std::to_string(row));
  CHECK(column.groups()[1].kinds.size() == 20);
  CHECK(column.cell(kRowGroupRows + 9) == Cell{Kind::number, "9"});
  CHECK(column.cell(kRowGroupRows + 10) == Cell{});
}

TEST_CASE("Codes of finished groups still hold when a later group turns into texts") {
  ColumnBuilder builder("reference", 0);
  for (std::uint32_t row = 0; row < 100; ++row)
    builder.set(row, Kind::text, row % 2 == 0 ? "even" : "odd");
  builder.finish_group(100);
  for (std::uint32_t row = 0; row < 10'000; ++row)
    builder.set(row, Kind::text, std::to_string(row));
  builder.finish_group(10'000);
  const Column column = builder.take();
  REQUIRE(column.groups()[0].codes.size() == 100);
  REQUIRE(column.groups()[1].kinds.size() == 10'000);
  CHECK(column.cell(98).text == "even");
  CHECK(column.cell(99).text == "odd");
  CHECK(column.cell(kRowGroupRows + 4'321).text == "4321");
  CHECK(column.dictionary().size() == 3);
}

TEST_CASE("The last value of a row wins in either encoding") {
  for (const std::uint32_t rows : {10U, 10'000U}) {
    ColumnBuilder builder("key", 0);
    for (std::uint32_t row = 0; row < rows; ++row) {
      builder.set(row, Kind::text, "first " + std::to_string(row));
      builder.set(row, Kind::text, "last " + std::to_string(row));
    }
    builder.finish_group(rows);
    const Column column = builder.take();
    for (std::uint32_t row = 0; row < rows; row += 3)
      CHECK(column.cell(row).text == "last " + std::to_string(row));
  }
}

TEST_CASE("Rows that a column leaves out are missing, not empty") {
  ColumnBuilder builder("note", 1);
  builder.set(2, Kind::text, "");
  builder.set(5, Kind::null, "");
  builder.finish_group(7);
  const Column column = builder.take();
  CHECK(column.cell(0).kind == Kind::missing);
  CHECK(column.cell(kRowGroupRows + 1).kind == Kind::missing);
  CHECK(column.cell(kRowGroupRows + 2).kind == Kind::text);
  CHECK(column.cell(kRowGroupRows + 5).kind == Kind::null);
  CHECK(column.cell(kRowGroupRows + 6).kind == Kind::missing);
}

TEST_CASE("Values that pass what an arena can address go into the dictionary") {
  ColumnBuilder builder("id", 0, 40'000);
  for (std::uint32_t row = 0; row < 20'000; ++row)
    builder.set(row, Kind::text, std::to_string(1'000'000 + row));
  builder.finish_group(20'000);
  const Column column = builder.take();
  CHECK(column.groups()[0].codes.size() == 20'000);
  for (std::uint64_t row = 0; row < 20'000; row += 11)
    CHECK(column.cell(row).text == std::to_string(1'000'000 + row));

  ColumnBuilder late("id", 0, 100'000);
  for (std::uint32_t row = 0; row < 20'000; ++row)
    late.set(row, Kind::text, std::to_string(1'000'000 + row));
  late.finish_group(20'000);
  const Column turned = late.take();
  CHECK(turned.groups()[0].codes.size() == 20'000);
  for (std::uint64_t row = 0; row < 20'000; row += 11)
    CHECK(turned.cell(row).text == std::to_string(1'000'000 + row));
}

}  // namespace campaign_lens
