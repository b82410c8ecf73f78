#include "view/status_line.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include "base/text.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr const char* kPopup = "##warnings";
constexpr float kListWidth = 460;
constexpr std::size_t kMostWarnings = 12;
constexpr std::string_view kBetween = "   ·   ";

std::string duration(double ms) {
  char text[32];
  const bool seconds = ms >= 1000;
  std::snprintf(text, sizeof text, ms < 10 || seconds ? "%.1f %s" : "%.0f %s", seconds ? ms / 1000 : ms,
                seconds ? "s" : "ms");
  return text;
}

std::string status_in_words(const app::AppState& state) {
  const app::AppState::Report& report = *state.report;
  const auto table = static_cast<std::size_t>(report.tab);
  const app::AppState::View& view = report.views[table];
  std::string words =
      with_thousands(view.answer.rows) + " of " + with_thousands(report.summary.rows[table]) + " rows";
  if (view.answer.id != 0) words += std::string(kBetween) + duration(view.answer.elapsed_ms);
  if (!report.summary.zone.empty()) words += std::string(kBetween) + "Times in " + report.summary.zone;
  words += std::string(kBetween) + "Read in " + duration(report.open_ms) + " (" +
           file_size(report.summary.file_bytes) + ")";
  if (state.environment.engine_in_page) words += std::string(kBetween) + "The engine runs in the page";
  return words;
}

std::string note_in_words(const messages::ReportSummary::Note& note) {
  std::string words = note.message;
  if (note.count > 1) words += " (" + with_thousands(note.count) + " times)";
  if (note.line > 0)
    words += ", first at line " + with_thousands(note.line) + ", byte " + with_thousands(note.byte_offset);
  return words;
}

void draw_warning_list(Frame& frame, const Rect& above) {
  const auto& warnings = frame.state.report->summary.warnings;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float width = std::min(kListWidth, display.x - 2 * space::s);
  std::string words;
  for (std::size_t i = 0; i < std::min(warnings.size(), kMostWarnings); ++i)
    words += note_in_words(warnings[i]) + "\n";
  if (warnings.size() > kMostWarnings)
    words += "and " + with_thousands(warnings.size() - kMostWarnings) + " more";
  const float line = Text::line_height(type::body) + space::xs;
  const auto lines = frame.text.wrap(words, type::body, width - 2 * space::l);
  const float tall = std::min(display.y, line * static_cast<float>(lines.size()) + 2 * space::m);
  ImGui::SetNextWindowPos(
      {std::clamp(above.right() - width, 0.F, display.x - width), std::max(0.F, above.y - tall - space::xs)});
  ImGui::SetNextWindowSize({width, tall});
  if (!ImGui::BeginPopup(kPopup,
                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollbar))
    return;
  const ImVec2 corner = ImGui::GetWindowPos();
  const Rect inside = Rect{corner.x, corner.y, width, tall}.inset(space::l, space::m);
  Rect rest = inside;
  for (const std::string_view part : lines)
    frame.text.draw_in(frame.list(), rest.cut_top(line), Align::start, frame.palette.text, part, type::body);
  frame.node(node_id("status/warning-list"), Mirror::Role::text, inside, words);
  ImGui::EndPopup();
}

void draw_warnings(Frame& frame, Rect& rest) {
  const std::size_t many = frame.state.report->summary.warnings.size();
  if (many == 0) return;
  const std::string words = with_thousands(many) + (many == 1 ? " warning" : " warnings");
  const Rect rect =
      centred(rest.cut_right(16 + space::xs + 2 * space::s + frame.text.width(words, type::caption)), 0, 24);
  const Rect button{rest.right(), rect.y,
                    16 + space::xs + 2 * space::s + frame.text.width(words, type::caption), 24};
  const std::uint32_t id = node_id("status/warnings");
  const Press press = frame.control({.id = id, .rect = button, .name = words});
  if (press.clicked) ImGui::OpenPopup(kPopup);
  const float hover = frame.motion.fade(id, press.hovered);
  frame.list().AddRectFilled(button.min(), button.max(), with_alpha(frame.palette.pressed, hover),
                             radius::control);
  Rect inside = button.inset(space::s, 0);
  draw_icon(frame.list(), Icon::warning, inside.cut_left(16).centre(), frame.palette.not_confirmed.mark,
            0.8F);
  inside.cut_left(space::xs);
  frame.text.draw_in(frame.list(), inside, Align::start, frame.palette.text_secondary, words, type::caption);
  draw_warning_list(frame, button);
}

}  // namespace

void draw_status_line(Frame& frame, const Rect& area) {
  Rect rest = area;
  draw_warnings(frame, rest);
  rest.cut_right(space::m);
  const std::string words = status_in_words(frame.state);
  frame.text.draw_in(frame.list(), rest, Align::start, frame.palette.text_tertiary, words, type::caption);
  frame.node(node_id("status"), Mirror::Role::status, rest, words);
}

}  // namespace campaign_lens::view
