#include <algorithm>
#include <utility>

#include "app/choice.h"
#include "app/commands.h"
#include "app/details.h"
#include "app/find.h"
#include "app/saved_view.h"
#include "base/text.h"

namespace campaign_lens::app {
namespace {

using Notice = AppState::Notice;

std::string place_in_words(const Error& error) {
  if (!error.place) return {};
  const std::string byte = "byte " + with_thousands(error.place->byte_offset);
  return error.place->line == 0 ? byte : "line " + with_thousands(error.place->line) + ", " + byte;
}

AppState::Report report_of(messages::Opened opened, const std::optional<AppState::Report>& before) {
  AppState::Report report;
  report.summary = std::move(opened.summary);
  report.open_ms = opened.elapsed_ms;
  report.corrections = report.corrections_asked = report.summary.corrections;
  report.shape = shape_of(report.summary);
  for (const TableId table : {TableId::delivery, TableId::clicks}) {
    const auto index = static_cast<std::size_t>(table);
    AppState::View& view = report.views[index];
    view.wanted.table = view.answer.table = view.window.table = table;
    // Numbers go on from report to report: a late answer about the last one must not fit a question about
    // this one.
    if (!before) continue;
    view.asked_id = before->views[index].asked_id;
    view.values_asked_id = before->views[index].values_asked_id;
    view.find_asked_id = before->views[index].find_asked_id;
  }
  if (before) report.meaning.asked_id = before->meaning.asked_id;
  const auto rows = [&](TableId table) { return report.summary.rows[static_cast<std::size_t>(table)]; };
  if (rows(TableId::delivery) == 0 && rows(TableId::clicks) > 0) report.tab = Tab::clicks;
  return report;
}

std::string names_in_words(const std::vector<std::string>& names) {
  constexpr std::size_t kMostNames = 5;
  std::string words;
  for (std::size_t i = 0; i < std::min(names.size(), kMostNames); ++i)
    words += (i == 0 ? "“" : ", “") + std::string(bounded(names[i], 40)) + "”";
  if (names.size() > kMostNames) words += " and " + with_thousands(names.size() - kMostNames) + " more";
  return words;
}

struct Receive {
  AppState& state;
  std::vector<messages::ToPage>& effects;

  void operator()(const messages::OpenStarted& started) {
    state.opening.emplace(AppState::Opening{.source = started, .progress = {}});
    state.notice.reset();
  }

  void operator()(const messages::OpenProgress& progress) {
    if (state.opening) state.opening->progress = progress;
  }

  void operator()(const messages::Opened& opened) {
    state.report = report_of(opened, state.report);
    state.report->number = ++state.reports_opened;
    state.export_dialog.reset();
    if (state.opening) state.opening->shown = true;
    end_opening_if_complete();
    state.notice.reset();
    show_kept_view();
  }

  void operator()(const messages::ZoneNames& zones) { state.zone_names = zones.names; }
  void operator()(const messages::KeptViews& kept) { state.kept_views = kept.views; }

  void operator()(const messages::ViewOpened& opened) {
    if (!state.report) return;
    Choice before = choice_of(*state.report);
    const std::vector<std::string> lacking = show_view(*state.report, opened.view);
    remember(*state.report, std::move(before), std::nullopt);
    keep_view(state, effects);
    state.notice = Notice{.tone = Notice::Tone::info,
                          .text = "The view “" + opened.name + "” is in place.",
                          .detail = {},
                          .about_view = true};
    if (!lacking.empty()) {
      const std::string noun = lacking.size() == 1 ? "a column" : "columns";
      state.notice->detail = "This report lacks " + noun + " of it: " + names_in_words(lacking);
    }
  }

  // What is on screen stays until the same is asked and answered anew.
  void operator()(const messages::Updated& updated) {
    if (!state.report) return;
    const messages::ReportSummary before = std::exchange(state.report->summary, updated.summary);
    for (const TableId table : {TableId::delivery, TableId::clicks}) {
      const auto index = static_cast<std::size_t>(table);
      if (before.columns[index].empty() && !updated.summary.columns[index].empty()) show_kept_table(table);
    }
    state.report->open_ms = updated.elapsed_ms;
    for (AppState::View& view : state.report->views) {
      view.outdated = true;
      if (view.values) view.values->outdated = true;
    }
    state.report->meaning.outdated = true;
    if (state.export_dialog) state.export_dialog->outdated = true;
    end_opening_if_complete();
  }

  // Something else may be loading while a folder, say, is refused: that goes on.
  void operator()(const messages::OpenFailed& failed) {
    bool shown = false;
    if (state.opening && state.opening->source.file_name == failed.file_name) {
      shown = state.opening->shown;
      state.opening.reset();
    }
    if (failed.cancelled) return;
    const std::string what = shown ? "” could not be read to its end. " : "” could not be opened. ";
    const std::string name = failed.file_name.empty() ? "" : "“" + failed.file_name + what;
    state.notice = Notice{Notice::Tone::error, name + failed.error.message, place_in_words(failed.error)};
  }

  void operator()(const messages::Queried& queried) {
    AppState::View* view = view_of(queried.answer.table);
    if (view == nullptr || !view->asked || queried.answer.id != view->asked_id) return;
    view->answer = queried.answer;
    view->shown = view->asked;
    view->progress.reset();
    view->scroll_to(view->first_visible, view->top_px);
    if (view->selection && std::max(view->selection->from_row, view->selection->row) >= queried.answer.rows) {
      view->selection.reset();
      update_details(*state.report, queried.answer.table);
    }
  }

  void operator()(const messages::Windowed& windowed) {
    AppState::View* view = view_of(windowed.answer.table);
    if (view == nullptr || !view->window_asked) return;
    view->window_asked.reset();
    if (windowed.answer.query_id != view->answer.id) return;
    view->window = windowed.answer;
    update_details(*state.report, windowed.answer.table);
  }

  void operator()(const messages::Faceted& faceted) {
    AppState::View* view = view_of(faceted.answer.table);
    if (view == nullptr) return;
    std::optional<AppState::RowClicks>& clicks = state.report->row_clicks;
    if (clicks && clicks->asked && clicks->asked->id == faceted.answer.id &&
        faceted.answer.table == TableId::clicks) {
      clicks->answer = faceted.answer;
      return;
    }
    if (!view->values || !view->values->asked) return;
    if (view->values->asked->id == faceted.answer.id) view->values->answer = faceted.answer;
  }

  void operator()(const messages::Found& found) {
    if (state.report) take_found(*state.report, found.answer, effects);
  }

  void operator()(const messages::Explained& explained) {
    if (!state.report) return;
    AppState::Meaning& meaning = state.report->meaning;
    if (meaning.asked && meaning.asked->id == explained.answer.id) meaning.answer = explained.answer;
  }

  void operator()(const messages::Copied& copied) {
    if (!state.report) return;
    if (!copied.problem.empty()) {
      state.notice = Notice{Notice::Tone::error, "The rows could not be copied.", copied.problem};
      return;
    }
    state.report->copied_rows = copied.rows;
    if (copied.rows < copied.selected_rows) {
      state.notice = Notice{Notice::Tone::info,
                            "Only the first " + with_thousands(copied.rows) +
                                " rows were copied. Export gives you all of them.",
                            {}};
    }
  }

  void operator()(const messages::QueryProgress& progress) {
    AppState::View* view = view_of(progress.table);
    if (view != nullptr && view->asked_id == progress.id && view->answer.id != progress.id)
      view->progress = progress.done;
  }

  void operator()(const messages::EngineFailed& failed) {
    state.exporting.reset();
    state.export_dialog.reset();
    if (state.growing()) state.opening.reset();
    state.notice =
        Notice{Notice::Tone::error, "The engine stopped. Open the report again to go on.", failed.message};
  }

  void operator()(const messages::Estimated& estimated) {
    std::optional<AppState::ExportDialog>& dialog = state.export_dialog;
    if (dialog && dialog->asked && dialog->asked->id == estimated.id) dialog->answer = estimated;
  }

  void operator()(const messages::ExportProgress& progress) {
    if (state.exporting) state.exporting->progress = progress;
  }

  void operator()(const messages::Exported& exported) {
    state.exporting.reset();
    state.notice = Notice{Notice::Tone::success, "Exported “" + exported.file_name + "”",
                          file_size(exported.file_bytes)};
  }

  void operator()(const messages::ExportFailed& failed) {
    const bool text = state.exporting && state.exporting->format != messages::ExportFormat::xlsx;
    state.exporting.reset();
    if (failed.cancelled) return;
    const std::string what = text ? "The file" : "The workbook";
    state.notice = Notice{Notice::Tone::error, what + " could not be written. " + failed.error.message,
                          place_in_words(failed.error)};
  }

  void operator()(const messages::Environment& environment) { state.environment = environment; }
  void operator()(const messages::DragHover& hover) { state.drag_over = hover.over; }
  // The mirror's, which belongs to the view.
  void operator()(const messages::Activated&) {}
  void operator()(const messages::Focused&) {}

 private:
  // Not a step: it is what the person begins with.
  void show_kept_view() {
    const auto kept = std::ranges::find(state.kept_views, state.report->shape, &KeptView::shape);
    if (kept == state.kept_views.end()) return;
    show_view(*state.report, kept->view);
    keep_view(state, effects);
    state.notice = Notice{.tone = Notice::Tone::info,
                          .text = "Your last view of reports like this one is in place.",
                          .detail = {},
                          .about_view = true};
  }
  // What has been typed into its search meanwhile stays.
  void show_kept_table(TableId table) {
    const auto kept = std::ranges::find(state.kept_views, state.report->shape, &KeptView::shape);
    if (kept == state.kept_views.end()) return;
    Query& wanted = state.report->views[static_cast<std::size_t>(table)].wanted;
    std::string typed = std::move(wanted.search);
    show_table(*state.report, kept->view, table);
    wanted.search = std::move(typed);
  }
  void end_opening_if_complete() {
    if (state.growing() && state.report->summary.complete) state.opening.reset();
  }
  AppState::View* view_of(TableId table) {
    return state.report ? &state.report->views[static_cast<std::size_t>(table)] : nullptr;
  }
};

}  // namespace

void receive(AppState& state, const messages::ToViewer& message, std::vector<messages::ToPage>& effects) {
  std::visit(Receive{state, effects}, message);
}

}  // namespace campaign_lens::app
