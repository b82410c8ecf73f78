#include "schema/interpretation.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "table/column_reader.h"
#include "table/table_builder.h"

namespace campaign_lens {
namespace {

constexpr TimeUs kSecond = 1'000'000;

/// Clocks go forward on 2026-03-29 at 01:00 UTC.
TimeZone summer_time() {
  return {.name = "Europe/Berlin",
          .transitions = {{.at_s = 0, .offset_s = 3'600}, {.at_s = 1'774'746'000, .offset_s = 7'200}}};
}

struct Row {
  std::string to, state, at;
};

Table table_of(const std::vector<Row>& rows) {
  Table table;
  TableBuilder builder(TableId::delivery, table);
  for (const Row& row : rows) {
    builder.set(builder.column("to"), Kind::text, row.to);
    builder.set(builder.column("state"), Kind::text, row.state);
    builder.set(builder.column("outcome"), Kind::text, row.state == "x" ? "Failed" : "Success");
    builder.set(builder.column("stamp"), Kind::text, row.at);
    builder.end_row();
  }
  builder.finish();
  return table;
}

Table small() {
  return table_of({{"1", "x", "2026-03-29 01:30:00"}, {"2", "y", "2026-03-29 03:30:00"}});
}

Role role_of(const Table& table, const char* key) {
  return table.columns()[static_cast<std::size_t>(table.find_column(key))].info().role;
}

}  // namespace

TEST_CASE("A column that is given a role takes it from another; order and index stay") {
  Table table = small();
  REQUIRE(role_of(table, "state") == Role::status);
  CHECK(table.families(0)[0] == StatusFamily::unrecognised);
  const int state = table.find_column("state"), outcome = table.find_column("outcome");

  table.interpret({.roles = {{"outcome", Role::status}}, .families = {}, .zone = {}});
  CHECK(role_of(table, "state") == Role::none);
  CHECK(role_of(table, "outcome") == Role::status);
  CHECK(table.find_column("state") == state);
  CHECK(table.find_column("outcome") == outcome);
  CHECK(table.columns()[static_cast<std::size_t>(outcome)].info().title == "Status");
  CHECK(table.columns()[static_cast<std::size_t>(state)].info().title == "state");
  CHECK(table.families(0)[0] == StatusFamily::failed);
  CHECK(table.families(0)[1] == StatusFamily::success);

  table.interpret({});
  CHECK(role_of(table, "state") == Role::status);
  CHECK(table.families(0)[0] == StatusFamily::unrecognised);
}

TEST_CASE("A role can be taken away, and of a key that does not exist nothing is said") {
  Table table = small();
  table.interpret({.roles = {{"to", Role::none}, {"nowhere", Role::number}}, .families = {}, .zone = {}});
  CHECK(table.column(Role::number) == nullptr);
  CHECK(role_of(table, "to") == Role::none);
}

TEST_CASE("At most one column plays a role, even if two are given it") {
  Table table = small();
  table.interpret(
      {.roles = {{"outcome", Role::number}, {"stamp", Role::number}}, .families = {}, .zone = {}});
  CHECK(role_of(table, "outcome") == Role::none);
  CHECK(role_of(table, "stamp") == Role::number);
  CHECK(role_of(table, "to") == Role::none);
}

TEST_CASE("A status text can be given a family, however it is spelt") {
  Table table = small();
  table.interpret({.roles = {}, .families = {{"X", StatusFamily::failed}}, .zone = {}});
  CHECK(table.families(0)[0] == StatusFamily::failed);
  CHECK(table.families(0)[1] == StatusFamily::unrecognised);
  table.interpret(
      {.roles = {{"outcome", Role::status}}, .families = {{"SUCCESS", StatusFamily::queued}}, .zone = {}});
  CHECK(table.families(0)[1] == StatusFamily::queued);
}

TEST_CASE("Naive times move with the zone, through its change of offset") {
  Table table = small();
  ColumnReader stamps(table.columns()[static_cast<std::size_t>(table.find_column("stamp"))]);
  const TimeUs half_past_one = parse_time("2026-03-29T01:30:00Z")->us;
  CHECK(table.naive_times() == 2);
  CHECK(stamps.time(0) == half_past_one);
  table.interpret({.roles = {}, .families = {}, .zone = summer_time()});
  CHECK(stamps.time(0) == half_past_one - 3'600 * kSecond);
  CHECK(stamps.time(1) == half_past_one);
  CHECK(table.naive_times() == 2);
}

TEST_CASE("What is a time by its role alone is none when the role is taken away") {
  Table table =
      table_of({{"1", "x", "2026-03-29 01:30:00"}, {"1", "x", "2026-03-29 01:30:00"}, {"2", "y", "never"}});
  const auto stamp = static_cast<std::size_t>(table.find_column("stamp"));
  ColumnReader reader(table.columns()[stamp]);
  CHECK(table.columns()[stamp].info().type == Type::text);
  CHECK(reader.time(0) == kNoTime);
  table.interpret({.roles = {{"stamp", Role::status_time}}, .families = {}, .zone = {}});
  CHECK(table.columns()[stamp].info().type == Type::time);
  CHECK(reader.time(0) == parse_time("2026-03-29T01:30:00Z")->us);
  CHECK(reader.time(2) == kNoTime);
  CHECK(reader.cell(2).text == "never");
  table.interpret({});
  CHECK(table.columns()[stamp].info().type == Type::text);
  CHECK(reader.time(0) == kNoTime);
}

TEST_CASE("Rows that come after a table was interpreted are interpreted, too") {
  Table table;
  TableBuilder builder(TableId::delivery, table);
  table.interpret(
      {.roles = {{"outcome", Role::status}}, .families = {{"odd", StatusFamily::failed}}, .zone = {}});
  for (int row = 0; row < 70'000; ++row) {
    builder.set(builder.column("status"), Kind::text, "Success");
    builder.set(builder.column("outcome"), Kind::text, "odd");
    builder.end_row();
    if (row == 30'000) builder.publish();
  }
  builder.finish();
  for (const std::size_t row : {0U, 30'000U, 65'535U, 69'999U})
    CHECK(table.families(row / kRowGroupRows)[row % kRowGroupRows] == StatusFamily::failed);
}

TEST_CASE("Statuses of no known family are listed, most frequent first") {
  std::vector<Row> rows;
  for (int row = 0; row < 300; ++row)
    rows.push_back({"1", row % 3 == 0 ? "Odd" : row % 3 == 1 ? "read" : row % 2 == 0 ? "even" : "odder", ""});
  Table table = table_of(rows);
  CHECK(table.unrecognised_statuses() ==
        std::vector<Table::StatusRows>{{"Odd", 100}, {"even", 50}, {"odder", 50}});
  table.interpret({.roles = {}, .families = {{"odd", StatusFamily::failed}}, .zone = {}});
  CHECK(table.unrecognised_statuses()[0] == Table::StatusRows{"Odd", 100, StatusFamily::failed});
  for (int row = 0; row < 300; ++row)
    rows[static_cast<std::size_t>(row)].state = "odd " + std::to_string(row);
  CHECK(table_of(rows).unrecognised_statuses().size() == 100);
}

}  // namespace campaign_lens
