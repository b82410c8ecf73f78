#include "view/reading_warnings.h"

#include <algorithm>

#include "base/text.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr std::size_t kFewPlaces = 3;
constexpr float kMessageLine = 20, kPlace = 26, kMore = 28;

const std::vector<messages::ReportSummary::Note>& warnings_of(const Frame& frame) {
  return frame.state.report->summary.warnings;
}

std::string times_in_words(const messages::ReportSummary::Note& note) {
  return note.count > 1 ? with_thousands(note.count) + " times" : std::string();
}

std::string line_in_words(const Place& place) {
  return place.line == 0 ? std::string() : "Line " + with_thousands(place.line);
}

// Without thousands separators: to be given to an editor.
std::string to_copy(const Place& place) {
  const std::string byte = "byte " + std::to_string(place.byte_offset);
  return place.line == 0 ? byte : "line " + std::to_string(place.line) + ", " + byte;
}

std::string more_in_words(const messages::ReportSummary::Note& note, std::size_t shown) {
  if (shown < note.places.size()) return "and " + with_thousands(note.count - shown) + " more";
  const bool all = note.count <= shown;
  return all ? "Show fewer" : "Show fewer of the first " + with_thousands(shown);
}

}  // namespace

std::size_t ReadingWarnings::shown_places(const Note& note) const {
  return open_.contains(note.message) ? note.places.size() : std::min(note.places.size(), kFewPlaces);
}

float ReadingWarnings::note_height(Frame& frame, const Note& note, float width) const {
  const std::size_t lines =
      frame.text.wrap(note.message, type::body, width - 2 * space::l).size() + (note.count > 1 ? 1 : 0);
  const float more = note.places.size() > kFewPlaces ? kMore : 0;
  return static_cast<float>(lines) * kMessageLine + static_cast<float>(shown_places(note)) * kPlace + more +
         2 * space::s;
}

float ReadingWarnings::height(Frame& frame, float width) const {
  if (warnings_of(frame).empty()) return 0;
  float tall = kCardHeading + space::xs;
  for (const Note& note : warnings_of(frame))
    tall += note_height(frame, note, width);
  return tall;
}

void ReadingWarnings::draw(Frame& frame, const Rect& card) {
  draw_card(frame, card);
  Rect rest = card;
  draw_card_heading(frame, rest.cut_top(kCardHeading), "reading/warnings", "Warnings",
                    with_thousands(warnings_of(frame).size()));
  for (const Note& note : warnings_of(frame)) {
    const Rect area = rest.cut_top(note_height(frame, note, card.width));
    if (frame.shows(area)) draw_note(frame, area, note);
  }
}

void ReadingWarnings::draw_note(Frame& frame, Rect area, const Note& note) {
  draw_divider(frame, area);
  Rect rest = area.inset(space::l, space::s);
  Rect words = rest;
  for (const std::string_view line : frame.text.wrap(note.message, type::body, rest.width)) {
    frame.text.draw_in(frame.list(), rest.cut_top(kMessageLine), Align::start, frame.palette.text, line,
                       type::body);
  }
  const std::string times = times_in_words(note);
  if (!times.empty()) {
    frame.text.draw_in(frame.list(), rest.cut_top(kMessageLine), Align::start, frame.palette.text_tertiary,
                       times, type::caption);
  }
  words.height = rest.y - words.y;
  frame.node(node_id(note.message), Mirror::Role::text, words,
             times.empty() ? note.message : note.message + " (" + times + ")");

  const std::size_t shown = shown_places(note);
  for (std::size_t i = 0; i < shown; ++i) {
    const Rect row = rest.cut_top(kPlace);
    if (frame.shows(row)) draw_place(frame, row, node_id(note.message, 1, i), note.places[i]);
  }
  if (note.places.size() <= kFewPlaces) return;
  const std::string more = more_in_words(note, shown), path = note.message + "/more";
  const Button button{.path = path, .label = more, .kind = ButtonKind::quiet};
  Rect line = rest.cut_top(kMore);
  line.x -= space::s;
  if (!draw_button(frame, line.cut_left(button_width(frame, button)), button)) return;
  if (!open_.insert(note.message).second) open_.erase(note.message);
}

void ReadingWarnings::draw_place(Frame& frame, const Rect& row, std::uint32_t id, const Place& place) {
  constexpr float kLineWidth = 116;
  const Rect wide{row.x - space::s, row.y, row.width + 2 * space::s, row.height};
  const std::string line = line_in_words(place), byte = "byte " + with_thousands(place.byte_offset);
  const Press press =
      frame.control({.id = id, .rect = wide, .name = "Copy: " + (line.empty() ? byte : line + ", " + byte)});
  if (press.clicked) {
    frame.emit(app::CopyText{to_copy(place)});
    copied_ = id;
  }
  if (copied_ == id && !press.hovered) copied_ = 0;
  const float hover = frame.motion.fade(id, press.hovered);
  frame.list().AddRectFilled(wide.min(), wide.max(), with_alpha(frame.palette.hover, hover), radius::control);
  Rect rest = row;
  if (hover > 0) {
    draw_icon(frame.list(), copied_ == id ? Icon::check : Icon::copy, rest.cut_right(16).centre(),
              with_alpha(frame.palette.text_secondary, hover), 0.8F);
  }
  if (!line.empty()) {
    frame.text.draw_in(frame.list(), rest.cut_left(kLineWidth), Align::start, frame.palette.text_secondary,
                       line, type::body);
  }
  frame.text.draw_in(frame.list(), rest, Align::start, frame.palette.text_tertiary, byte, type::body);
}

}  // namespace campaign_lens::view
