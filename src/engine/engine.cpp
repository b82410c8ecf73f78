#include "engine/engine.h"

#include <chrono>
#include <utility>

#include "base/text.h"
#include "engine/rows.h"
#include "engine/summary.h"
#include "engine/workbook_name.h"

namespace campaign_lens {

namespace {

std::size_t index_of(TableId table) {
  return static_cast<std::size_t>(table);
}

Error nothing_is_read() {
  return {.message = "No report is being read.", .place = {}};
}

constexpr std::array<std::string_view, kTableCount> kSheetNames = {"Delivery report", "uLink clicks"};

}  // namespace

Engine::Engine(ZoneSource zones) : zones_(std::move(zones)) {}

void Engine::begin(messages::Begin source) {
  source_ = std::move(source);
  dataset_.reset();
  fed_bytes_ = 0;
  read_to_end_ = true;
  corrections_ = {};
  corrected_zone_.reset();
  summary_ = {};
  current_ = {};
  frozen_ = {};
  reader_.emplace(zones_);
  if (source_.file_names.size() > 1) reader_->expect_files(source_.file_names);
}

Status Engine::feed(std::span<const std::byte> chunk) {
  if (!reader_) return nothing_is_read();
  fed_bytes_ += chunk.size();
  return reader_->feed(chunk);
}

Status Engine::next_file() {
  if (!reader_) return nothing_is_read();
  reader_->next_file();
  return success();
}

Result<messages::ReportSummary> Engine::finish(messages::Finish::Reason reason) {
  if (!reader_) return nothing_is_read();
  read_to_end_ = reason == messages::Finish::Reason::end_of_file;
  Result<Dataset> dataset = std::move(*reader_).finish(read_to_end_);
  reader_.reset();
  if (!dataset) return dataset.error();

  dataset_ = std::move(dataset).value();
  if (!read_to_end_) dataset_->warnings.insert(dataset_->warnings.begin(), stopped(reason));
  return describe();
}

Warning Engine::stopped(messages::Finish::Reason reason) const {
  const std::uint64_t rows = dataset_->delivery.rows() + dataset_->clicks.rows();
  std::string message = reason == messages::Finish::Reason::out_of_memory
                            ? "Reading stopped before memory ran out: "
                            : "Reading was stopped: ";
  message += with_thousands(rows) + " rows were read, from " + file_size(fed_bytes_);
  if (source_.file_bytes > fed_bytes_) {
    const double rows_a_byte = static_cast<double>(rows) / static_cast<double>(fed_bytes_);
    const double all = rows_a_byte * static_cast<double>(source_.file_bytes);
    message += " of " + file_size(source_.file_bytes) + "; there are about " +
               with_thousands(static_cast<std::uint64_t>(all)) + " in all";
  }
  return {.message = message + "."};
}

bool Engine::readable() const {
  return dataset_ || (reader_ && reader_->readable());
}

bool Engine::full() const {
  return source_.memory_limit > 0 &&
         dataset().delivery.heap_bytes() + dataset().clicks.heap_bytes() >= source_.memory_limit;
}

const Dataset& Engine::dataset() const {
  return dataset_ ? *dataset_ : reader_->dataset();
}

Dataset& Engine::dataset() {
  return dataset_ ? *dataset_ : reader_->dataset();
}

const messages::ReportSummary& Engine::describe() {
  if (reader_) reader_->publish();
  interpret();
  summary_ = summarise(dataset(), source_, corrections_);
  summary_.complete = dataset_.has_value();
  summary_.read_to_end = read_to_end_;
  for (const TableId table : {TableId::delivery, TableId::clicks}) {
    Current& current = current_[index_of(table)];
    if (current.query_id == 0) current.selection = Selection::all(dataset().table(table).rows());
  }
  return summary_;
}

Result<messages::ReportSummary> Engine::correct(const Corrections& corrections) {
  std::optional<TimeZone> zone;
  if (!corrections.zone.empty()) {
    zone = fixed_offset_zone(corrections.zone);
    if (!zone) zone = zones_(corrections.zone);
    if (!zone) return Error{.message = "The time zone “" + corrections.zone + "” is unknown.", .place = {}};
  }
  corrections_ = corrections;
  corrected_zone_ = std::move(zone);
  return describe();
}

void Engine::interpret() {
  Dataset& report = dataset();
  report.zone = corrected_zone_.value_or(report.campaign_zone);
  for (const TableId id : {TableId::delivery, TableId::clicks}) {
    Interpretation interpretation{.roles = {}, .families = {}, .zone = report.zone};
    for (const Corrections::ColumnRole& corrected : corrections_.roles) {
      if (corrected.table == id) interpretation.roles[corrected.column] = corrected.role;
    }
    for (const Corrections::StatusMeaning& corrected : corrections_.statuses) {
      interpretation.families[corrected.status] = corrected.family;
    }
    Table& table = report.table(id);
    if (table.interpretation() != interpretation) table.interpret(std::move(interpretation));
  }
}

std::uint64_t Engine::rows(TableId table) const {
  if (dataset_) return dataset_->table(table).rows();
  if (!reader_) return 0;
  return table == TableId::delivery ? reader_->delivery_rows() : reader_->click_rows();
}

messages::QueryAnswer Engine::query(const messages::QueryRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  Current& current = current_[index_of(request.query.table)];
  current = {.query_id = request.id, .selection = run(dataset(), request.query)};
  const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
  return {.id = request.id,
          .table = request.query.table,
          .rows = current.selection.size(),
          .elapsed_ms = elapsed.count()};
}

messages::WindowAnswer Engine::window(const messages::WindowRequest& request) const {
  const Current& current = current_[index_of(request.table)];
  messages::WindowAnswer answer = window_of(dataset(), current.selection, request);
  answer.query_id = current.query_id;
  return answer;
}

messages::WorkbookPlan Engine::export_begin(const messages::ExportBegin& request) {
  std::array<Query, kTableCount> queries = {request.delivery, request.clicks};
  messages::WorkbookPlan plan;
  plan.summary = summary_;
  plan.exported_at = request.exported_at_us;
  plan.exported_at_text = format_time(request.exported_at_us, dataset().zone);
  plan.suggested_name = workbook_name(summary_);
  for (const TableId table : {TableId::delivery, TableId::clicks}) {
    const std::size_t index = index_of(table);
    queries[index].table = table;
    frozen_[index] = run(dataset(), queries[index]);
    plan.sheets.push_back({.table = table,
                           .name = std::string(kSheetNames[index]),
                           .columns = summary_.columns[index],
                           .rows = frozen_[index].size()});
  }
  plan.delivery_filters = in_words(dataset(), queries[index_of(TableId::delivery)]);
  plan.click_filters = in_words(dataset(), queries[index_of(TableId::clicks)]);
  return plan;
}

messages::RowBatch Engine::export_batch(const messages::ExportBatch& request) const {
  return batch_of(dataset(), frozen_[index_of(request.table)], request);
}

}  // namespace campaign_lens
