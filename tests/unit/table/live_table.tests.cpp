// A table that is read while a TableBuilder still fills it.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "table/column_reader.h"
#include "table/table_builder.h"

namespace campaign_lens {
namespace {

using Keys = std::vector<std::string>;

Keys keys_of(const Table& table) {
  Keys keys;
  for (const Column& column : table.columns())
    keys.push_back(column.info().key);
  return keys;
}

Cell cell(const Table& table, std::size_t column, std::uint64_t row) {
  static ColumnReader reader(table.columns()[column]);  // keeps the text
  reader = ColumnReader(table.columns()[column]);
  return reader.cell(row);
}

void add_row(TableBuilder& builder, std::uint64_t row) {
  builder.set(builder.column("price"), Kind::number, std::to_string(row));
  builder.set(builder.column("status"), Kind::text, row % 2 == 0 ? "Success" : "Failed");
  builder.set(builder.column("msisdn"), Kind::text, "+966500" + std::to_string(100'000 + row));
  builder.end_row();
}

}  // namespace

TEST_CASE("Nothing is shown before there are rows enough to decide on roles") {
  Table table;
  TableBuilder builder(TableId::delivery, table);
  for (std::uint32_t row = 0; row < kRowsBeforeRoles - 1; ++row) {
    add_row(builder, row);
    builder.publish();
    REQUIRE(table.rows() == 0);
  }
  CHECK(table.columns().empty());
  add_row(builder, kRowsBeforeRoles - 1);
  CHECK(table.rows() == 0);
  builder.publish();
  CHECK(table.rows() == kRowsBeforeRoles);
  CHECK(keys_of(table) == Keys{"msisdn", "status", "price"});
}

TEST_CASE("A table of few rows is shown when it is finished") {
  Table table;
  TableBuilder builder(TableId::delivery, table);
  add_row(builder, 0);
  builder.finish();
  CHECK(table.rows() == 1);
  CHECK(keys_of(table) == Keys{"msisdn", "status", "price"});
}

TEST_CASE("Whenever it is published, a table has all rows so far, and is the same in the end") {
  constexpr std::uint64_t kRows = 2 * kRowGroupRows + 5'000;
  for (const std::uint64_t step : {1'300U, 33'333U, 65'536U, 100'000U}) {
    Table table;
    TableBuilder builder(TableId::delivery, table);
    for (std::uint64_t row = 0; row < kRows; ++row) {
      add_row(builder, row);
      if ((row + 1) % step != 0) continue;
      builder.publish();
      REQUIRE(table.rows() == row + 1);
      for (const std::uint64_t read : {std::uint64_t{0}, row / 2, row}) {
        REQUIRE(cell(table, 0, read) == Cell{Kind::text, "+966500" + std::to_string(100'000 + read)});
        REQUIRE(cell(table, 2, read) == Cell{Kind::number, std::to_string(read)});
        const auto family = read % 2 == 0 ? StatusFamily::success : StatusFamily::failed;
        REQUIRE(table.families(static_cast<std::size_t>(read / kRowGroupRows))[read % kRowGroupRows] ==
                family);
      }
    }
    builder.finish();
    REQUIRE(table.rows() == kRows);
    CHECK(table.group_count() == 3);
    CHECK(table.columns()[2].info().type == Type::integer);
    for (std::uint64_t row = 0; row < kRows; row += 997) {
      REQUIRE(cell(table, 0, row).text == "+966500" + std::to_string(100'000 + row));
      REQUIRE(cell(table, 2, row).text == std::to_string(row));
    }
  }
}

TEST_CASE("Rows of a full group are shown without being published") {
  Table table;
  TableBuilder builder(TableId::delivery, table);
  for (std::uint64_t row = 0; row < kRowGroupRows + 10; ++row)
    add_row(builder, row);
  CHECK(table.rows() == kRowGroupRows);
  CHECK(cell(table, 0, kRowGroupRows - 1).text == "+966500" + std::to_string(100'000 + kRowGroupRows - 1));
}

TEST_CASE("A row that is set but has not ended is not shown, and may be set again") {
  Table table;
  TableBuilder builder(TableId::delivery, table);
  for (std::uint64_t row = 0; row < 2'000; ++row)
    add_row(builder, row);
  builder.set(builder.column("status"), Kind::text, "half a row");
  builder.set(builder.column("new"), Kind::text, "half a row");
  builder.publish();
  REQUIRE(table.rows() == 2'000);
  CHECK(table.families(0).size() == 2'000);
  builder.set(builder.column("status"), Kind::text, "Failed");
  builder.end_row();
  builder.finish();
  REQUIRE(table.rows() == 2'001);
  CHECK(cell(table, 1, 2'000).text == "Failed");
  CHECK(cell(table, 3, 2'000).text == "half a row");
}

TEST_CASE("A row that never ends is no row") {
  Table table;
  TableBuilder builder(TableId::delivery, table);
  add_row(builder, 0);
  builder.set(builder.column("status"), Kind::text, "half a row");
  builder.finish();
  CHECK(table.rows() == 1);
  CHECK(table.families(0).size() == 1);
}

TEST_CASE("Columns that appear late stand at the end and take only roles that are free") {
  for (const bool publish : {false, true}) {
    Table table;
    TableBuilder builder(TableId::delivery, table);
    for (std::uint64_t row = 0; row < 80'000; ++row) {
      if (row == 1'500) builder.set(builder.column("failed_reason"), Kind::text, "Blocked");
      if (row == 1'501) builder.set(builder.column("number"), Kind::text, "1");
      if (row == 1'502) builder.set(builder.column("error_reason"), Kind::text, "Blocked again");
      if (row == 70'000) builder.set(builder.column("note"), Kind::text, "late");
      add_row(builder, row);
      if (publish && row % 1'501 == 0) builder.publish();
    }
    builder.finish();
    CHECK(keys_of(table) ==
          Keys{"msisdn", "status", "price", "failed_reason", "number", "error_reason", "note"});
    CHECK(table.columns()[0].info().role == Role::number);
    CHECK(table.columns()[3].info().role == Role::reason);
    CHECK(table.columns()[4].info().role == Role::none);
    CHECK(table.columns()[5].info().role == Role::none);
    CHECK(cell(table, 3, 1'500).text == "Blocked");
    CHECK(cell(table, 3, 1'499).kind == Kind::missing);
    CHECK(cell(table, 6, 69'999).kind == Kind::missing);
    CHECK(cell(table, 6, 70'000).text == "late");
    CHECK(cell(table, 6, 100).kind == Kind::missing);
  }
}

TEST_CASE("A status column that appears late classifies the rows that have it") {
  Table table;
  TableBuilder builder(TableId::delivery, table);
  for (std::uint64_t row = 0; row < 5'000; ++row) {
    builder.set(builder.column("number"), Kind::text, "1");
    if (row >= 2'000) builder.set(builder.column("status"), Kind::text, "Success");
    builder.end_row();
    if (row == 1'500) builder.publish();
  }
  CHECK(table.families(0)[0] == StatusFamily::unrecognised);
  builder.finish();
  CHECK(table.families(0)[1'999] == StatusFamily::unrecognised);
  CHECK(table.families(0)[2'000] == StatusFamily::success);
}

TEST_CASE("A column's type is that of its values so far") {
  Table table;
  TableBuilder builder(TableId::clicks, table);
  const int price = builder.column("price");
  const auto add = [&](int rows, Kind kind, const char* text) {
    for (int row = 0; row < rows; ++row) {
      builder.set(price, kind, text);
      builder.end_row();
    }
    builder.publish();
    return table.columns()[0].info().type;
  };
  CHECK(add(1'000, Kind::number, "1") == Type::integer);
  CHECK(add(10, Kind::text, "n/a") == Type::integer);
  CHECK(add(1, Kind::text, "n/a") == Type::text);
  CHECK(add(1'000, Kind::number, "0.5") == Type::decimal);
  CHECK(add(5'000, Kind::boolean, "true") == Type::text);
  CHECK(add(300'000, Kind::boolean, "true") == Type::boolean);
}

}  // namespace campaign_lens
