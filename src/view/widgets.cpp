#include "view/widgets.h"

#include <algorithm>

namespace campaign_lens::view {
namespace {

constexpr float kIcon = 16;

struct ButtonColours {
  ImU32 fill, text, detail, border;
};

ButtonColours colours_of_button(const Palette& palette, ButtonKind kind, float hover, bool held,
                                bool pressed) {
  const ImU32 none = with_alpha(palette.hover, 0);
  switch (kind) {
    case ButtonKind::primary: {
      const ImU32 fill = held ? palette.primary_pressed : mix(palette.primary, palette.primary_hover, hover);
      return {fill, palette.on_primary, mix(palette.on_primary, fill, 0.3F), none};
    }
    case ButtonKind::secondary: {
      const ImU32 fill = held ? palette.pressed : mix(palette.surface, palette.hover, hover);
      return {fill, palette.text, palette.text_tertiary,
              mix(palette.border_strong, palette.text_tertiary, pressed ? 1 : hover * 0.4F)};
    }
    case ButtonKind::quiet: {
      const ImU32 fill = held ? palette.pressed : mix(none, palette.pressed, hover);
      return {fill, mix(palette.text_secondary, palette.text, hover), palette.text_tertiary, none};
    }
  }
  return {};
}

}  // namespace

float button_width(Frame& frame, const Button& button) {
  if (button.icon_only) return height::control;
  float width = 2 * (button.kind == ButtonKind::quiet ? space::s : space::m) +
                frame.text.width(button.label, type::body_strong);
  if (button.icon != Icon::none) width += kIcon + space::xs;
  if (!button.detail.empty()) width += space::s + frame.text.width(button.detail, type::body);
  return width;
}

bool draw_button(Frame& frame, const Rect& rect, const Button& button) {
  const std::uint32_t id = node_id(button.path);
  const Press press = frame.control({.id = id,
                                     .rect = rect,
                                     .name = std::string(button.label),
                                     .value = std::string(button.detail),
                                     .pressed = button.pressed,
                                     .disabled = button.disabled});
  const float hover = frame.motion.fade(id, press.hovered);
  ButtonColours colours = colours_of_button(frame.palette, button.kind, hover, press.held, button.pressed);
  if (button.disabled) {
    const bool quiet = button.kind == ButtonKind::quiet;
    colours = {quiet ? with_alpha(frame.palette.pressed, 0) : frame.palette.pressed,
               quiet ? frame.palette.border_strong : frame.palette.text_tertiary, frame.palette.text_tertiary,
               frame.palette.border};
  }
  ImDrawList& list = frame.list();
  list.AddRectFilled(rect.min(), rect.max(), colours.fill, radius::control);
  if (button.kind == ButtonKind::secondary)
    list.AddRect(rect.min(), rect.max(), colours.border, radius::control);

  if (button.icon_only) {
    draw_icon(list, button.icon, rect.centre(), colours.text);
    if (press.hovered) frame.tooltip(id, rect, {}, button.label);
    return press.clicked;
  }
  const float content = std::min(rect.width, button_width(frame, button)) -
                        2 * (button.kind == ButtonKind::quiet ? space::s : space::m);
  Rect rest{rect.x + (rect.width - content) / 2, rect.y, content, rect.height};
  if (button.icon != Icon::none) {
    draw_icon(list, button.icon, rest.cut_left(kIcon).centre(), colours.text);
    rest.cut_left(space::xs);
  }
  const float label = button.detail.empty() ? rest.width : frame.text.width(button.label, type::body_strong);
  frame.text.draw_in(list, rest.cut_left(label), Align::start, colours.text, button.label, type::body_strong);
  rest.cut_left(space::s);
  frame.text.draw_in(list, rest, Align::start, colours.detail, button.detail, type::body);
  return press.clicked;
}

bool draw_icon_button(Frame& frame, const Rect& rect, std::string_view path, std::string_view label,
                      Icon icon, bool possible) {
  return draw_button(frame, rect,
                     {.path = path,
                      .label = label,
                      .icon = icon,
                      .kind = ButtonKind::quiet,
                      .icon_only = true,
                      .disabled = !possible});
}

std::optional<std::size_t> draw_segments(Frame& frame, const Rect& rect, std::string_view path,
                                         std::span<const Segment> segments) {
  std::optional<std::size_t> made;
  frame.list().AddRectFilled(rect.min(), rect.max(), frame.palette.surface, radius::control);
  const float width = rect.width / static_cast<float>(segments.size());
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments[i];
    const Rect part{rect.x + width * static_cast<float>(i), rect.y, width, rect.height};
    const std::uint32_t id = node_id(path, i);
    const Press press = frame.control({.id = id,
                                       .rect = part,
                                       .name = std::string(segment.label),
                                       .pressed = segment.pressed,
                                       .disabled = segment.disabled});
    if (press.clicked) made = i;
    const float hover = frame.motion.fade(id, press.hovered);
    const bool first = i == 0, last = i + 1 == segments.size();
    const ImDrawFlags corners = (first ? ImDrawFlags_RoundCornersLeft : 0) |
                                (last ? ImDrawFlags_RoundCornersRight : 0) |
                                (!first && !last ? ImDrawFlags_RoundCornersNone : 0);
    const ImU32 fill =
        segment.pressed ? frame.palette.focus_tint : mix(frame.palette.surface, frame.palette.hover, hover);
    frame.list().AddRectFilled(part.min(), part.max(), fill, radius::control, corners);
    if (!first)
      frame.list().AddRectFilled(part.min(), {part.x + space::hair, part.bottom()},
                                 frame.palette.border_strong);
    const ImU32 ink = segment.disabled  ? frame.palette.text_tertiary
                      : segment.pressed ? frame.palette.focus
                                        : mix(frame.palette.text_secondary, frame.palette.text, hover);
    const float icon = segment.icon == Icon::none ? 0 : kIcon + space::xs;
    const float wanted = icon + frame.text.width(segment.label, type::body);
    Rect content = centred(part, std::min(wanted, part.width - space::s), part.height);
    if (icon > 0) {
      draw_icon(frame.list(), segment.icon, content.cut_left(kIcon).centre(), ink, 0.75F);
      content.cut_left(space::xs);
    }
    const bool cut = frame.text.draw_in(frame.list(), content, Align::start, ink, segment.label, type::body);
    if (cut && press.hovered) frame.tooltip(id, part, {}, segment.label);
  }
  frame.list().AddRect(rect.min(), rect.max(), frame.palette.border_strong, radius::control);
  return made;
}

void draw_tick_box(Frame& frame, const Rect& box, bool ticked) {
  frame.list().AddRectFilled(box.min(), box.max(), ticked ? frame.palette.primary : frame.palette.surface,
                             radius::small);
  if (!ticked) frame.list().AddRect(box.min(), box.max(), frame.palette.border_strong, radius::small);
  if (ticked) draw_icon(frame.list(), Icon::check, box.centre(), frame.palette.on_primary, 0.8F);
}

void draw_hairline(Frame& frame, const Rect& rect) {
  frame.list().AddRectFilled({rect.x, rect.bottom() - space::hair}, rect.max(), frame.palette.border);
}

void draw_card(Frame& frame, const Rect& rect) {
  frame.list().AddRectFilled(rect.min(), rect.max(), frame.palette.surface, radius::card);
  frame.list().AddRect(rect.min(), rect.max(), frame.palette.border, radius::card);
}

void draw_card_heading(Frame& frame, const Rect& strip, std::string_view path, std::string_view title,
                       std::string_view detail) {
  Rect rest = strip.inset(space::l, 0);
  const Rect heading = rest.cut_left(frame.text.width(title, type::title_strong));
  frame.text.draw_in(frame.list(), heading, Align::start, frame.palette.text, title, type::title_strong);
  frame.node(node_id(path), Mirror::Role::heading, heading, title);
  rest.cut_left(space::m);
  if (detail.empty()) return;
  frame.text.draw_in(frame.list(), rest, Align::start, frame.palette.text_tertiary, detail, type::body);
  frame.node(node_id(path, 1), Mirror::Role::text, rest, detail);
}

void draw_divider(Frame& frame, const Rect& row) {
  frame.list().AddRectFilled({row.x + space::l, row.y}, {row.right() - space::l, row.y + space::hair},
                             frame.palette.border);
}

void draw_corrected(Frame& frame, const Rect& row) {
  frame.list().AddRectFilled(row.min(), row.max(), frame.palette.focus_tint);
  frame.list().AddRectFilled(row.min(), {row.x + 3, row.bottom()}, frame.palette.focus);
}

void draw_shadow(Frame& frame, const Rect& rect) {
  for (int layer = 1; layer <= 8; ++layer) {
    const auto spread = static_cast<float>(layer * 2);
    frame.list().AddRectFilled({rect.x - spread, rect.y - spread + 4},
                               {rect.right() + spread, rect.bottom() + spread + 4}, frame.palette.shadow,
                               radius::card + spread);
  }
}

void draw_floating_card(Frame& frame, const Rect& rect) {
  draw_shadow(frame, rect);
  draw_card(frame, rect);
}

bool draw_status_pill(Frame& frame, const Rect& room, StatusFamily family, std::string_view raw) {
  constexpr float kHeight = 22, kMark = 3;
  const StatusColours& colours = colours_of(frame.palette, family);
  const float wanted = frame.text.width(raw, type::caption) + 2 * kMark + space::s + space::xs + space::s;
  const Rect pill{room.x, room.y + (room.height - kHeight) / 2, std::min(room.width, wanted), kHeight};
  frame.list().AddRectFilled(pill.min(), pill.max(), colours.tint, kHeight / 2);
  frame.list().AddCircleFilled({pill.x + space::s + kMark, pill.centre().y}, kMark, colours.mark);
  Rect rest = pill;
  rest.cut_left(space::s + 2 * kMark + space::xs);
  rest.cut_right(space::s - 1);
  return frame.text.draw_in(frame.list(), rest, Align::start, colours.text, raw, type::caption);
}

void draw_progress_bar(Frame& frame, const Rect& rect, float fraction, ImU32 colour) {
  const float rounding = rect.height / 2;
  frame.list().AddRectFilled(rect.min(), rect.max(), frame.palette.pressed, rounding);
  const float width = rect.width * std::clamp(fraction, 0.F, 1.F);
  if (width <= 0) return;
  frame.list().AddRectFilled(rect.min(), {rect.x + std::max(width, rect.height), rect.bottom()}, colour,
                             rounding);
}

float tab_width(Frame& frame, std::string_view label, std::string_view count) {
  const float width = frame.text.width(label, type::body_strong);
  return count.empty() ? width : width + space::s + frame.text.width(count, type::body);
}

bool draw_tab(Frame& frame, const Rect& rect, const Tab& tab) {
  const std::uint32_t id = node_id(tab.path);
  std::string name(tab.label);
  if (!tab.count.empty()) name.append(" ").append(tab.count);
  const Press press = frame.control({.id = id,
                                     .rect = rect,
                                     .name = std::move(name),
                                     .role = Mirror::Role::tab,
                                     .selected = tab.selected,
                                     .parent = node_id("tabs")});
  const float hover = frame.motion.fade(id, press.hovered || tab.selected);
  const ImU32 ink = mix(frame.palette.text_secondary, frame.palette.text, hover);
  Rect rest = rect;
  frame.text.draw_in(frame.list(), rest.cut_left(frame.text.width(tab.label, type::body_strong)),
                     Align::start, ink, tab.label, type::body_strong);
  rest.cut_left(space::s);
  if (tab.counted) {
    frame.text.draw_in(frame.list(), rest, Align::start, frame.palette.text_tertiary, tab.count, type::body);
  }
  if (tab.selected) {
    frame.list().AddRectFilled({rect.x, rect.bottom() - 2}, rect.max(), frame.palette.text, 1);
  }
  return press.clicked;
}

bool draw_empty_state(Frame& frame, const Rect& area, std::string_view path, std::string_view title,
                      std::string_view detail, std::string_view action) {
  constexpr float kText = 24 + 22, kAction = space::l + height::control;
  // In a low window the words say enough.
  if (area.height < kText + kAction) action = {};
  const float tall = kText + (action.empty() ? 0 : kAction);
  Rect rest = centred(area, std::max(0.F, area.width - 2 * space::l), tall);
  rest.y = std::max(rest.y, area.y);
  const Rect heading = rest.cut_top(24);
  frame.text.draw_in(frame.list(), heading, Align::centre, frame.palette.text, title, type::title_strong);
  frame.node(node_id(path), Mirror::Role::text, heading, title);
  const Rect line = rest.cut_top(22);
  frame.text.draw_in(frame.list(), line, Align::centre, frame.palette.text_secondary, detail, type::body);
  frame.node(node_id(path, 1), Mirror::Role::text, line, detail);
  if (action.empty()) return false;
  rest.cut_top(space::l);
  const std::string button_path = std::string(path) + "/action";
  const Button button{.path = button_path, .label = action};
  return draw_button(frame, centred(rest, button_width(frame, button), height::control), button);
}

}  // namespace campaign_lens::view
