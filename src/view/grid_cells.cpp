#include "view/grid_cells.h"

#include <algorithm>

#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kPadding = space::m;
constexpr float kNarrowest = 80, kWidest = 320;
constexpr float kSortMark = 16;
// Beside its text a status has a mark and round ends.
constexpr float kPill = 26;
// Enough to see what a column is like.
constexpr std::size_t kMeasuredRows = 40;

bool is_amount(const ColumnInfo& column) {
  const bool number = column.type == Type::integer || column.type == Type::decimal;
  return number && column.role == Role::none;
}

bool is_blank(const messages::WindowCell& value) {
  return value.kind == Kind::missing || value.kind == Kind::null || value.text.empty();
}

}  // namespace

Align align_of(const ColumnInfo& column) {
  return is_amount(column) ? Align::end : Align::start;
}

bool flexible(const ColumnInfo& column) {
  return column.type == Type::text && column.role != Role::number && column.role != Role::message_id &&
         column.role != Role::status && column.role != Role::ip && column.role != Role::reason_code;
}

float wanted_width(Frame& frame, const ColumnInfo& column, std::size_t index,
                   const messages::WindowAnswer& window) {
  float width = frame.text.width(column.title, type::caption_strong) + kSortMark;
  const std::size_t rows = std::min<std::size_t>(window.rows, kMeasuredRows);
  for (std::size_t row = 0; row < rows; ++row) {
    const messages::WindowCell& value = window.cells[row * window.columns + index];
    const float drawn = column.role == Role::status ? frame.text.width(value.text, type::caption) + kPill
                                                    : frame.text.width(value.text, type::body);
    width = std::max(width, drawn);
  }
  return std::clamp(width + 2 * kPadding + space::xs, kNarrowest, kWidest);
}

bool draw_cell(Frame& frame, const Rect& cell, const ColumnInfo& column, const messages::WindowCell& value,
               StatusFamily family) {
  const Rect inside = cell.inset(kPadding, 0);
  if (is_blank(value)) {
    frame.text.draw_in(frame.list(), inside, align_of(column), frame.palette.text_tertiary, "–", type::body);
    return false;
  }
  if (column.role == Role::status)
    return draw_status_pill(frame, cell.inset(space::s, 0), family, value.text);
  const ImU32 ink = column.role == Role::number || column.role == Role::none ? frame.palette.text
                                                                             : frame.palette.text_secondary;
  return frame.text.draw_in(frame.list(), inside, align_of(column), ink, value.text, type::body);
}

void draw_skeleton(Frame& frame, const Rect& cell, std::uint64_t row, std::size_t column) {
  // Lengths as various as those of values, and the same in every frame.
  const auto sixth = static_cast<float>(node_id("skeleton", row, column) % 4U);
  const Rect inside = cell.inset(kPadding, 0);
  const Rect bar{inside.x, inside.centre().y - 4, inside.width * (0.4F + sixth * 0.12F), 8};
  frame.list().AddRectFilled(bar.min(), bar.max(), frame.palette.skeleton, 4);
}

}  // namespace campaign_lens::view
