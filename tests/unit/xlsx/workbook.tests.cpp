#include "xlsx/workbook.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <limits>
#include <random>

#include "package.h"
#include "xlsx/row_sheets.h"

namespace campaign_lens {

namespace {

using Value = messages::RowBatch::Value;
using Form = Value::Form;
using messages::RowBatch;
using messages::WorkbookPlan;

Value text(std::string value) {
  return {Form::text, std::move(value), 0};
}
Value number(double value) {
  return {Form::number, "", value};
}
Value moment(double local_s) {
  return {Form::time, "", local_s};
}
Value boolean(bool value) {
  return {Form::boolean, "", value ? 1.0 : 0.0};
}
Value blank() {
  return {};
}

/// A folder of this test's own, as others run beside it; gone after the test.
class Folder {
 public:
  Folder()
      : path_(std::filesystem::temp_directory_path() /
              ("campaign-lens-xlsx-" + std::to_string(std::random_device{}()))) {
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file() const { return (path_ / "book.xlsx").string(); }
  bool empty() const { return std::filesystem::is_empty(path_); }

 private:
  std::filesystem::path path_;
};

WorkbookPlan plan_of(std::vector<ColumnInfo> columns, std::uint64_t rows) {
  WorkbookPlan plan;
  plan.summary.campaign_name = "Ramadan <offer>";
  plan.summary.file_name = "report.json";
  plan.summary.file_bytes = 12'345;
  plan.summary.zone = "Asia/Riyadh";
  plan.summary.facts = {{"Campaign id", "c-1042"}};
  plan.summary.counts = {.values = {4, 3, 2, 0, 1, 1, 0}};
  plan.summary.rows[0] = 4;
  plan.summary.warnings = {
      {.message = "Careful", .count = 2, .places = {{.place = {.line = 1234, .byte_offset = 56'789}}}}};
  plan.delivery_filters = "status Failed";
  plan.exported_at = 1'772'600'000'000'000;
  plan.exported_at_text = "2026-03-04 07:53:20";
  plan.sheets = {
      {.table = TableId::delivery, .name = "Delivery report", .columns = std::move(columns), .rows = rows},
      {.table = TableId::clicks, .name = "uLink clicks", .columns = {}, .rows = 0}};
  return plan;
}

ColumnInfo column(std::string title, Type type = Type::text) {
  return {.key = title, .title = title, .role = Role::none, .type = type};
}

std::map<std::string, std::string> write(const std::string& path, const WorkbookPlan& plan,
                                         const RowBatch& batch) {
  auto workbook = Workbook::create(path, plan);
  REQUIRE(workbook.ok());
  REQUIRE(workbook.value()->append(batch).ok());
  REQUIRE(workbook.value()->close().ok());
  return read_package(path);
}

std::map<std::string, SheetCell> delivery_cells(std::vector<ColumnInfo> columns,
                                                std::vector<std::vector<Value>> values) {
  const Folder folder;
  RowBatch batch;
  batch.rows = static_cast<std::uint32_t>(values.empty() ? 0 : values[0].size());
  batch.columns = std::move(values);
  auto package = write(folder.file(), plan_of(std::move(columns), batch.rows), batch);
  return read_cells(package.at("xl/worksheets/sheet2.xml"));
}

/// The texts of a sheet's cells, one after the other.
std::string all_texts(const std::string& sheet_xml) {
  std::string texts;
  for (const auto& [reference, cell] : read_cells(sheet_xml))
    texts += cell.value + "|";
  return texts;
}

}  // namespace

TEST_CASE("Each kind of value becomes a cell of its kind") {
  const auto cells = delivery_cells({column("Number"), column("price", Type::decimal),
                                     column("Time", Type::time), column("paid", Type::boolean)},
                                    {{text("+966500000001"), text("=1+1")},
                                     {number(1.5), blank()},
                                     {moment(1'772'355'607), moment(1'772'355'608.25)},
                                     {boolean(true), boolean(false)}});
  CHECK(cells.at("A1").value == "Number");
  CHECK(cells.at("C1").value == "Time (Asia/Riyadh)");
  CHECK(cells.at("A2").type == "inlineStr");
  CHECK(cells.at("A2").value == "+966500000001");
  CHECK(cells.at("A3").type == "inlineStr");
  CHECK(cells.at("A3").value == "=1+1");
  CHECK(cells.at("B2") == SheetCell{"n", "1.5", ""});
  CHECK_FALSE(cells.contains("B3"));
  CHECK(cells.at("C2").value.substr(0, 13) == "46082.3750810");
  CHECK(cells.at("C2").style != cells.at("C3").style);
  CHECK(cells.at("D2") == SheetCell{"b", "1", ""});
  CHECK(cells.at("D3") == SheetCell{"b", "0", ""});
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
  const Folder folder;
  RowBatch batch;
  batch.rows = 2;
  batch.columns = {{text("short"), text(std::string(40, 'w'))}, {number(1), number(2)}};
  auto package = write(folder.file(), plan_of({column("Reason"), column("n", Type::integer)}, 2), batch);
  const std::string& sheet = package.at("xl/worksheets/sheet2.xml");
  CHECK(sheet.find("<autoFilter ref=\"A1:B3\"/>") != std::string::npos);
  CHECK(sheet.find("ySplit=\"1\"") != std::string::npos);
  CHECK(sheet.find("state=\"frozen\"") != std::string::npos);
  CHECK(sheet.find("<col min=\"1\" max=\"1\" width=\"42.") != std::string::npos);
  CHECK(sheet.find("numberStoredAsText=\"1\"") != std::string::npos);
}

TEST_CASE("Summary says what the workbook holds") {
  const Folder folder;
  RowBatch batch;
  batch.rows = 2;
  batch.columns = {{text(std::string(40'000, 'x')), text("\xFF")}};
  auto package = write(folder.file(), plan_of({column("x")}, 2), batch);
  const std::string texts = all_texts(package.at("xl/worksheets/sheet1.xml"));
  for (const char* expected :
       {"Ramadan <offer>|", "c-1042|", "Submitted to flow studio|", "status Failed|", "none: all rows|",
        "report.json|", "12.3 kB|", "2026-03-04 07:53:20 (Asia/Riyadh)|", "Careful|",
        "line 1234, byte 56789|", "were cut", "cannot hold"}) {
    INFO(expected);
    CHECK(texts.find(expected) != std::string::npos);
  }
  CHECK(texts.find("Unrecognised") == std::string::npos);
  CHECK(package.at("xl/workbook.xml").find("name=\"Summary\"") != std::string::npos);
  CHECK(all_texts(package.at("xl/worksheets/sheet3.xml")) == "The report has no rows of this kind.|");
}

TEST_CASE("The document says who made it, of what and when, and nothing else") {
  const Folder folder;
  RowBatch batch;
  batch.columns = {{}};
  auto package = write(folder.file(), plan_of({column("x")}, 0), batch);
  const std::string& core = package.at("docProps/core.xml");
  CHECK(core.find("<dc:title>Ramadan &lt;offer&gt;</dc:title>") != std::string::npos);
  CHECK(core.find("<dc:creator>Campaign Lens</dc:creator>") != std::string::npos);
  CHECK(core.find("2026-03-04T04:53:20Z</dcterms:created>") != std::string::npos);
}

TEST_CASE("The same plan and rows give the same bytes") {
  const Folder folder;
  RowBatch batch;
  batch.rows = 1;
  batch.columns = {{text("x")}};
  const auto first = write(folder.file(), plan_of({column("x")}, 1), batch);
  CHECK(first == write(folder.file(), plan_of({column("x")}, 1), batch));
}

TEST_CASE("An export that is given up leaves no file, and the one that was there as it was") {
  const Folder folder;
  {
    auto workbook = Workbook::create(folder.file(), plan_of({column("x")}, 1));
    REQUIRE(workbook.ok());
  }
  CHECK(folder.empty());
  std::ofstream(folder.file()) << "before";
  {
    auto workbook = Workbook::create(folder.file(), plan_of({column("x")}, 1));
    CHECK_FALSE(workbook.value()->close().ok());
  }
  std::string content;
  std::ifstream(folder.file()) >> content;
  CHECK(content == "before");
}

TEST_CASE("A place that cannot be written is an error before the first row") {
  const auto workbook = Workbook::create("/nonexistent/folder/book.xlsx", plan_of({column("x")}, 1));
  REQUIRE_FALSE(workbook.ok());
  CHECK(workbook.error().message.find("/nonexistent/folder/book.xlsx") != std::string::npos);
}

TEST_CASE("Rows that are out of order, of another shape or too many are refused") {
  const Folder folder;
  auto workbook = Workbook::create(folder.file(), plan_of({column("x")}, 2));
  REQUIRE(workbook.ok());
  RowBatch batch;
  batch.rows = 1;
  batch.columns = {{text("a")}};
  RowBatch late = batch, wide = batch, short_of = batch, not_finite = batch, many = batch;
  late.first = 1;
  wide.columns.push_back({text("b")});
  short_of.columns = {{}};
  not_finite.columns = {{number(std::numeric_limits<double>::quiet_NaN())}};
  many.rows = 3;
  many.columns = {{text("a"), text("b"), text("c")}};
  for (const RowBatch& refused : {late, wide, short_of, not_finite, many}) {
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

  const Folder folder;
  auto workbook = Workbook::create(folder.file(), plan_of({column("x", Type::boolean)}, kMaxSheetRows + 1));
  REQUIRE(workbook.ok());
  RowBatch batch;
  batch.rows = 1 << 16;
  batch.columns = {std::vector<Value>(batch.rows, boolean(true))};
  while (batch.first <= kMaxSheetRows) {
    batch.rows =
        static_cast<std::uint32_t>(std::min<std::uint64_t>(batch.rows, kMaxSheetRows + 1 - batch.first));
    batch.columns[0].resize(batch.rows);
    REQUIRE(workbook.value()->append(batch).ok());
    batch.first += batch.rows;
  }
  REQUIRE(workbook.value()->close().ok());
  const auto package = read_package(folder.file());
  CHECK(package.at("xl/worksheets/sheet2.xml").find("<autoFilter ref=\"A1:A1048576\"/>") !=
        std::string::npos);
  CHECK(read_cells(package.at("xl/worksheets/sheet3.xml")).at("A2").value == "1");
  CHECK(all_texts(package.at("xl/worksheets/sheet1.xml")).find("Delivery report to Delivery report 2") !=
        std::string::npos);
}

}  // namespace campaign_lens
