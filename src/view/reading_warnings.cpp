#include "view/reading_warnings.h"

#include <algorithm>

#include "base/text.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr std::size_t kFewPlaces = 3;
constexpr float kMessageLine = 20, kPlace = 26, kDetail = 18, kMore = 28;

const std::vector<Warning>& warnings_of(const Frame& frame) {
  return frame.state.report->summary.warnings;
}

std::string times_in_words(const Warning& warning) {
  return warning.count > 1 ? with_thousands(warning.count) + " times" : std::string();
}

std::string line_in_words(const Place& place) {
  return place.line == 0 ? std::string() : "Line " + with_thousands(place.line);
}

std::string more_in_words(const Warning& warning, std::size_t shown) {
  if (shown < warning.places.size()) return "and " + with_thousands(warning.count - shown) + " more";
  const bool all = warning.count <= shown;
  return all ? "Show fewer" : "Show fewer of the first " + with_thousands(shown);
}

float place_height(const WarningPlace& place) {
  return place.detail.empty() ? kPlace : kPlace + kDetail;
}

}  // namespace

std::span<const WarningPlace> ReadingWarnings::shown_places(const Warning& warning) const {
  const std::span<const WarningPlace> all = warning.places;
  return open_.contains(warning.message) ? all : all.first(std::min(all.size(), kFewPlaces));
}

float ReadingWarnings::warning_height(Frame& frame, const Warning& warning, float width) const {
  const std::size_t lines =
      frame.text.wrap(warning.message, type::body, width - 2 * space::l).size() + (warning.count > 1 ? 1 : 0);
  float tall = static_cast<float>(lines) * kMessageLine + 2 * space::s;
  for (const WarningPlace& place : shown_places(warning))
    tall += place_height(place);
  return tall + (warning.places.size() > kFewPlaces ? kMore : 0);
}

float ReadingWarnings::height(Frame& frame, float width) const {
  if (warnings_of(frame).empty()) return 0;
  float tall = kCardHeading + space::xs;
  for (const Warning& warning : warnings_of(frame))
    tall += warning_height(frame, warning, width);
  return tall;
}

void ReadingWarnings::draw(Frame& frame, const Rect& card) {
  draw_card(frame, card);
  Rect rest = card;
  draw_card_heading(frame, rest.cut_top(kCardHeading), "reading/warnings", "Warnings",
                    with_thousands(warnings_of(frame).size()));
  for (const Warning& warning : warnings_of(frame)) {
    const Rect area = rest.cut_top(warning_height(frame, warning, card.width));
    if (frame.shows(area)) draw_warning(frame, area, warning);
  }
}

void ReadingWarnings::draw_warning(Frame& frame, Rect area, const Warning& warning) {
  draw_divider(frame, area);
  Rect rest = area.inset(space::l, space::s);
  Rect words = rest;
  for (const std::string_view line : frame.text.wrap(warning.message, type::body, rest.width)) {
    frame.text.draw_sentence(frame.list(), rest.cut_top(kMessageLine), frame.palette.text, line, type::body);
  }
  const std::string times = times_in_words(warning);
  if (!times.empty()) {
    frame.text.draw_in(frame.list(), rest.cut_top(kMessageLine), Align::start, frame.palette.text_tertiary,
                       times, type::caption);
  }
  words.height = rest.y - words.y;
  frame.node(node_id(warning.message), Mirror::Role::text, words,
             times.empty() ? warning.message : warning.message + " (" + times + ")");

  const std::span<const WarningPlace> shown = shown_places(warning);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const Rect row = rest.cut_top(place_height(shown[i]));
    if (frame.shows(row)) draw_place(frame, row, node_id(warning.message, 1, i), shown[i]);
  }
  if (warning.places.size() <= kFewPlaces) return;
  const std::string more = more_in_words(warning, shown.size()), path = warning.message + "/more";
  const Button button{.path = path, .label = more, .kind = ButtonKind::quiet};
  Rect line = rest.cut_top(kMore);
  line.x -= space::s;
  if (!draw_button(frame, line.cut_left(button_width(frame, button)), button)) return;
  if (!open_.insert(warning.message).second) open_.erase(warning.message);
}

void ReadingWarnings::draw_place(Frame& frame, const Rect& row, std::uint32_t id, const WarningPlace& place) {
  constexpr float kLineWidth = 116;
  const messages::ReportSummary& summary = frame.state.report->summary;
  const Rect wide{row.x - space::s, row.y, row.width + 2 * space::s, row.height};
  const std::string line = line_in_words(place.place),
                    byte = "byte " + with_thousands(place.place.byte_offset);
  const std::string at = line.empty() ? byte : line + ", " + byte;
  const std::string file = summary.files.empty() ? std::string() : summary.files[place.place.file];
  const std::string detail = place.detail.empty() ? std::string() : ": " + place.detail;
  const Press press = frame.control(
      {.id = id, .rect = wide, .name = "Copy: " + at + (file.empty() ? file : ", " + file) + detail});
  if (press.clicked) {
    frame.emit(app::CopyText{in_words(summary, place.place) + detail});
    copied_ = id;
  }
  if (copied_ == id && !press.hovered) copied_ = 0;
  const float hover = frame.motion.fade(id, press.hovered);
  frame.list().AddRectFilled(wide.min(), wide.max(), with_alpha(frame.palette.hover, hover), radius::control);
  Rect below = row;
  Rect rest = below.cut_top(kPlace);
  const Rect icon = rest.cut_right(16);
  if (hover > 0) {
    draw_icon(frame.list(), copied_ == id ? Icon::check : Icon::copy, icon.centre(),
              with_alpha(frame.palette.text_secondary, hover), 0.8F);
  }
  rest.cut_right(space::s);
  const auto draw = [&](const Rect& box, Align align, ImU32 colour, std::string_view text, Font font) {
    return frame.text.draw_in(frame.list(), box, align, colour, text, font);
  };
  bool cut = false;
  if (file.empty()) {
    if (!line.empty())
      draw(rest.cut_left(kLineWidth), Align::start, frame.palette.text_secondary, line, type::body);
    draw(rest, Align::start, frame.palette.text_tertiary, byte, type::body);
  } else {
    draw(rest.cut_left(frame.text.width(at, type::body)), Align::start, frame.palette.text_secondary, at,
         type::body);
    rest.cut_left(space::m);
    cut = draw(rest, Align::end, frame.palette.text_tertiary, file, type::body);
  }
  below.cut_bottom(space::xs);
  cut |= draw(below, Align::start, frame.palette.text_secondary, place.detail, type::caption);
  if (cut && press.hovered) frame.tooltip(id, row, file, place.detail);
}

}  // namespace campaign_lens::view
