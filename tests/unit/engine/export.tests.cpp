#include "engine/text_rows.h"
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
  engine
      .export_begin(
          {.delivery = {}, .clicks = {.table = TableId::clicks, .statuses = {}, .search = {}, .sort = {}}})
      .result();
  return value_at(engine.export_batch({.table = TableId::delivery, .first = 0, .count = 1}), 1, 0);
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

TEST_CASE("The plan has the figures of the exported rows, and what the statuses mean") {
  Engine engine = engine_of(kReport);
  const auto whole = plan_of(engine);
  CHECK(whole.insight.counts == whole.summary.counts);
  CHECK(whole.whole());
  REQUIRE(whole.statuses.size() == 3);
  for (const auto& status : whole.statuses)
    CHECK(status.family == classify_status(status.text));
  const auto failed =
      plan_of(engine, {.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}});
  CHECK(failed.insight.counts[CountId::total] == 1);
  CHECK(failed.summary.counts[CountId::total] == 3);
  CHECK(failed.insight.failures.reasons.at(0).text == "Blocked");
  CHECK_FALSE(failed.whole());
}

TEST_CASE("A set of rows can be exported, such as an audience, and only some of the sheets") {
  Engine engine = engine_of(kReport);
  const auto plan = engine
                        .export_begin({.delivery = {.statuses = {},
                                                    .search = {},
                                                    .sort = {},
                                                    .sets = {{.set = RowSet::failed_for_good}}},
                                       .clicks = {},
                                       .options = {.delivery = true, .clicks = false},
                                       .exported_at_us = kNow})
                        .result();
  REQUIRE(plan.sheets.size() == 1);
  CHECK(plan.sheets[0].rows == 1);
  CHECK(plan.delivery_filters == "only \"Failed for good\"");
  const auto batch = engine.export_batch({.table = TableId::delivery, .first = 0, .count = 10});
  CHECK(value_at(batch, 0, 0).text == "+966500000002");
}

TEST_CASE("Only the columns that are named are exported, in their order, with what they are") {
  Engine engine = engine_of(kReport);
  const std::vector<ColumnInfo> all = engine.summary().columns[0];
  const auto index_of = [&](Role role) {
    const auto found = std::ranges::find(all, role, &ColumnInfo::role);
    REQUIRE(found != all.end());
    return static_cast<std::uint32_t>(found - all.begin());
  };
  const std::uint32_t status = index_of(Role::status), time = index_of(Role::status_time),
                      number = index_of(Role::number);
  const auto whole = plan_of(engine);
  const auto plan = engine
                        .export_begin({.delivery = {},
                                       .clicks = {},
                                       .options = {.mask_numbers = true,
                                                   .columns = {{{status, time, number, status, 1'000}, {}}}},
                                       .exported_at_us = kNow})
                        .result();
  CHECK(plan.sheets[0].columns == std::vector<ColumnInfo>{all[status], all[time], all[number]});
  CHECK(plan.sheets[0].widths == std::vector<std::uint32_t>{whole.sheets[0].widths[status],
                                                            whole.sheets[0].widths[time],
                                                            whole.sheets[0].widths[number]});
  CHECK(plan.sheets[1].columns == engine.summary().columns[1]);
  const auto batch = engine.export_batch({.table = TableId::delivery, .first = 0, .count = 1});
  REQUIRE(batch.columns.size() == 3);
  CHECK(value_at(batch, 0, 0).form == Form::text);
  CHECK(value_at(batch, 1, 0).form == Form::time);
  CHECK(value_at(batch, 2, 0).text.starts_with("…0001 "));
  CHECK(engine.export_batch({.table = TableId::clicks, .first = 0, .count = 1}).columns.size() ==
        engine.summary().columns[1].size());
}

TEST_CASE("As text there are only the columns that are named, too") {
  Engine engine =
      engine_of(R"([{"number": "+966500000001", "a": 1, "b": "x"}, {"number": "+966500000002", "b": ""}])");
  const auto text = [&](std::vector<std::uint32_t> columns, messages::ExportFormat format) {
    engine.export_begin({.delivery = {}, .clicks = {}, .options = {.columns = {{std::move(columns), {}}}}})
        .result();
    return engine.export_text({.format = format, .table = TableId::delivery, .first = 0, .count = 10}).text;
  };
  CHECK(text({2, 0}, messages::ExportFormat::csv) ==
        "\uFEFFb,Number\r\nx,+966500000001\r\n,+966500000002\r\n");
  CHECK(text({2, 1}, messages::ExportFormat::ndjson) == "{\"b\":\"x\",\"a\":1}\n{\"b\":\"\"}\n");
  // An empty line would be no row.
  CHECK(text({2}, messages::ExportFormat::csv) == "\uFEFFb\r\nx\r\n\"\"\r\n");
}

TEST_CASE("Records that could not be read are counted in the plan") {
  Engine engine = engine_of(R"([{"number": "1"}, {"number" "2"}, {"number": "3"}])");
  CHECK(plan_of(engine).skipped_records == 1);
}

TEST_CASE("Masked numbers tell recipients apart across sheets, however written, and show four digits") {
  const auto masked = [](NumberMask::Key key, TableId table, std::uint32_t row) {
    Engine engine = engine_of(
        R"({"messages": [{"number": "+966500000001"}, {"number": "00966 50 000 0002"}, {"number": ""},
                                               {"number": "12345"}],
                                  "ulink_clicks": [{"number": "966500000002", "location": "Riyadh"}]})");
    engine.export_begin({.delivery = {}, .clicks = {}, .options = {.mask_numbers = true}, .mask_key = key})
        .result();
    return value_at(engine.export_batch({.table = table, .first = 0, .count = 10}), 0, row).text;
  };
  const NumberMask::Key key = {1, 2};
  const std::string first = masked(key, TableId::delivery, 0);
  CHECK(first.starts_with("…0001 "));
  CHECK(first.size() == std::string_view("…0001 0123456789abcdef").size());
  CHECK(masked(key, TableId::delivery, 1) == masked(key, TableId::clicks, 0));
  CHECK(masked(key, TableId::delivery, 1) != first);
  CHECK(masked({1, 3}, TableId::delivery, 0) != first);
  CHECK(masked(key, TableId::delivery, 2).empty());
  CHECK(masked(key, TableId::delivery, 3).starts_with("… "));
}

TEST_CASE("The mask's hash is SipHash-2-4") {
  // The reference's test vectors: of the message 00 01 … 07 under the key 00 01 … 0f.
  CHECK(siphash({0x0706050403020100, 0x0f0e0d0c0b0a0908}, 0x0706050403020100) == 0x93f5f5799a932462);
}

TEST_CASE("As CSV the rows are what a workbook shows, and no field is a formula") {
  Engine engine = engine_of(R"([{"number": "+966500000001", "x": "=1+1", "price": 1.50, "paid": true,
                                 "timestamp": "2026-03-01T06:00:08.250Z"},
                                {"number": "+966500000002", "x": "a \"b\", c"}])");
  plan_of(engine);
  const auto csv = [&](std::uint64_t first, std::uint32_t count) {
    return engine.export_text(
        {.format = messages::ExportFormat::csv, .table = TableId::delivery, .first = first, .count = count});
  };
  const messages::TextAnswer whole = csv(0, 10);
  CHECK(whole.rows == 2);
  CHECK(whole.text.starts_with("\uFEFFNumber,"));
  CHECK(whole.text.find("+966500000001,") != std::string::npos);
  CHECK(whole.text.find("'=1+1") != std::string::npos);
  CHECK(whole.text.find("1.50") != std::string::npos);
  CHECK(whole.text.find("TRUE") != std::string::npos);
  CHECK(whole.text.find("2026-03-01 06:00:08.250") != std::string::npos);
  CHECK(whole.text.find("\"a \"\"b\"\", c\"") != std::string::npos);
  CHECK(csv(0, 1).text + csv(1, 1).text == whole.text);
  CHECK(csv(2, 1).rows == 0);
}

TEST_CASE("A text is guarded where a spreadsheet would take it for a formula, and a number is not") {
  for (const char* formula : {"=1+1", "+1+1", "-1-1", "@SUM(A1)", "\t=1", "\r=1", "-cmd|' /C calc'!A0"})
    CHECK(guarded(formula) == "'" + std::string(formula));
  for (const char* plain : {"+966500000001", "-12.5", "+966 50 000 0001", "", "a=1", "'", "1-1"})
    CHECK(guarded(plain) == plain);
}

TEST_CASE("As JSON lines each row is an object of what was written") {
  Engine engine = engine_of(
      "[{\"number\": \"+966500000001\", \"list\": [{\"a\":\n1}], \"n\": 1.50, \"none\": null},"
      " {\"number\": \"2\", \"b\": false}]");
  plan_of(engine);
  const messages::TextAnswer lines = engine.export_text(
      {.format = messages::ExportFormat::ndjson, .table = TableId::delivery, .first = 0, .count = 10});
  CHECK(lines.rows == 2);
  CHECK(lines.text ==
        "{\"number\":\"+966500000001\",\"list\":[{\"a\": "
        "1}],\"n\":1.50,\"none\":null}\n{\"number\":\"2\",\"b\":false}\n");
}

}  // namespace campaign_lens
