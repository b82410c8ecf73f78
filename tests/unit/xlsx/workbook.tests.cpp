#include "xlsx/workbook.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "package.h"
#include "xlsx/template.h"

namespace campaign_lens {

namespace {

using messages::RowBatch;
using messages::WorkbookPlan;
using Form = RowBatch::Form;

/// One value of a column.
struct Value {
  Form form = Form::blank;
  std::string text;
  TimeUs wall_clock = kNoTime;
  friend bool operator==(const Value&, const Value&) = default;
};

Value text(std::string value) {
  return {Form::text, std::move(value)};
}
Value number(std::string digits) {
  return {Form::number, std::move(digits)};
}
Value moment(double local_s) {
  return {Form::time, {}, static_cast<TimeUs>(local_s * 1e6)};
}
Value boolean(bool value) {
  return {Form::boolean, value ? "true" : "false"};
}
Value blank() {
  return {};
}

void add(RowBatch::Column& column, const Value& value) {
  if (value.form == Form::time) {
    column.add(value.wall_clock);
  } else {
    column.add(value.form, value.text);
  }
}

/// A value a row.
RowBatch::Column listed(const std::vector<Value>& values) {
  RowBatch::Column column;
  for (const Value& value : values)
    add(column, value);
  return column;
}

/// Each value once, with `codes` of the values that were there before.
RowBatch::Column coded(const std::vector<Value>& values, std::vector<Value>& codes) {
  RowBatch::Column column;
  for (const Value& value : values) {
    const auto known = std::ranges::find(codes, value);
    const auto code = static_cast<std::uint32_t>(known - codes.begin());
    if (known == codes.end()) codes.push_back(value);
    const auto in_batch = std::ranges::find(column.codes, code);
    column.rows.push_back(static_cast<std::uint32_t>(in_batch - column.codes.begin()));
    if (in_batch != column.codes.end()) continue;
    column.codes.push_back(code);
    add(column, value);
  }
  return column;
}

RowBatch batch_of(std::vector<RowBatch::Column> columns, std::uint32_t rows, std::uint64_t first = 0) {
  return {.table = TableId::delivery, .first = first, .rows = rows, .columns = std::move(columns)};
}

WorkbookPlan plan_of(std::vector<ColumnInfo> columns, std::uint64_t rows) {
  WorkbookPlan plan;
  plan.summary.campaign_name = "Ramadan <offer>";
  plan.summary.file_name = "report.json";
  plan.summary.file_bytes = 12'345;
  plan.summary.zone = "Asia/Riyadh";
  plan.summary.facts = {{"Campaign id", "c-1042"}};
  plan.summary.counts = {.values = {4, 3, 2, 0, 1, 1, 0}};
  plan.summary.rows[0] = 4;
  plan.insight.counts = {.values = {1, 1, 0, 0, 1, 0, 0}};
  plan.summary.warnings = {
      {.message = "Careful", .count = 2, .places = {{.place = {.line = 1234, .byte_offset = 56'789}}}}};
  plan.delivery_filters = "status Failed";
  plan.exported_at = 1'772'600'000'000'000;
  plan.exported_at_text = "2026-03-04 07:53:20";
  plan.sheets = {{.table = TableId::delivery,
                  .name = "Delivery report",
                  .columns = std::move(columns),
                  .widths = {},
                  .rows = rows},
                 {.table = TableId::clicks, .name = "uLink clicks", .columns = {}, .widths = {}, .rows = 0}};
  plan.sheets[0].widths.resize(plan.sheets[0].columns.size());
  return plan;
}

ColumnInfo column(std::string title, Type type = Type::text) {
  return {.key = title, .title = title, .role = Role::none, .type = type};
}

constexpr const char* kSummary = "xl/worksheets/sheet1.xml";
constexpr const char* kRows = "xl/worksheets/sheet2.xml";
using Package = std::map<std::string, std::string>;

/// The whole file; what is written is taken in parts.
std::string file_of(const WorkbookPlan& plan, const std::vector<RowBatch>& batches,
                    const messages::WorkbookEnd& end = {}) {
  auto workbook = Workbook::create(plan);
  REQUIRE(workbook.ok());
  std::string file;
  const auto take = [&] {
    const Bytes part = workbook.value()->take();
    file.append(reinterpret_cast<const char*>(part.data()), part.size());
  };
  for (const RowBatch& batch : batches) {
    REQUIRE(workbook.value()->append(batch).ok());
    take();
  }
  REQUIRE(workbook.value()->close(end).ok());
  take();
  return file;
}

Package write(const WorkbookPlan& plan, const std::vector<RowBatch>& batches) {
  return read_package(file_of(plan, batches));
}

std::map<std::string, SheetCell> delivery_cells(std::vector<ColumnInfo> columns,
                                                const std::vector<std::vector<Value>>& values) {
  std::vector<RowBatch::Column> listed_columns;
  for (const std::vector<Value>& column : values)
    listed_columns.push_back(listed(column));
  const auto rows = static_cast<std::uint32_t>(values[0].size());
  return read_cells(write(plan_of(std::move(columns), rows), {batch_of(std::move(listed_columns), rows)}),
                    kRows);
}

/// The texts of a sheet's cells, one after the other.
std::string all_texts(const Package& package, const std::string& sheet) {
  std::string texts;
  for (const auto& [reference, cell] : read_cells(package, sheet))
    texts += cell.value + "|";
  return texts;
}

}  // namespace

TEST_CASE("Each kind of value becomes a cell of its kind") {
  const auto cells = delivery_cells({column("Number"), column("price", Type::decimal),
                                     column("Time", Type::time), column("paid", Type::boolean)},
                                    {{text("+966500000001"), text("=1+1")},
                                     {number("1.50"), blank()},
                                     {moment(1'772'355'607), moment(1'772'355'608.25)},
                                     {boolean(true), boolean(false)}});
  CHECK(cells.at("A1").value == "Number");
  CHECK(cells.at("C1").value == "Time (Asia/Riyadh)");
  CHECK(cells.at("A2").type == "inlineStr");
  CHECK(cells.at("A2").value == "+966500000001");
  CHECK(cells.at("A3").type == "inlineStr");
  CHECK(cells.at("A3").value == "=1+1");
  CHECK(cells.at("B2") == SheetCell{"n", "1.50", ""});
  CHECK_FALSE(cells.contains("B3"));
  CHECK(cells.at("C2").value == "46082.37508101852");
  CHECK(cells.at("C3").value == "46082.37509548611");
  CHECK(cells.at("C2").style != cells.at("C3").style);
  CHECK(cells.at("D2") == SheetCell{"b", "1", ""});
  CHECK(cells.at("D3") == SheetCell{"b", "0", ""});
}

TEST_CASE("A time is the number of days that Excel counts") {
  const auto cells = delivery_cells(
      {column("Time", Type::time)},
      {{moment(0), moment(43'200), moment(86'399.999999), moment(4'102'444'799.5), moment(1)}});
  CHECK(cells.at("A2").value == "25569");
  CHECK(cells.at("A3").value == "25569.5");
  CHECK(cells.at("A4").value == "25569.99999999999");
  CHECK(cells.at("A5").value == "73050.99999421296");
  CHECK(cells.at("A6").value == "25569.00001157407");
}

TEST_CASE("What repeats is kept once, and is the same cell as if it were not") {
  const std::vector<Value> first = {text("Delivered"), blank(), number("3"), text("Delivered"), moment(1.5)};
  const std::vector<Value> second = {text("Rejected"), text("Delivered"), boolean(true), moment(2),
                                     text(" x\r")};
  std::vector<Value> codes;
  const auto plan = plan_of({column("x")}, 10);
  const auto package =
      write(plan, {batch_of({coded(first, codes)}, 5), batch_of({coded(second, codes)}, 5, 5)});
  auto cells = read_cells(package, kRows);
  for (auto& [reference, cell] : cells)
    if (cell.type == "s" && reference != "A1") cell.type = "inlineStr";
  CHECK(cells ==
        read_cells(write(plan, {batch_of({listed(first)}, 5), batch_of({listed(second)}, 5, 5)}), kRows));
  const std::string& strings = package.at("xl/sharedStrings.xml");
  CHECK(strings.find("<t>Rejected</t>") != std::string::npos);
  CHECK(strings.find("<t xml:space=\"preserve\"> x_x000D_</t>") != std::string::npos);
  CHECK(strings.find(">Delivered</t>", strings.find("<t>Rejected</t>")) == std::string::npos);
}

TEST_CASE("Awkward texts are in the sheet as Excel reads them") {
  const auto cells =
      delivery_cells({column("x")}, {{text("a<b>&\"c\""), text(" both "), text("line\nbreak"),
                                      text("_x000D_"), text("\x07"), text("الرياض 😀"), text("\xFF")}});
  CHECK(cells.at("A2").value == "a<b>&\"c\"");
  CHECK(cells.at("A3").value == " both ");
  CHECK(cells.at("A4").value == "line\nbreak");
  CHECK(cells.at("A5").value == "_x005F_x000D_");
  CHECK(cells.at("A6").value == "_x0007_");
  CHECK(cells.at("A7").value == "الرياض 😀");
  CHECK(cells.at("A8").value == "\uFFFD");
}

TEST_CASE("The rows' sheet has a frozen header, a filter over its rows and fitted widths") {
  auto plan = plan_of({column("Reason"), column("n", Type::integer)}, 2);
  plan.sheets[0].widths = {40, 1};
  const auto package =
      write(plan, {batch_of({listed({text("a"), text("b")}), listed({number("1"), number("2")})}, 2)});
  const std::string& sheet = package.at(kRows);
  CHECK(sheet.find("<dimension ref=\"A1:B3\"/>") != std::string::npos);
  CHECK(sheet.find("<autoFilter ref=\"A1:B3\"/>") != std::string::npos);
  CHECK(sheet.find("ySplit=\"1\"") != std::string::npos);
  CHECK(sheet.find("state=\"frozen\"") != std::string::npos);
  CHECK(sheet.find("<col min=\"1\" max=\"1\" width=\"42.") != std::string::npos);
  CHECK(sheet.find("numberStoredAsText=\"1\"") != std::string::npos);
}

TEST_CASE("Printed, each sheet is as wide as its page and says its name, and tables repeat their header") {
  auto plan = plan_of({column("Reason")}, 1);
  plan.insight.failures.reasons.emplace_back().text = "Blocked";
  const auto package = write(plan, {batch_of({listed({text("a")})}, 1)});
  std::size_t sheets = 0;
  for (const auto& [member, xml] : package) {
    if (!member.starts_with("xl/worksheets/sheet")) continue;
    ++sheets;
    INFO(member);
    CHECK(xml.find("<pageSetUpPr fitToPage=\"1\"/>") != std::string::npos);
    CHECK(xml.find("fitToHeight=\"0\"") != std::string::npos);
    CHECK(xml.find("&amp;P / &amp;N") != std::string::npos);
  }
  CHECK(sheets == 5);
  const std::string& workbook = package.at("xl/workbook.xml");
  CHECK(workbook.find("'Delivery report'!$1:$1") != std::string::npos);
  CHECK(workbook.find("'Failure reasons'!$1:$1") != std::string::npos);
}

TEST_CASE("Summary says what the workbook holds") {
  auto plan = plan_of({column("x")}, 1);
  plan.insight.row_sets[static_cast<std::size_t>(RowSet::impossible_numbers)] = 77;
  plan.insight.failures = {.messages = 4,
                           .groups = {},
                           .reasons = {{.text = "Blocked",
                                        .code = "1003",
                                        .group = ReasonGroup::blocked,
                                        .permanent = true,
                                        .failed = 3,
                                        .not_submitted = 0,
                                        .cumulative = 3},
                                       {.text = "",
                                        .code = "7",
                                        .group = ReasonGroup::network,
                                        .permanent = false,
                                        .failed = 0,
                                        .not_submitted = 1,
                                        .cumulative = 4}},
                           .left_off = 0};
  plan.insight.clicks.total = {.all = {8, 5}, .without_automatic = {6, 4}};
  plan.insight.clicks.locations = {
      .values = {{.text = "Riyadh", .counts = {.all = {8, 5}, .without_automatic = {6, 4}}}},
      .left_off = 1'234};
  const auto package = write(plan, {batch_of({listed({text("x")})}, 1)});
  const std::string texts = all_texts(package, kSummary);
  for (const char* expected :
       {"Ramadan <offer>|", "c-1042|", "Submitted to flow studio|", "status Failed|", "none: all rows|",
        "Careful|", "line 1234, byte 56789|", "Numbers that cannot exist|", "Blocked (1003)|",
        "Network or operator, worth a retry|", "Clicks by location|", "Riyadh|"}) {
    INFO(expected);
    CHECK(texts.find(expected) != std::string::npos);
  }
  CHECK(texts.find("Unrecognised") == std::string::npos);
  CHECK(package.at("xl/workbook.xml").find("name=\"Summary\"") != std::string::npos);
  CHECK(package.at("xl/charts/chart1.xml").find("Summary!$B$") != std::string::npos);
  CHECK(package.contains("xl/charts/chart3.xml"));
  for (int chart = 1; chart <= 3; ++chart) {  // bars tell how much only from zero on
    CHECK(package.at("xl/charts/chart" + std::to_string(chart) + ".xml").find("<c:min val=\"0\"/>") !=
          std::string::npos);
  }
  CHECK(all_texts(package, "xl/worksheets/sheet3.xml") == "The report has no rows of this kind.|");
  const auto locations = read_cells(package, "xl/worksheets/sheet4.xml");
  CHECK(locations.at("A2").value == "Riyadh");
  CHECK(locations.at("B2").value == "8");
  CHECK(locations.at("A4").value == "1,234 less frequent ones are left off.");
  const auto failures = read_cells(package, "xl/worksheets/sheet5.xml");
  CHECK(failures.at("A2").value == "Blocked");
  CHECK(failures.at("D3").value == "yes");
  CHECK(failures.at("H3").value == "1");
}

TEST_CASE("About this file says where it comes from and what was lost") {
  auto plan = plan_of({column("x"), column("y")}, 2);
  plan.skipped_records = 5;
  plan.summary.columns[0] = {column("x")};
  std::vector<Value> codes;
  const std::vector<RowBatch> batches = {batch_of(
      {listed({text(std::string(40'000, 'x')), text("\xFF")}), coded({text("\xFE"), text("\xFE")}, codes)},
      2)};
  const auto texts_with = [&](messages::WorkbookEnd end) {
    return all_texts(read_package(file_of(plan, batches, std::move(end))), "xl/worksheets/sheet4.xml");
  };
  const std::string texts = texts_with({.sha256 = {"00ff"}});
  for (const char* expected :
       {"report.json|", "00ff|", "12.3 kB|", "2026-03-04 07:53:20|", "Asia/Riyadh|", "x|"}) {
    INFO(expected);
    CHECK(texts.find(expected) != std::string::npos);
  }
  CHECK(texts.find("Made with Campaign Lens ") != std::string::npos);
  CHECK(texts_with({}).find("not worked out|") != std::string::npos);
  const auto cells = read_cells(read_package(file_of(plan, batches, {})), "xl/worksheets/sheet4.xml");
  const auto figure = [&](const std::string& label) {
    for (const auto& [reference, cell] : cells)
      if (cell.value == label) return cells.at("B" + reference.substr(1)).value;
    return std::string("missing");
  };
  CHECK(figure("Records that could not be read") == "5");
  CHECK(figure("Cells cut to 32,767 characters") == "1");
  CHECK(figure("Cells with characters replaced") == "3");

  plan.summary.files = {"a.json", "a.json"};
  const std::string several = texts_with({.sha256 = {"same", "same"}});
  CHECK(several.find("1: same|") != std::string::npos);
  CHECK(several.find("2: a.json|") != std::string::npos);
}

TEST_CASE("Sheets that are not wanted are not there, and all are right to left if that is wanted") {
  auto plan = plan_of({column("x")}, 0);
  plan.insight.failures.reasons.emplace_back().text = "Blocked";
  plan.sheets.pop_back();
  plan.options = {.delivery = true,
                  .clicks = false,
                  .locations = false,
                  .failures = false,
                  .mask_numbers = true,
                  .right_to_left = true};
  const auto package = write(plan, {});
  CHECK(package.at("xl/workbook.xml").find("Failure reasons") == std::string::npos);
  for (const char* sheet :
       {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"})
    CHECK(package.at(sheet).find("rightToLeft=\"1\"") != std::string::npos);
  CHECK(all_texts(package, kSummary).find("masked") != std::string::npos);
}

TEST_CASE("A status is coloured by what it means, whatever its text") {
  auto column_of_statuses = column("Status");
  column_of_statuses.role = Role::status;
  auto plan = plan_of({column("x"), column_of_statuses}, 1);
  plan.statuses = {{"Delivered \"ok\"", StatusFamily::success}, {"<failed>", StatusFamily::failed}};
  const auto package = write(plan, {batch_of({listed({text("a")}), listed({text("b")})}, 1)});
  const std::string& sheet = package.at(kRows);
  CHECK(sheet.find("<conditionalFormatting sqref=\"B2\">") != std::string::npos);
  CHECK(sheet.find("<formula>\"Delivered \"\"ok\"\"\"</formula>") != std::string::npos);
  CHECK(sheet.find("<formula>\"&lt;failed&gt;\"</formula>") != std::string::npos);
  CHECK(package.at("xl/styles.xml").find("<dxfs count=\"2\">") != std::string::npos);
}

TEST_CASE("The document says who made it, of what and when, and nothing else") {
  const auto package = write(plan_of({column("x")}, 0), {});
  const std::string& core = package.at("docProps/core.xml");
  CHECK(core.find("<dc:title>Ramadan &lt;offer&gt;</dc:title>") != std::string::npos);
  CHECK(core.find("<dc:creator>Campaign Lens</dc:creator>") != std::string::npos);
  CHECK(core.find("2026-03-04T04:53:20Z</dcterms:created>") != std::string::npos);
}

TEST_CASE("The same plan and rows give the same bytes") {
  const auto file = [] { return file_of(plan_of({column("x")}, 1), {batch_of({listed({text("x")})}, 1)}); };
  CHECK(file() == file());
}

TEST_CASE("A workbook that lacks rows cannot be closed") {
  auto workbook = Workbook::create(plan_of({column("x")}, 1));
  REQUIRE(workbook.ok());
  CHECK_FALSE(workbook.value()->close({}).ok());
}

TEST_CASE("Rows that are out of order, of another shape or too many are refused") {
  auto workbook = Workbook::create(plan_of({column("x")}, 2));
  REQUIRE(workbook.ok());
  const RowBatch batch = batch_of({listed({text("a")})}, 1);
  RowBatch late = batch, wide = batch, of_clicks = batch;
  late.first = 1;
  wide.columns.push_back(listed({text("b")}));
  of_clicks.table = TableId::clicks;
  const RowBatch many = batch_of({listed({text("a"), text("b"), text("c")})}, 3);
  for (const RowBatch& refused : {late, wide, of_clicks, many}) {
    CHECK_FALSE(workbook.value()->append(refused).ok());
  }
  CHECK(workbook.value()->append(batch).ok());
}

TEST_CASE("Rows past Excel's limit go on in a sheet of their own") {
  CHECK(part_count(0) == 1);
  CHECK(part_count(kMaxSheetRows) == 1);
  CHECK(part_count(kMaxSheetRows + 1) == 2);
  CHECK(part_name("Delivery report", 0) == "Delivery report");
  CHECK(part_name("Delivery report", 1) == "Delivery report 2");

  std::vector<RowBatch> batches;
  std::vector<Value> codes;
  constexpr std::uint32_t kBatchRows = 1U << 16;
  for (std::uint64_t first = 0; first <= kMaxSheetRows; first += kBatchRows) {
    const auto rows =
        static_cast<std::uint32_t>(std::min<std::uint64_t>(kBatchRows, kMaxSheetRows + 1 - first));
    std::vector<Value> values(rows, boolean(true));
    values.back() = boolean(false);
    batches.push_back(batch_of({coded(values, codes)}, rows, first));
  }
  const auto package = write(plan_of({column("x", Type::boolean)}, kMaxSheetRows + 1), batches);
  const std::string& full = package.at(kRows);
  CHECK(full.find("<autoFilter ref=\"A1:A1048576\"/>") != std::string::npos);
  CHECK(full.find("<row r=\"1048576\">") != std::string::npos);
  CHECK(full.find("<row r=\"1048577\">") == std::string::npos);
  const auto rest = read_cells(package, "xl/worksheets/sheet3.xml");
  CHECK(rest.size() == 2);
  CHECK(rest.at("A1").value == "x");
  CHECK(rest.at("A2") == SheetCell{"b", "0", ""});
  CHECK(all_texts(package, kSummary).find("Delivery report to Delivery report 2") != std::string::npos);
}

}  // namespace campaign_lens
