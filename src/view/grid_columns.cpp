#include "view/grid_columns.h"

#include <algorithm>

#include "view/grid_cells.h"
#include "view/grid_layout.h"

namespace campaign_lens::view {
namespace {

// Pinned columns leave at least so much of the room to the others; wider, they scroll like them.
constexpr float kMostPinned = 0.6F;
// Ids are copied rather than read: where there is no room for all, they give way first.
constexpr float kWidestIdWithoutRoom = 180;

// Whether it is the same table, of which further columns may have appeared.
bool continues(const std::vector<ColumnInfo>& before, const std::vector<ColumnInfo>& now) {
  return before.size() <= now.size() &&
         std::equal(before.begin(), before.end(), now.begin(),
                    [](const ColumnInfo& a, const ColumnInfo& b) { return a.key == b.key; });
}

}  // namespace

std::size_t columns_in(const messages::WindowAnswer& window, std::size_t columns) {
  const bool whole =
      window.columns <= columns && window.cells.size() == std::size_t{window.rows} * window.columns;
  return whole ? window.columns : 0;
}

// A column keeps its width until it is read otherwise.
void GridColumns::measure(Frame& frame) {
  const auto table = static_cast<std::size_t>(table_);
  const std::vector<ColumnInfo>& columns = frame.state.report->summary.columns[table];
  const messages::WindowAnswer& window = frame.state.report->views[table].window;
  const std::size_t filled = window.rows > 0 ? columns_in(window, columns.size()) : 0;
  if (measured_ == columns && filled <= measured_filled_) return;
  if (!continues(measured_, columns)) {
    measured_.clear();
    measured_filled_ = 0;
    first_pixel_ = 0;
  }
  wanted_.resize(columns.size());
  const messages::WindowAnswer none;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const bool known = column < measured_.size() && measured_[column] == columns[column];
    if (known && (column < measured_filled_ || column >= filled)) continue;
    wanted_[column] = wanted_width(frame, columns[column], column, column < filled ? window : none);
  }
  measured_ = columns;
  measured_filled_ = std::max(measured_filled_, filled);
}

void GridColumns::lay_out(Frame& frame, const Rect& room) {
  measure(frame);
  room_ = room;
  const app::ColumnPlaces shown = app::shown_columns(
      frame.state.report->views[static_cast<std::size_t>(table_)].columns, measured_.size());
  std::vector<float> wanted;
  std::vector<bool> may_stretch;
  float sum = 0;
  placed_.clear();
  for (const app::ColumnPlace& place : shown) {
    // A width that was chosen stays.
    wanted.push_back(place.width > 0 ? place.width : wanted_[place.column]);
    sum += wanted.back();
    may_stretch.push_back(place.width <= 0 && flexible(measured_[place.column]));
    placed_.push_back({.index = place.column, .pinned = place.pinned});
  }
  for (std::size_t i = 0; i < shown.size() && sum > room.width; ++i) {
    if (shown[i].width <= 0 && measured_[shown[i].column].role == Role::message_id)
      wanted[i] = std::min(wanted[i], kWidestIdWithoutRoom);
  }
  const std::vector<float> widths = fill_width(wanted, may_stretch, room.width);
  edges_.clear();
  pinned_ = 0;
  pinned_width_ = 0;
  float edge = 0;
  for (std::size_t i = 0; i < placed_.size(); ++i) {
    placed_[i].width = widths[i];
    edges_.push_back(edge);
    edge += widths[i];
    if (!placed_[i].pinned) continue;
    ++pinned_;
    pinned_width_ = edge;
  }
  if (pinned_width_ > room.width * kMostPinned) {
    pinned_ = 0;
    pinned_width_ = 0;
    for (GridColumn& column : placed_)
      column.pinned = false;
  }
  loose_width_ = edge - pinned_width_;
  scroll_by(0);
}

void GridColumns::put_in_place() {
  for (std::size_t i = 0; i < placed_.size(); ++i) {
    const float scrolled = placed_[i].pinned ? 0 : static_cast<float>(first_pixel_);
    placed_[i].x = room_.x + edges_[i] - scrolled;
  }
}

Rect GridColumns::pinned_part(const Rect& line) const {
  return {room_.x, line.y, pinned_width_, line.height};
}
Rect GridColumns::loose_part(const Rect& line) const {
  return {room_.x + pinned_width_, line.y, std::max(0.F, room_.width - pinned_width_), line.height};
}

void GridColumns::scroll_to(std::uint64_t first_pixel) {
  const float most = std::max(0.F, loose_width_ - (room_.width - pinned_width_));
  first_pixel_ = std::min(first_pixel, static_cast<std::uint64_t>(most));
  put_in_place();
}

void GridColumns::scroll_by(float pixels) {
  scroll_to(static_cast<std::uint64_t>(std::max(0.F, static_cast<float>(first_pixel_) + pixels)));
}

void GridColumns::reveal(std::size_t place) {
  if (place >= placed_.size() || placed_[place].pinned) return;
  const Rect seen = loose_part({});
  const GridColumn& column = placed_[place];
  if (column.x < seen.x) {
    scroll_by(column.x - seen.x);
  } else if (column.right() > seen.right()) {
    scroll_by(std::min(column.x - seen.x, column.right() - seen.right() + 1));
  }
}

}  // namespace campaign_lens::view
