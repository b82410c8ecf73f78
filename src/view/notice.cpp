#include "view/notice.h"

#include <algorithm>
#include <cmath>

#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

using Tone = app::AppState::Notice::Tone;

constexpr Button kResetView{
    .path = "notice/reset-view", .label = "Reset view", .icon = Icon::undo, .kind = ButtonKind::quiet};
constexpr std::size_t kMostLines = 4;

const StatusColours& colours_of_tone(const Palette& palette, Tone tone) {
  switch (tone) {
    case Tone::info:
      return palette.submitted;
    case Tone::success:
      return palette.success;
    case Tone::error:
      return palette.failed;
  }
  return palette.submitted;
}

Icon icon_of(Tone tone) {
  return tone == Tone::error ? Icon::warning : tone == Tone::success ? Icon::check : Icon::file;
}

float line_height() {
  return Text::line_height(type::body) + space::xs;
}

// What stands beside the words takes so much.
float width_beside(Frame& frame) {
  const float button = frame.state.notice->about_view ? button_width(frame, kResetView) + space::s : 0;
  return 2 * space::l + 16 + space::s + height::control + button;
}

std::vector<std::string_view> lines_of(Frame& frame, std::string_view words, Font font, float width) {
  if (words.empty()) return {};
  std::vector<std::string_view> lines = frame.text.wrap(words, font, width - width_beside(frame));
  lines.resize(std::min(lines.size(), kMostLines));
  return lines;
}

}  // namespace

float notice_height(Frame& frame, float width) {
  if (!frame.state.notice) return 0;
  const std::size_t lines = lines_of(frame, frame.state.notice->text, type::body_strong, width).size() +
                            lines_of(frame, frame.state.notice->detail, type::body, width).size();
  return static_cast<float>(lines) * line_height() + 2 * space::m;
}

void draw_notice(Frame& frame, const Rect& area) {
  const app::AppState::Notice& notice = *frame.state.notice;
  const StatusColours& colours = colours_of_tone(frame.palette, notice.tone);
  frame.list().AddRectFilled(area.min(), area.max(), colours.tint, radius::card);
  frame.list().AddRect(area.min(), area.max(), with_alpha(colours.mark, 0.45F), radius::card);
  const bool error = notice.tone == Tone::error;
  std::string said = notice.text;
  if (!notice.detail.empty()) said += " (" + notice.detail + ")";
  frame.node(node_id("notice"), error ? Mirror::Role::alert : Mirror::Role::status, area, said);

  Rect rest = area.inset(space::l, space::m);
  draw_icon(frame.list(), icon_of(notice.tone), {rest.x + 8, rest.y + line_height() / 2}, colours.mark);
  rest.cut_left(16 + space::s);
  const Rect close{rest.right() - height::control + space::s, rest.y + (line_height() - height::control) / 2,
                   height::control, height::control};
  if (draw_icon_button(frame, close, "notice/dismiss", "Dismiss", Icon::close)) {
    frame.emit(app::DismissNotice{});
  }
  if (notice.about_view) {
    const float width = button_width(frame, kResetView);
    const Rect reset{close.x - space::xs - width, close.y, width, height::control};
    if (draw_button(frame, reset, kResetView)) frame.emit(app::ResetView{});
  }
  rest.width = area.width - width_beside(frame);
  const auto draw_lines = [&](std::string_view words, Font font) {
    for (const std::string_view line : lines_of(frame, words, font, area.width))
      frame.text.draw_sentence(frame.list(), rest.cut_top(line_height()), colours.text, line, font);
  };
  draw_lines(notice.text, type::body_strong);
  draw_lines(notice.detail, type::body);
}

}  // namespace campaign_lens::view
