// A sheet that is poured against the same sheet as libxlsxwriter writes it, over random tables.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <xlsxwriter.h>

#include "package.h"
#include "xlsx/cell_text.h"
#include "xlsx/workbook.h"

namespace campaign_lens {

namespace {

using messages::RowBatch;
using Form = RowBatch::Form;

constexpr std::uint32_t kColumns = 30;  // past Z
constexpr const char* kRows = "xl/worksheets/sheet2.xml";

struct Value {
  Form form = Form::blank;
  std::string text;
  TimeUs wall_clock = kNoTime;
};

class RandomTable {
 public:
  explicit RandomTable(unsigned seed) : random_(seed) {
    rows_ = 1 + below(40);
    for (std::uint32_t column = 0; column < kColumns; ++column) {
      const bool repeats = below(2) == 0;
      const std::vector<Value> few = {value(), value(), value()};
      std::vector<Value>& values = columns_.emplace_back();
      std::vector<std::uint32_t>& codes = codes_.emplace_back();
      for (std::uint32_t row = 0; row < rows_; ++row) {
        if (repeats) codes.push_back(below(3));
        values.push_back(repeats ? few[codes.back()] : value());
      }
    }
  }

  std::uint32_t rows() const { return rows_; }
  const Value& at(std::uint32_t column, std::uint32_t row) const { return columns_[column][row]; }

  RowBatch batch(std::uint32_t first, std::uint32_t rows) const {
    RowBatch batch{.table = TableId::delivery, .first = first, .rows = rows, .columns = {}};
    for (std::uint32_t column = 0; column < kColumns; ++column) {
      RowBatch::Column& values = batch.columns.emplace_back();
      for (std::uint32_t row = first; row < first + rows; ++row) {
        if (!codes_[column].empty()) {
          const std::uint32_t code = codes_[column][row];
          const auto known = std::ranges::find(values.codes, code);
          values.rows.push_back(static_cast<std::uint32_t>(known - values.codes.begin()));
          if (known != values.codes.end()) continue;
          values.codes.push_back(code);
        }
        const Value& value = at(column, row);
        if (value.form == Form::time) {
          values.add(value.wall_clock);
        } else {
          values.add(value.form, value.text);
        }
      }
    }
    return batch;
  }

 private:
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(random_() % end); }

  Value value() {
    switch (below(6)) {
      case 0:
        return {};
      case 1:
        return {Form::number, std::to_string(static_cast<int>(random_())) + (below(2) == 0 ? ".25" : "")};
      case 2:
        return {Form::boolean, below(2) == 0 ? "true" : "false"};
      case 3:
        return {
            Form::time, {}, TimeUs{4'000'000'000'000} * below(1'000) + below(1'000'000) * (below(2) + 0LL)};
      default:
        return {Form::text, text()};
    }
  }

  std::string text() {
    static const std::string kLong(kMaxCellUnits, 'l');
    static const std::vector<std::string> kPieces = {"=1+1",
                                                     "+966500000001",
                                                     "1234567890123",
                                                     "a<b>",
                                                     "&amp;",
                                                     "\"quoted\"",
                                                     "'",
                                                     " ",
                                                     "\t",
                                                     "\n",
                                                     "\r",
                                                     "\r\n",
                                                     std::string(1, '\0'),
                                                     "\x01",
                                                     "\x1F",
                                                     "\x7F",
                                                     "_x000D_",
                                                     "_x000d_",
                                                     "_x00",
                                                     "_",
                                                     "الرياض",
                                                     "é",
                                                     "😀",
                                                     "\u200F",
                                                     "\uFFFD",
                                                     "\xEF\xBF\xBE",
                                                     "\xEF\xBF\xBF",
                                                     "\xED\xA0\x80",
                                                     "\xFF",
                                                     "\xC3",
                                                     "]]>",
                                                     "<![CDATA[",
                                                     kLong};
    std::string text = kPieces[below(static_cast<std::uint32_t>(kPieces.size()))];
    for (std::uint32_t more = below(4); more > 0; --more)
      text += kPieces[below(static_cast<std::uint32_t>(kPieces.size()) - 1)];
    return text;
  }

  std::mt19937 random_;
  std::uint32_t rows_ = 0;
  std::vector<std::vector<Value>> columns_;
  std::vector<std::vector<std::uint32_t>> codes_;  ///< of a column that repeats
};

using Cells = std::map<std::string, SheetCell>;

Cells poured(const RandomTable& table) {
  messages::WorkbookPlan plan;
  messages::WorkbookPlan::Sheet sheet{.table = TableId::delivery,
                                      .name = "Delivery report",
                                      .columns = {},
                                      .widths = {},
                                      .rows = table.rows()};
  sheet.columns.resize(kColumns, {.key = "x", .title = "x", .role = Role::none, .type = Type::text});
  sheet.widths.resize(kColumns);
  plan.sheets = {sheet};
  auto workbook = Workbook::create(plan);
  REQUIRE(workbook.ok());
  const std::uint32_t half = table.rows() / 2;
  REQUIRE(workbook.value()->append(table.batch(0, half)).ok());
  REQUIRE(workbook.value()->append(table.batch(half, table.rows() - half)).ok());
  REQUIRE(workbook.value()->close({}).ok());
  const Bytes file = workbook.value()->take();
  return read_cells(read_package({reinterpret_cast<const char*>(file.data()), file.size()}), kRows);
}

void write_by_library(lxw_worksheet* sheet, const RandomTable& table) {
  for (std::uint32_t row = 0; row < table.rows(); ++row) {
    for (std::uint32_t i = 0; i < kColumns; ++i) {
      const Value& value = table.at(i, row);
      const auto column = static_cast<lxw_col_t>(i);
      if (value.form == Form::text)
        worksheet_write_string(sheet, row + 1, column, cell_text(value.text).text.c_str(), nullptr);
      if (value.form == Form::number)
        worksheet_write_number(sheet, row + 1, column, std::strtod(value.text.c_str(), nullptr), nullptr);
      if (value.form == Form::boolean)
        worksheet_write_boolean(sheet, row + 1, column, value.text == "true" ? 1 : 0, nullptr);
      if (value.form == Form::time)
        worksheet_write_number(sheet, row + 1, column,
                               25'569 + static_cast<double>(value.wall_clock) / 86'400'000'000, nullptr);
    }
  }
}

Cells by_library(const RandomTable& table) {
  const std::string path =
      (std::filesystem::temp_directory_path() / ("campaign-lens-" + std::to_string(std::random_device{}())))
          .string();
  lxw_workbook* const workbook = workbook_new(path.c_str());
  workbook_add_worksheet(workbook, nullptr);
  write_by_library(workbook_add_worksheet(workbook, nullptr), table);
  REQUIRE(workbook_close(workbook) == LXW_NO_ERROR);
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::filesystem::remove(path);
  return read_cells(read_package(bytes), kRows);
}

}  // namespace

TEST_CASE("A poured sheet equals, cell for cell, what libxlsxwriter writes") {
  for (unsigned seed = 0; seed < 30; ++seed) {
    INFO("seed " << seed);
    const RandomTable table(seed);
    Cells ours = poured(table);
    std::erase_if(ours, [](const auto& cell) {
      return cell.first.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == cell.first.size() - 1 &&
             cell.first.back() == '1';
    });
    Cells theirs = by_library(table);
    REQUIRE(ours.size() == theirs.size());
    for (const auto& [reference, expected] : theirs) {
      INFO(reference);
      REQUIRE(ours.contains(reference));
      const SheetCell& cell = ours.at(reference);
      if (expected.type == "n") {
        // Of a time either rounds once more: by less than two microseconds.
        CHECK(std::abs(std::strtod(cell.value.c_str(), nullptr) -
                       std::strtod(expected.value.c_str(), nullptr)) <= 2e-11);
      } else {
        CHECK(cell.value == expected.value);
      }
      CHECK((cell.type == expected.type || (cell.type == "inlineStr" && expected.type == "s")));
    }
  }
}

}  // namespace campaign_lens
