#include "view/view.h"

#include <algorithm>

#include "view/count_cards.h"
#include "view/grid.h"
#include "view/header.h"
#include "view/landing.h"
#include "view/locations.h"
#include "view/notice.h"
#include "view/progress.h"
#include "view/reading.h"
#include "view/status_line.h"
#include "view/toolbar.h"

namespace campaign_lens::view {
namespace {

constexpr float kLocationsWidth = 400;
constexpr float kLocationsBesideFrom = 960;
constexpr float kNarrow = 640;

const Palette& palette_of(const messages::Environment& environment) {
  const bool system = environment.theme == messages::ThemeChoice::system;
  const bool dark = system ? environment.dark : environment.theme == messages::ThemeChoice::dark;
  return dark ? dark_palette() : light_palette();
}

constexpr ImGuiWindowFlags kPageFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                        ImGuiWindowFlags_NoBringToFrontOnFocus |
                                        ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse;

}  // namespace

// What the panels keep between frames.
struct View::Panels {
  explicit Panels(TextRuns& runs) : text(runs) {}

  void draw_without_report(Frame& frame, const Rect& page) const;
  void draw_report(Frame& frame, const Rect& page);
  void draw_clicks(Frame& frame, Rect area);

  Text text;
  Motion motion;
  const Palette* palette = nullptr;  // for which ImGui's style is set
  Toolbar toolbar;
  Grid delivery{TableId::delivery};
  Grid clicks{TableId::clicks};
  Locations locations;
  Reading reading;
};

void View::Panels::draw_without_report(Frame& frame, const Rect& page) const {
  draw_theme_button(frame, {page.right() - space::l - height::control, page.y + space::l, height::control,
                            height::control});
  Rect rest = page.inset(page.width < kNarrow ? space::m : space::xl, space::l);
  if (frame.state.notice) {
    Rect line = rest.cut_top(notice_height(frame, std::min(rest.width - 96, 720.F)));
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
  draw_header(frame, rest.cut_top(height::header));
  if (frame.state.notice) {
    draw_notice(frame, rest.cut_top(notice_height(frame, rest.width)));
    rest.cut_top(space::m);
  }
  draw_count_cards(frame, rest.cut_top(count_cards_height(frame, rest.width)));
  rest.cut_top(space::xs);
  // A window that is too low for rows shows the counts.
  const float bar = Toolbar::height(frame, rest.width);
  if (rest.height < bar + height::status_line + height::grid_header + height::row) return;
  toolbar.draw(frame, rest.cut_top(bar));
  draw_status_line(frame, rest.cut_bottom(height::status_line));
  switch (frame.state.report->tab) {
    case app::Tab::delivery:
      return delivery.draw(frame, rest);
    case app::Tab::clicks:
      return draw_clicks(frame, rest);
    case app::Tab::reading:
      return reading.draw(frame, rest);
  }
}

void View::Panels::draw_clicks(Frame& frame, Rect area) {
  if (frame.state.report->summary.rows[1] > 0) {
    const bool beside = area.width >= kLocationsBesideFrom;
    const Rect place = beside ? area.cut_right(kLocationsWidth) : area.cut_bottom(area.height * 0.4F);
    locations.draw(frame, place);
    if (beside) area.cut_right(space::m);
    if (!beside) area.cut_bottom(space::m);
  }
  clicks.draw(frame, area);
}

View::View(TextRuns& runs) : panels_(std::make_unique<Panels>(runs)) {
  ImGuiIO& io = ImGui::GetIO();
  io.ConfigInputTextCursorBlink = false;  // a blinking cursor would draw frames for ever
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
}

View::~View() = default;

bool View::draw(const app::AppState& state, app::Commands& commands, Mirror& mirror, double now_s) {
  const Palette& palette = palette_of(state.environment);
  if (panels_->palette != &palette) {
    apply_style(ImGui::GetStyle(), palette);
    panels_->palette = &palette;
  }
  panels_->motion.begin_frame(now_s, state.environment.reduced_motion);
  Frame frame(state, commands, mirror, panels_->text, panels_->motion, palette);

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
  ImGui::End();
  draw_floating_progress(frame, page);
  frame.draw_tooltip();
  return panels_->motion.moving();
}

}  // namespace campaign_lens::view
