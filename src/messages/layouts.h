#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "base/result.h"
#include "messages/engine.h"
#include "messages/page.h"
#include "messages/report.h"
#include "messages/workbook.h"

// The layout of every message: the fields of each struct, in the order in which they are written. One list
// serves both directions, so that they cannot drift apart; `web/wire.mjs` is written by hand from this page.
//
//     bool, enumeration     u8; false 0, true 1; an enumeration by position, refused when past its last value
//     std::uint32_t         u32            little-endian, no alignment, no padding
//     std::uint64_t         u64            two u32, low first
//     std::int64_t          i64            likewise, two's complement; TimeUs is one, kNoTime = −2^63
//     double                f64            IEEE 754
//     std::string           u32 length in bytes, UTF-8
//     FamilySet             u8             bit n: the family at position n of StatusFamily; bits 6 and 7 are
//     0
//     std::optional<T>      u8 0; or u8 1, T
//     std::vector<T>        u32 count, that many T
//     T[n], std::array      n T, no count
//     struct                its fields in order, without anything between, before or after them
//     std::variant          u8 kind, the struct; kinds are counted from 0, those of Request from 1
//
// So the page may pass an encoded QueryAnswer or WindowAnswer on to the viewer by putting the kind of Queried
// or Windowed before it, and the fields of a viewer's QueryRequest on to the engine by replacing the kind. A
// message that ends too early or has bytes left over is refused whole.

namespace campaign_lens::messages {

// clang-format off: one line an enumeration, one line a struct

// The last value of each enumeration.

constexpr TableId last_value(TableId) { return TableId::clicks; }
constexpr Role last_value(Role) { return Role::device; }
constexpr Type last_value(Type) { return Type::boolean; }
constexpr Kind last_value(Kind) { return Kind::json; }
constexpr StatusFamily last_value(StatusFamily) { return StatusFamily::unrecognised; }
constexpr Finish::Reason last_value(Finish::Reason) { return Finish::Reason::out_of_memory; }
constexpr condition::Text::Place last_value(condition::Text::Place) { return condition::Text::Place::whole; }
constexpr condition::Period::Span last_value(condition::Period::Span) { return condition::Period::Span::last_week; }
constexpr CountId last_value(CountId) { return CountId::unrecognised; }
constexpr ReasonGroup last_value(ReasonGroup) { return ReasonGroup::unknown; }
constexpr RowSet last_value(RowSet) { return RowSet::failed_for_good; }
constexpr SubmittedReading last_value(SubmittedReading) { return SubmittedReading::neither; }
constexpr ExportFormat last_value(ExportFormat) { return ExportFormat::ndjson; }
constexpr ThemeChoice last_value(ThemeChoice) { return ThemeChoice::dark; }
constexpr RowBatch::Form last_value(RowBatch::Form) { return RowBatch::Form::boolean; }


template <typename T, typename Struct>
concept Is = std::same_as<std::remove_const_t<T>, Struct>;

// Shared parts.
auto fields(Is<Place> auto& m) { return std::tie(m.line, m.byte_offset, m.file); }
auto fields(Is<Error> auto& m) { return std::tie(m.message, m.place); }
auto fields(Is<ColumnInfo> auto& m) { return std::tie(m.key, m.title, m.role, m.type); }
auto fields(Is<SortKey> auto& m) { return std::tie(m.column, m.descending); }
auto fields(Is<condition::OneOf> auto& m) { return std::tie(m.values, m.blank); }
auto fields(Is<condition::Text> auto& m) { return std::tie(m.place, m.texts); }
auto fields(Is<condition::Times> auto& m) { return std::tie(m.from, m.until); }
auto fields(Is<condition::Period> auto& m) { return std::tie(m.span); }
auto fields(Is<condition::Numbers> auto& m) { return std::tie(m.least, m.greatest); }
auto fields(Is<condition::Repeated> auto&) { return std::tuple<>(); }
auto fields(Is<condition::HourOfWeek> auto& m) { return std::tie(m.hour); }
auto fields(Is<condition::FromCountry> auto& m) { return std::tie(m.name); }
auto fields(Is<ColumnFilter> auto& m) { return std::tie(m.column, m.negated, m.condition); }
auto fields(Is<SetFilter> auto& m) { return std::tie(m.set, m.negated); }
auto fields(Is<Query> auto& m) {
  return std::tie(m.table, m.statuses, m.search, m.sort, m.search_columns, m.filters, m.sets);
}
// schema/saved_view.h
auto fields(Is<SavedView::Column> auto& m) { return std::tie(m.key, m.hidden, m.pinned, m.width); }
auto fields(Is<SavedView::Sort> auto& m) { return std::tie(m.column, m.descending); }
auto fields(Is<SavedView::Filter> auto& m) { return std::tie(m.column, m.negated, m.condition); }
auto fields(Is<SavedView::Table> auto& m) {
  return std::tie(m.columns, m.sort, m.statuses, m.search, m.filters, m.sets);
}
auto fields(Is<SavedView> auto& m) { return std::tie(m.zone, m.tables); }
auto fields(Is<KeptView> auto& m) { return std::tie(m.shape, m.view); }

auto fields(Is<Corrections::ColumnRole> auto& m) { return std::tie(m.table, m.column, m.role); }
auto fields(Is<Corrections::StatusMeaning> auto& m) { return std::tie(m.status, m.family); }
auto fields(Is<ExportOptions> auto& m) {
  return std::tie(m.delivery, m.clicks, m.locations, m.failures, m.mask_numbers, m.right_to_left, m.columns);
}
auto fields(Is<Corrections> auto& m) { return std::tie(m.roles, m.statuses, m.zone); }
auto fields(Is<WarningPlace> auto& m) { return std::tie(m.place, m.detail); }
auto fields(Is<Warning> auto& m) { return std::tie(m.message, m.count, m.places); }
auto fields(Is<StatusCounts> auto& m) { return std::tie(m.values); }  // seven u64 in the order of CountId

// report.h
auto fields(Is<ReportSummary::Fact> auto& m) { return std::tie(m.title, m.value); }
auto fields(Is<ReportSummary::Location> auto& m) {
  return std::tie(m.location, m.clicks, m.recipients, m.first, m.last, m.first_text, m.last_text,
                  m.also_written, m.clicks_of_all);
}
auto fields(Is<ReportSummary::ColumnContent> auto& m) { return std::tie(m.filled, m.example); }
auto fields(Is<ReportSummary::UnknownStatus> auto& m) { return std::tie(m.status, m.rows, m.family); }
auto fields(Is<ReportSummary> auto& m) {
  return std::tie(m.complete, m.read_to_end, m.file_name, m.file_bytes, m.files, m.campaign_name, m.facts, m.zone, m.counts, m.columns,
                  m.rows, m.locations, m.locations_left_off, m.warnings, m.contents, m.unknown_statuses, m.naive_times, m.stated_zone,
                  m.corrections);  // columns, contents: the delivery table's list, then the clicks'; rows: likewise, two u64
}

// schema/insight.h
auto fields(Is<Delays> auto& m) { return std::tie(m.count, m.negative, m.median_us, m.p90_us, m.p99_us); }
auto fields(Is<Failures::Reason> auto& m) {
  return std::tie(m.text, m.code, m.group, m.permanent, m.failed, m.not_submitted, m.cumulative);
}
auto fields(Is<Failures::Group> auto& m) { return std::tie(m.failed, m.not_submitted, m.permanent); }
auto fields(Is<Failures> auto& m) { return std::tie(m.messages, m.groups, m.reasons, m.left_off); }
auto fields(Is<ClickCount> auto& m) { return std::tie(m.clicks, m.recipients); }
auto fields(Is<ClickCounts> auto& m) { return std::tie(m.all, m.without_automatic); }
auto fields(Is<Clicks::Value> auto& m) { return std::tie(m.text, m.counts); }
auto fields(Is<Clicks::Breakdown> auto& m) { return std::tie(m.values, m.left_off); }
auto fields(Is<Clicks> auto& m) {
  return std::tie(m.total, m.delivered_recipients, m.delivered_clicked, m.delivered_clicked_without_automatic, m.recipients,
                  m.clicked, m.clicked_without_automatic, m.repeat_clickers, m.repeat_clickers_without_automatic, m.variables,
                  m.locations, m.links, m.to_first_click);
}
auto fields(Is<CountryFigures> auto& m) {
  return std::tie(m.iso, m.name, m.calling_code, m.messages, m.recipients, m.delivered, m.failed, m.clicks);
}
auto fields(Is<Timing> auto& m) {
  return std::tie(m.first, m.step_us, m.messages, m.clicks, m.first_clicks, m.messages_by_hour, m.clicks_by_hour,
                  m.messages_without_time, m.clicks_without_time, m.to_status);
}
auto fields(Is<Reconciliation::Stated> auto& m) { return std::tie(m.count, m.stated, m.counted); }
auto fields(Is<Reconciliation> auto& m) { return std::tie(m.reading, m.stated, m.current); }
auto fields(Is<Insight> auto& m) {
  return std::tie(m.rows, m.counts, m.recipients, m.home, m.row_sets, m.reconciliation, m.failures, m.clicks, m.countries,
                  m.timing);
}

// engine.h: requests
auto fields(Is<Begin> auto& m) { return std::tie(m.file_names, m.file_bytes, m.memory_limit); }
auto fields(Is<Finish> auto& m) { return std::tie(m.reason); }
auto fields(Is<Describe> auto&) { return std::tuple<>(); }
auto fields(Is<QueryRequest> auto& m) { return std::tie(m.id, m.query); }
auto fields(Is<WindowRequest> auto& m) { return std::tie(m.query_id, m.table, m.first, m.count, m.exact); }
auto fields(Is<ExportBegin> auto& m) {
  return std::tie(m.delivery, m.clicks, m.options, m.mask_key, m.exported_at_us);
}
auto fields(Is<ExportBatch> auto& m) { return std::tie(m.table, m.first, m.count); }
auto fields(Is<ExportText> auto& m) { return std::tie(m.format, m.table, m.first, m.count); }
auto fields(Is<Correct> auto& m) { return std::tie(m.corrections); }
auto fields(Is<NextFile> auto&) { return std::tuple<>(); }
auto fields(Is<FacetRequest> auto& m) { return std::tie(m.id, m.query, m.column, m.search, m.first, m.count); }
auto fields(Is<InsightRequest> auto& m) { return std::tie(m.id, m.delivery, m.clicks, m.now); }

auto fields(Is<FindRequest> auto& m) { return std::tie(m.id, m.table, m.text, m.columns, m.from, m.backwards); }

// engine.h: answers
auto fields(Is<QueryAnswer> auto& m) { return std::tie(m.id, m.table, m.rows, m.elapsed_ms); }
auto fields(Is<FacetAnswer::Value> auto& m) { return std::tie(m.text, m.rows); }
auto fields(Is<FacetAnswer> auto& m) {
  return std::tie(m.id, m.table, m.column, m.rows, m.blank_rows, m.distinct, m.first, m.values, m.elapsed_ms);
}
auto fields(Is<InsightAnswer> auto& m) { return std::tie(m.id, m.insight, m.elapsed_ms); }
auto fields(Is<FindAnswer::Place> auto& m) { return std::tie(m.row, m.column, m.number); }
auto fields(Is<FindAnswer> auto& m) { return std::tie(m.id, m.table, m.query_id, m.rows, m.place); }
auto fields(Is<TextAnswer> auto& m) { return std::tie(m.rows, m.text); }
auto fields(Is<WindowCell> auto& m) { return std::tie(m.kind, m.text); }
auto fields(Is<WindowAnswer> auto& m) {
  return std::tie(m.query_id, m.table, m.first, m.rows, m.columns, m.families, m.cells);  // both lists with their counts
}

// workbook.h
auto fields(Is<WorkbookPlan::Sheet> auto& m) { return std::tie(m.table, m.name, m.columns, m.widths, m.rows); }
auto fields(Is<WorkbookPlan::StatusText> auto& m) { return std::tie(m.text, m.family); }
auto fields(Is<WorkbookPlan> auto& m) {
  return std::tie(m.options, m.summary, m.insight, m.delivery_filters, m.click_filters, m.statuses, m.skipped_records,
                  m.exported_at, m.exported_at_text, m.sheets, m.suggested_name);
}
auto fields(Is<WorkbookEnd> auto& m) { return std::tie(m.sha256); }
auto fields(Is<RowBatch::Column> auto& m) { return std::tie(m.forms, m.ends, m.texts, m.times, m.codes, m.rows); }
auto fields(Is<RowBatch> auto& m) { return std::tie(m.table, m.first, m.rows, m.columns); }

// page.h: to the viewer
auto fields(Is<OpenStarted> auto& m) { return std::tie(m.file_name, m.file_bytes); }
auto fields(Is<OpenProgress> auto& m) { return std::tie(m.bytes_read, m.delivery_rows, m.click_rows, m.elapsed_ms); }
auto fields(Is<Opened> auto& m) { return std::tie(m.summary, m.elapsed_ms); }
auto fields(Is<OpenFailed> auto& m) { return std::tie(m.file_name, m.error, m.cancelled); }
auto fields(Is<Queried> auto& m) { return std::tie(m.answer); }
auto fields(Is<Windowed> auto& m) { return std::tie(m.answer); }
auto fields(Is<EngineFailed> auto& m) { return std::tie(m.message); }
auto fields(Is<ExportProgress> auto& m) { return std::tie(m.rows_done, m.rows_total, m.elapsed_ms); }
auto fields(Is<Exported> auto& m) { return std::tie(m.file_name, m.file_bytes); }
auto fields(Is<ExportFailed> auto& m) { return std::tie(m.error, m.cancelled); }
auto fields(Is<Environment> auto& m) { return std::tie(m.dark, m.reduced_motion, m.more_contrast, m.engine_in_page, m.asks_where, m.theme); }
auto fields(Is<DragHover> auto& m) { return std::tie(m.over); }
auto fields(Is<Activated> auto& m) { return std::tie(m.node, m.text); }
auto fields(Is<Focused> auto& m) { return std::tie(m.node); }
auto fields(Is<Updated> auto& m) { return std::tie(m.summary, m.elapsed_ms); }
auto fields(Is<Faceted> auto& m) { return std::tie(m.answer); }
auto fields(Is<Explained> auto& m) { return std::tie(m.answer); }
auto fields(Is<Copied> auto& m) { return std::tie(m.rows, m.selected_rows, m.problem); }
auto fields(Is<QueryProgress> auto& m) { return std::tie(m.table, m.id, m.done); }
auto fields(Is<Estimated> auto& m) {
  return std::tie(m.id, m.bytes, m.delivery_rows, m.click_rows, m.locations, m.failure_reasons);
}

auto fields(Is<ViewOpened> auto& m) { return std::tie(m.name, m.view); }
auto fields(Is<ZoneNames> auto& m) { return std::tie(m.names); }
auto fields(Is<KeptViews> auto& m) { return std::tie(m.views); }
auto fields(Is<Found> auto& m) { return std::tie(m.answer); }

// page.h: to the page
auto fields(Is<ChooseFiles> auto&) { return std::tuple<>(); }
auto fields(Is<OpenSample> auto&) { return std::tuple<>(); }
auto fields(Is<CancelOpen> auto&) { return std::tuple<>(); }
auto fields(Is<ExportRequest> auto& m) { return std::tie(m.format, m.delivery, m.clicks, m.options); }
auto fields(Is<StartExport> auto& m) { return std::tie(m.request, m.ask_where); }
auto fields(Is<EstimateExport> auto& m) { return std::tie(m.id, m.request); }
auto fields(Is<CancelExport> auto&) { return std::tuple<>(); }
auto fields(Is<KeepTheme> auto& m) { return std::tie(m.theme); }
auto fields(Is<CopyText> auto& m) { return std::tie(m.text); }
auto fields(Is<StopOpen> auto&) { return std::tuple<>(); }
auto fields(Is<SaveView> auto& m) { return std::tie(m.view); }
auto fields(Is<OpenView> auto&) { return std::tuple<>(); }
auto fields(Is<KeepViews> auto& m) { return std::tie(m.views); }
auto fields(Is<CopyRows> auto& m) { return std::tie(m.query_id, m.table, m.first, m.rows, m.columns); }
// clang-format on

}  // namespace campaign_lens::messages
