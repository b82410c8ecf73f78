#pragma once

#include <algorithm>

#include <imgui.h>

namespace campaign_lens::view {

/// A rectangle in logical pixels. Layout is done by cutting pieces off one.
struct Rect {
  float x = 0, y = 0, width = 0, height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  ImVec2 min() const { return {x, y}; }
  ImVec2 max() const { return {right(), bottom()}; }
  ImVec2 centre() const { return {x + width / 2, y + height / 2}; }
  bool empty() const { return width <= 0 || height <= 0; }
  bool contains(ImVec2 point) const {
    return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
  }

  /// Smaller by `by_x` left and right, `by_y` above and below; never negative.
  Rect inset(float by_x, float by_y) const {
    return {x + by_x, y + by_y, std::max(0.F, width - 2 * by_x), std::max(0.F, height - 2 * by_y)};
  }
  Rect inset(float by) const { return inset(by, by); }

  Rect intersection(const Rect& other) const {
    const float left = std::max(x, other.x), top = std::max(y, other.y);
    return {left, top, std::max(0.F, std::min(right(), other.right()) - left),
            std::max(0.F, std::min(bottom(), other.bottom()) - top)};
  }

  /// Takes the piece away and returns it; what is not there is not taken.
  Rect cut_top(float piece) {
    piece = std::max(0.F, std::min(piece, height));
    const Rect cut{x, y, width, piece};
    y += piece, height -= piece;
    return cut;
  }
  Rect cut_bottom(float piece) {
    piece = std::max(0.F, std::min(piece, height));
    height -= piece;
    return {x, y + height, width, piece};
  }
  Rect cut_left(float piece) {
    piece = std::max(0.F, std::min(piece, width));
    const Rect cut{x, y, piece, height};
    x += piece, width -= piece;
    return cut;
  }
  Rect cut_right(float piece) {
    piece = std::max(0.F, std::min(piece, width));
    width -= piece;
    return {x + width, y, piece, height};
  }

  friend bool operator==(const Rect&, const Rect&) = default;
};

/// One of the given size in the middle of the other.
inline Rect centred(const Rect& in, float width, float height) {
  return {in.x + (in.width - width) / 2, in.y + (in.height - height) / 2, width, height};
}

}  // namespace campaign_lens::view
