#include "view/grid.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "view/grid_cells.h"
#include "view/grid_layout.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kColumnsPerNotch_px = 60;
constexpr float kHandle = 8;
constexpr float kNarrowestColumn = 48, kWidestColumn = 1200;

std::string_view title_of(TableId table) {
  return table == TableId::delivery ? "Delivery report" : "uLink clicks";
}
std::string_view path_of(TableId table) {
  return table == TableId::delivery ? "grid/delivery" : "grid/clicks";
}

// How many columns the window has: fewer than the table if it was asked for before the last ones appeared,
// none if it is damaged and would be read past its end.
std::size_t columns_in(const messages::WindowAnswer& window, std::size_t columns) {
  const bool whole =
      window.columns <= columns && window.cells.size() == std::size_t{window.rows} * window.columns;
  return whole ? window.columns : 0;
}

// Whether it is the same table, of which further columns may have appeared.
bool continues(const std::vector<ColumnInfo>& before, const std::vector<ColumnInfo>& now) {
  return before.size() <= now.size() &&
         std::equal(before.begin(), before.end(), now.begin(),
                    [](const ColumnInfo& a, const ColumnInfo& b) { return a.key == b.key; });
}

}  // namespace

struct Grid::Place {
  Rect card, header, body, rows_bar, columns_bar;
  float content_width = 0;
  std::uint64_t rows = 0;
  std::uint32_t visible = 1;
  bool hovered = false;  // the body
};

const app::AppState::View& Grid::view(const Frame& frame) const {
  return frame.state.report->views[static_cast<std::size_t>(table_)];
}

const std::vector<ColumnInfo>& Grid::columns(const Frame& frame) const {
  return frame.state.report->summary.columns[static_cast<std::size_t>(table_)];
}

// A column keeps its width, which the person may have chosen, until it is read otherwise.
void Grid::measure(Frame& frame) {
  const std::vector<ColumnInfo>& columns = this->columns(frame);
  const messages::WindowAnswer& window = view(frame).window;
  const std::size_t filled = window.rows > 0 ? columns_in(window, columns.size()) : 0;
  if (measured_ == columns && filled <= measured_filled_) return;
  if (!continues(measured_, columns)) {
    measured_.clear();
    measured_filled_ = 0;
    first_pixel_ = 0;
  }
  wanted_.resize(columns.size());
  flexible_.resize(columns.size());
  const messages::WindowAnswer none;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const bool known = column < measured_.size() && measured_[column] == columns[column];
    if (known && (column < measured_filled_ || column >= filled)) continue;
    wanted_[column] = wanted_width(frame, columns[column], column, column < filled ? window : none);
    flexible_[column] = flexible(columns[column]);
  }
  measured_ = columns;
  measured_filled_ = std::max(measured_filled_, filled);
}

Grid::Place Grid::place(Rect inside) {
  Place place;
  place.card = inside;
  inside = inside.inset(space::hair);
  place.header = inside.cut_top(height::grid_header);
  place.rows_bar = inside.cut_right(height::scrollbar);
  place.header.width = inside.width;
  widths_ = fill_width(wanted_, flexible_, inside.width);
  right_edges_.resize(widths_.size());
  std::partial_sum(widths_.begin(), widths_.end(), right_edges_.begin());
  place.content_width = right_edges_.empty() ? 0 : right_edges_.back();
  // Half a pixel too wide is a rounding error.
  if (place.content_width > inside.width + 0.5F) place.columns_bar = inside.cut_bottom(height::scrollbar);
  place.body = inside;
  place.visible = whole_rows(inside.height, height::row);
  return place;
}

float Grid::right_of(const Place& place, std::size_t column) const {
  return place.body.x - static_cast<float>(first_pixel_) + right_edges_[column];
}

void Grid::draw(Frame& frame, const Rect& area) {
  measure(frame);
  Place place = this->place(area);
  place.rows = view(frame).answer.rows;
  scroll_sideways(place, 0);

  Mirror::Node node;
  node.id = node_id(path_of(table_)), node.role = Mirror::Role::grid, node.name = title_of(table_);
  node.x = area.x, node.y = area.y, node.width = area.width, node.height = area.height;
  node.rows = place.rows, node.columns = static_cast<std::uint32_t>(widths_.size());
  frame.node(std::move(node));

  draw_card(frame, area);
  ImGui::PushClipRect(place.card.min(), place.card.max(), true);
  draw_header(frame, place);
  draw_body(frame, place);
  if (!place.columns_bar.empty()) {
    const std::string path = std::string(path_of(table_)) + "/sideways";
    first_pixel_ =
        columns_bar_.draw(frame, place.columns_bar, path, static_cast<std::uint64_t>(place.content_width),
                          static_cast<std::uint32_t>(place.body.width), first_pixel_);
  }
  ImGui::PopClipRect();
}

void Grid::draw_header(Frame& frame, const Place& place) {
  const Rect strip{place.header.x, place.header.y, place.card.width - 2 * space::hair, place.header.height};
  frame.list().AddRectFilled(strip.min(), strip.max(), frame.palette.sunken, radius::card - 1,
                             ImDrawFlags_RoundCornersTop);
  draw_hairline(frame, strip);

  ImGui::PushClipRect(place.header.min(), place.header.max(), true);
  const std::uint32_t row_id = node_id(path_of(table_), 1);
  frame.node(row_id, Mirror::Role::row, place.header, {}, node_id(path_of(table_)));
  const std::vector<SortKey>& sort = view(frame).wanted.sort;
  for (std::size_t column = 0; column < measured_.size(); ++column) {
    Rect cell{right_of(place, column) - widths_[column], place.header.y, widths_[column],
              place.header.height};
    if (cell.intersection(place.header).empty()) continue;
    draw_resize_handle(frame, place, column);
    const auto key =
        std::find_if(sort.begin(), sort.end(), [&](const SortKey& k) { return k.column == column; });
    const bool sorted = key != sort.end();
    const std::uint32_t id = node_id(path_of(table_), 2, column);
    const Press press = frame.control({.id = id,
                                       .rect = {cell.x, cell.y, cell.width - kHandle / 2, cell.height},
                                       .name = measured_[column].title,
                                       .role = Mirror::Role::column_header,
                                       .value = !sorted           ? ""
                                                : key->descending ? "descending"
                                                                  : "ascending",
                                       .parent = row_id,
                                       .column = static_cast<std::uint32_t>(column) + 1});
    if (press.clicked) frame.emit(app::SortBy{table_, static_cast<std::uint32_t>(column)});

    const float hover = frame.motion.fade(id, press.hovered);
    const ImU32 ink =
        sorted ? frame.palette.text : mix(frame.palette.text_secondary, frame.palette.text, hover);
    const bool right = align_of(measured_[column]) == Align::end;
    Rect inside = cell.inset(space::m, 0);
    const float title =
        std::min(frame.text.width(measured_[column].title, type::caption_strong), inside.width - 16);
    Rect words = right ? inside.cut_right(title) : inside.cut_left(title);
    const bool cut = frame.text.draw_in(frame.list(), words, Align::start, ink, measured_[column].title,
                                        type::caption_strong);
    const Rect mark = right ? inside.cut_right(16) : inside.cut_left(16);
    const Icon arrow = sorted && key->descending ? Icon::down : Icon::up;
    if (sorted) draw_icon(frame.list(), arrow, mark.centre(), ink, 0.8F);
    if (!sorted && hover > 0)
      draw_icon(frame.list(), arrow, mark.centre(), with_alpha(frame.palette.text_tertiary, hover), 0.8F);
    if (press.hovered && cut) frame.tooltip(id, cell, {}, measured_[column].title);
  }
  ImGui::PopClipRect();
}

void Grid::draw_resize_handle(Frame& frame, const Place& place, std::size_t column) {
  const float edge = right_of(place, column);
  const Rect handle{edge - kHandle / 2, place.header.y, kHandle, place.header.height};
  const std::uint32_t id = node_id(path_of(table_), 3, column);
  const Press press = frame.touch(id, handle);
  if (press.hovered || press.held) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    frame.list().AddLine({edge - 0.5F, handle.y + space::s}, {edge - 0.5F, handle.bottom() - space::s},
                         frame.palette.border_strong, 2);
  }
  if (press.held && ImGui::GetIO().MouseDelta.x != 0) {
    const float left = edge - widths_[column];
    wanted_[column] = std::clamp(ImGui::GetIO().MousePos.x - left, kNarrowestColumn, kWidestColumn);
    flexible_[column] = false;  // a width that was chosen stays
  }
}

void Grid::draw_body(Frame& frame, Place& place) {
  const app::AppState::View& view = this->view(frame);
  // Where there is no row the body must not take the mouse from what stands in their place.
  if (place.rows > 0) place.hovered = frame.touch(node_id(path_of(table_), 4), place.body).hovered;
  const std::uint64_t first = scrolled(frame, place);
  if (first != view.first_visible || place.visible != view.visible_rows) {
    frame.emit(app::ScrollTo{table_, first, place.visible});
  }
  if (place.rows == 0) return draw_rows_missing(frame, place);

  ImGui::PushClipRect(place.body.min(), place.body.max(), true);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const std::uint64_t end = std::min(place.rows, first + place.visible + 1);
  for (std::uint64_t row = first; row < end; ++row) {
    const float y = place.body.y + static_cast<float>(row - first) * height::row;
    const Rect line{place.body.x, y, place.body.width, height::row};
    if (place.hovered && line.contains(mouse)) {
      frame.list().AddRectFilled(line.min(), line.max(), frame.palette.hover);
    }
    draw_row(frame, place, row, y);
    draw_hairline(frame, line);
  }
  ImGui::PopClipRect();
}

void Grid::draw_row(Frame& frame, const Place& place, std::uint64_t row, float y) {
  const messages::WindowAnswer& window = view(frame).window;
  const bool here = row >= window.first && row - window.first < window.rows;
  const std::size_t filled = here ? columns_in(window, measured_.size()) : 0;
  const auto at = static_cast<std::size_t>(row - window.first);
  const std::uint32_t row_id = node_id(path_of(table_), 5, row);
  Mirror::Node node;
  node.id = row_id, node.parent = node_id(path_of(table_)), node.role = Mirror::Role::row, node.row = row + 1;
  node.x = place.body.x, node.y = y, node.width = place.body.width, node.height = height::row;
  frame.node(std::move(node));

  for (std::size_t column = 0; column < measured_.size(); ++column) {
    const Rect cell{right_of(place, column) - widths_[column], y, widths_[column], height::row};
    if (cell.intersection(place.body).empty()) continue;
    if (column >= filled) {
      draw_skeleton(frame, cell, row, column);
      continue;
    }
    const messages::WindowCell& value = window.cells[at * window.columns + column];
    const StatusFamily family =
        at < window.families.size() ? window.families[at] : StatusFamily::unrecognised;
    const bool cut = draw_cell(frame, cell, measured_[column], value, family);
    const std::uint32_t id = node_id(path_of(table_), 16 + row, column);
    if (cut && place.hovered && cell.contains(ImGui::GetIO().MousePos)) {
      frame.tooltip(id, cell, {}, value.text);
    }
    Mirror::Node told;
    told.id = id, told.parent = row_id, told.role = Mirror::Role::cell, told.name = value.text;
    told.x = cell.x, told.y = cell.y, told.width = cell.width, told.height = cell.height;
    told.row = row + 1, told.column = static_cast<std::uint32_t>(column) + 1;
    frame.node(std::move(told));
  }
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
      for (std::size_t column = 0; column < measured_.size(); ++column) {
        const Rect cell{right_of(place, column) - widths_[column],
                        place.body.y + static_cast<float>(row) * height::row, widths_[column], height::row};
        draw_skeleton(frame, cell, row, column);
      }
    }
    return;
  }
  if (draw_empty_state(frame, place.body, path, "No rows match", "Nothing in this table fits the filters.",
                       "Clear filters")) {
    frame.emit(app::ClearFilters{table_});
  }
}

std::uint64_t Grid::scrolled(Frame& frame, const Place& place) {
  const ImGuiIO& io = ImGui::GetIO();
  std::uint64_t first = std::min(view(frame).first_visible, last_first(place.rows, place.visible));
  const auto move = [&](std::int64_t by) { first = step(first, by, place.rows, place.visible); };

  const std::string path = std::string(path_of(table_)) + "/rows";
  first = rows_bar_.draw(frame, place.rows_bar, path, place.rows, place.visible, first);
  const bool over_bar = place.rows_bar.contains(io.MousePos) && ImGui::IsWindowHovered();
  if (place.hovered || over_bar) {
    const bool sideways = io.KeyShift && io.MouseWheelH == 0;
    move(rows_of_wheel(sideways ? 0 : -io.MouseWheel, wheel_rest_));
    scroll_sideways(place, -kColumnsPerNotch_px * (sideways ? io.MouseWheel : io.MouseWheelH));
  }
  return keyed(place, first);
}

std::uint64_t Grid::keyed(const Place& place, std::uint64_t first) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput || io.KeyAlt || !ImGui::IsWindowFocused()) return first;
  const auto move = [&](std::int64_t by) { first = step(first, by, place.rows, place.visible); };
  const auto page = static_cast<std::int64_t>(std::max(1U, place.visible - 1));
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) move(1);
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) move(-1);
  if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) move(page);
  if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) move(-page);
  if (ImGui::IsKeyPressed(ImGuiKey_Home)) first = 0;
  if (ImGui::IsKeyPressed(ImGuiKey_End)) first = last_first(place.rows, place.visible);
  if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) scroll_sideways(place, kColumnsPerNotch_px);
  if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) scroll_sideways(place, -kColumnsPerNotch_px);
  return first;
}

void Grid::scroll_sideways(const Place& place, float by) {
  const float most = std::max(0.F, place.content_width - place.body.width);
  first_pixel_ = static_cast<std::uint64_t>(std::clamp(static_cast<float>(first_pixel_) + by, 0.F, most));
}

}  // namespace campaign_lens::view
