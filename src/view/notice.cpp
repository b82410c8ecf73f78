#include "view/notice.h"

#include <algorithm>
#include <cmath>

#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

using Tone = app::AppState::Notice::Tone;

constexpr float kBeside = 2 * space::l + 16 + space::s + height::control;
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

std::vector<std::string_view> lines_of(Frame& frame, float width) {
  std::vector<std::string_view> lines =
      frame.text.wrap(frame.state.notice->text, type::body_strong, width - kBeside);
  lines.resize(std::min(lines.size(), kMostLines));
  return lines;
}

}  // namespace

float notice_height(Frame& frame, float width) {
  if (!frame.state.notice) return 0;
  const std::size_t lines = lines_of(frame, width).size() + (frame.state.notice->detail.empty() ? 0 : 1);
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
  for (const std::string_view line : lines_of(frame, area.width)) {
    frame.text.draw_sentence(frame.list(), rest.cut_top(line_height()), colours.text, line,
                             type::body_strong);
  }
  frame.text.draw_in(frame.list(), rest, Align::start, colours.text, notice.detail, type::body);
}

}  // namespace campaign_lens::view
