#include "view/view.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "view/chips.h"
#include "view/count_cards.h"
#include "view/export_dialog.h"
#include "view/grid.h"
#include "view/header.h"
#include "view/help.h"
#include "view/insight.h"
#include "view/landing.h"
#include "view/locations.h"
#include "view/notice.h"
#include "view/progress.h"
#include "view/reading.h"
#include "view/row_details.h"
#include "view/status_line.h"
#include "view/toolbar.h"

namespace campaign_lens::view {
namespace {

constexpr float kLocationsWidth = 440;
constexpr float kLocationsBesideFrom = 960;
constexpr float kDetailsWidth = 340, kDetailsBesideFrom = 760;
constexpr float kNarrow = 640;

const Palette& palette_for(const messages::Environment& environment) {
  const bool system = environment.theme == messages::ThemeChoice::system;
  const bool dark = system ? environment.dark : environment.theme == messages::ThemeChoice::dark;
  return palette_of(dark, environment.more_contrast);
}

constexpr ImGuiWindowFlags kPageFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                        ImGuiWindowFlags_NoBringToFrontOnFocus |
                                        ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse;

}  // namespace

// What the panels keep between frames.
struct View::Panels {
  Panels(TextRuns& runs, ZoneSource zone_source) : text(runs), zones(std::move(zone_source)) {}

  void find_zone(const app::AppState& state);
  void take_keys(Frame& frame);

  void draw_without_report(Frame& frame, const Rect& page) const;
  void draw_report(Frame& frame, const Rect& page);
  void draw_clicks(Frame& frame, Rect area);
  void draw_details(Frame& frame, TableId table, Rect& area);

  Text text;
  Motion motion;
  ZoneSource zones;
  TimeZone zone;                     // of the report's times
  const Palette* palette = nullptr;  // for which ImGui's style is set
  Toolbar toolbar;
  Grid delivery{TableId::delivery};
  Grid clicks{TableId::clicks};
  RowDetails details[kTableCount] = {RowDetails(TableId::delivery), RowDetails(TableId::clicks)};
  Locations locations;
  Reading reading;
  InsightPage insight;
  Help help;
  ZonePicker header_zone{"header/zone", "Time zone"};
  ExportDialog export_dialog;
};

void View::Panels::draw_without_report(Frame& frame, const Rect& page) const {
  draw_theme_button(frame, {page.right() - space::l - height::control, page.y + space::l, height::control,
                            height::control});
  Rect rest = page.inset(page.width < kNarrow ? space::m : space::xl, space::l);
  if (frame.state.notice) {
    const Rect line = rest.cut_top(notice_height(frame, std::min(rest.width - 96, 720.F)));
    draw_notice(frame, centred(line, std::min(rest.width - 96, 720.F), line.height));
  }
  if (frame.state.opening) {
    draw_first_opening(frame, rest);
  } else {
    draw_landing(frame, rest);
  }
}

void View::Panels::draw_report(Frame& frame, const Rect& page) {
  Rect rest = page.inset(page.width < kNarrow ? space::m : space::xl, 0);
  draw_header(frame, rest.cut_top(height::header), help, header_zone);
  if (frame.state.notice) {
    draw_notice(frame, rest.cut_top(notice_height(frame, rest.width)));
    rest.cut_top(space::m);
  }
  draw_count_cards(frame, rest.cut_top(count_cards_height(frame, rest.width)));
  rest.cut_top(space::xs);
  // A window that is too low for rows shows the counts.
  const float bar = Toolbar::height(frame, rest.width);
  if (rest.height < bar + height::status_line + height::grid_header + height::row) return;
  const std::optional<Toolbar::ForGrid> wanted = toolbar.draw(frame, rest.cut_top(bar));
  if (const std::optional<TableId> table = app::table_of(frame.state.report->tab)) {
    const Rect chips = rest.cut_top(chips_height(frame, *table, rest.width));
    Grid& grid = *table == TableId::delivery ? delivery : clicks;
    if (wanted == Toolbar::ForGrid::find) grid.find();
    const bool any = frame.state.report->views[static_cast<std::size_t>(*table)].answer.rows > 0;
    if (wanted == Toolbar::ForGrid::go_to_row && any) grid.go_to_row();
    if (const auto pressed = draw_chips(frame, *table, chips)) grid.open_menu(pressed->column, pressed->rect);
  }
  draw_status_line(frame, rest.cut_bottom(height::status_line));
  switch (frame.state.report->tab) {
    case app::Tab::delivery:
      draw_details(frame, TableId::delivery, rest);
      return delivery.draw(frame, rest);
    case app::Tab::clicks:
      return draw_clicks(frame, rest);
    case app::Tab::insight:
      return insight.draw(frame, rest);
    case app::Tab::reading:
      return reading.draw(frame, rest);
  }
}

// Beside the grid, or over all of it where the page is narrow.
void View::Panels::draw_details(Frame& frame, TableId table, Rect& area) {
  const auto index = static_cast<std::size_t>(table);
  if (!frame.state.report->views[index].details) return;
  const bool beside = area.width >= kDetailsBesideFrom;
  const Rect place = area.cut_right(beside ? kDetailsWidth : area.width);
  if (beside) area.cut_right(space::m);
  details[index].draw(frame, place);
}

void View::Panels::draw_clicks(Frame& frame, Rect area) {
  draw_details(frame, TableId::clicks, area);
  if (frame.state.report->summary.rows[1] > 0 && !frame.state.report->views[1].details) {
    const bool beside = area.width >= kLocationsBesideFrom;
    const Rect place = beside ? area.cut_right(kLocationsWidth) : area.cut_bottom(area.height * 0.4F);
    locations.draw(frame, place);
    if (beside) area.cut_right(space::m);
    if (!beside) area.cut_bottom(space::m);
  }
  clicks.draw(frame, area);
}

// A zone that nobody knows shows its times as UTC, as the engine does.
void View::Panels::find_zone(const app::AppState& state) {
  const std::string_view name = state.report ? std::string_view(state.report->summary.zone) : "UTC";
  if (zone.name == name) return;
  std::optional<TimeZone> found = fixed_offset_zone(name);
  if (!found && zones) found = zones(name);
  zone = found ? *std::move(found) : TimeZone();
  zone.name = name;
}

// Those that hold wherever one is on the page.
void View::Panels::take_keys(Frame& frame) {
  const ImGuiIO& io = ImGui::GetIO();
  // Where on a keyboard it is depends on the keyboard.
  if (std::ranges::find(io.InputQueueCharacters, ImWchar('?')) != io.InputQueueCharacters.end()) help.open();
  if (io.KeyAlt || !(io.KeyCtrl || io.KeySuper)) return;
  const bool z = ImGui::IsKeyPressed(ImGuiKey_Z), y = ImGui::IsKeyPressed(ImGuiKey_Y);
  if (ImGui::IsKeyPressed(ImGuiKey_E, false)) frame.emit(app::OpenExport{});
  if (z && !io.KeyShift) frame.emit(app::Undo{});
  if (y || (z && io.KeyShift)) frame.emit(app::Redo{});
}

View::View(TextRuns& runs, ZoneSource zones) : panels_(std::make_unique<Panels>(runs, std::move(zones))) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
}

View::~View() = default;

bool View::draw(const app::AppState& state, app::Commands& commands, Mirror& mirror, double now_s) {
  const Palette& palette = palette_for(state.environment);
  if (panels_->palette != &palette) {
    apply_style(ImGui::GetStyle(), palette);
    panels_->palette = &palette;
  }
  panels_->motion.begin_frame(now_s, state.environment.reduced_motion);
  panels_->find_zone(state);
  Frame frame(state, commands, mirror, panels_->text, panels_->motion, palette, panels_->zone);
  panels_->take_keys(frame);

  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const Rect page{0, 0, display.x, display.y};
  ImGui::GetBackgroundDrawList()->AddRectFilled(page.min(), page.max(), palette.page);
  ImGui::SetNextWindowPos(page.min());
  ImGui::SetNextWindowSize(page.max());
  ImGui::Begin("##page", nullptr, kPageFlags);
  if (state.report) {
    panels_->draw_report(frame, page);
  } else {
    panels_->draw_without_report(frame, page);
  }
  if (state.drag_over) draw_drop_overlay(frame, page);
  panels_->help.draw(frame, page);
  panels_->export_dialog.draw(frame, page);
  ImGui::End();
  draw_floating_progress(frame, page);
  frame.draw_tooltip();
  return panels_->motion.moving();
}

}  // namespace campaign_lens::view
