#include <algorithm>
#include <utility>

#include "app/commands.h"
#include "app/details.h"
#include "app/export.h"
#include "app/find.h"

namespace campaign_lens::app {
namespace {

struct Range {
  std::uint64_t first = 0, end = 0;
};

Range around_visible(const AppState::View& view, std::uint64_t margin) {
  const std::uint64_t first = view.first_visible > margin ? view.first_visible - margin : 0;
  return {first, std::min(view.first_visible + view.visible_rows + margin, view.answer.rows)};
}

bool holds(const AppState::View& view, Range range) {
  const messages::WindowAnswer& window = view.window;
  return window.query_id == view.answer.id && window.first <= range.first &&
         range.end <= window.first + window.rows;
}

void ask_corrections(AppState::Report& report, std::vector<messages::ToPage>& effects) {
  if (report.corrections == report.corrections_asked) return;
  report.corrections_asked = report.corrections;
  effects.emplace_back(messages::Correct{report.corrections});
  for (AppState::View& view : report.views) {
    if (view.find) give_up_looking(*view.find);  // the page leaves unanswered what was asked before
  }
}

// At once: the engine leaves undone what is outdated.
void ask_query(AppState::View& view, std::vector<messages::ToPage>& effects) {
  if (view.asked == view.wanted && !view.outdated) return;
  view.asked = view.wanted;
  view.outdated = false;
  view.progress.reset();
  ++view.asked_id;
  effects.emplace_back(messages::QueryRequest{view.asked_id, view.wanted});
}

void ask_values(AppState::View& view, std::vector<messages::ToPage>& effects) {
  if (!view.values) return;
  AppState::Values& values = *view.values;
  messages::FacetRequest request{.id = view.values_asked_id,
                                 .query = view.wanted,
                                 .column = values.column,
                                 .search = values.search,
                                 .first = values.first,
                                 .count = values.count};
  request.query.sort.clear();
  if (values.asked == request && !values.outdated) return;
  request.id = ++view.values_asked_id;
  values.outdated = false;
  values.asked = request;
  effects.emplace_back(std::move(request));
}

void ask_row_clicks(AppState::Report& report, std::vector<messages::ToPage>& effects) {
  constexpr std::uint32_t kMostTimes = 100;
  const std::optional<Query> query = clicks_of_row(report);
  const std::optional<std::uint32_t> time = column_of(report.summary, TableId::clicks, Role::status_time);
  if (!query || !time || report.row_clicks->asked) return;
  report.row_clicks->asked = messages::FacetRequest{.id = ++report.views[1].values_asked_id,
                                                    .query = *query,
                                                    .column = *time,
                                                    .search = {},
                                                    .first = 0,
                                                    .count = kMostTimes};
  effects.emplace_back(*report.row_clicks->asked);
}

// Looked into only while it is looked at: it takes longer than a query.
void ask_meaning(AppState::Report& report, std::vector<messages::ToPage>& effects) {
  AppState::Meaning& meaning = report.meaning;
  if (report.tab != Tab::insight || (meaning.asked && meaning.asked->id != meaning.answer.id)) return;
  messages::InsightRequest request{
      .id = meaning.asked_id, .delivery = report.views[0].wanted, .clicks = report.views[1].wanted};
  request.delivery.sort.clear();
  request.clicks.sort.clear();
  if (meaning.asked == request && !meaning.outdated) return;
  request.id = ++meaning.asked_id;
  meaning.outdated = false;
  meaning.asked = request;
  effects.emplace_back(std::move(request));
}

void ask_estimate(AppState& state, std::vector<messages::ToPage>& effects) {
  if (!state.export_dialog) return;
  AppState::ExportDialog& dialog = *state.export_dialog;
  messages::EstimateExport wanted{.id = 0, .request = export_request(state)};
  if (dialog.asked && dialog.asked->request == wanted.request && !dialog.outdated) return;
  wanted.id = ++state.estimate_id;
  dialog.outdated = false;
  dialog.asked = wanted;
  effects.emplace_back(std::move(wanted));
}

void ask_window(AppState::View& view, std::vector<messages::ToPage>& effects) {
  if (view.window_asked || view.visible_rows == 0 || view.answer.rows == 0) return;
  // Half a screenful beside the visible rows is asked for before it is needed, a whole one then comes.
  // The row that the grid's foot cuts is visible, too.
  if (holds(view, around_visible(view, view.visible_rows / 2 + 1))) return;
  const Range range = around_visible(view, view.visible_rows + 1U);
  const std::uint64_t count = std::min<std::uint64_t>(range.end - range.first, messages::kMaxWindowRows);
  view.window_asked = messages::WindowRequest{.query_id = view.answer.id,
                                              .table = view.wanted.table,
                                              .first = range.first,
                                              .count = static_cast<std::uint32_t>(count)};
  effects.emplace_back(*view.window_asked);
}

}  // namespace

void ask_for_missing(AppState& state, std::vector<messages::ToPage>& effects) {
  if (!state.report) return;
  ask_corrections(*state.report, effects);
  for (AppState::View& view : state.report->views) {
    ask_query(view, effects);
    ask_window(view, effects);
    ask_values(view, effects);
  }
  ask_row_clicks(*state.report, effects);
  ask_meaning(*state.report, effects);
  ask_estimate(state, effects);
}

}  // namespace campaign_lens::app
