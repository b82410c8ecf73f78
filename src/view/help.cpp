#include "view/help.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "view/select.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kWidth = 720, kPadding = space::xl, kLine = 19, kKeys = 210, kBetween = 10;

struct Shortcut {
  std::string_view keys, what;
};
constexpr std::array kShortcuts = {
    Shortcut{"Arrows, Page Up, Page Down", "Move from cell to cell"},
    Shortcut{"Home, End", "First and last column"},
    Shortcut{"Ctrl + Home, Ctrl + End", "First and last cell"},
    Shortcut{"Ctrl + arrows", "To the edge of the grid"},
    Shortcut{"Shift with any of these", "Select from where you are"},
    Shortcut{"Ctrl + A", "Select everything"},
    Shortcut{"Shift + Space, Ctrl + Space", "Select the row, the column"},
    Shortcut{"Ctrl + C", "Copy the selection: it pastes into a spreadsheet as texts"},
    Shortcut{"Enter, double-click", "Details of the row"},
    Shortcut{"Ctrl + F", "Find a text in the rows that are shown"},
    Shortcut{"F3, Shift + F3", "The next row that has it, the one before"},
    Shortcut{"Ctrl + G", "Go to a row by its number"},
    Shortcut{"Alt + Down, right-click", "Menu of the column"},
    Shortcut{"Shift + click on a title", "Sort by a further column"},
    Shortcut{"Ctrl + Z, Ctrl + Shift + Z", "Undo, redo filters, order, columns and corrections"},
    Shortcut{"Ctrl + E", "Export"},
    Shortcut{"Escape", "Close what is open, then give up the selection"},
    Shortcut{"?", "This page"},
};
constexpr std::array<std::string_view, 5> kData = {
    "The report is read by your browser, on your computer. Nothing of it is sent anywhere, and the page may "
    "not connect to "
    "any other server.",
    "Nothing of it is stored either: close the page and it is gone. Your browser keeps your choice of a "
    "theme, "
    "and how you last looked at reports with the same columns: which columns, in which order and how wide, "
    "what "
    "they are sorted by, the time zone, and filters of the page's own words, such as a status or “First "
    "day”. "
    "It keeps no value of a report and nothing that you typed.",
    "“Save view” writes all of it into a file of your own, with the values that you filter by; “Open view”, "
    "or "
    "dropping that file here, shows the open report so. “Reset view” brings back how the report comes.",
    "Export writes the rows and columns as they are on screen, all of them or an audience, as an Excel "
    "workbook with a summary sheet, as CSV or as JSON lines, into your downloads or where you choose.",
    "Counts are of rows. Times are shown in the campaign's zone, or in the one that you choose; “How this "
    "file was "
    "read” lets you correct what was read wrongly.",
};

// Writes from the top down; what is above or below what is seen is only measured.
class Writer {
 public:
  Writer(Frame& frame, const Rect& column) : frame_(frame), column_(column), y_(column.y) {}

  float y() const { return y_; }
  void heading(std::string_view words) {
    y_ += space::m;
    const Rect line{column_.x, y_, column_.width, 26};
    frame_.node(node_id("help/heading", ++nodes_), Mirror::Role::heading, line, words);
    frame_.text.draw_in(frame_.list(), line, Align::start, frame_.palette.text, words, type::title_strong);
    y_ += line.height + space::xs;
  }
  void entry(std::string_view term, std::string_view words, ImU32 mark = 0) {
    const bool beside = column_.width > 2 * kKeys;
    Rect rest{column_.x, y_, column_.width, kLine};
    Rect left = beside ? rest.cut_left(kKeys) : rest;
    if (mark != 0) {
      frame_.list().AddCircleFilled(left.cut_left(8).centre(), 4, mark);
      left.cut_left(space::s);
    }
    const float term_height = wrapped(left, term, type::body_strong, frame_.palette.text);
    if (!beside) y_ += term_height;
    const float words_height =
        wrapped({rest.x, y_, rest.width, kLine}, words, type::body, frame_.palette.text_secondary);
    frame_.node(node_id("help/entry", ++nodes_), Mirror::Role::text,
                {column_.x, y_, column_.width, words_height}, std::string(term) + ": " + std::string(words));
    y_ += std::max(beside ? term_height : 0, words_height) + kBetween;
  }
  void paragraph(std::string_view words) {
    const float tall =
        wrapped({column_.x, y_, column_.width, kLine}, words, type::body, frame_.palette.text_secondary);
    frame_.node(node_id("help/entry", ++nodes_), Mirror::Role::text, {column_.x, y_, column_.width, tall},
                words);
    y_ += tall + kBetween;
  }

 private:
  float wrapped(Rect line, std::string_view words, Font font, ImU32 ink) {
    const float top = line.y;
    for (const std::string_view part : frame_.text.wrap(words, font, line.width)) {
      frame_.text.draw_in(frame_.list(), line, Align::start, ink, part, font);
      line.y += kLine;
    }
    return line.y - top;
  }

  Frame& frame_;
  Rect column_;
  float y_;
  std::uint64_t nodes_ = 0;
};

float write_all(Frame& frame, const Rect& column) {
  Writer writer(frame, column);
  writer.heading("What the counts mean");
  for (const CountDefinition& count : count_definitions())
    writer.entry(count.name, count.definition, colours_of(frame.palette, count.id).mark);
  writer.heading("Shortcuts");
  for (const Shortcut& shortcut : kShortcuts)
    writer.entry(shortcut.keys, shortcut.what);
  writer.heading("Your data");
  for (const std::string_view words : kData)
    writer.paragraph(words);
  return writer.y() - column.y;
}

}  // namespace

void Help::draw(Frame& frame, const Rect& page) {
  const std::uint32_t id = node_id("help");
  if (opening_) {
    open_panel(id);
    scroll_.to_top();
    opening_ = false;
  }
  const Rect place = centred(page, std::min(kWidth, page.width - 2 * space::s), page.height - 2 * space::l);
  if (!begin_panel(id, place)) return;
  frame.node(node_id("help", 1), Mirror::Role::group, place, "Help");
  Rect rest = place;
  Rect head = rest.cut_top(56).inset(kPadding, space::m);
  if (draw_icon_button(frame, head.cut_right(height::control), "help/close", "Close help", Icon::close))
    ImGui::CloseCurrentPopup();
  frame.text.draw_in(frame.list(), head, Align::start, frame.palette.text, "Help", type::heading);
  const Rect track = rest.cut_right(height::scrollbar);
  Rect column = rest;
  column.x += kPadding, column.width = std::max(40.F, column.width - 2 * kPadding);
  // How tall it all is is known only when it has been written: that of the last frame serves.
  const float offset = scroll_.draw(frame, rest, track, "help/scroll", tall_ + kPadding, true);
  ImGui::PushClipRect(rest.min(), rest.max(), true);
  column.y -= offset;
  tall_ = write_all(frame, column);
  ImGui::PopClipRect();
  ImGui::EndPopup();
}

}  // namespace campaign_lens::view
