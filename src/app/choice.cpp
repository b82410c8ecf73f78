#include "app/choice.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "app/details.h"

namespace campaign_lens::app {
namespace {

// Rows behind another question are other rows: the grid starts at their top again, and nothing of them is
// selected; nor of columns that stand elsewhere.
void forget_places(AppState::Report& report, const Choice& before) {
  for (std::size_t table = 0; table < kTableCount; ++table) {
    AppState::View& view = report.views[table];
    const bool other_rows = view.wanted != before.queries[table];
    if (other_rows) view.scroll_to(0);
    if (other_rows ||
        !same_order(view.columns, before.columns[table], report.summary.columns[table].size())) {
      view.selection.reset();
      update_details(report, static_cast<TableId>(table));
    }
  }
}

void choose(AppState::Report& report, Choice choice) {
  const Choice before = choice_of(report);
  for (std::size_t table = 0; table < kTableCount; ++table) {
    report.views[table].wanted = std::move(choice.queries[table]);
    report.views[table].columns = std::move(choice.columns[table]);
  }
  report.corrections = std::move(choice.corrections);
  forget_places(report, before);
  report.history.step.reset();
}

}  // namespace

Choice choice_of(const AppState::Report& report) {
  Choice choice;
  for (std::size_t table = 0; table < kTableCount; ++table) {
    choice.queries[table] = report.views[table].wanted;
    choice.columns[table] = report.views[table].columns;
  }
  choice.corrections = report.corrections;
  return choice;
}

void remember(AppState::Report& report, Choice before, std::optional<History::Step> step) {
  if (choice_of(report) == before) return;
  forget_places(report, before);
  History& history = report.history;
  const bool continues = step && history.step == step;
  history.step = step;
  history.future.clear();
  if (continues) return;
  history.past.push_back(std::move(before));
  if (history.past.size() > kMaxHistory) history.past.erase(history.past.begin());
}

void step_back(AppState::Report& report) {
  History& history = report.history;
  if (history.past.empty()) return;
  history.future.push_back(choice_of(report));
  Choice last = std::move(history.past.back());
  history.past.pop_back();
  choose(report, std::move(last));
}

void step_forth(AppState::Report& report) {
  History& history = report.history;
  if (history.future.empty()) return;
  history.past.push_back(choice_of(report));
  Choice next = std::move(history.future.back());
  history.future.pop_back();
  choose(report, std::move(next));
}

}  // namespace campaign_lens::app
