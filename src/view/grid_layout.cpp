#include "view/grid_layout.h"

#include <algorithm>
#include <cmath>

namespace campaign_lens::view {
namespace {

constexpr float kShortestThumb = 28;

}  // namespace

std::uint32_t whole_rows(float height, float row_height) {
  return height < row_height ? 1 : static_cast<std::uint32_t>(height / row_height);
}

std::uint64_t last_first(std::uint64_t rows, std::uint32_t visible) {
  return rows > visible ? rows - visible : 0;
}

std::uint64_t step(std::uint64_t first, std::int64_t by, std::uint64_t rows, std::uint32_t visible) {
  const std::uint64_t last = last_first(rows, visible);
  first = std::min(first, last);
  if (by < 0) {
    const std::uint64_t back = 0 - static_cast<std::uint64_t>(by);
    return back > first ? 0 : first - back;
  }
  const auto forth = static_cast<std::uint64_t>(by);
  return forth > last - first ? last : first + forth;
}

RowPlace moved(RowPlace from, float by_px, float row_height, std::uint64_t rows, std::uint32_t visible) {
  const float down = from.px + std::clamp(by_px, -1e6F, 1e6F);
  const float whole = std::floor(down / row_height);
  const RowPlace to{step(from.row, static_cast<std::int64_t>(whole), rows, visible),
                    std::clamp(down - whole * row_height, 0.F, row_height)};
  const bool above = whole < 0 && from.row < static_cast<std::uint64_t>(-whole);
  return above || to.row == last_first(rows, visible) ? RowPlace{to.row} : to;
}

RowPlace revealed(RowPlace from, std::uint64_t row, std::uint32_t visible) {
  if (row < from.row || (row == from.row && from.px > 0)) return {row};
  return row - from.row < visible ? from : RowPlace{row - visible + 1};
}

std::int64_t rows_of_wheel(float notches, float row_height, float& rest) {
  const float rows_per_notch = std::max(1.F, std::round(kNotch_px / row_height));
  const float turned = std::clamp(rest + notches * rows_per_notch, -1e6F, 1e6F);
  const float whole = std::trunc(turned);
  rest = turned - whole;
  return static_cast<std::int64_t>(whole);
}

Thumb thumb_of(float track, std::uint64_t rows, std::uint32_t visible, std::uint64_t first) {
  if (rows <= visible) return {0, track};
  const double share = static_cast<double>(visible) / static_cast<double>(rows);
  const float length =
      std::min(track, std::max(kShortestThumb, static_cast<float>(static_cast<double>(track) * share)));
  const auto last = static_cast<double>(last_first(rows, visible));
  const double at = std::min(static_cast<double>(first) / last, 1.0);
  return {static_cast<float>(static_cast<double>(track - length) * at), length};
}

std::uint64_t first_at(float track, std::uint64_t rows, std::uint32_t visible, float offset) {
  const std::uint64_t last = last_first(rows, visible);
  const float room = track - thumb_of(track, rows, visible, 0).length;
  if (last == 0 || room <= 0 || offset <= 0) return 0;
  if (offset >= room) return last;
  return std::min(
      last, static_cast<std::uint64_t>(std::llround(static_cast<double>(offset) / static_cast<double>(room) *
                                                    static_cast<double>(last))));
}

std::vector<float> fill_width(std::span<const float> wanted, const std::vector<bool>& flexible,
                              float available) {
  std::vector<float> widths(wanted.begin(), wanted.end());
  float sum = 0, can_give = 0, many = 0;
  for (std::size_t column = 0; column < widths.size(); ++column) {
    sum += widths[column];
    if (!flexible[column]) continue;
    ++many;
    can_give += std::max(0.F, widths[column] - kNarrowestFlexible);
  }
  const float over = sum - available;
  if (over > can_give || many == 0) return widths;
  for (std::size_t column = 0; column < widths.size(); ++column) {
    if (!flexible[column]) continue;
    if (over < 0) widths[column] -= over / many;
    if (over > 0) widths[column] -= over * std::max(0.F, widths[column] - kNarrowestFlexible) / can_give;
  }
  return widths;
}

}  // namespace campaign_lens::view
