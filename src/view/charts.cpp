#include "view/charts.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"

namespace campaign_lens::view {
namespace {

constexpr float kBar = 6, kStack = 14, kLegendRow = 28, kLegendWidth = 300;

float share_of(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0.F : static_cast<float>(static_cast<double>(part) / static_cast<double>(whole));
}

std::string numbered(std::uint64_t count, std::string_view what) {
  std::string words = with_thousands(count) + " " + std::string(what);
  if (count == 1 && words.ends_with('s')) words.pop_back();
  return words;
}

bool draw_bar(Frame& frame, const Rect& row, std::uint32_t id, const Bar& bar, std::uint64_t most) {
  const std::string value = with_thousands(bar.value);
  std::string name = bar.label + " " + value;
  if (!bar.detail.empty()) name += ", " + bar.detail;
  const Press press = frame.control({.id = id,
                                     .rect = row,
                                     .name = name,
                                     .value = bar.note,
                                     .pressed = bar.pressed,
                                     .disabled = !bar.pressable});
  const float hover = frame.motion.fade(id, press.hovered || bar.pressed);
  if (hover > 0)
    frame.list().AddRectFilled(
        {row.x - space::s, row.y}, {row.right() + space::s, row.bottom()},
        with_alpha(bar.pressed ? frame.palette.focus_tint : frame.palette.hover, hover), radius::control);
  Rect words{row.x, row.y + 4, row.width, 18};
  if (!bar.detail.empty()) {
    const float width = std::max(52.F, frame.text.width(bar.detail, type::caption) + space::s);
    frame.text.draw_in(frame.list(), words.cut_right(width), Align::end, frame.palette.text_tertiary,
                       bar.detail, type::caption);
  }
  frame.text.draw_in(frame.list(), words.cut_right(frame.text.width(value, type::body)), Align::end,
                     frame.palette.text, value, type::body);
  words.cut_right(space::s);
  const bool cut =
      frame.text.draw_in(frame.list(), words, Align::start,
                         bar.faint ? frame.palette.text_tertiary : frame.palette.text, bar.label, type::body);
  const Rect track{row.x, row.bottom() - kBar - 3, row.width, kBar};
  const float length = std::max(bar.value > 0 ? 3.F : 0.F, track.width * share_of(bar.value, most));
  const ImU32 pale = bar.part > 0 ? with_alpha(bar.colour, 0.4F) : bar.colour;
  frame.list().AddRectFilled(track.min(), track.max(), with_alpha(frame.palette.pressed, 0.6F), kBar / 2);
  if (length > 0) frame.list().AddRectFilled(track.min(), {track.x + length, track.bottom()}, pale, kBar / 2);
  if (bar.part > 0)
    frame.list().AddRectFilled(track.min(),
                               {track.x + length * share_of(bar.part, bar.value), track.bottom()}, bar.colour,
                               kBar / 2);
  const bool over =
      press.hovered || (!bar.pressable && row.contains(ImGui::GetIO().MousePos) && ImGui::IsWindowHovered());
  if (over && (cut || !bar.note.empty())) frame.tooltip(id, row, bar.label, bar.note);
  return press.clicked;
}

}  // namespace

std::optional<std::size_t> draw_bars(Frame& frame, const Rect& area, std::string_view path,
                                     std::span<const Bar> bars, std::uint64_t most) {
  if (most == 0) {
    for (const Bar& bar : bars)
      most = std::max(most, bar.value);
  }
  std::optional<std::size_t> pressed;
  Rect rest = area;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const Rect row = rest.cut_top(kBarRow);
    if (frame.shows(row) && draw_bar(frame, row, node_id(path, i), bars[i], most)) pressed = i;
  }
  return pressed;
}

float stack_height(std::size_t slices, float width) {
  const auto columns = std::max<std::size_t>(1, static_cast<std::size_t>(width / kLegendWidth));
  const std::size_t rows = (slices + columns - 1) / columns;
  return kStack + space::m + kLegendRow * static_cast<float>(rows);
}

std::optional<std::size_t> draw_stack(Frame& frame, const Rect& area, std::string_view path,
                                      std::span<const Slice> slices) {
  std::uint64_t whole = 0;
  for (const Slice& slice : slices)
    whole += slice.value;
  std::optional<std::size_t> pressed, hovered;
  const auto columns = std::max<std::size_t>(1, static_cast<std::size_t>(area.width / kLegendWidth));
  const float width = area.width / static_cast<float>(columns);
  for (std::size_t i = 0; i < slices.size(); ++i) {
    const Slice& slice = slices[i];
    const std::size_t column = i % columns, above = i / columns;
    const Rect row{area.x + width * static_cast<float>(column),
                   area.y + kStack + space::m + kLegendRow * static_cast<float>(above),
                   width - (columns > 1 ? space::m : 0), kLegendRow};
    const std::string value = with_thousands(slice.value), part = share(slice.value, whole);
    const std::uint32_t id = node_id(path, i);
    const Press press =
        frame.control({.id = id, .rect = row, .name = slice.label + " " + value + ", " + part});
    if (press.clicked) pressed = i;
    if (press.hovered) hovered = i;
    if (press.hovered)
      frame.list().AddRectFilled({row.x - space::xs, row.y}, {row.right() + space::xs, row.bottom()},
                                 frame.palette.hover, radius::control);
    Rect rest = row;
    const Rect mark = centred(rest.cut_left(10), 10, 10);
    frame.list().AddRectFilled(mark.min(), mark.max(), slice.colour, 3);
    rest.cut_left(space::s);
    frame.text.draw_in(frame.list(), rest.cut_right(52), Align::end, frame.palette.text_tertiary, part,
                       type::caption);
    frame.text.draw_in(frame.list(), rest.cut_right(frame.text.width(value, type::body)), Align::end,
                       frame.palette.text, value, type::body);
    rest.cut_right(space::s);
    if (frame.text.draw_in(frame.list(), rest, Align::start, frame.palette.text_secondary, slice.label,
                           type::body) &&
        press.hovered)
      frame.tooltip(id, row, {}, slice.label);
  }
  float x = area.x;
  const Rect strip{area.x, area.y, area.width, kStack};
  const bool over_strip = strip.contains(ImGui::GetIO().MousePos) && ImGui::IsWindowHovered();
  for (std::size_t i = 0; i < slices.size(); ++i) {
    const float length = strip.width * share_of(slices[i].value, whole);
    if (length <= 0) continue;
    const Rect part{x, strip.y, std::max(1.F, length - 2), strip.height};
    x += length;
    const Press press = frame.touch(node_id(path, i, 1), part);
    if (press.clicked) pressed = i;
    const bool lit = press.hovered || hovered == i || (!over_strip && !hovered);
    frame.list().AddRectFilled(part.min(), part.max(), with_alpha(slices[i].colour, lit ? 1 : 0.45F), 3);
    if (press.hovered)
      frame.tooltip(node_id(path, i, 1), part, slices[i].label,
                    with_thousands(slices[i].value) + ", " + share(slices[i].value, whole));
  }
  return pressed;
}

std::optional<Brush> draw_columns(Frame& frame, const Rect& area, const Columns& columns,
                                  std::optional<Brush>& brush) {
  const std::size_t count = columns.values.size();
  if (count == 0) return std::nullopt;
  const std::uint64_t most = std::max<std::uint64_t>(1, std::ranges::max(columns.values));
  const float width = area.width / static_cast<float>(count);
  const std::uint32_t id = node_id(columns.path);
  const Press press = columns.pressable ? frame.touch(id, area) : Press{};
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool over = area.contains(mouse) && ImGui::IsWindowHovered();
  const auto at =
      static_cast<std::size_t>(std::clamp((mouse.x - area.x) / width, 0.F, static_cast<float>(count - 1)));
  if (press.held && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) brush = Brush{at, at};
  if (press.held && brush) brush->to = at;

  frame.list().AddRectFilled({area.x, area.bottom() - space::hair}, area.max(), frame.palette.border);
  const float gap = width > 4 ? std::min(3.F, width * 0.25F) : 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Rect slot{area.x + width * static_cast<float>(i), area.y, width, area.height};
    const std::uint64_t value = columns.values[i];
    const std::string name = columns.name(i);
    if (columns.pressable) {
      Mirror::Node node;
      node.id = node_id(columns.path, i + 1), node.role = Mirror::Role::button;
      node.name = name + ": " + numbered(value, columns.what);
      node.x = slot.x, node.y = slot.y, node.width = slot.width, node.height = slot.height;
      const std::uint32_t used = node.id;
      if (value > 0) frame.node(std::move(node));
      if (frame.mirror.take_activation(used)) return Brush{i, i};
    }
    const bool marked = brush && press.held ? i >= brush->first() && i <= brush->last() : over && i == at;
    if (marked) frame.list().AddRectFilled(slot.min(), slot.max(), with_alpha(frame.palette.focus, 0.12F));
    if (value > 0) {
      const float tall = std::max(2.F, area.height * share_of(value, most));
      frame.list().AddRectFilled({slot.x + gap / 2, slot.bottom() - tall},
                                 {slot.right() - gap / 2, slot.bottom()}, columns.colour, gap > 1 ? 2.F : 0.F,
                                 ImDrawFlags_RoundCornersTop);
    }
  }
  if (over && (!press.held || !brush || brush->from == brush->to)) {
    const Rect slot{area.x + width * static_cast<float>(at), area.y, width, area.height};
    frame.tooltip(node_id(columns.path, at + 1, 1), slot, columns.name(at),
                  numbered(columns.values[at], columns.what));
  }
  if (!press.held && brush) return std::exchange(brush, std::nullopt);
  return std::nullopt;
}

}  // namespace campaign_lens::view
