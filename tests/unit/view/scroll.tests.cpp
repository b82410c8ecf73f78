// Scrolling as it is felt: by wheel, touchpad and finger, with and without motion.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cmath>

#include "page.h"
#include "view/theme.h"

namespace campaign_lens::view {
namespace {

constexpr float kRow = height::row;

app::AppState::View& delivery(Page& page) {
  return page.state.report->views[0];
}

// How far the grid is scrolled.
float px(Page& page) {
  return static_cast<float>(delivery(page).first_visible) * kRow + delivery(page).top_px;
}

bool draw_and_do(Page& page) {
  const bool moving = page.draw();
  page.carry_out(page.commands);
  return moving;
}

struct MovingPage : Page {
  explicit MovingPage(std::uint64_t rows = 10'000'000) {
    open_report(*this, rows);
    state.environment.reduced_motion = false;
    draw_and_do(*this);
    point_at(*find(Role::cell, "+96655"));
    draw_and_do(*this);
  }
};

void turn(Page& page, float notches) {
  ImGui::GetIO().AddMouseWheelEvent(0, -notches);
  draw_and_do(page);
}

int draw_until_still(Page& page) {
  int frames = 0;
  while (draw_and_do(page) && frames < 1000)
    ++frames;
  return frames;
}

class Finger {
 public:
  explicit Finger(Page& page) : page_(page) {
    ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  }
  void down(float x, float y) {
    ImGui::GetIO().AddMousePosEvent(x, y);
    draw_and_do(page_);
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    draw_and_do(page_);
    x_ = x, y_ = y;
  }
  void move(float x, float y) {
    ImGui::GetIO().AddMousePosEvent(x_ += x, y_ += y);
    draw_and_do(page_);
  }
  // Down, up the screen by `steps` of `px`, and still there.
  void swipe(int steps, float px) {
    down(200, 600);
    for (int i = 0; i < steps; ++i)
      move(0, -px);
  }
  void up() {
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    draw_and_do(page_);
  }

 private:
  Page& page_;
  float x_ = 0, y_ = 0;
};

TEST_CASE("A notch begins to move in its frame, glides, and ends on a whole row") {
  MovingPage page;
  turn(page, 1);
  CHECK(px(page) > 0);
  CHECK(px(page) < 3 * kRow);
  float before = px(page);
  const int frames = [&] {
    int many = 0;
    while (draw_and_do(page)) {
      CHECK(px(page) >= before);
      before = px(page);
      ++many;
    }
    return many;
  }();
  CHECK(px(page) == 3 * kRow);
  CHECK(frames > 3);
  CHECK(frames < 30);
}

TEST_CASE("Notches during a glide add up, and back again is where it began") {
  MovingPage page;
  turn(page, 1);
  turn(page, 1);
  turn(page, 2);
  draw_until_still(page);
  CHECK(px(page) == 12 * kRow);
  turn(page, -4);
  draw_until_still(page);
  CHECK(px(page) == 0);
}

TEST_CASE("Under reduced motion a notch is over at once") {
  MovingPage page;
  page.state.environment.reduced_motion = true;
  turn(page, 2);
  CHECK(px(page) == 6 * kRow);
  CHECK_FALSE(page.draw());
}

TEST_CASE("A touchpad moves pixels, and the next notch of a wheel brings whole rows again") {
  MovingPage page;
  for (int i = 0; i < 10; ++i)
    turn(page, 0.07F);
  CHECK(std::abs(px(page) - 70) < 0.1F);
  CHECK_FALSE(page.draw());
  page.now_s += 1;
  turn(page, 1);
  draw_until_still(page);
  CHECK(px(page) == 5 * kRow);  // from within row 2
  turn(page, 0.1F);
  page.now_s += 1;
  turn(page, -1);
  draw_until_still(page);
  CHECK(px(page) == 3 * kRow);  // the top of row 5 is the first step up
}

TEST_CASE("A fast swipe of a touchpad is pixels, too") {
  MovingPage page;
  turn(page, 0.2F);
  turn(page, 1.5F);
  CHECK(std::abs(px(page) - 170) < 0.1F);
}

TEST_CASE("Rows follow the finger by the pixel, go on when it leaves, slower and slower, and stop") {
  MovingPage page;
  Finger finger(page);
  finger.swipe(10, 20);
  CHECK(std::abs(px(page) - 200) < 0.1F);
  const float left = px(page);
  finger.up();
  float before = px(page), step = 1e9F;
  CHECK(before > left);
  while (draw_and_do(page)) {
    CHECK(px(page) - before <= step + 0.01F);
    step = px(page) - before;
    before = px(page);
  }
  CHECK(px(page) > left + 100);
  CHECK(px(page) < left + 1000);
  CHECK_FALSE(delivery(page).selection);
}

TEST_CASE("A finger that rests before it leaves, or a person who wants no motion, leaves nothing moving") {
  MovingPage page;
  page.state.environment.reduced_motion = GENERATE(false, true);
  Finger finger(page);
  finger.swipe(10, 20);
  if (!page.state.environment.reduced_motion) page.now_s += 0.2;
  finger.up();
  draw_until_still(page);
  CHECK(std::abs(px(page) - 200) < 0.1F);
}

TEST_CASE("A finger stops what still moves and presses nothing by that; the next touch chooses a cell") {
  MovingPage page;
  Finger finger(page);
  finger.swipe(10, 20);
  finger.up();
  draw_and_do(page);
  finger.down(200, 500);
  const float caught = px(page);
  finger.up();
  CHECK_FALSE(draw_and_do(page));
  CHECK(px(page) == caught);
  CHECK_FALSE(delivery(page).selection);
  finger.down(200, 500);
  finger.up();
  CHECK(delivery(page).selection);
}

TEST_CASE("What coasts stops at the last row, and no frame is asked for") {
  MovingPage page(40);
  Finger finger(page);
  finger.swipe(4, 100);
  finger.up();
  CHECK(draw_until_still(page) < 20);
  CHECK(delivery(page).first_visible + delivery(page).visible_rows == 40);
}

TEST_CASE("Other rows begin at the top of the first, and nothing goes on moving") {
  MovingPage page;
  turn(page, 0.2F);
  CHECK(px(page) > 0);
  page.now_s += 1;
  turn(page, 3);
  page.carry_out({app::SetSearch{TableId::delivery, "x"}});
  CHECK(px(page) == 0);
  draw_until_still(page);
  CHECK(px(page) == 0);
}

TEST_CASE("A finger that drags over a control scrolls and does not press it") {
  Page page(390, 600);
  open_report(page);
  page.carry_out({app::OpenExport{}});
  draw_and_do(page);
  draw_and_do(page);
  const Mirror::Node* node = page.find(Role::checkbox, "");
  REQUIRE(node != nullptr);
  const auto before = page.state.export_choice;
  Finger finger(page);
  finger.down(node->x + node->width / 2, node->y + node->height / 2);
  for (int i = 0; i < 4; ++i)
    finger.move(0, -1);
  finger.move(0, -20);
  finger.move(0, 20);
  finger.up();
  CHECK(page.state.export_choice == before);
}

TEST_CASE("A finger that stays on a card sees what it is, and does not press it") {
  MovingPage page;
  Finger finger(page);
  const Mirror::Node card = *page.find(Role::button, "Failed");
  finger.down(card.x + card.width / 2, card.y + card.height / 2);
  for (int i = 0; i < 40; ++i)
    draw_and_do(page);
  CHECK(page.find(Role::tooltip, "Failed") != nullptr);
  finger.up();
  CHECK(delivery(page).wanted.statuses.empty());
  finger.down(card.x + card.width / 2, card.y + card.height / 2);
  finger.up();
  CHECK_FALSE(delivery(page).wanted.statuses.empty());
}

TEST_CASE("A drag that selects goes on past the edge, and takes the rows there with it") {
  MovingPage page;
  const Mirror::Node grid = *page.find(Role::grid, "");
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  draw_and_do(page);
  ImGui::GetIO().AddMousePosEvent(grid.x + 200, grid.y + grid.height + 40);
  for (int i = 0; i < 60; ++i)
    CHECK(draw_and_do(page));
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  draw_and_do(page);
  REQUIRE(delivery(page).selection);
  CHECK(delivery(page).first_visible > 10);
  CHECK(delivery(page).selection->rows() > delivery(page).first_visible);
  CHECK_FALSE(draw_and_do(page));
}

}  // namespace
}  // namespace campaign_lens::view
