#include <algorithm>
#include <utility>

#include "app/commands.h"
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
  for (std::size_t table = 0; table < report.views.size(); ++table) {
    AppState::View& view = report.views[table];
    view.wanted.table = static_cast<TableId>(table);
    view.answer.table = view.wanted.table;
    view.window.table = view.wanted.table;
    // Numbers go on from report to report: a late answer about the last one must not fit a question about
    // this one.
    if (before) view.asked_id = before->views[table].asked_id;
  }
  const auto rows = [&](TableId table) { return report.summary.rows[static_cast<std::size_t>(table)]; };
  if (rows(TableId::delivery) == 0 && rows(TableId::clicks) > 0) report.tab = TableId::clicks;
  return report;
}

struct Receive {
  AppState& state;

  void operator()(const messages::OpenStarted& started) {
    state.opening.emplace(AppState::Opening{started, {}});
    state.notice.reset();
  }

  void operator()(const messages::OpenProgress& progress) {
    if (state.opening) state.opening->progress = progress;
  }

  void operator()(const messages::Opened& opened) {
    state.report = report_of(opened, state.report);
    state.opening.reset();
    state.notice.reset();
  }

  // Something else may be loading while a folder, say, is refused: that goes on.
  void operator()(const messages::OpenFailed& failed) {
    if (state.opening && state.opening->source.file_name == failed.file_name) state.opening.reset();
    if (failed.cancelled) return;
    const std::string name =
        failed.file_name.empty() ? "" : "“" + failed.file_name + "” could not be opened. ";
    state.notice = Notice{Notice::Tone::error, name + failed.error.message, place_in_words(failed.error)};
  }

  void operator()(const messages::Queried& queried) {
    AppState::View* view = view_of(queried.answer.table);
    if (view == nullptr || !view->asked || queried.answer.id != view->asked_id) return;
    view->answer = queried.answer;
    const std::uint64_t rows = view->answer.rows;
    const std::uint64_t last_first = rows > view->visible_rows ? rows - view->visible_rows : 0;
    view->first_visible = std::min(view->first_visible, last_first);
  }

  void operator()(const messages::Windowed& windowed) {
    AppState::View* view = view_of(windowed.answer.table);
    if (view == nullptr || !view->window_asked) return;
    const messages::WindowRequest& asked = *view->window_asked;
    if (asked.query_id != windowed.answer.query_id || asked.first != windowed.answer.first) return;
    view->window_asked.reset();
    if (windowed.answer.query_id == view->answer.id) view->window = windowed.answer;
  }

  void operator()(const messages::EngineFailed& failed) {
    state.exporting.reset();
    state.notice =
        Notice{Notice::Tone::error, "The engine stopped. Open the report again to go on.", failed.message};
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
    state.exporting.reset();
    if (failed.cancelled) return;
    state.notice = Notice{Notice::Tone::error, "The workbook could not be written. " + failed.error.message,
                          place_in_words(failed.error)};
  }

  void operator()(const messages::Environment& environment) { state.environment = environment; }
  void operator()(const messages::DragHover& hover) { state.drag_over = hover.over; }
  void operator()(const messages::Activated&) {}  // the mirror's, which belongs to the view

 private:
  AppState::View* view_of(TableId table) {
    return state.report ? &state.report->views[static_cast<std::size_t>(table)] : nullptr;
  }
};

}  // namespace

void receive(AppState& state, const messages::ToViewer& message, std::vector<messages::ToPage>&) {
  std::visit(Receive{state}, message);
}

}  // namespace campaign_lens::app
