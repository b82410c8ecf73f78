#include "table/table_builder.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace campaign_lens {

TEST_CASE("Cells come back exactly as they were set") {
  TableBuilder builder(TableId::delivery);
  const int number = builder.column("number");
  const int status = builder.column("status");
  builder.set(status, Kind::text, "Success");
  builder.set(number, Kind::text, "+966500000001");
  builder.end_row();
  builder.set(number, Kind::number, "966500000002");
  builder.end_row();
  const Table table = std::move(builder).finish({});
  CHECK(table.rows() == 2);
  CHECK(table.columns()[0].cell(0) == Cell{Kind::text, "+966500000001"});
  CHECK(table.columns()[0].cell(1) == Cell{Kind::number, "966500000002"});
  CHECK(table.columns()[1].cell(1).kind == Kind::missing);
}

TEST_CASE("A column that first occurs in a late row is missing in all earlier ones") {
  TableBuilder builder(TableId::delivery);
  const int number = builder.column("number");
  for (std::uint32_t row = 0; row < 2 * kRowGroupRows + 10; ++row) {
    builder.set(number, Kind::text, std::to_string(row));
    if (row == 2 * kRowGroupRows + 3) builder.set(builder.column("late"), Kind::text, "here");
    builder.end_row();
  }
  CHECK(builder.rows() == 2 * kRowGroupRows + 10);
  const Table table = std::move(builder).finish({});
  CHECK(table.group_count() == 3);
  CHECK(table.group_rows(0) == kRowGroupRows);
  CHECK(table.group_rows(2) == 10);
  const Column& late = table.columns()[1];
  CHECK(late.cell(0).kind == Kind::missing);
  CHECK(late.cell(2 * kRowGroupRows + 2).kind == Kind::missing);
  CHECK(late.cell(2 * kRowGroupRows + 3).text == "here");
  CHECK(late.cell(2 * kRowGroupRows + 9).kind == Kind::missing);
  CHECK(table.columns()[0].cell(kRowGroupRows).text == std::to_string(kRowGroupRows));
}

TEST_CASE("Columns past the limit are refused and known ones are still found") {
  TableBuilder builder(TableId::delivery);
  for (int i = 0; i < kMaxColumns; ++i)
    REQUIRE(builder.column("field " + std::to_string(i)) == i);
  CHECK(builder.column("one more") == -1);
  CHECK(builder.column("field 7") == 7);
}

TEST_CASE("Every row of the delivery table has the family of its status, in either encoding") {
  TableBuilder builder(TableId::delivery);
  const int status = builder.column("status");
  for (int row = 0; row < 10'000; ++row) {
    builder.set(status, Kind::text, row == 9'999 ? "Failed" : "odd status " + std::to_string(row));
    builder.end_row();
  }
  const Table unique = std::move(builder).finish({});
  REQUIRE(unique.families(0).size() == 10'000);
  CHECK(unique.families(0)[0] == StatusFamily::unrecognised);
  CHECK(unique.families(0)[9'999] == StatusFamily::failed);

  TableBuilder coded(TableId::delivery);
  coded.set(coded.column("status"), Kind::text, "Success");
  coded.end_row();
  coded.end_row();
  const Table table = std::move(coded).finish({});
  CHECK(table.families(0)[0] == StatusFamily::success);
  CHECK(table.families(0)[1] == StatusFamily::unrecognised);
}

TEST_CASE("A delivery table without a status column has only unrecognised rows, a click table no families") {
  for (const TableId id : {TableId::delivery, TableId::clicks}) {
    TableBuilder builder(id);
    builder.set(builder.column("number"), Kind::text, "1");
    builder.end_row();
    const Table table = std::move(builder).finish({});
    REQUIRE(table.families(0).size() == (id == TableId::delivery ? 1U : 0U));
    if (id == TableId::delivery) CHECK(table.families(0)[0] == StatusFamily::unrecognised);
  }
}

TEST_CASE("A column is found by its key or by the name of its role") {
  TableBuilder builder(TableId::delivery);
  builder.column("msisdn");
  builder.column("REASON_FOR_FAILURE");
  builder.column("city");
  builder.end_row();
  const Table table = std::move(builder).finish({});
  CHECK(table.find_column("msisdn") == 0);
  CHECK(table.find_column("number") == 0);
  CHECK(table.find_column("failed reason") == 1);
  CHECK(table.find_column("failed_reason") == 1);
  CHECK(table.find_column("city") == 2);
  CHECK(table.find_column("") == -1);
  CHECK(table.find_column("location") == -1);
  CHECK(table.column(Role::number) == &table.columns()[0]);
  CHECK(table.column(Role::status) == nullptr);
  CHECK(table.columns()[1].info().title == "Failed reason");
  CHECK(table.columns()[2].info().title == "city");
}

TEST_CASE("A table without rows has no groups") {
  const Table table = TableBuilder(TableId::delivery).finish({});
  CHECK(table.rows() == 0);
  CHECK(table.group_count() == 0);
  CHECK(table.families(0).empty());
}

TEST_CASE("What one looks for first stands first, the rest as it appeared") {
  const auto keys_of = [](TableId id, std::initializer_list<const char*> keys) {
    TableBuilder builder(id);
    for (const char* key : keys)
      builder.column(key);
    const Table table = std::move(builder).finish({});
    std::vector<std::string> ordered;
    for (const Column& column : table.columns())
      ordered.push_back(column.info().key);
    return ordered;
  };
  CHECK(
      keys_of(TableId::delivery, {"price", "failed_reason", "timestamp", "status", "message_id", "number"}) ==
      std::vector<std::string>{"number", "status", "timestamp", "failed_reason", "price", "message_id"});
  CHECK(keys_of(TableId::clicks, {"url", "device", "variable", "timestamp", "location", "number"}) ==
        std::vector<std::string>{"number", "location", "timestamp", "variable", "url", "device"});
}

}  // namespace campaign_lens
