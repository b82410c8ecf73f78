#include "app/find.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "app/columns.h"
#include "app/details.h"

namespace campaign_lens::app {
namespace {

ColumnPlaces shown_columns_of(const AppState::Report& report, std::size_t table) {
  return shown_columns(report.views[table].columns, report.summary.columns[table].size());
}

std::uint64_t first_looked_at(const AppState::View& view, bool next, bool backwards) {
  if (!view.selection) return view.first_visible;
  const std::uint64_t row = view.selection->row;
  if (!next) return row;
  if (!backwards) return row + 1;
  return row > 0 ? row - 1 : std::numeric_limits<std::uint64_t>::max();
}

}  // namespace

void look_for_text(AppState::Report& report, TableId table, bool next, bool backwards,
                   std::vector<messages::ToPage>& effects) {
  const auto index = static_cast<std::size_t>(table);
  AppState::View& view = report.views[index];
  if (!view.find) return;
  AppState::Find& find = *view.find;
  find.asked.reset();
  if (find.text.empty()) return;
  messages::FindRequest request{.id = ++view.find_asked_id,
                                .table = table,
                                .text = find.text,
                                .columns = {},
                                .from = first_looked_at(view, next, backwards),
                                .backwards = backwards};
  for (const ColumnPlace& place : shown_columns_of(report, index))
    request.columns.push_back(place.column);
  find.asked = request;
  effects.emplace_back(std::move(request));
}

void take_found(AppState::Report& report, const messages::FindAnswer& answer) {
  const auto index = static_cast<std::size_t>(answer.table);
  AppState::View& view = report.views[index];
  if (!view.find || !view.find->asked || view.find->asked->id != answer.id) return;
  view.find->answer = answer;
  // Other rows may be shown by now.
  if (!answer.place || answer.query_id != view.answer.id) return;
  const ColumnPlaces shown = shown_columns_of(report, index);
  const auto found = std::ranges::find(shown, answer.place->column, &ColumnPlace::column);
  if (found == shown.end()) return;
  const std::uint64_t row = answer.place->row;
  const auto column = static_cast<std::uint32_t>(found - shown.begin());
  view.selection = CellRange{.from_row = row, .row = row, .from_column = column, .column = column};
  report.copied_rows.reset();
  if (row < view.first_visible || row - view.first_visible >= view.visible_rows) {
    const std::uint64_t rows = view.answer.rows;
    const std::uint64_t last_first = rows > view.visible_rows ? rows - view.visible_rows : 0;
    view.first_visible = std::min(row - std::min<std::uint64_t>(row, view.visible_rows / 2), last_first);
  }
  update_details(report, answer.table);
}

}  // namespace campaign_lens::app
