#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <initializer_list>
#include <string_view>

#include "table/column_reader.h"
#include "table/table_builder.h"

namespace campaign_lens {
namespace {

struct Value {
  Kind kind;
  std::string_view text;
};

Table table_of(std::string_view key, std::initializer_list<Value> values, const TimeZone& zone = {}) {
  Table table;
  TableBuilder builder(TableId::delivery, table);
  const int column = builder.column(key);
  for (const Value& value : values) {
    if (value.kind != Kind::missing) builder.set(column, value.kind, value.text);
    builder.end_row();
  }
  builder.finish();
  table.interpret({.roles = {}, .families = {}, .zone = zone});
  return table;
}

Type type_of(std::string_view key, std::initializer_list<Value> values) {
  return table_of(key, values).columns()[0].info().type;
}

constexpr TimeUs kSecond = 1'000'000;

}  // namespace

TEST_CASE("A column whose values are all JSON integers is an integer column, blanks aside") {
  CHECK(type_of("segments",
                {{Kind::number, "1"}, {Kind::missing, ""}, {Kind::null, ""}, {Kind::number, "-20"}}) ==
        Type::integer);
}

TEST_CASE("One decimal makes a column of numbers decimal") {
  CHECK(type_of("price", {{Kind::number, "1"}, {Kind::number, "0.25"}}) == Type::decimal);
  CHECK(type_of("price", {{Kind::number, "1e3"}}) == Type::decimal);
}

TEST_CASE("A column whose values are all true or false is boolean") {
  CHECK(type_of("opted_in", {{Kind::boolean, "true"}, {Kind::boolean, "false"}}) == Type::boolean);
}

TEST_CASE("A single stray value makes a column text") {
  CHECK(type_of("segments", {{Kind::number, "1"}, {Kind::text, "n/a"}}) == Type::text);
  CHECK(type_of("flag", {{Kind::boolean, "true"}, {Kind::number, "1"}}) == Type::text);
}

TEST_CASE("Numbers written as strings stay text") {
  CHECK(type_of("segments", {{Kind::text, "1"}, {Kind::text, "2"}}) == Type::text);
}

TEST_CASE("Phone numbers and message ids are text even when written as JSON numbers") {
  CHECK(type_of("number", {{Kind::number, "966500000001"}}) == Type::text);
  CHECK(type_of("message_id", {{Kind::number, "1709283600000"}}) == Type::text);
}

TEST_CASE("A column without a single value is text") {
  CHECK(type_of("note", {{Kind::null, ""}, {Kind::text, ""}}) == Type::text);
}

TEST_CASE("A column whose values have the form of a time is a time column whatever its key") {
  CHECK(type_of("seen", {{Kind::text, "2026-03-01T09:00:07+03:00"}, {Kind::text, ""}}) == Type::time);
  CHECK(type_of("seen", {{Kind::text, "2026-03-01T09:00:07+03:00"}, {Kind::text, "soon"}}) == Type::text);
}

TEST_CASE("Ten digits are a time only where the key says so") {
  CHECK(type_of("order", {{Kind::number, "1709283600"}}) == Type::integer);
  CHECK(type_of("order", {{Kind::text, "1709283600"}}) == Type::text);
  CHECK(type_of("readAt", {{Kind::number, "1709283600"}}) == Type::time);
  CHECK(type_of("paid_at", {{Kind::text, "1709283600"}}) == Type::time);
}

TEST_CASE("A time column by its role keeps a stray value as it is written") {
  const Table table =
      table_of("timestamp",
               {{Kind::text, "2026-03-01T09:00:07Z"}, {Kind::text, "never"}, {Kind::number, "1772355608"}});
  ColumnReader column(table.columns()[0]);
  CHECK(column.info().type == Type::time);
  CHECK(column.time(0) == 1'772'355'607 * kSecond);
  CHECK(column.time(1) == kNoTime);
  CHECK(column.cell(1).text == "never");
  CHECK(column.time(2) == 1'772'355'608 * kSecond);
}

TEST_CASE("Naive times are placed in the zone and counted") {
  TimeZone riyadh;
  riyadh.name = "Asia/Riyadh";
  riyadh.transitions = {{.at_s = -3'000'000'000, .offset_s = 10'800}};
  const Table table = table_of(
      "timestamp", {{Kind::text, "2026-03-01 12:00:07"}, {Kind::text, "2026-03-01T09:00:07Z"}}, riyadh);
  CHECK(ColumnReader(table.columns()[0]).time(0) == 1'772'355'607 * kSecond);
  CHECK(ColumnReader(table.columns()[0]).time(1) == 1'772'355'607 * kSecond);
  CHECK(table.naive_times() == 1);
}

TEST_CASE("Numbers are read from numeric columns only, and blanks are not a number") {
  const Table table = table_of("price", {{Kind::number, "-12"},
                                         {Kind::null, ""},
                                         {Kind::number, "0.5"},
                                         {Kind::number, "12345678901234567890"}});
  ColumnReader column(table.columns()[0]);
  CHECK(column.number(0) == -12.0);
  CHECK(std::isnan(column.number(1)));
  CHECK(column.number(2) == 0.5);
  CHECK(column.number(3) == 12345678901234567890.0);
  CHECK(column.cell(3).text == "12345678901234567890");
  const Table numbers = table_of("number", {{Kind::number, "5"}});
  CHECK(std::isnan(ColumnReader(numbers.columns()[0]).number(0)));
}

}  // namespace campaign_lens
