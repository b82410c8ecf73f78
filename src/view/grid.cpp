#include "view/grid.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "base/text.h"
#include "view/grid_cells.h"
#include "view/grid_layout.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

// A drag that selects past an edge scrolls: so many rows a second for each pixel past it.
constexpr float kRowsPerPixelPast = 0.6F;
// Narrower, the rows have no numbers.
constexpr float kRoomForNumbers = 700;

std::string_view title_of(TableId table) {
  return table == TableId::delivery ? "Delivery report" : "uLink clicks";
}
std::string_view path_of(TableId table) {
  return table == TableId::delivery ? "grid/delivery" : "grid/clicks";
}

// Of a row's upper edge.
float y_of(const Rect& body, std::uint64_t row, RowPlace top) {
  return body.y + static_cast<float>(row - top.row) * height::row - std::round(top.px);
}

}  // namespace

struct Grid::Place {
  Rect card, header, numbers, body, rows_bar, columns_bar;
  std::uint64_t rows = 0;
  std::uint32_t visible = 1;
  bool hovered = false;  // the body

  GridExtent extent(std::uint32_t columns) const {
    return {.rows = rows, .columns = columns, .page = std::max(1U, visible - 1)};
  }
};

const app::AppState::View& Grid::view(const Frame& frame) const {
  return frame.state.report->views[static_cast<std::size_t>(table_)];
}

const std::vector<ColumnInfo>& Grid::columns(const Frame& frame) const {
  return frame.state.report->summary.columns[static_cast<std::size_t>(table_)];
}

Grid::Place Grid::place(Frame& frame, Rect inside) {
  Place place;
  place.rows = view(frame).answer.rows;
  place.card = inside;
  inside = inside.inset(space::hair);
  place.header = inside.cut_top(height::grid_header);
  place.rows_bar = inside.cut_right(height::scrollbar);
  if (inside.width >= kRoomForNumbers) {
    const std::string widest =
        with_thousands(frame.state.report->summary.rows[static_cast<std::size_t>(table_)]);
    place.numbers = inside.cut_left(std::max(36.F, frame.text.width(widest, type::caption) + 2 * space::s));
  }
  columns_.lay_out(frame, inside);
  if (columns_.overflow()) place.columns_bar = inside.cut_bottom(height::scrollbar);
  place.numbers.height = inside.height;
  place.body = inside;
  place.visible = whole_rows(inside.height, height::row);
  return place;
}

void Grid::draw(Frame& frame, const Rect& area) {
  Place place = this->place(frame, area);
  const Press press = touch_rows(frame, place);

  Mirror::Node node;
  node.id = node_id(path_of(table_)), node.role = Mirror::Role::grid, node.name = title_of(table_);
  node.x = area.x, node.y = area.y, node.width = area.width, node.height = area.height;
  node.rows = place.rows, node.columns = static_cast<std::uint32_t>(columns_.placed().size());
  node.focused = press.held && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  frame.node(std::move(node));

  draw_card(frame, area);
  ImGui::PushClipRect(place.card.min(), place.card.max(), true);
  draw_header(frame, place);
  draw_body(frame, place, press);
  if (!place.columns_bar.empty()) {
    const std::string path = std::string(path_of(table_)) + "/sideways";
    const Rect track = columns_.loose_part(place.columns_bar);
    columns_.scroll_to(columns_bar_.draw(frame, track, path,
                                         static_cast<std::uint64_t>(columns_.loose_width()),
                                         static_cast<std::uint32_t>(track.width), columns_.first_pixel()));
  }
  ImGui::PopClipRect();
  header_.draw_menu(frame, columns_);
  draw_go_to_row(frame, place);
  draw_find_bar(frame, place);
}

// Also from the search field; not from a panel that is open over the page.
void Grid::draw_find_bar(Frame& frame, const Place& place) {
  const ImGuiIO& io = ImGui::GetIO();
  if (place.rows > 0 && ImGui::IsWindowFocused()) {
    const bool control = (io.KeyCtrl || io.KeySuper) && !io.KeyAlt;
    if (control && ImGui::IsKeyPressed(ImGuiKey_F, false)) find_bar_.open();
    if (ImGui::IsKeyPressed(ImGuiKey_F3)) find_bar_.go_on(frame, io.KeyShift);
  }
  const std::optional<app::AppState::Find>& find = view(frame).find;
  if (find && find->answer.id != revealed_) {
    revealed_ = find->answer.id;
    if (find->answer.place && view(frame).selection) columns_.reveal(view(frame).selection->column);
  }
  find_bar_.draw(frame, {place.card.x, place.header.y, place.card.width, place.header.height});
}

// By the corner over the rows' numbers, or Ctrl+G.
void Grid::draw_go_to_row(Frame& frame, const Place& place) {
  if (place.rows == 0) return;
  const Rect corner{place.card.x, place.header.y, std::max(place.numbers.width, 1.F), place.header.height};
  if (!place.numbers.empty()) {
    const std::uint32_t id = node_id(path_of(table_), 6);
    const Press press = frame.control({.id = id, .rect = corner, .name = "Go to row"});
    const float hover = frame.motion.fade(id, press.hovered);
    draw_icon(frame.list(), Icon::go_to, corner.centre(),
              mix(frame.palette.text_tertiary, frame.palette.text, hover), 0.8F);
    if (press.hovered) frame.tooltip(id, corner, "Go to row", "Ctrl+G");
    if (press.clicked) go_to_row_.open();
  }
  const std::optional<std::uint64_t> row = go_to_row_.draw(frame, corner, place.rows);
  if (!row) return;
  const std::uint32_t column = view(frame).selection ? view(frame).selection->column : 0;
  const app::CellRange cell{.from_row = *row, .row = *row, .from_column = column, .column = column};
  frame.emit(app::Select{table_, cell});
  const std::uint64_t middle = *row > place.visible / 2 ? *row - place.visible / 2 : 0;
  frame.emit(app::ScrollTo{table_, middle, place.visible});
}

void Grid::draw_header(Frame& frame, const Place& place) {
  const Rect strip{place.header.x, place.header.y, place.card.width - 2 * space::hair, place.header.height};
  frame.list().AddRectFilled(strip.min(), strip.max(), frame.palette.sunken, radius::card - 1,
                             ImDrawFlags_RoundCornersTop);
  draw_hairline(frame, strip);
  if (const std::optional<double> done = view(frame).progress) {
    const Rect bar{strip.x, strip.bottom() - 3, strip.width, 3};
    draw_progress_bar(frame, bar, static_cast<float>(*done), frame.palette.focus);
    Mirror::Node node;
    node.id = node_id(path_of(table_), 7), node.role = Mirror::Role::progress,
    node.name = "Looking for the rows";
    node.value = std::to_string(static_cast<int>(*done * 100));
    node.x = bar.x, node.y = bar.y, node.width = bar.width, node.height = bar.height;
    frame.node(std::move(node));
  }
  header_.draw(frame, {place.body.x, strip.y, place.body.width, strip.height}, columns_,
               node_id(path_of(table_)));
}

// Where there is no row the body must not take the mouse from what stands in their place.
Press Grid::touch_rows(Frame& frame, Place& place) const {
  if (place.rows == 0) return {};
  const Rect all{place.card.x, place.body.y, place.body.right() - place.card.x, place.body.height};
  const Press press = frame.touch(node_id(path_of(table_), 4), all);
  place.hovered = press.hovered;
  return press;
}

void Grid::draw_body(Frame& frame, const Place& place, const Press& press) {
  const app::AppState::View& view = this->view(frame);
  RowPlace top = scrolled(frame, place);
  scroll_sideways(place);
  top = keyed(frame, place, top);
  if (ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen) {
    select_by_finger(frame, place, press, top);
  } else {
    top = select_by_mouse(frame, place, press, top);
  }
  if (top != RowPlace{view.first_visible, view.top_px} || place.visible != view.visible_rows) {
    frame.emit(app::ScrollTo{table_, top.row, place.visible, top.px});
  }
  if (place.rows == 0) return draw_rows_missing(frame, place);

  const Rect all{place.card.x, place.body.y, place.body.right() - place.card.x, place.body.height};
  ImGui::PushClipRect(all.min(), all.max(), true);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const std::uint64_t end = std::min(place.rows, top.row + place.visible + 2);
  for (std::uint64_t row = top.row; row < end; ++row) {
    const Rect line{all.x, y_of(place.body, row, top), all.width, height::row};
    if (place.hovered && line.contains(mouse))
      frame.list().AddRectFilled(line.min(), line.max(), frame.palette.hover);
    draw_row(frame, place, row, line);
    draw_hairline(frame, line);
  }
  draw_selection(frame, place, top);
  if (columns_.pinned() > 0) {
    const Rect edge = columns_.loose_part(place.body);
    frame.list().AddRectFilled({edge.x - space::hair, place.header.y}, {edge.x, all.bottom()},
                               frame.palette.border_strong);
  }
  ImGui::PopClipRect();
}

void Grid::draw_row(Frame& frame, const Place& place, std::uint64_t row, const Rect& line) {
  Mirror::Node node;
  node.id = node_id(path_of(table_), 5, row), node.parent = node_id(path_of(table_));
  node.role = Mirror::Role::row, node.row = row + 1;
  node.x = line.x, node.y = line.y, node.width = line.width, node.height = line.height;
  frame.node(std::move(node));
  draw_number(frame, place, row, line);
  const auto draw_part = [&](const Rect& part, std::size_t begin, std::size_t end) {
    if (begin == end) return;
    ImGui::PushClipRect(part.min(), part.max(), true);
    draw_cells(frame, place, row, line, begin, end);
    ImGui::PopClipRect();
  };
  draw_part(columns_.pinned_part(line), 0, columns_.pinned());
  draw_part(columns_.loose_part(line), columns_.pinned(), columns_.placed().size());
}

void Grid::draw_number(Frame& frame, const Place& place, std::uint64_t row, const Rect& line) const {
  if (place.numbers.empty()) return;
  const std::optional<app::CellRange>& selection = view(frame).selection;
  const bool selected = selection && row - selection->first_row() < selection->rows();
  Rect box{place.numbers.x, line.y, place.numbers.width, line.height};
  if (selected) frame.list().AddRectFilled(box.min(), box.max(), frame.palette.focus_tint);
  box.cut_right(space::s);
  frame.text.draw_in(frame.list(), box, Align::end,
                     selected ? frame.palette.focus : frame.palette.text_tertiary, with_thousands(row + 1),
                     type::caption);
}

void Grid::draw_cells(Frame& frame, const Place& place, std::uint64_t row, const Rect& line,
                      std::size_t begin, std::size_t end) {
  const app::AppState::View& view = this->view(frame);
  const std::vector<ColumnInfo>& columns = this->columns(frame);
  const messages::WindowAnswer& window = view.window;
  const bool here = row >= window.first && row - window.first < window.rows;
  const std::size_t filled = here ? columns_in(window, columns.size()) : 0;
  const auto at = static_cast<std::size_t>(row - window.first);
  for (std::size_t i = begin; i < end; ++i) {
    const GridColumn& column = columns_.placed()[i];
    const Rect cell{column.x, line.y, column.width, line.height};
    if (!frame.shows(cell)) continue;
    const bool selected = view.selection && view.selection->has(row, static_cast<std::uint32_t>(i));
    if (selected) frame.list().AddRectFilled(cell.min(), cell.max(), frame.palette.focus_tint);
    if (column.index >= filled) {
      draw_skeleton(frame, cell, row, column.index);
      continue;
    }
    const messages::WindowCell& value = window.cells[at * window.columns + column.index];
    const StatusFamily family =
        at < window.families.size() ? window.families[at] : StatusFamily::unrecognised;
    const bool cut = draw_cell(frame, cell, columns[column.index], value, family);
    const std::uint32_t id = node_id(path_of(table_), 16 + row, column.index);
    if (cut && place.hovered && cell.contains(ImGui::GetIO().MousePos))
      frame.tooltip(id, cell, {}, value.text);
    Mirror::Node told;
    told.id = id, told.parent = node_id(path_of(table_), 5, row), told.role = Mirror::Role::cell;
    told.name = value.text, told.selected = selected;
    told.x = cell.x, told.y = cell.y, told.width = cell.width, told.height = cell.height;
    told.row = row + 1, told.column = static_cast<std::uint32_t>(i) + 1;
    frame.node(std::move(told));
  }
}

// A line around the cell that the keyboard is at.
void Grid::draw_selection(Frame& frame, const Place& place, RowPlace top) const {
  const std::optional<app::CellRange>& selection = view(frame).selection;
  if (!selection || selection->row < top.row || selection->row - top.row > place.visible + 1) return;
  if (selection->column >= columns_.placed().size()) return;
  const GridColumn& column = columns_.placed()[selection->column];
  const float y = y_of(place.body, selection->row, top);
  const Rect part = column.pinned ? columns_.pinned_part(place.body) : columns_.loose_part(place.body);
  ImGui::PushClipRect(part.min(), part.max(), true);
  frame.list().AddRect({column.x, y - space::hair}, {column.right(), y + height::row}, frame.palette.focus, 0,
                       0, 2);
  ImGui::PopClipRect();
}

void Grid::draw_rows_missing(Frame& frame, const Place& place) {
  const app::AppState::Report& report = *frame.state.report;
  const bool delivery = table_ == TableId::delivery;
  const std::string path = std::string(path_of(table_)) + "/empty";
  const bool none = report.summary.rows[static_cast<std::size_t>(table_)] == 0;
  if (none && frame.state.growing()) {
    draw_empty_state(frame, place.body, path, delivery ? "No messages so far" : "No clicks so far",
                     "The report is still being read.", {});
    return;
  }
  if (none) {
    const std::string_view title = delivery ? "No messages in this report" : "No clicks in this report";
    const std::string_view detail = delivery ? "It holds clicks only: see uLink clicks."
                                             : "Clicks are listed when a campaign uses uLink track URLs.";
    draw_empty_state(frame, place.body, path, title, detail, {});
    return;
  }
  if (view(frame).answer.id == 0) {  // the first question is still open
    for (std::uint32_t row = 0; row < place.visible; ++row) {
      const float y = place.body.y + static_cast<float>(row) * height::row;
      for (const GridColumn& column : columns_.placed())
        draw_skeleton(frame, {column.x, y, column.width, height::row}, row, column.index);
    }
    return;
  }
  if (draw_empty_state(frame, place.body, path, "No rows match", "Nothing in this table fits the filters.",
                       "Clear filters")) {
    frame.emit(app::ClearFilters{table_});
  }
}

RowPlace Grid::scrolled(Frame& frame, const Place& place) {
  const std::string path = std::string(path_of(table_)) + "/rows";
  return rows_scroll_.draw(frame,
                           {.seen = place.body,
                            .track = place.rows_bar,
                            .path = path,
                            .row_height = height::row,
                            .rows = place.rows,
                            .visible = place.visible},
                           {view(frame).first_visible, view(frame).top_px});
}

void Grid::scroll_sideways(const Place& place) {
  const ImGuiIO& io = ImGui::GetIO();
  const float notches = io.KeyShift && io.MouseWheelH == 0 ? io.MouseWheel : io.MouseWheelH;
  if (place.hovered) columns_.scroll_by(-kNotch_px * notches);
  if (rows_scroll_.sideways_px() == 0) return;
  const std::uint64_t before = columns_.first_pixel();
  columns_.scroll_by(-rows_scroll_.sideways_px());
  if (columns_.first_pixel() == before) rows_scroll_.stop();
}

// Without a selection the keyboard begins in the first visible row.
void Grid::move_cell(Frame& frame, const Place& place, CellStep step, RowPlace& top) {
  const auto columns = static_cast<std::uint32_t>(columns_.placed().size());
  const std::optional<app::CellRange>& now = view(frame).selection;
  const app::CellRange range = stepped(now.value_or(app::CellRange{.from_row = top.row, .row = top.row}),
                                       step, ImGui::GetIO().KeyShift, place.extent(columns));
  top = revealed(top, range.row, place.visible);
  columns_.reveal(range.column);
  if (range != now) frame.emit(app::Select{table_, range});
}

RowPlace Grid::keyed(Frame& frame, const Place& place, RowPlace top) {
  const ImGuiIO& io = ImGui::GetIO();
  if (frame.mirror.is_typed_in() || !ImGui::IsWindowFocused() || place.rows == 0 || columns_.placed().empty())
    return top;
  const bool control = io.KeyCtrl || io.KeySuper;
  const std::optional<app::CellRange>& selection = view(frame).selection;
  if (io.KeyAlt) {
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow) && selection) {
      const GridColumn& column = columns_.placed()[selection->column];
      header_.open_menu(column.index, {column.x, place.header.y, column.width, place.header.height});
    }
    return top;
  }
  struct Key {
    ImGuiKey key;
    CellStep step, with_control;
  };
  constexpr Key kKeys[] = {
      {ImGuiKey_DownArrow, CellStep::down, CellStep::last_row},
      {ImGuiKey_UpArrow, CellStep::up, CellStep::first_row},
      {ImGuiKey_LeftArrow, CellStep::left, CellStep::first_column},
      {ImGuiKey_RightArrow, CellStep::right, CellStep::last_column},
      {ImGuiKey_PageDown, CellStep::page_down, CellStep::page_down},
      {ImGuiKey_PageUp, CellStep::page_up, CellStep::page_up},
      {ImGuiKey_Home, CellStep::first_column, CellStep::first_cell},
      {ImGuiKey_End, CellStep::last_column, CellStep::last_cell},
  };
  for (const Key& key : kKeys) {
    if (ImGui::IsKeyPressed(key.key)) move_cell(frame, place, control ? key.with_control : key.step, top);
  }
  const app::CellRange all{.from_row = place.rows - 1,
                           .row = 0,
                           .from_column = static_cast<std::uint32_t>(columns_.placed().size()) - 1,
                           .column = 0};
  if (control && ImGui::IsKeyPressed(ImGuiKey_G, false)) go_to_row_.open();
  if (control && ImGui::IsKeyPressed(ImGuiKey_A, false)) frame.emit(app::Select{table_, all});
  if (!selection) return top;
  if (control && ImGui::IsKeyPressed(ImGuiKey_C, false)) frame.emit(app::CopySelection{table_});
  const bool details = view(frame).details.has_value();
  if (ImGui::IsKeyPressed(ImGuiKey_Enter, false)) frame.emit(app::ShowDetails{table_, !details});
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    if (details) {
      frame.emit(app::ShowDetails{table_, false});
    } else {
      frame.emit(app::Select{table_, std::nullopt});
    }
  }
  if (ImGui::IsKeyPressed(ImGuiKey_Space, false) && (io.KeyShift || control)) {
    app::CellRange range = *selection;
    if (io.KeyShift) range.from_column = all.from_column, range.column = 0;
    if (control) range.from_row = all.from_row, range.row = 0;
    frame.emit(app::Select{table_, range});
  }
  return top;
}

std::optional<Grid::Cell> Grid::cell_at(const Place& place, ImVec2 point, RowPlace top) const {
  if (columns_.placed().empty() || place.rows == 0) return std::nullopt;
  const float down = std::clamp(point.y - place.body.y, 0.F, place.body.height - 1) + top.px;
  Cell cell{.row = std::min(place.rows - 1, top.row + static_cast<std::uint64_t>(down / height::row))};
  cell.whole_row = point.x < place.body.x && !place.numbers.empty();
  const bool pinned = columns_.pinned_part(place.body).contains({point.x, place.body.y});
  const auto placed = columns_.placed();
  const std::size_t begin = pinned ? 0 : columns_.pinned();
  const std::size_t end = pinned ? columns_.pinned() : placed.size();
  cell.column = static_cast<std::uint32_t>(begin);
  for (std::size_t i = begin; i < end; ++i) {
    if (point.x >= placed[i].x) cell.column = static_cast<std::uint32_t>(i);
  }
  return cell;
}

RowPlace Grid::select_by_mouse(Frame& frame, const Place& place, const Press& press, RowPlace top) {
  if (!press.held) selecting_ = false;
  const bool begins = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  if (selecting_ && !begins) top = past_the_edge(frame, place, top);
  const std::optional<Cell> cell = press.held ? cell_at(place, ImGui::GetIO().MousePos, top) : std::nullopt;
  if (!cell) return top;
  // Beneath the last row there is nothing to select.
  if (begins && ImGui::GetIO().MousePos.y >= y_of(place.body, place.rows, top)) return top;
  if (!begins && !selecting_) return top;
  selecting_ = true;
  const auto last = static_cast<std::uint32_t>(columns_.placed().size()) - 1;
  const std::optional<app::CellRange>& now = view(frame).selection;
  app::CellRange range = now.value_or(app::CellRange{});
  range.row = cell->row;
  range.column = cell->whole_row ? 0 : cell->column;
  if (begins && !(ImGui::GetIO().KeyShift && now)) {
    range.from_row = range.row;
    range.from_column = cell->whole_row ? last : range.column;
  }
  if (range != now) frame.emit(app::Select{table_, range});
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) frame.emit(app::ShowDetails{table_, true});
  return top;
}

// A drag that selects brings the rows past the edge into sight, the faster the further it is.
RowPlace Grid::past_the_edge(Frame& frame, const Place& place, RowPlace top) const {
  const float y = ImGui::GetIO().MousePos.y;
  const float past = y < place.body.y ? y - place.body.y : std::max(0.F, y - place.body.bottom());
  if (past == 0) return top;
  const float by = past * kRowsPerPixelPast * height::row * frame.motion.elapsed_s();
  const RowPlace to = moved(top, by, height::row, place.rows, place.visible);
  if (to != top) frame.motion.go_on();
  return to;
}

// A finger moves the rows; where it only touches, it chooses the cell.
void Grid::select_by_finger(Frame& frame, const Place& place, const Press& press, RowPlace top) const {
  if (!press.clicked || rows_scroll_.caught()) return;
  const std::optional<Cell> cell = cell_at(place, ImGui::GetIO().MousePos, top);
  if (!cell) return;
  const app::CellRange range{
      .from_row = cell->row, .row = cell->row, .from_column = cell->column, .column = cell->column};
  frame.emit(app::Select{table_, range});
}

}  // namespace campaign_lens::view
