#include "app/find.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "app/columns.h"
#include "app/details.h"

namespace campaign_lens::app {
namespace {

ColumnPlaces shown_columns_of(const AppState::Report& report, std::size_t table) {
  return shown_columns(report.views[table].columns, report.summary.columns[table].size());
}

std::uint64_t row_of_selection(const AppState::View& view) {
  return view.selection ? view.selection->row : view.first_visible;
}

std::uint64_t row_beside(const AppState::View& view, bool before) {
  if (!view.selection) return view.first_visible;
  const std::uint64_t row = view.selection->row;
  if (!before) return row + 1;
  return row > 0 ? row - 1 : std::numeric_limits<std::uint64_t>::max();
}

void ask(AppState::Report& report, TableId table, std::uint64_t from, bool backwards,
         std::vector<messages::ToPage>& effects) {
  const auto index = static_cast<std::size_t>(table);
  AppState::View& view = report.views[index];
  messages::FindRequest request{.id = ++view.find_asked_id,
                                .table = table,
                                .text = view.find->text,
                                .columns = {},
                                .from = from,
                                .backwards = backwards};
  for (const ColumnPlace& place : shown_columns_of(report, index))
    request.columns.push_back(place.column);
  view.find->asked = request;
  effects.emplace_back(std::move(request));
}

}  // namespace

void look_for_text(AppState::Report& report, TableId table, std::vector<messages::ToPage>& effects) {
  AppState::View& view = report.views[static_cast<std::size_t>(table)];
  if (!view.find) return;
  give_up_looking(*view.find);
  if (!view.find->text.empty()) ask(report, table, row_of_selection(view), false, effects);
}

void find_next(AppState::Report& report, TableId table, bool backwards,
               std::vector<messages::ToPage>& effects) {
  AppState::View& view = report.views[static_cast<std::size_t>(table)];
  if (!view.find || view.find->text.empty()) return;
  AppState::Find& find = *view.find;
  if (find.asked && find.asked->id != find.answer.id) {
    find.steps += backwards ? -1 : 1;
  } else {
    ask(report, table, row_beside(view, backwards), backwards, effects);
  }
}

void give_up_looking(AppState::Find& find) {
  find.asked.reset();
  find.steps = 0;
}

void take_found(AppState::Report& report, const messages::FindAnswer& answer,
                std::vector<messages::ToPage>& effects) {
  const auto index = static_cast<std::size_t>(answer.table);
  AppState::View& view = report.views[index];
  if (!view.find || !view.find->asked || view.find->asked->id != answer.id) return;
  view.find->answer = answer;
  const int steps = std::exchange(view.find->steps, 0);
  // Other rows may be shown by now.
  if (!answer.place || answer.query_id != view.answer.id) return;
  const ColumnPlaces shown = shown_columns_of(report, index);
  const auto found = std::ranges::find(shown, answer.place->column, &ColumnPlace::column);
  if (found == shown.end()) return;
  const std::uint64_t row = answer.place->row;
  const auto column = static_cast<std::uint32_t>(found - shown.begin());
  view.selection = CellRange{.from_row = row, .row = row, .from_column = column, .column = column};
  report.copied_rows.reset();
  const bool whole = row > view.first_visible || (row == view.first_visible && view.top_px == 0);
  if (!whole || row - view.first_visible >= view.visible_rows)
    view.scroll_to(row - std::min<std::uint64_t>(row, view.visible_rows / 2));
  update_details(report, answer.table);
  if (steps == 0) return;
  find_next(report, answer.table, steps < 0, effects);
  view.find->steps = steps < 0 ? steps + 1 : steps - 1;
}

}  // namespace campaign_lens::app
