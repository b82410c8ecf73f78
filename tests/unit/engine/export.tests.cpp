#include "reports.h"

namespace campaign_lens {

namespace {

using Value = messages::RowBatch::Value;
using Form = Value::Form;

constexpr TimeUs kNow = 1'772'600'000'000'000;  // 2026-03-04 04:53:20 UTC

Value value_of(std::string_view field) {
  Engine engine = engine_of(R"([{"number": "1", "x": )" + std::string(field) + "}]");
  engine
      .export_begin(
          {.delivery = {}, .clicks = {.table = TableId::clicks, .statuses = {}, .search = {}, .sort = {}}})
      .result();
  return engine.export_batch({.table = TableId::delivery, .first = 0, .count = 1}).columns[1][0];
}

messages::WorkbookPlan plan_of(Engine& engine, Query delivery = {}) {
  return engine
      .export_begin({.delivery = std::move(delivery),
                     .clicks = {.table = TableId::clicks, .statuses = {}, .search = {}, .sort = {}},
                     .exported_at_us = kNow})
      .result();
}

}  // namespace

TEST_CASE("The plan of a workbook names its sheets, columns, rows, filters and file") {
  Engine engine = engine_of(kReport);
  const auto plan =
      plan_of(engine, {.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}});
  CHECK(plan.suggested_name == "Ramadan offer.xlsx");
  CHECK(plan.delivery_filters == "status Failed");
  CHECK(plan.click_filters.empty());
  CHECK(plan.exported_at == kNow);
  CHECK(plan.exported_at_text == "2026-03-04 07:53:20");
  REQUIRE(plan.sheets.size() == 2);
  CHECK(plan.sheets[0].name == "Delivery report");
  CHECK(plan.sheets[0].rows == 1);
  CHECK(plan.sheets[0].columns == engine.summary().columns[0]);
  CHECK(plan.sheets[1].name == "uLink clicks");
  CHECK(plan.sheets[1].rows == 1);
}

TEST_CASE("A query after the export began does not change what is exported") {
  Engine engine = engine_of(kReport);
  plan_of(engine);
  engine.query({.id = 1, .query = {.statuses = {}, .search = "nothing", .sort = {}}}).result();
  CHECK(engine.export_batch({.table = TableId::delivery, .first = 0, .count = 10}).rows == 3);
}

TEST_CASE("Batches come column by column and end where the rows end") {
  Engine engine = engine_of(kReport);
  plan_of(engine);
  const auto batch = engine.export_batch({.table = TableId::delivery, .first = 1, .count = 10});
  CHECK(batch.first == 1);
  CHECK(batch.rows == 2);
  REQUIRE(batch.columns.size() == 6);
  CHECK(batch.columns[0][0] == Value{Form::text, "+966500000002", 0});
  CHECK(batch.columns[2][0] == Value{Form::time, "", 1'772'355'608.25});  // 09:00:08.250 in Riyadh
  CHECK(batch.columns[2][1].form == Form::blank);
  CHECK(batch.columns[4][0] == Value{Form::text, "123456789012345678", 0});
  CHECK(batch.columns[4][1].form == Form::blank);
  CHECK(batch.columns[5][0] == Value{Form::boolean, "", 0});
  CHECK(engine.export_batch({.table = TableId::clicks, .first = 1, .count = 10}).rows == 0);
}

TEST_CASE("A number is a number as long as a workbook keeps all of its digits") {
  CHECK(value_of("12") == Value{Form::number, "", 12});
  CHECK(value_of("-0.25") == Value{Form::number, "", -0.25});
  CHECK(value_of("123456789012345") == Value{Form::number, "", 123456789012345});
  CHECK(value_of("1234567890123456") == Value{Form::text, "1234567890123456", 0});
  CHECK(value_of("0.1234567890123456") == Value{Form::text, "0.1234567890123456", 0});
  CHECK(value_of("1e999") == Value{Form::text, "1e999", 0});
  CHECK(value_of("\"12\"") == Value{Form::text, "12", 0});
}

TEST_CASE("Telephone numbers and ids are texts, however they were written") {
  Engine engine = engine_of(R"([{"msisdn": 966500000001, "message_id": 1234567890123}])");
  plan_of(engine);
  const auto batch = engine.export_batch({.table = TableId::delivery, .first = 0, .count = 1});
  CHECK(batch.columns[0][0] == Value{Form::text, "966500000001", 0});
  CHECK(batch.columns[1][0] == Value{Form::text, "1234567890123", 0});
}

TEST_CASE("Lists are exported as text") {
  CHECK(value_of(R"({"a": [{"b": 1}]})").form == Form::text);
  CHECK(value_of("true") == Value{Form::boolean, "", 1});
}

}  // namespace campaign_lens
