#include "view/landing.h"

#include <algorithm>
#include <cmath>

#include "view/progress.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kWidest = 640;
constexpr float kDropZone = 248;
constexpr float kLogo = 44;

constexpr std::string_view kName = "Campaign Lens";
constexpr std::string_view kSentence =
    "See what your campaign delivered, what failed and why, and who clicked.\nThen hand it on as an Excel "
    "file.";
constexpr std::string_view kReads =
    "JSON, plain or gzipped, in one file or several, from a few rows to millions.";
constexpr std::string_view kPrivacy =
    "Nothing leaves this page: the report is read in your browser and never uploaded.";

void dashed_line(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 colour, float thickness) {
  constexpr float kDash = 6, kGap = 5;
  const float length = std::max(to.x - from.x, to.y - from.y);
  if (length <= 0) return;
  const ImVec2 way((to.x - from.x) / length, (to.y - from.y) / length);
  const auto dashes = static_cast<int>(std::ceil(length / (kDash + kGap)));
  for (int dash = 0; dash < dashes; ++dash) {
    const float at = static_cast<float>(dash) * (kDash + kGap);
    const float end = std::min(at + kDash, length);
    list.AddLine({from.x + way.x * at, from.y + way.y * at}, {from.x + way.x * end, from.y + way.y * end},
                 colour, thickness);
  }
}

void dashed_rect(ImDrawList& list, const Rect& rect, ImU32 colour, float thickness) {
  const float round = radius::card;
  dashed_line(list, {rect.x + round, rect.y}, {rect.right() - round, rect.y}, colour, thickness);
  dashed_line(list, {rect.x + round, rect.bottom()}, {rect.right() - round, rect.bottom()}, colour,
              thickness);
  dashed_line(list, {rect.x, rect.y + round}, {rect.x, rect.bottom() - round}, colour, thickness);
  dashed_line(list, {rect.right(), rect.y + round}, {rect.right(), rect.bottom() - round}, colour, thickness);
  constexpr float kQuarter = 1.5707963F;
  const float start = 2 * kQuarter;
  const ImVec2 corners[] = {{rect.x + round, rect.y + round},
                            {rect.right() - round, rect.y + round},
                            {rect.right() - round, rect.bottom() - round},
                            {rect.x + round, rect.bottom() - round}};
  for (int corner = 0; corner < 4; ++corner) {
    const float from = start + static_cast<float>(corner) * kQuarter;
    list.PathArcTo(corners[corner], round, from, from + kQuarter);
    list.PathStroke(colour, 0, thickness);
  }
}

float draw_lines(Frame& frame, Rect& rest, std::string_view path, std::string_view words, Font font,
                 ImU32 ink) {
  const float line = std::ceil(Text::line_height(font)) + space::xs;
  const Rect whole = rest;
  float used = 0;
  for (const std::string_view part : frame.text.wrap(words, font, rest.width)) {
    frame.text.draw_in(frame.list(), rest.cut_top(line), Align::centre, ink, part, font);
    used += line;
  }
  frame.node(node_id(path), Mirror::Role::text, {whole.x, whole.y, whole.width, used}, words);
  return used;
}

void draw_buttons(Frame& frame, const Rect& row) {
  const Button choose{.path = "landing/choose", .label = "Choose a file", .kind = ButtonKind::primary};
  const Button sample{.path = "landing/sample", .label = "Try a sample"};
  const float choose_width = button_width(frame, choose) + space::l,
              sample_width = button_width(frame, sample) + space::l;
  Rect rest = centred(row, choose_width + space::s + sample_width, 36);
  if (draw_button(frame, rest.cut_left(choose_width), choose)) frame.emit(app::ChooseFiles{});
  rest.cut_left(space::s);
  if (draw_button(frame, rest.cut_left(sample_width), sample)) frame.emit(app::OpenSample{});
}

void draw_drop_zone(Frame& frame, const Rect& zone) {
  frame.list().AddRectFilled(zone.min(), zone.max(), frame.palette.surface, radius::card);
  dashed_rect(frame.list(), zone, frame.palette.border_strong, 1.5F);
  Rect rest = centred(zone, zone.width - 2 * space::l, std::min(zone.height, 156.F));
  const Rect icon = rest.cut_top(48);
  frame.list().AddCircleFilled(icon.centre(), 22, frame.palette.hover);
  draw_icon(frame.list(), Icon::file, icon.centre(), frame.palette.text_secondary, 1.2F);
  rest.cut_top(space::m);
  draw_lines(frame, rest, "landing/drop", "Drop a campaign report here", type::title_strong,
             frame.palette.text);
  draw_lines(frame, rest, "landing/reads", kReads, type::body, frame.palette.text_secondary);
  draw_buttons(frame, rest.cut_bottom(36));
}

// The name and what it is for; returns what is left below.
Rect draw_introduction(Frame& frame, Rect rest) {
  const Rect logo = rest.cut_top(kLogo);
  draw_logo(frame.list(), logo.centre(), kLogo, frame.palette.primary, frame.palette.on_primary);
  rest.cut_top(space::l);
  const Rect name = rest.cut_top(36);
  frame.text.draw_in(frame.list(), name, Align::centre, frame.palette.text, kName, type::figure);
  frame.node(node_id("landing/name"), Mirror::Role::heading, name, kName);
  rest.cut_top(space::s);
  draw_lines(frame, rest, "landing/sentence", kSentence, type::title, frame.palette.text_secondary);
  rest.cut_top(space::xl);
  return rest;
}

Rect column(const Rect& area) {
  const float width = std::min(kWidest, area.width - 2 * space::l);
  return centred(area, std::max(0.F, width), std::min(area.height, 500.F));
}

}  // namespace

void draw_landing(Frame& frame, const Rect& area) {
  Rect rest = draw_introduction(frame, column(area));
  draw_drop_zone(frame, rest.cut_top(std::min(kDropZone, rest.height - 40)));
  rest.cut_top(space::l);
  const float width = frame.text.width(kPrivacy, type::caption) + 20;
  if (width <= rest.width) {
    Rect line = centred(rest.cut_top(20), width, 20);
    draw_icon(frame.list(), Icon::lock, line.cut_left(16).centre(), frame.palette.text_tertiary, 0.75F);
    line.cut_left(space::xs);
    draw_lines(frame, line, "landing/privacy", kPrivacy, type::caption, frame.palette.text_tertiary);
  } else {
    draw_lines(frame, rest, "landing/privacy", kPrivacy, type::caption, frame.palette.text_tertiary);
  }
}

void draw_first_opening(Frame& frame, const Rect& area) {
  const Rect rest = draw_introduction(frame, column(area));
  const float width = std::min(480.F, rest.width);
  const Rect card{area.centre().x - width / 2, rest.y, width, kProgressCard};
  draw_card(frame, card);
  draw_opening(frame, card);
}

void draw_drop_overlay(Frame& frame, const Rect& page) {
  ImDrawList& over = *ImGui::GetForegroundDrawList();
  constexpr std::string_view kDrop = "Drop to open";
  over.AddRectFilled(page.min(), page.max(), with_alpha(frame.palette.focus_tint, 0.92F));
  dashed_rect(over, page.inset(space::l), frame.palette.focus, 2);
  const float width = frame.text.width(kDrop, type::heading);
  const Rect line = centred(page, width, 32);
  draw_icon(over, Icon::download, {page.centre().x, line.y - space::xl}, frame.palette.focus, 2);
  frame.text.draw(over, line.min(), frame.palette.text, kDrop, type::heading);
  frame.node(node_id("drop"), Mirror::Role::status, line.intersection(page), kDrop);
}

}  // namespace campaign_lens::view
