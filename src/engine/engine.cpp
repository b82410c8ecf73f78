#include "engine/engine.h"

#include <chrono>
#include <utility>

#include "engine/rows.h"
#include "engine/summary.h"
#include "engine/workbook_name.h"

namespace campaign_lens {

namespace {

std::size_t index_of(TableId table) {
  return static_cast<std::size_t>(table);
}

constexpr std::array<std::string_view, kTableCount> kSheetNames = {"Delivery report", "uLink clicks"};

}  // namespace

Engine::Engine(ZoneSource zones) : zones_(std::move(zones)) {}

void Engine::begin(messages::Begin source) {
  source_ = std::move(source);
  dataset_.reset();
  summary_ = {};
  current_ = {};
  frozen_ = {};
  reader_.emplace(zones_);
}

void Engine::expect_files(std::vector<std::string> names) {
  if (reader_) reader_->expect_files(std::move(names));
}

void Engine::next_file() {
  if (reader_) reader_->next_file();
}

Status Engine::feed(std::span<const std::byte> chunk) {
  if (!reader_) return Error{.message = "No report is being read.", .place = {}};
  return reader_->feed(chunk);
}

Result<messages::ReportSummary> Engine::finish() {
  if (!reader_) return Error{.message = "No report is being read.", .place = {}};
  Result<Dataset> dataset = std::move(*reader_).finish();
  reader_.reset();
  if (!dataset) return dataset.error();

  dataset_ = std::move(dataset).value();
  summary_ = summarise(*dataset_, source_);
  for (const TableId table : {TableId::delivery, TableId::clicks}) {
    current_[index_of(table)].selection = Selection::all(dataset_->table(table).rows());
  }
  return summary_;
}

std::uint64_t Engine::rows(TableId table) const {
  if (dataset_) return dataset_->table(table).rows();
  if (!reader_) return 0;
  return table == TableId::delivery ? reader_->delivery_rows() : reader_->click_rows();
}

messages::QueryAnswer Engine::query(const messages::QueryRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  Current& current = current_[index_of(request.query.table)];
  current = {.query_id = request.id, .selection = run(*dataset_, request.query)};
  const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
  return {.id = request.id,
          .table = request.query.table,
          .rows = current.selection.size(),
          .elapsed_ms = elapsed.count()};
}

messages::WindowAnswer Engine::window(const messages::WindowRequest& request) const {
  const Current& current = current_[index_of(request.table)];
  messages::WindowAnswer answer = window_of(*dataset_, current.selection, request);
  answer.query_id = current.query_id;
  return answer;
}

messages::WorkbookPlan Engine::export_begin(const messages::ExportBegin& request) {
  std::array<Query, kTableCount> queries = {request.delivery, request.clicks};
  messages::WorkbookPlan plan;
  plan.summary = summary_;
  plan.exported_at = request.exported_at_us;
  plan.exported_at_text = format_time(request.exported_at_us, dataset_->zone);
  plan.suggested_name = workbook_name(summary_);
  for (const TableId table : {TableId::delivery, TableId::clicks}) {
    const std::size_t index = index_of(table);
    queries[index].table = table;
    frozen_[index] = run(*dataset_, queries[index]);
    plan.sheets.push_back({.table = table,
                           .name = std::string(kSheetNames[index]),
                           .columns = summary_.columns[index],
                           .rows = frozen_[index].size()});
  }
  plan.delivery_filters = in_words(*dataset_, queries[index_of(TableId::delivery)]);
  plan.click_filters = in_words(*dataset_, queries[index_of(TableId::clicks)]);
  return plan;
}

messages::RowBatch Engine::export_batch(const messages::ExportBatch& request) const {
  return batch_of(*dataset_, frozen_[index_of(request.table)], request);
}

}  // namespace campaign_lens
