#include "reports.h"

namespace campaign_lens {

namespace {

using messages::RowBatch;
using Form = RowBatch::Form;

/// A cell of a batch: its form and its text, or its time.
struct Value {
  Form form = Form::blank;
  std::string text;
  TimeUs time = kNoTime;
  friend bool operator==(const Value&, const Value&) = default;
};

Value value_at(const RowBatch& batch, std::size_t column, std::uint32_t row) {
  const RowBatch::Column& values = batch.columns[column];
  const std::uint32_t value = values.codes.empty() ? row : values.rows[row];
  return {values.forms[value], std::string(values.text(value)),
          values.times.empty() ? kNoTime : values.times[value]};
}

constexpr TimeUs kNow = 1'772'600'000'000'000;  // 2026-03-04 04:53:20 UTC

Value value_of(std::string_view field) {
  Engine engine = engine_of(R"([{"number": "1", "x": )" + std::string(field) + "}]");
  engine.export_begin(
      {.delivery = {}, .clicks = {.table = TableId::clicks, .statuses = {}, .search = {}, .sort = {}}});
  return value_at(engine.export_batch({.table = TableId::delivery, .first = 0, .count = 1}), 1, 0);
}

messages::WorkbookPlan plan_of(Engine& engine, Query delivery = {}) {
  return engine.export_begin({.delivery = std::move(delivery),
                              .clicks = {.table = TableId::clicks, .statuses = {}, .search = {}, .sort = {}},
                              .exported_at_us = kNow});
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
  engine.query({.id = 1, .query = {.statuses = {}, .search = "nothing", .sort = {}}});
  CHECK(engine.export_batch({.table = TableId::delivery, .first = 0, .count = 10}).rows == 3);
}

TEST_CASE("Batches come column by column and end where the rows end") {
  Engine engine = engine_of(kReport);
  plan_of(engine);
  const auto batch = engine.export_batch({.table = TableId::delivery, .first = 1, .count = 10});
  CHECK(batch.first == 1);
  CHECK(batch.rows == 2);
  REQUIRE(batch.columns.size() == 6);
  CHECK(value_at(batch, 0, 0) == Value{Form::text, "+966500000002"});
  CHECK(value_at(batch, 2, 0) == Value{Form::time, "", 1'772'355'608'250'000});  // 09:00:08.250 in Riyadh
  CHECK(value_at(batch, 2, 1).form == Form::blank);
  CHECK(value_at(batch, 4, 0) == Value{Form::text, "123456789012345678"});
  CHECK(value_at(batch, 4, 1).form == Form::blank);
  CHECK(value_at(batch, 5, 0) == Value{Form::boolean, "false"});
  CHECK(engine.export_batch({.table = TableId::clicks, .first = 1, .count = 10}).rows == 0);
}

TEST_CASE("A number is a number as long as a workbook keeps all of its digits") {
  CHECK(value_of("12") == Value{Form::number, "12"});
  CHECK(value_of("-0.250") == Value{Form::number, "-0.250"});
  CHECK(value_of("1e3") == Value{Form::number, "1e3"});
  CHECK(value_of("0.000123456789012345") == Value{Form::number, "0.000123456789012345"});
  CHECK(value_of("123456789012345") == Value{Form::number, "123456789012345"});
  CHECK(value_of("1234567890123456") == Value{Form::text, "1234567890123456"});
  CHECK(value_of("0.1234567890123456") == Value{Form::text, "0.1234567890123456"});
  CHECK(value_of("1e999") == Value{Form::text, "1e999"});
  CHECK(value_of("\"12\"") == Value{Form::text, "12"});
}

TEST_CASE("Telephone numbers and ids are texts, however they were written") {
  Engine engine = engine_of(R"([{"msisdn": 966500000001, "message_id": 1234567890123}])");
  plan_of(engine);
  const auto batch = engine.export_batch({.table = TableId::delivery, .first = 0, .count = 1});
  CHECK(value_at(batch, 0, 0) == Value{Form::text, "966500000001"});
  CHECK(value_at(batch, 1, 0) == Value{Form::text, "1234567890123"});
}

TEST_CASE("Lists are exported as text") {
  CHECK(value_of(R"({"a": [{"b": 1}]})").form == Form::text);
  CHECK(value_of("true") == Value{Form::boolean, "true"});
}

TEST_CASE("What a column keeps in its dictionary is in a batch once, under the same code in each") {
  std::string report = R"([{"number": "1", "status": "Failed", "id": "x0"})";
  for (int i = 1; i < 100; ++i) {
    report += R"(, {"number": "1", "status": ")" + std::string(i % 2 == 0 ? "Failed" : "Success") +
              R"(", "id": "x)" + std::to_string(i * i * 7919) + "\"}";
  }
  Engine engine = engine_of(report + "]");
  plan_of(engine);
  const RowBatch one = engine.export_batch({.table = TableId::delivery, .first = 0, .count = 50});
  const RowBatch two = engine.export_batch({.table = TableId::delivery, .first = 51, .count = 49});
  REQUIRE(one.columns[1].values() == 2);
  REQUIRE(two.columns[1].values() == 2);
  CHECK(value_at(one, 1, 0).text == "Failed");
  CHECK(value_at(two, 1, 0).text == "Success");
  CHECK(one.columns[1].codes[0] == two.columns[1].codes[1]);
  CHECK(one.columns[1].codes[1] == two.columns[1].codes[0]);
}

TEST_CASE("The widths of a sheet are those of its values, not of the first ones only") {
  std::string report = R"([{"number": "1", "x": "short", "timestamp": "2026-03-01T09:00:07Z"})";
  for (int i = 0; i < 2'000; ++i)
    report += R"(, {"number": "1", "x": "الرياض الرياض"})";
  Engine engine = engine_of(report + "]");
  const messages::WorkbookPlan plan = plan_of(engine);
  for (std::size_t i = 0; i < plan.sheets[0].columns.size(); ++i) {
    const std::string& key = plan.sheets[0].columns[i].key;
    const std::uint32_t width = plan.sheets[0].widths[i];
    CHECK(width == (key == "x" ? 13U : key == "number" ? 1U : 19U));
  }
  CHECK(plan.sheets[1].widths.empty());
}

}  // namespace campaign_lens
