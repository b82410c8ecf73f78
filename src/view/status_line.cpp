#include "view/status_line.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "view/duration.h"
#include "view/progress.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

// Narrower, a hint is brief, and how far reading is has no room in the header.
constexpr float kRoom = 700;
constexpr std::string_view kBetween = "   ·   ";

std::string counted(std::uint64_t count, std::string_view one) {
  return with_thousands(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

std::string selection_in_words(const app::AppState::Report& report, TableId table) {
  const std::optional<app::CellRange>& selection = report.views[static_cast<std::size_t>(table)].selection;
  if (!selection) return {};
  if (report.copied_rows) return counted(*report.copied_rows, "row") + " copied";
  if (selection->rows() == 1 && selection->columns() == 1) return {};
  return counted(selection->rows(), "row") + " × " + counted(selection->columns(), "column") + " selected";
}

std::string status_in_words(const app::AppState& state, float width) {
  const app::AppState::Report& report = *state.report;
  std::string words;
  const auto say = [&words](const std::string& more) {
    if (!words.empty()) words += kBetween;
    words += more;
  };
  if (state.growing() && width < kRoom) say(amount_in_words(*state.opening));
  if (const std::optional<TableId> shown = app::table_of(report.tab)) {
    const auto table = static_cast<std::size_t>(*shown);
    const messages::QueryAnswer& answer = report.views[table].answer;
    say(with_thousands(answer.rows) + " of " + with_thousands(report.summary.rows[table]) + " rows");
    if (const std::string selected = selection_in_words(report, *shown); !selected.empty()) say(selected);
    if (answer.id != 0) say(duration(answer.elapsed_ms));
  }
  if (!report.summary.zone.empty()) say("Times in " + report.summary.zone);
  if (report.summary.complete && report.summary.read_to_end) {
    say("Read in " + duration(report.open_ms) + " (" + file_size(report.summary.file_bytes) + ")");
  } else if (!state.growing()) {
    say("Not read to its end");
  }
  if (state.environment.engine_in_page) say("The engine runs in the page");
  return words;
}

// What a person should look at, whole and in short; empty: nothing.
struct Hint {
  std::string words, brief;
};

Hint hint_of(std::uint64_t count, std::string_view one, std::string_view many, std::string_view what) {
  const std::string number = with_thousands(count);
  return {.words = number + std::string(count == 1 ? one : many) + std::string(what) + " – review",
          .brief = number + " to review"};
}

// The most urgent one.
Hint hint_about(const app::AppState::Report& report) {
  const auto& statuses = report.summary.unknown_statuses;
  const auto unknown = static_cast<std::size_t>(std::count_if(
      statuses.begin(), statuses.end(), [](const messages::ReportSummary::UnknownStatus& status) {
        return status.family == StatusFamily::unrecognised;
      }));
  if (unknown > 0) return hint_of(unknown, " status", " statuses", " not recognised");
  const bool placed = !report.summary.stated_zone.empty() || !report.summary.corrections.zone.empty();
  const std::uint64_t naive = report.summary.naive_times;
  if (naive == 0 || placed) return {};
  return hint_of(naive, " time", " times", " read as UTC");
}

// Leads to where what it says is shown whole.
void draw_lead(Frame& frame, Rect& rest, std::string_view path, Icon icon, ImU32 ink, const std::string& name,
               std::string_view drawn) {
  const float width = 16 + space::xs + 2 * space::s + frame.text.width(drawn, type::caption);
  const Rect strip = rest.cut_right(width);
  const Rect button = centred(strip, strip.width, 24);
  const std::uint32_t id = node_id(path);
  const Press press = frame.control({.id = id, .rect = button, .name = name});
  if (press.clicked) frame.emit(app::ShowTab{app::Tab::reading});
  const float hover = frame.motion.fade(id, press.hovered);
  frame.list().AddRectFilled(button.min(), button.max(), with_alpha(frame.palette.pressed, hover),
                             radius::control);
  Rect inside = button.inset(space::s, 0);
  draw_icon(frame.list(), icon, inside.cut_left(16).centre(), ink, 0.8F);
  inside.cut_left(space::xs);
  frame.text.draw_in(frame.list(), inside, Align::start, frame.palette.text_secondary, drawn, type::caption);
}

}  // namespace

void draw_status_line(Frame& frame, const Rect& area) {
  Rect rest = area;
  const app::AppState::Report& report = *frame.state.report;
  const std::size_t warnings = report.summary.warnings.size();
  if (warnings > 0) {
    const std::string words = with_thousands(warnings) + (warnings == 1 ? " warning" : " warnings");
    draw_lead(frame, rest, "status/warnings", Icon::warning, frame.palette.not_confirmed.mark, words, words);
  }
  if (const Hint hint = hint_about(report); !hint.words.empty()) {
    draw_lead(frame, rest, "status/hint", Icon::review, frame.palette.text_tertiary, hint.words,
              area.width < kRoom ? hint.brief : hint.words);
  }
  const std::optional<TableId> table = app::table_of(report.tab);
  const Button cancel{.path = "query/cancel", .label = "Cancel", .kind = ButtonKind::quiet};
  if (table && report.views[static_cast<std::size_t>(*table)].progress &&
      draw_button(frame, centred(rest.cut_left(button_width(frame, cancel)), button_width(frame, cancel), 24),
                  cancel))
    frame.emit(app::CancelQuery{*table});
  rest.cut_right(space::m);
  const std::string words = status_in_words(frame.state, area.width);
  frame.text.draw_in(frame.list(), rest, Align::start, frame.palette.text_tertiary, words, type::caption);
  frame.node(node_id("status"), Mirror::Role::status, rest, words);
}

}  // namespace campaign_lens::view
