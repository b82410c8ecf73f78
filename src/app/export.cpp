#include "app/export.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "app/filters.h"

namespace campaign_lens::app {
namespace {

using Rows = AppState::ExportChoice::Rows;

// Those on screen by index; none: all in the order of the report.
std::vector<std::uint32_t> columns_on_screen(const ColumnPlaces& places, std::size_t count) {
  std::vector<std::uint32_t> columns;
  for (const ColumnPlace& place : shown_columns(places, count))
    columns.push_back(place.column);
  const bool as_in_report = columns.size() == count && std::ranges::is_sorted(columns);
  return as_in_report ? std::vector<std::uint32_t>() : columns;
}

bool knows_all(const AppState::Meaning& meaning) {
  return meaning.asked && meaning.asked->id == meaning.answer.id && !meaning.outdated &&
         !is_filtered(meaning.asked->delivery) && !is_filtered(meaning.asked->clicks);
}

// About as many as a workbook takes.
std::uint64_t guessed_bytes(const AppState& state) {
  constexpr std::uint64_t kBytesOfCell = 6;
  std::uint64_t cells = 0;
  for (const TableId table : {TableId::delivery, TableId::clicks})
    cells += exported_rows(state, table).value_or(0) *
             state.report->summary.columns[static_cast<std::size_t>(table)].size();
  return cells * kBytesOfCell;
}

}  // namespace

messages::ExportRequest export_request(const AppState& state) {
  const AppState::ExportChoice& choice = state.export_choice;
  messages::ExportRequest request{
      .format = choice.format, .delivery = {}, .clicks = {}, .options = choice.options};
  for (const TableId table : {TableId::delivery, TableId::clicks}) {
    const auto index = static_cast<std::size_t>(table);
    const AppState::View& view = state.report->views[index];
    Query& query = table == TableId::delivery ? request.delivery : request.clicks;
    if (choice.rows == Rows::shown) query = view.wanted;
    query.table = table;
    if (choice.rows == Rows::all) continue;
    query.sort = view.wanted.sort;
    request.options.columns[index] =
        columns_on_screen(view.columns, state.report->summary.columns[index].size());
  }
  ExportOptions& options = request.options;
  if (choice.rows == Rows::audience) {
    request.delivery.sets = {{.set = choice.audience}};
    options.clicks = options.locations = false;
  }
  if (choice.format != messages::ExportFormat::xlsx) {
    options.delivery = text_table(choice) == TableId::delivery;
    options.clicks = !options.delivery;
    options.locations = options.failures = options.right_to_left = false;
  }
  return request;
}

TableId text_table(const AppState::ExportChoice& choice) {
  return choice.rows == Rows::audience ? TableId::delivery : choice.table;
}

std::optional<messages::Estimated> estimate_of(const AppState& state) {
  const std::optional<AppState::ExportDialog>& dialog = state.export_dialog;
  if (!dialog || !dialog->asked || dialog->asked->id != dialog->answer.id) return std::nullopt;
  return dialog->answer;
}

std::optional<std::uint64_t> exported_rows(const AppState& state, TableId table) {
  const auto index = static_cast<std::size_t>(table);
  const AppState::View& view = state.report->views[index];
  const AppState::ExportChoice& choice = state.export_choice;
  if (choice.rows == Rows::all) return state.report->summary.rows[index];
  if (choice.rows == Rows::shown && view.shown == view.wanted) return view.answer.rows;
  if (const std::optional<messages::Estimated> estimate = estimate_of(state))
    return table == TableId::delivery ? estimate->delivery_rows : estimate->click_rows;
  if (choice.rows == Rows::shown || table == TableId::clicks) return std::nullopt;
  return recipients_of(*state.report, choice.audience);
}

std::optional<std::uint64_t> recipients_of(const AppState::Report& report, RowSet audience) {
  if (!knows_all(report.meaning)) return std::nullopt;
  return report.meaning.answer.insight.row_sets[static_cast<std::size_t>(audience)];
}

bool asks_where(const AppState& state) {
  constexpr std::uint64_t kMostKept = 50'000'000;
  if (!state.environment.asks_where) return false;
  const std::optional<messages::Estimated> estimate = estimate_of(state);
  const std::uint64_t bytes = estimate ? estimate->bytes : guessed_bytes(state);
  return state.export_choice.ask_where.value_or(bytes > kMostKept);
}

}  // namespace campaign_lens::app
