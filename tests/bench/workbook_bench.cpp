// What writing the rows of a report takes: workbook_bench pour|library REPORT OUT. `pour` is the product's
// way, `library` libxlsxwriter alone, in its mode of constant memory. Making the batches of rows is measured
// for neither. Prints JSON. Built natively and as WebAssembly for Node.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xlsxwriter.h>

#include "engine/engine.h"
#include "xlsx/workbook.h"

namespace campaign_lens {
namespace {

using messages::RowBatch;
using Form = RowBatch::Form;

constexpr std::uint32_t kBatchRows = 16'384;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// Of the process, as far as it is told.
class CpuTime {
 public:
  void start() { start_ = std::clock(); }
  void stop() { seconds_ += static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC; }
  double seconds() const { return seconds_; }

 private:
  std::clock_t start_ = 0;
  double seconds_ = 0;
};

bool read_report(Engine& engine, const char* path) {
  const File file(std::fopen(path, "rb"));
  if (!file) return false;
  engine.begin({.file_names = {path}});
  std::vector<std::byte> chunk(std::size_t{1} << 20);
  for (;;) {
    const std::size_t got = std::fread(chunk.data(), 1, chunk.size(), file.get());
    if (got == 0) return engine.finish().ok();
    if (!engine.feed(std::span(chunk).first(got)).ok()) return false;
  }
}

/// Calls `take(batch)` for all rows of the plan, until it gives false.
template <typename Take>
bool for_each_batch(const Engine& engine, const messages::WorkbookPlan& plan, Take take) {
  for (const messages::WorkbookPlan::Sheet& sheet : plan.sheets) {
    for (std::uint64_t first = 0; first < sheet.rows; first += kBatchRows) {
      if (!take(engine.export_batch({.table = sheet.table, .first = first, .count = kBatchRows})))
        return false;
    }
  }
  return true;
}

bool pour(const Engine& engine, const messages::WorkbookPlan& plan, const char* path, CpuTime& time) {
  const File file(std::fopen(path, "wb"));
  time.start();
  const auto workbook = Workbook::create(plan);
  time.stop();
  if (!file || !workbook) return false;
  const auto write = [&] {
    const Bytes part = workbook.value()->take();
    return std::fwrite(part.data(), 1, part.size(), file.get()) == part.size();
  };
  const bool poured = for_each_batch(engine, plan, [&](const RowBatch& batch) {
    time.start();
    const Status appended = workbook.value()->append(batch);
    const bool written = write();
    time.stop();
    return appended.ok() && written;
  });
  time.start();
  const bool closed = poured && workbook.value()->close({}).ok() && write();
  time.stop();
  return closed;
}

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const RowBatch::Column& values,
                std::uint32_t value, lxw_format* text_format, lxw_format* time_format, std::string& text) {
  switch (values.forms[value]) {
    case Form::blank:
      break;
    case Form::text:
      text = values.text(value);
      worksheet_write_string(sheet, row, column, text.c_str(), text_format);
      break;
    case Form::number:
      text = values.text(value);
      worksheet_write_number(sheet, row, column, std::strtod(text.c_str(), nullptr), nullptr);
      break;
    case Form::time:
      worksheet_write_number(sheet, row, column, 25'569 + static_cast<double>(values.times[value]) / 86'400e6,
                             time_format);
      break;
    case Form::boolean:
      worksheet_write_boolean(sheet, row, column, values.text(value) == "true" ? 1 : 0, nullptr);
  }
}

bool by_library(const Engine& engine, const messages::WorkbookPlan& plan, const char* path, CpuTime& time) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  lxw_workbook* const workbook = workbook_new_opt(path, &options);
  lxw_format* const text_format = workbook_add_format(workbook);
  format_set_num_format(text_format, "@");
  lxw_format* const time_format = workbook_add_format(workbook);
  format_set_num_format(time_format, "yyyy-mm-dd hh:mm:ss");
  lxw_worksheet* sheet = nullptr;
  std::string text;
  for_each_batch(engine, plan, [&](const RowBatch& batch) {
    if (batch.first == 0) sheet = workbook_add_worksheet(workbook, nullptr);
    time.start();
    for (std::uint32_t i = 0; i < batch.rows; ++i) {
      for (std::size_t column = 0; column < batch.columns.size(); ++column) {
        const RowBatch::Column& values = batch.columns[column];
        write_cell(sheet, static_cast<lxw_row_t>(batch.first + i + 1), static_cast<lxw_col_t>(column), values,
                   values.codes.empty() ? i : values.rows[i], text_format, time_format, text);
      }
    }
    time.stop();
    return true;
  });
  time.start();
  const bool closed = workbook_close(workbook) == LXW_NO_ERROR;
  time.stop();
  return closed;
}

bool measure(bool pours, const char* report, const char* path) {
  Engine engine([](std::string_view) { return std::optional<TimeZone>(); });
  if (!read_report(engine, report)) return false;
  const messages::WorkbookPlan plan = engine.export_begin({}).result();
  CpuTime time;
  const bool done = pours ? pour(engine, plan, path, time) : by_library(engine, plan, path, time);
  const File file(std::fopen(path, "rb"));
  if (!done || !file) return false;
  std::fseek(file.get(), 0, SEEK_END);
  std::printf("{\"seconds\": %.6f, \"bytes\": %ld}\n", time.seconds(), std::ftell(file.get()));
  return true;
}

}  // namespace
}  // namespace campaign_lens

int main(int count, char** arguments) {
  const std::string_view way = count == 4 ? arguments[1] : "";
  if (way != "pour" && way != "library") {
    std::fputs("usage: workbook_bench pour|library REPORT OUT\n", stderr);
    return 2;
  }
  return campaign_lens::measure(way == "pour", arguments[2], arguments[3]) ? 0 : 1;
}
