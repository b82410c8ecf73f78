#include "view/progress.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "base/text.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kFloatingWidth = 440;
// Before that, a rate is a guess.
constexpr double kRateAfter_ms = 400;

constexpr std::string_view kBetween = "  ·  ";

struct Progress {
  std::string_view path;
  std::string title;
  std::string_view name;
  std::string amount;  ///< what is done
  std::string pace;    ///< how fast, and how long still
  float fraction = 0;
};

void describe(Frame& frame, const Progress& progress, const Rect& bar) {
  Mirror::Node node;
  node.id = node_id(progress.path), node.role = Mirror::Role::progress;
  node.name = progress.title + " " + std::string(progress.name) + ": " + progress.amount;
  if (!progress.pace.empty()) node.name += std::string(kBetween) + progress.pace;
  node.value = std::to_string(static_cast<int>(progress.fraction * 100));
  node.x = bar.x, node.y = bar.y, node.width = bar.width, node.height = bar.height;
  frame.node(std::move(node));
}

// True when Cancel was pressed.
bool draw_progress(Frame& frame, const Rect& card, const Progress& progress) {
  Rect rest = card.inset(space::l, space::m);
  Rect top = rest.cut_top(height::control);
  const std::string cancel_path = std::string(progress.path) + "/cancel";
  const Button cancel{.path = cancel_path, .label = "Cancel"};
  const bool cancelled = draw_button(frame, top.cut_right(button_width(frame, cancel)), cancel);
  top.cut_right(space::m);
  frame.text.draw_in(frame.list(), top, Align::start, frame.palette.text, progress.title, type::title_strong);

  rest.cut_top(space::xs);
  frame.text.draw_in(frame.list(), rest.cut_top(20), Align::start, frame.palette.text_secondary,
                     progress.name, type::body);
  rest.cut_top(space::s);
  const Rect bar = rest.cut_top(6);
  draw_progress_bar(frame, bar, progress.fraction, frame.palette.focus);
  rest.cut_top(space::s);
  Rect words = rest.cut_top(20);
  const float pace = std::min(words.width, frame.text.width(progress.pace, type::caption));
  frame.text.draw_in(frame.list(), words.cut_right(pace), Align::end, frame.palette.text_tertiary,
                     progress.pace, type::caption);
  frame.text.draw_in(frame.list(), words, Align::start, frame.palette.text_secondary, progress.amount,
                     type::caption);
  describe(frame, progress, bar);
  return cancelled;
}

// So much a second; nothing while it would be a guess.
std::optional<double> rate(std::uint64_t done, double elapsed_ms) {
  if (elapsed_ms < kRateAfter_ms || done == 0) return std::nullopt;
  return static_cast<double>(done) / elapsed_ms * 1000;
}

std::string remaining(std::uint64_t left, double per_s) {
  const double seconds = static_cast<double>(left) / per_s;
  if (seconds < 1.5) return "almost done";
  if (seconds < 90) return "about " + std::to_string(std::lround(seconds)) + " s left";
  return "about " + std::to_string(std::lround(seconds / 60)) + " min left";
}

float fraction_of(std::uint64_t part, std::uint64_t whole) {
  return whole == 0
             ? 0
             : static_cast<float>(std::min(1.0, static_cast<double>(part) / static_cast<double>(whole)));
}

Progress progress_of(const app::AppState::Opening& opening) {
  const messages::OpenProgress& done = opening.progress;
  const std::uint64_t bytes = opening.source.file_bytes;
  Progress progress{.path = "opening",
                    .title = "Reading the report",
                    .name = opening.source.file_name,
                    .amount = amount_in_words(opening),
                    .pace = {},
                    .fraction = fraction_of(done.bytes_read, bytes)};
  if (const std::optional<double> bytes_per_s = rate(done.bytes_read, done.elapsed_ms)) {
    progress.pace = file_size(static_cast<std::uint64_t>(*bytes_per_s)) + "/s";
    if (bytes > done.bytes_read)
      progress.pace += std::string(kBetween) + remaining(bytes - done.bytes_read, *bytes_per_s);
  }
  return progress;
}

}  // namespace

std::string amount_in_words(const app::AppState::Opening& opening) {
  const messages::OpenProgress& done = opening.progress;
  const std::uint64_t bytes = opening.source.file_bytes, rows = done.delivery_rows + done.click_rows;
  std::string words = file_size(done.bytes_read) + (bytes == 0 ? "" : " of " + file_size(bytes));
  if (rows > 0) words += std::string(kBetween) + with_thousands(rows) + " rows";
  return words;
}

void draw_opening(Frame& frame, const Rect& card) {
  if (draw_progress(frame, card, progress_of(*frame.state.opening))) frame.emit(app::CancelOpen{});
}

void draw_growth(Frame& frame, const Rect& line, const Rect& bar) {
  const Progress progress = progress_of(*frame.state.opening);
  draw_progress_bar(frame, bar, progress.fraction, frame.palette.focus);
  describe(frame, progress, bar);
  Rect rest = line;
  bool first = true;
  for (const std::string& words :
       {std::to_string(static_cast<int>(progress.fraction * 100)) + "%", progress.amount, progress.pace}) {
    const float width = frame.text.width(words, type::body);
    // Shown whole or not at all: what is cut off changes too fast to be read.
    if (words.empty() || width > rest.width) return;
    frame.text.draw_in(frame.list(), rest.cut_left(width), Align::start,
                       first ? frame.palette.text : frame.palette.text_secondary, words, type::body);
    rest.cut_left(space::l);
    first = false;
  }
}

void draw_exporting(Frame& frame, const Rect& card) {
  const messages::ExportProgress& done = frame.state.exporting->progress;
  const bool counted = done.rows_total > 0;
  const bool workbook = frame.state.exporting->format == messages::ExportFormat::xlsx;
  const std::optional<double> rows_per_s = rate(done.rows_done, done.elapsed_ms);
  const bool goes_on = rows_per_s && done.rows_total > done.rows_done;
  const Progress progress{
      .path = "exporting",
      .title = workbook ? "Writing the workbook" : "Writing the file",
      .name = frame.state.report ? std::string_view(frame.state.report->summary.campaign_name)
                                 : std::string_view(),
      .amount = counted ? with_thousands(done.rows_done) + " of " + with_thousands(done.rows_total) + " rows"
                        : "Starting",
      .pace = goes_on ? remaining(done.rows_total - done.rows_done, *rows_per_s) : std::string(),
      .fraction = fraction_of(done.rows_done, done.rows_total)};
  if (draw_progress(frame, card, progress)) frame.emit(app::CancelExport{});
}

void draw_floating_progress(Frame& frame, const Rect& page) {
  const bool opening = frame.state.opening && frame.state.report && !frame.state.growing();
  const int cards = (opening ? 1 : 0) + (frame.state.exporting ? 1 : 0);
  if (cards == 0) return;
  const float width = std::min(kFloatingWidth, page.width - 2 * space::l);
  const float tall = static_cast<float>(cards) * (kProgressCard + space::m);
  const Rect room{page.right() - space::xl - width, page.bottom() - height::status_line - tall, width, tall};
  // A window of its own, so that what lies beneath does not get the mouse. Its shadow needs room.
  const Rect outside = room.inset(-space::l, -space::l);
  ImGui::SetNextWindowPos(outside.min());
  ImGui::SetNextWindowSize({outside.width, outside.height});
  ImGui::Begin("##progress", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing |
                   ImGuiWindowFlags_NoBackground);
  Rect rest = room;
  const auto card = [&] {
    const Rect next = rest.cut_top(kProgressCard);
    rest.cut_top(space::m);
    draw_floating_card(frame, next);
    return next;
  };
  if (opening) draw_opening(frame, card());
  if (frame.state.exporting) draw_exporting(frame, card());
  ImGui::End();
}

}  // namespace campaign_lens::view
