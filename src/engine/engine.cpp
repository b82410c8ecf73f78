#include "engine/engine.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <utility>

#include "base/text.h"
#include "engine/rows.h"
#include "engine/summary.h"
#include "engine/text_rows.h"
#include "engine/workbook_name.h"
#include "ingest/warnings.h"
#include "insight/insight.h"
#include "query/filter.h"
#include "query/find.h"
#include "query/sort.h"
#include "table/column_reader.h"

namespace campaign_lens {

namespace {

std::size_t index_of(TableId table) {
  return static_cast<std::size_t>(table);
}

Error nothing_is_read() {
  return {.message = "No report is being read.", .place = {}};
}

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// A byte for each row: 1 if the query keeps it. Empty: it keeps all.
Task<std::vector<std::uint8_t>> kept_by(const Dataset& dataset, Query query, const ReportFacts* facts) {
  Filter filter = co_await part(0, 0.2, Filter::of(dataset, query, facts));
  std::vector<std::uint8_t> kept;
  const std::size_t groups = filter.keeps_all() ? 0 : dataset.table(query.table).group_count();
  for (std::size_t group = 0; group < groups; ++group) {
    const std::span<const std::uint8_t> of_group = filter.kept(group);
    kept.insert(kept.end(), of_group.begin(), of_group.end());
    co_await pause(group, groups);
  }
  co_return kept;
}

bool begin_alike(const std::vector<ColumnInfo>& before, const std::vector<ColumnInfo>& now) {
  return before.size() <= now.size() && std::equal(before.begin(), before.end(), now.begin());
}

/// A byte for each row of a table: 1 if it is selected, else 0. Empty: all are.
std::vector<std::uint8_t> kept_of(const Selection& rows, std::uint64_t of_table) {
  if (rows.size() == of_table) return {};
  std::vector<std::uint8_t> kept(static_cast<std::size_t>(of_table));
  for (std::uint64_t position = 0; position < rows.size(); ++position)
    kept[static_cast<std::size_t>(rows[position])] = 1;
  return kept;
}

/// Those of the columns that a table of `count` has, each once; all where none are named.
std::vector<std::uint32_t> known_columns(const std::vector<std::uint32_t>& named, std::size_t count) {
  std::vector<std::uint32_t> columns;
  if (named.empty()) {
    columns.resize(count);
    std::iota(columns.begin(), columns.end(), 0U);
  }
  for (const std::uint32_t column : named) {
    if (column < count && std::ranges::find(columns, column) == columns.end()) columns.push_back(column);
  }
  return columns;
}

constexpr std::size_t kMostStatusBytes = 200;
constexpr std::array<std::string_view, kTableCount> kSheetNames = {"Delivery report", "uLink clicks"};

}  // namespace

TimeUs system_time() {
  using std::chrono::microseconds;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<microseconds>(now).count();
}

Engine::Engine(ZoneSource zones, Clock clock) : zones_(std::move(zones)), clock_(clock) {}

void Engine::begin(messages::Begin source) {
  source_ = std::move(source);
  dataset_.reset();
  fed_bytes_ = 0;
  read_to_end_ = true;
  corrections_ = {};
  corrected_zone_.reset();
  summary_ = {};
  current_ = {};
  counted_values_.reset();
  found_.reset();
  facts_.reset();
  export_ = {};
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
  facts_.reset();
  if (reader_) reader_->publish();
  const bool interpreted_anew = interpret();
  const messages::ReportSummary before = std::exchange(summary_, summarise(dataset(), source_, corrections_));
  summary_.complete = dataset_.has_value();
  summary_.read_to_end = read_to_end_;
  counted_values_.reset();
  found_.reset();
  for (const TableId table : {TableId::delivery, TableId::clicks}) {
    Current& current = current_[index_of(table)];
    if (current.query_id == 0) current.selection = Selection::all(dataset().table(table).rows());
    // A column's type may follow the values that have come; what is in a set follows all of them, and the
    // time.
    const bool by_facts = current.query && asks_facts(*current.query);
    if (by_facts || interpreted_anew ||
        !begin_alike(before.columns[index_of(table)], summary_.columns[index_of(table)]))
      current.query.reset();
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

bool Engine::interpret() {
  bool anew = false;
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
    if (table.interpretation() == interpretation) continue;
    table.interpret(std::move(interpretation));
    anew = true;
  }
  return anew;
}

std::uint64_t Engine::rows(TableId table) const {
  if (dataset_) return dataset_->table(table).rows();
  if (!reader_) return 0;
  return table == TableId::delivery ? reader_->delivery_rows() : reader_->click_rows();
}

Task<messages::QueryAnswer> Engine::query(messages::QueryRequest request) {
  const auto start = std::chrono::steady_clock::now();
  Current& current = current_[index_of(request.query.table)];
  const std::uint64_t rows = std::as_const(*this).dataset().table(request.query.table).rows();
  if (current.query != request.query) {
    const ReportFacts* const facts = co_await part(0, 0.5, facts_for(request.query));
    current.selection = co_await part(facts == nullptr ? 0 : 0.5, 1, run(dataset(), request.query, facts));
  } else if (current.rows != rows) {
    const ReportFacts* const facts = co_await part(0, 0.5, facts_for(request.query));
    current.selection =
        co_await part(facts == nullptr ? 0 : 0.5, 1,
                      extended(current.selection, dataset(), request.query, current.rows, facts));
  }
  current.query_id = request.id;
  current.query = request.query;
  current.rows = rows;
  co_return {.id = request.id,
             .table = request.query.table,
             .rows = current.selection.size(),
             .elapsed_ms = milliseconds_since(start)};
}

Task<messages::FacetAnswer> Engine::facet(messages::FacetRequest request) {
  const auto start = std::chrono::steady_clock::now();
  if (!counted_values_ || counted_values_->query != request.query ||
      counted_values_->column != request.column || counted_values_->search != request.search) {
    const ReportFacts* const facts = co_await part(0, 0.5, facts_for(request.query));
    counted_values_ = {
        .query = request.query,
        .column = request.column,
        .search = request.search,
        .facet = co_await part(facts == nullptr ? 0 : 0.5, 1,
                               facet_of(dataset(), request.query, request.column, request.search, facts))};
  }
  const Facet& facet = counted_values_->facet;
  co_return {.id = request.id,
             .table = request.query.table,
             .column = request.column,
             .rows = facet.rows,
             .blank_rows = facet.blank_rows,
             .distinct = facet.values.size(),
             .first = request.first,
             .values = values_of(dataset(), facet, request),
             .elapsed_ms = milliseconds_since(start)};
}

Task<const ReportFacts*> Engine::facts(TimeUs now) {
  if (!facts_) facts_ = co_await part(0, 1, ReportFacts::of(dataset(), now));
  co_return facts_.get();
}

Task<const ReportFacts*> Engine::facts_for(const Query& query) {
  co_return !asks_facts(query) ? nullptr : co_await part(0, 1, facts(clock_()));
}

Task<messages::InsightAnswer> Engine::insight(messages::InsightRequest request) {
  const auto start = std::chrono::steady_clock::now();
  request.delivery.table = TableId::delivery;
  request.clicks.table = TableId::clicks;
  const ReportFacts* const known =
      co_await part(0, 0.5, facts(request.now == kNoTime ? clock_() : request.now));
  const auto delivery = co_await part(0.5, 0.6, kept_by(dataset(), request.delivery, known));
  const auto clicks = co_await part(0.6, 0.65, kept_by(dataset(), request.clicks, known));
  Insight insight = co_await part(0.65, 1, insight_of(*known, {.delivery = {delivery}, .clicks = {clicks}}));
  co_return {.id = request.id, .insight = std::move(insight), .elapsed_ms = milliseconds_since(start)};
}

Task<messages::FindAnswer> Engine::find(messages::FindRequest request) {
  const Current& current = current_[index_of(request.table)];
  if (!found_ || found_->table != request.table || found_->query_id != current.query_id ||
      found_->text != request.text || found_->columns != request.columns) {
    found_ = {.table = request.table,
              .query_id = current.query_id,
              .text = request.text,
              .columns = request.columns,
              .places = co_await part(0, 0.9,
                                      places_with(std::as_const(*this).dataset(), request.table,
                                                  current.selection, request.text, request.columns))};
  }
  const std::vector<std::uint32_t>& places = found_->places;
  messages::FindAnswer answer{.id = request.id,
                              .table = request.table,
                              .query_id = current.query_id,
                              .rows = places.size(),
                              .place = std::nullopt};
  if (places.empty()) co_return answer;
  auto next = request.backwards ? std::ranges::upper_bound(places, request.from)
                                : std::ranges::lower_bound(places, request.from);
  if (request.backwards) {
    next = next == places.begin() ? places.end() - 1 : next - 1;
  } else if (next == places.end()) {
    next = places.begin();
  }
  const std::optional<std::uint32_t> column =
      co_await part(0.9, 1,
                    column_with(std::as_const(*this).dataset(), request.table, current.selection[*next],
                                request.text, request.columns));
  answer.place = {.row = *next,
                  .column = column.value_or(request.columns.front()),
                  .number = static_cast<std::uint64_t>(next - places.begin()) + 1};
  co_return answer;
}

messages::WindowAnswer Engine::window(const messages::WindowRequest& request) const {
  const Current& current = current_[index_of(request.table)];
  messages::WindowAnswer answer = window_of(dataset(), current.selection, request);
  answer.query_id = current.query_id;
  return answer;
}

const Selection& Engine::selection(TableId table) const {
  return current_[index_of(table)].selection;
}

Task<messages::WorkbookPlan> Engine::export_begin(messages::ExportBegin request) {
  const TimeUs now = request.exported_at_us;
  const ReportFacts* const known = co_await part(0, 0.3, facts(now));
  Export exported;
  messages::WorkbookPlan plan;
  plan.options = request.options;
  plan.summary = summary_;
  plan.exported_at = now;
  plan.exported_at_text = format_time(now, dataset().zone);
  plan.suggested_name = workbook_name(summary_);
  std::array<std::vector<std::uint8_t>, kTableCount> kept;
  for (const TableId table : {TableId::delivery, TableId::clicks}) {
    const std::size_t index = index_of(table);
    const bool delivery = table == TableId::delivery;
    Query& query = delivery ? request.delivery : request.clicks;
    query.table = table;
    const double begin = 0.3 + 0.2 * static_cast<double>(index);
    Selection rows = co_await part(begin, begin + 0.2, run(dataset(), query, known));
    exported.columns[index] = known_columns(request.options.columns[index], summary_.columns[index].size());
    kept[index] = kept_of(rows, dataset().table(table).rows());
    (delivery ? plan.delivery_filters : plan.click_filters) =
        in_words(dataset(), query, request.options.mask_numbers);
    if (delivery ? request.options.delivery : request.options.clicks) {
      plan.sheets.push_back({.table = table,
                             .name = std::string(kSheetNames[index]),
                             .columns = infos_of(table, exported.columns[index]),
                             .widths = widths_of(dataset(), rows, table, exported.columns[index]),
                             .rows = rows.size()});
    }
    exported.rows[index] = std::move(rows);
  }
  plan.insight = co_await part(0.7, 0.95, insight_of(*known, {.delivery = {kept[0]}, .clicks = {kept[1]}}));
  plan.statuses = co_await part(0.95, 1, status_texts());
  for (const Warning& warning : summary_.warnings) {
    if (warning.message == kSkippedRecord) plan.skipped_records += warning.count;
  }
  if (request.options.mask_numbers) {
    exported.mask.emplace(request.mask_key);
    exported.facts = facts_;
  }
  export_ = std::move(exported);
  co_return plan;
}

Task<std::vector<messages::WorkbookPlan::StatusText>> Engine::status_texts() const {
  std::vector<messages::WorkbookPlan::StatusText> texts;
  const Table& delivery = dataset().delivery;
  const Column* const status = delivery.column(Role::status);
  if (status == nullptr) co_return texts;
  const auto column = static_cast<std::uint32_t>(status - delivery.columns().data());
  ColumnReader reader(*status);
  const Facet facet = co_await part(0, 1, facet_of(dataset(), {}, column, {}, nullptr));
  for (const Facet::Value& value : facet.values) {
    if (texts.size() == messages::WorkbookPlan::kMaxStatusTexts) break;
    texts.push_back({.text = std::string(bounded(reader.cell(value.row).text, kMostStatusBytes)),
                     .family = delivery.families(value.row / kRowGroupRows)[value.row % kRowGroupRows]});
  }
  co_return texts;
}

ExportedColumns Engine::exported_columns(TableId table) const {
  ExportedColumns exported{.columns = export_.columns[index_of(table)], .mask = nullptr, .recipients = {}};
  if (export_.mask) {
    exported.mask = &*export_.mask;
    exported.recipients = export_.facts->recipients().of_rows(table);
  }
  return exported;
}

std::vector<ColumnInfo> Engine::infos_of(TableId table, std::span<const std::uint32_t> columns) const {
  std::vector<ColumnInfo> infos;
  for (const std::uint32_t column : columns)
    infos.push_back(summary_.columns[index_of(table)][column]);
  return infos;
}

messages::RowBatch Engine::export_batch(const messages::ExportBatch& request) const {
  return batch_of(dataset(), export_.rows[index_of(request.table)], request, exported_columns(request.table));
}

messages::TextAnswer Engine::export_text(const messages::ExportText& request) const {
  const Selection& selection = export_.rows[index_of(request.table)];
  const messages::ExportBatch rows{.table = request.table, .first = request.first, .count = request.count};
  messages::TextAnswer answer;
  if (request.format == messages::ExportFormat::ndjson) {
    answer.text = json_lines_of(dataset(), selection, rows, exported_columns(request.table), answer.rows);
    return answer;
  }
  const messages::RowBatch batch = batch_of(dataset(), selection, rows, exported_columns(request.table));
  if (request.first == 0)
    answer.text =
        csv_header(infos_of(request.table, export_.columns[index_of(request.table)]), summary_.zone);
  answer.text += csv_of(batch);
  answer.rows = batch.rows;
  return answer;
}

}  // namespace campaign_lens
