#include "view/grid_header.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "app/filters.h"
#include "view/grid_cells.h"
#include "view/icons.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kHandle = 8, kMenuButton = 24, kMark = 16;
constexpr float kNarrowestColumn = 48, kWidestColumn = 1200;
// Nearer is a press that trembled.
constexpr float kDragFrom = 6;

std::string_view path_of(TableId table) {
  return table == TableId::delivery ? "header/delivery" : "header/clicks";
}

}  // namespace

const ColumnInfo& GridHeader::info(const Frame& frame, std::uint32_t column) const {
  return frame.state.report->summary.columns[static_cast<std::size_t>(table_)][column];
}
const app::AppState::View& GridHeader::view(const Frame& frame) const {
  return frame.state.report->views[static_cast<std::size_t>(table_)];
}

void GridHeader::draw(Frame& frame, const Rect& strip, const GridColumns& columns, std::uint32_t parent) {
  const std::uint32_t row_id = node_id(path_of(table_));
  frame.node(row_id, Mirror::Role::row, strip, {}, parent);
  const auto draw_part = [&](const Rect& part, std::size_t begin, std::size_t end) {
    ImGui::PushClipRect(part.min(), part.max(), true);
    for (std::size_t place = begin; place < end; ++place) {
      const GridColumn& column = columns.placed()[place];
      const Rect cell{column.x, strip.y, column.width, strip.height};
      if (cell.intersection(part).empty()) continue;
      draw_handle(frame, strip, columns, place);
      draw_cell(frame, cell, columns, place, row_id);
    }
    ImGui::PopClipRect();
  };
  draw_part(columns.pinned_part(strip), 0, columns.pinned());
  draw_part(columns.loose_part(strip), columns.pinned(), columns.placed().size());
  draw_drag(frame, strip, columns);
}

void GridHeader::draw_cell(Frame& frame, const Rect& cell, const GridColumns& columns, std::size_t place,
                           std::uint32_t row_id) {
  const std::uint32_t column = columns.placed()[place].index;
  const ColumnInfo& info = this->info(frame, column);
  const bool right = align_of(info) == Align::end;
  Rect room = cell;
  room.width -= kHandle / 2;
  const Rect button = right ? Rect{room.x + 2, room.y, kMenuButton, room.height}
                            : Rect{room.right() - kMenuButton, room.y, kMenuButton, room.height};
  Rect title = room;
  if (right) title.cut_left(kMenuButton + 2);
  if (!right) title.cut_right(kMenuButton);

  const std::vector<SortKey>& sort = view(frame).wanted.sort;
  const auto key = std::ranges::find(sort, column, &SortKey::column);
  const bool sorted = key != sort.end();
  const std::string rank = sorted && sort.size() > 1 ? std::to_string(key - sort.begin() + 1) : std::string();
  const std::uint32_t id = node_id(path_of(table_), 1, column);
  const Press press = frame.control({.id = id,
                                     .rect = title,
                                     .name = rank.empty() ? info.title : info.title + ", sort key " + rank,
                                     .role = Mirror::Role::column_header,
                                     .value = !sorted           ? ""
                                              : key->descending ? "descending"
                                                                : "ascending",
                                     .parent = row_id,
                                     .column = static_cast<std::uint32_t>(place) + 1});
  if (press.clicked && !dragged_) frame.emit(app::SortBy{table_, column, ImGui::GetIO().KeyShift});
  if (press.held && std::abs(ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 0).x) > kDragFrom)
    dragged_ = column;
  if (press.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) menu_.open(column, cell);

  const bool over = cell.contains(ImGui::GetIO().MousePos) && ImGui::IsWindowHovered();
  const bool filtered = app::has_filter(view(frame).wanted, column);
  const bool button_shown = over || filtered || menu_.is_open_for(column);
  draw_menu_button(frame, button, column, button_shown, id, cell);

  const float hover = frame.motion.fade(id, press.hovered);
  const ImU32 ink =
      sorted ? frame.palette.text : mix(frame.palette.text_secondary, frame.palette.text, hover);
  Rect inside = cell.inset(space::m, 0);
  if (button_shown && right) inside.cut_left(button.right() - inside.x);
  if (button_shown && !right) inside.cut_right(inside.right() - button.x);
  const float mark = sorted ? kMark + frame.text.width(rank, type::caption) : 0;
  const float words =
      std::min(frame.text.width(info.title, type::caption_strong), std::max(0.F, inside.width - mark));
  const Rect drawn = right ? inside.cut_right(words) : inside.cut_left(words);
  const bool cut =
      frame.text.draw_in(frame.list(), drawn, Align::start, ink, info.title, type::caption_strong);
  if (sorted) {
    Rect marks = right ? inside.cut_right(mark) : inside.cut_left(mark);
    draw_icon(frame.list(), key->descending ? Icon::descending : Icon::ascending,
              marks.cut_left(kMark).centre(), ink, 0.65F);
    frame.text.draw_in(frame.list(), marks, Align::start, ink, rank, type::caption);
  }
  if (press.hovered && cut) frame.tooltip(id, cell, {}, info.title);
}

void GridHeader::draw_menu_button(Frame& frame, const Rect& rect, std::uint32_t column, bool shown,
                                  std::uint32_t parent, const Rect& cell) {
  const std::uint32_t id = node_id(path_of(table_), 2, column);
  const bool filtered = app::has_filter(view(frame).wanted, column);
  const Press press = frame.control({.id = id,
                                     .rect = rect,
                                     .name = "Menu of " + info(frame, column).title,
                                     .pressed = filtered,
                                     .parent = parent});
  if (press.clicked) menu_.open(column, cell);
  if (!shown) return;
  const float hover = frame.motion.fade(id, press.hovered || menu_.is_open_for(column));
  const Rect box = centred(rect, 22, 22);
  frame.list().AddRectFilled(box.min(), box.max(), with_alpha(frame.palette.pressed, hover), radius::small);
  const ImU32 ink = filtered ? frame.palette.focus : frame.palette.text_tertiary;
  draw_icon(frame.list(), filtered ? Icon::filter : Icon::down, box.centre(), ink, 0.8F);
}

void GridHeader::draw_handle(Frame& frame, const Rect& strip, const GridColumns& columns,
                             std::size_t place) const {
  const GridColumn& column = columns.placed()[place];
  const Rect handle{column.right() - kHandle / 2, strip.y, kHandle, strip.height};
  const Press press = frame.touch(node_id(path_of(table_), 3, column.index), handle);
  if (press.hovered || press.held) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    frame.list().AddLine({column.right() - 0.5F, handle.y + space::s},
                         {column.right() - 0.5F, handle.bottom() - space::s}, frame.palette.border_strong, 2);
  }
  if (press.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    frame.emit(app::SetColumnWidth{table_, column.index, columns.fitting(column.index)});
  } else if (press.held && ImGui::GetIO().MouseDelta.x != 0) {
    const float width = ImGui::GetIO().MousePos.x - column.x;
    frame.emit(app::SetColumnWidth{table_, column.index, std::clamp(width, kNarrowestColumn, kWidestColumn)});
  }
}

// The column hangs on the mouse; a line says where it would come to stand.
void GridHeader::draw_drag(Frame& frame, const Rect& strip, const GridColumns& columns) {
  if (!dragged_) return;
  const float mouse = ImGui::GetIO().MousePos.x;
  const auto placed = columns.placed();
  const auto nearest = std::ranges::min_element(
      placed, {}, [&](const GridColumn& column) { return std::abs(column.x + column.width / 2 - mouse); });
  if (nearest == placed.end()) return dragged_.reset();
  const bool behind = mouse > nearest->x + nearest->width / 2;
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    frame.emit(app::MoveColumn{table_, *dragged_, nearest->index, behind});
    return dragged_.reset();
  }
  ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  const float line = behind ? nearest->right() : nearest->x;
  frame.list().AddRectFilled({line - 1, strip.y}, {line + 1, strip.bottom()}, frame.palette.focus);
  const std::string& title = info(frame, *dragged_).title;
  const float width = frame.text.width(title, type::caption_strong) + 2 * space::m;
  const Rect ghost{mouse - width / 2, strip.y + space::xs, width, strip.height - 2 * space::xs};
  frame.list().AddRectFilled(ghost.min(), ghost.max(), with_alpha(frame.palette.primary, 0.9F),
                             radius::control);
  frame.text.draw_in(frame.list(), ghost, Align::centre, frame.palette.on_primary, title,
                     type::caption_strong);
}

void GridHeader::draw_menu(Frame& frame, const GridColumns& columns) {
  if (menu_.column()) menu_.draw(frame, columns.fitting(*menu_.column()));
}

}  // namespace campaign_lens::view
