#include "view/icons.h"

#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace campaign_lens::view {
namespace {

constexpr float kStroke = 1.5F;

// Strokes in the icon's own coordinates, from -8 to 8.
class Pen {
 public:
  Pen(ImDrawList& list, ImVec2 centre, ImU32 colour, float scale)
      : list_(list), centre_(centre), colour_(colour), scale_(scale) {}

  void line(std::initializer_list<ImVec2> points, bool closed = false) {
    for (const ImVec2 point : points)
      list_.PathLineTo(at(point));
    list_.PathStroke(colour_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, kStroke * scale_);
  }
  void circle(ImVec2 middle, float radius) {
    list_.AddCircle(at(middle), radius * scale_, colour_, 0, kStroke * scale_);
  }
  void disc(ImVec2 middle, float radius) { list_.AddCircleFilled(at(middle), radius * scale_, colour_); }
  void arc(ImVec2 middle, float radius, float from, float to) {
    list_.PathArcTo(at(middle), radius * scale_, from, to);
    list_.PathStroke(colour_, ImDrawFlags_None, kStroke * scale_);
  }
  void box(ImVec2 min, ImVec2 max, float rounding) {
    list_.AddRect(at(min), at(max), colour_, rounding * scale_, ImDrawFlags_None, kStroke * scale_);
  }

 private:
  ImVec2 at(ImVec2 point) const { return {centre_.x + point.x * scale_, centre_.y + point.y * scale_}; }

  ImDrawList& list_;
  ImVec2 centre_;
  ImU32 colour_;
  float scale_;
};

void draw_sun(Pen& pen) {
  pen.circle({0, 0}, 3);
  for (int ray = 0; ray < 8; ++ray) {
    const float angle = static_cast<float>(ray) * std::numbers::pi_v<float> / 4;
    const ImVec2 way(std::cos(angle), std::sin(angle));
    pen.line({{way.x * 5.2F, way.y * 5.2F}, {way.x * 6.8F, way.y * 6.8F}});
  }
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, ImU32 colour, float scale) {
  constexpr float kPi = std::numbers::pi_v<float>;
  Pen pen(list, centre, colour, scale);
  switch (icon) {
    case Icon::none:
      break;
    case Icon::search:
      pen.circle({-1, -1}, 4.5F);
      pen.line({{2.4F, 2.4F}, {6, 6}});
      break;
    case Icon::close:
      pen.line({{-3.5F, -3.5F}, {3.5F, 3.5F}});
      pen.line({{3.5F, -3.5F}, {-3.5F, 3.5F}});
      break;
    case Icon::check:
      pen.line({{-4, 0.5F}, {-1.2F, 3.2F}, {4, -3}});
      break;
    case Icon::down:
      pen.line({{-3.5F, -1.5F}, {0, 2}, {3.5F, -1.5F}});
      break;
    case Icon::up:
      pen.line({{-3.5F, 1.5F}, {0, -2}, {3.5F, 1.5F}});
      break;
    case Icon::sun:
      draw_sun(pen);
      break;
    case Icon::moon:
      pen.arc({0, 0}, 5.5F, 0.05F * kPi, 1.45F * kPi);
      pen.arc({2.6F, -2.6F}, 4.2F, 0.32F * kPi, 1.18F * kPi);
      break;
    case Icon::download:
      pen.line({{0, -6}, {0, 2.5F}});
      pen.line({{-3.5F, -1}, {0, 2.5F}, {3.5F, -1}});
      pen.line({{-6, 3}, {-6, 6}, {6, 6}, {6, 3}});
      break;
    case Icon::file:
      pen.line({{1, -7}, {-5, -7}, {-5, 7}, {5, 7}, {5, -3}, {1, -7}, {1, -3}, {5, -3}});
      break;
    case Icon::warning:
      pen.line({{0, -6}, {6.5F, 5.5F}, {-6.5F, 5.5F}}, true);
      pen.line({{0, -2}, {0, 1.8F}});
      pen.disc({0, 3.6F}, 0.9F);
      break;
    case Icon::lock:
      pen.box({-4.5F, -0.5F}, {4.5F, 6.5F}, 1.5F);
      pen.arc({0, -1.5F}, 2.8F, kPi, 2 * kPi);
      pen.line({{-2.8F, -1.5F}, {-2.8F, -0.5F}});
      pen.line({{2.8F, -1.5F}, {2.8F, -0.5F}});
      break;
    case Icon::filter:
      pen.line({{-6, -4}, {6, -4}});
      pen.line({{-3.8F, 0}, {3.8F, 0}});
      pen.line({{-1.6F, 4}, {1.6F, 4}});
      break;
    case Icon::undo:
      pen.line({{-3, -6}, {-6, -3}, {-3, 0}});
      pen.line({{-6, -3}, {1.5F, -3}});
      pen.arc({1.5F, 1}, 4, -0.5F * kPi, 0.5F * kPi);
      pen.line({{1.5F, 5}, {-2.5F, 5}});
      break;
    case Icon::redo:
      pen.line({{3, -6}, {6, -3}, {3, 0}});
      pen.line({{6, -3}, {-1.5F, -3}});
      pen.arc({-1.5F, 1}, 4, 0.5F * kPi, 1.5F * kPi);
      pen.line({{-1.5F, 5}, {2.5F, 5}});
      break;
    case Icon::columns:
      pen.box({-6, -5.5F}, {6, 5.5F}, 1.5F);
      pen.line({{-2, -5.5F}, {-2, 5.5F}});
      pen.line({{2, -5.5F}, {2, 5.5F}});
      break;
    case Icon::pin:
      pen.line({{-3, -6}, {3, -6}});
      pen.line({{-2, -6}, {-2, -1}, {-4, 2}, {4, 2}, {2, -1}, {2, -6}});
      pen.line({{0, 2}, {0, 6.5F}});
      break;
    case Icon::hidden:
      pen.arc({0, 3.5F}, 7, 1.2F * kPi, 1.8F * kPi);
      pen.arc({0, -3.5F}, 7, 0.2F * kPi, 0.8F * kPi);
      pen.circle({0, 0}, 1.6F);
      pen.line({{-5, 5.5F}, {5, -5.5F}});
      break;
    case Icon::width:
      pen.line({{-6.5F, -5}, {-6.5F, 5}});
      pen.line({{6.5F, -5}, {6.5F, 5}});
      pen.line({{-4, 0}, {4, 0}});
      pen.line({{-2, -2}, {-4, 0}, {-2, 2}});
      pen.line({{2, -2}, {4, 0}, {2, 2}});
      break;
    case Icon::help:
      pen.arc({0, -2.6F}, 2.8F, kPi, 2.35F * kPi);
      pen.line({{1.9F, -0.6F}, {0, 1}, {0, 2.4F}});
      pen.disc({0, 5}, 0.9F);
      break;
    case Icon::ascending:
      pen.line({{0, 6}, {0, -5.5F}});
      pen.line({{-3.5F, -2}, {0, -5.5F}, {3.5F, -2}});
      break;
    case Icon::descending:
      pen.line({{0, -6}, {0, 5.5F}});
      pen.line({{-3.5F, 2}, {0, 5.5F}, {3.5F, 2}});
      break;
    case Icon::go_to:
      pen.line({{-6, -5}, {6, -5}});
      pen.line({{-6, 5}, {6, 5}});
      pen.line({{-6, 0}, {3, 0}});
      pen.line({{0.5F, -2.5F}, {3, 0}, {0.5F, 2.5F}});
      break;
    case Icon::clock:
      pen.circle({0, 0}, 6);
      pen.line({{0, -3.2F}, {0, 0}, {2.4F, 1.6F}});
      break;
    case Icon::more:
      pen.disc({-5, 0}, 1.4F);
      pen.disc({0, 0}, 1.4F);
      pen.disc({5, 0}, 1.4F);
      break;
    case Icon::review:
      pen.circle({0, 0}, 6);
      pen.disc({0, -2.9F}, 0.9F);
      pen.line({{0, -0.4F}, {0, 3.4F}});
      break;
    case Icon::copy:
      pen.box({-2.5F, -2.5F}, {6, 6}, 1.5F);
      pen.line({{-4.5F, 2.5F}, {-6, 2.5F}, {-6, -6}, {2.5F, -6}, {2.5F, -4.5F}});
      break;
  }
}

void draw_logo(ImDrawList& list, ImVec2 centre, float size, ImU32 ink, ImU32 paper) {
  const float unit = size / 32;
  const ImVec2 min(centre.x - size / 2, centre.y - size / 2), max(centre.x + size / 2, centre.y + size / 2);
  list.AddRectFilled(min, max, ink, 8 * unit);
  const ImVec2 lens(min.x + 14 * unit, min.y + 14 * unit);
  list.AddCircle(lens, 7.5F * unit, paper, 0, 2 * unit);
  list.AddLine({lens.x + 5.6F * unit, lens.y + 5.6F * unit}, {min.x + 25 * unit, min.y + 25 * unit}, paper,
               2.4F * unit);
  const std::array<float, 3> lengths = {4, 6, 3};
  for (int row = 0; row < 3; ++row) {
    const float y = lens.y + static_cast<float>(row - 1) * 3 * unit;
    const float length = lengths[static_cast<std::size_t>(row)] * unit;
    list.AddLine({lens.x - 3 * unit, y}, {lens.x - 3 * unit + length, y}, paper, 1.4F * unit);
  }
}

}  // namespace campaign_lens::view
