#include "view/reading_file.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "view/duration.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kTitle = 22, kValue = height::control, kLine = 18;
constexpr float kBlock = kTitle + kValue + space::xs + 2 * kLine;
constexpr float kFourFrom = 720, kTwoFrom = 340;

std::string counted(std::uint64_t count, std::string_view noun) {
  return with_thousands(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::size_t blocks_beside(float width) {
  return width >= kFourFrom ? 4 : width >= kTwoFrom ? 2 : 1;
}

// Title, value, two lines of detail.
void draw_block(Frame& frame, std::uint32_t id, Rect block, std::string_view title, const std::string& value,
                const std::string& first, const std::string& second) {
  std::string said = std::string(title) + ": " + value;
  for (const std::string& detail : {first, second})
    if (!detail.empty()) said += ", " + detail;
  frame.node(id, Mirror::Role::text, block, said);
  frame.text.draw_in(frame.list(), block.cut_top(kTitle), Align::start, frame.palette.text_secondary, title,
                     type::caption);
  const Rect line = block.cut_top(kValue);
  const bool cut = frame.text.draw_in(frame.list(), line, Align::start, frame.palette.text,
                                      bounded(value, 200), type::title_strong);
  if (cut && line.contains(ImGui::GetIO().MousePos)) frame.tooltip(id, line, {}, value);
  block.cut_top(space::xs);
  for (const std::string& detail : {first, second}) {
    frame.text.draw_in(frame.list(), block.cut_top(kLine), Align::start, frame.palette.text_tertiary, detail,
                       type::caption);
  }
}

void draw_table_block(Frame& frame, const Rect& block, TableId table) {
  const messages::ReportSummary& summary = frame.state.report->summary;
  const auto index = static_cast<std::size_t>(table);
  draw_block(frame, node_id("reading/table", index), block,
             table == TableId::delivery ? "Delivery report" : "uLink clicks",
             counted(summary.rows[index], "row"), counted(summary.columns[index].size(), "column"), {});
}

std::string how_zone_was_found(const app::AppState::Report& report) {
  const messages::ReportSummary& summary = report.summary;
  if (!report.corrections.zone.empty()) return "Chosen by you";
  if (summary.stated_zone.empty())
    return summary.naive_times > 0 ? "None stated: read as UTC" : "None stated: shown in UTC";
  const bool unknown = summary.zone == "UTC" && !fixed_offset_zone(summary.stated_zone);
  return unknown ? "“" + summary.stated_zone + "” is not known: read as UTC" : "Stated by the campaign";
}

std::string naive_in_words(std::uint64_t times) {
  if (times == 0) return "Every time has an offset";
  return counted(times, "time") + (times == 1 ? " has" : " have") + " no offset";
}

void draw_zone_block(Frame& frame, ZonePicker& picker, Rect block) {
  const app::AppState::Report& report = *frame.state.report;
  const std::string found = how_zone_was_found(report), naive = naive_in_words(report.summary.naive_times);
  frame.node(node_id("reading/zone-found"), Mirror::Role::text, block, "Time zone: " + found + ", " + naive);
  frame.text.draw_in(frame.list(), block.cut_top(kTitle), Align::start, frame.palette.text_secondary,
                     "Time zone", type::caption);
  Rect line = block.cut_top(kValue);
  picker.draw(frame, line.cut_left(std::min(line.width, picker.width(frame, Icon::none))), Icon::none);
  block.cut_top(space::xs);
  for (const std::string& detail : {found, naive}) {
    frame.text.draw_in(frame.list(), block.cut_top(kLine), Align::start, frame.palette.text_tertiary, detail,
                       type::caption);
  }
}

}  // namespace

float file_card_height(float width) {
  const std::size_t rows = 4 / blocks_beside(width);
  return static_cast<float>(rows) * (kBlock + space::l) + space::l;
}

void draw_file_card(Frame& frame, ZonePicker& zone, const Rect& card) {
  draw_card(frame, card);
  const app::AppState::Report& report = *frame.state.report;
  const std::size_t beside = blocks_beside(card.width);
  const Rect inside = card.inset(space::l);
  const float width = (inside.width - static_cast<float>(beside - 1) * space::l) / static_cast<float>(beside);
  const auto block = [&](std::size_t index) {
    const std::size_t column = index % beside, row = index / beside;
    return Rect{inside.x + static_cast<float>(column) * (width + space::l),
                inside.y + static_cast<float>(row) * (kBlock + space::l), width, kBlock};
  };
  draw_block(frame, node_id("reading/file"), block(0), "File", report.summary.file_name,
             file_size(report.summary.file_bytes),
             frame.state.growing()                                   ? "Still being read"
             : report.summary.complete && report.summary.read_to_end ? "Read in " + duration(report.open_ms)
                                                                     : "Not read to its end");
  draw_table_block(frame, block(1), TableId::delivery);
  draw_table_block(frame, block(2), TableId::clicks);
  draw_zone_block(frame, zone, block(3));
}

}  // namespace campaign_lens::view
