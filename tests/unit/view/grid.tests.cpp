#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "page.h"

namespace campaign_lens::view {
namespace {

app::AppState::View& delivery(Page& page) {
  return page.state.report->views[0];
}

void draw_and_do(Page& page) {
  page.draw();
  page.carry_out(page.commands);
}

void mouse(Page& page, bool down) {
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, down);
  draw_and_do(page);
}

Mirror::Node cell_at(Page& page, std::uint64_t row, std::uint32_t column) {
  const auto found = std::ranges::find_if(page.mirror.nodes(), [&](const Mirror::Node& node) {
    return node.role == Role::cell && node.row == row + 1 && node.column == column + 1;
  });
  REQUIRE(found != page.mirror.nodes().end());
  return *found;
}

void go_to(Page& page, const Mirror::Node& node) {
  page.point_at(node);
  draw_and_do(page);
}

void drag(Page& page, const Mirror::Node& from, const Mirror::Node& to) {
  go_to(page, from);
  mouse(page, true);
  go_to(page, to);
  mouse(page, false);
}

void key(Page& page, ImGuiKey pressed) {
  ImGui::GetIO().AddKeyEvent(pressed, true);
  draw_and_do(page);
  ImGui::GetIO().AddKeyEvent(pressed, false);
  draw_and_do(page);
}

Page& opened(Page& page) {
  open_report(page);
  draw_and_do(page);
  return page;
}

TEST_CASE("A drag over cells selects them, a press one, a press with Shift from there on") {
  Page page;
  opened(page);
  drag(page, cell_at(page, 2, 0), cell_at(page, 4, 1));
  REQUIRE(delivery(page).selection);
  CHECK(*delivery(page).selection == app::CellRange{.from_row = 2, .row = 4, .from_column = 0, .column = 1});
  page.draw();
  CHECK(cell_at(page, 3, 1).selected);
  CHECK_FALSE(cell_at(page, 5, 1).selected);
  CHECK(page.find(Role::status, "1,000 of 1,000 rows")->name.find("3 rows × 2 columns selected") !=
        std::string::npos);

  page.carry_out(page.press(Role::cell, "+96656"));
  CHECK(delivery(page).selection->rows() == 1);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
  go_to(page, cell_at(page, 8, 1));
  mouse(page, true);
  mouse(page, false);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
  CHECK(*delivery(page).selection == app::CellRange{.from_row = 6, .row = 8, .from_column = 0, .column = 1});
}

TEST_CASE("Beneath the last row a press selects nothing") {
  Page page;
  opened(page);
  delivery(page).answer.rows = 3;
  draw_and_do(page);
  Mirror::Node below = cell_at(page, 2, 0);
  below.y += 2 * below.height;
  drag(page, below, below);
  CHECK_FALSE(delivery(page).selection);
}

TEST_CASE("The keyboard begins in the first visible row, and what it reaches is scrolled into sight") {
  Page page;
  opened(page);
  page.carry_out({app::ScrollTo{TableId::delivery, 500, delivery(page).visible_rows}});
  draw_and_do(page);
  key(page, ImGuiKey_DownArrow);
  REQUIRE(delivery(page).selection);
  CHECK(delivery(page).selection->row == 501);
  CHECK(delivery(page).first_visible == 500);
  key(page, ImGuiKey_UpArrow);
  key(page, ImGuiKey_UpArrow);
  CHECK(delivery(page).first_visible == 499);
}

TEST_CASE("What is selected can be copied by Ctrl+C, everything selected by Ctrl+A, and given up by Escape") {
  Page page;
  opened(page);
  page.carry_out(page.press(Role::cell, "+96656"));
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
  ImGui::GetIO().AddKeyEvent(ImGuiKey_C, true);
  page.draw();
  CHECK(only<app::CopySelection>(page.commands) != nullptr);
  ImGui::GetIO().AddKeyEvent(ImGuiKey_C, false);
  page.draw();
  key(page, ImGuiKey_A);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
  page.draw();
  CHECK(delivery(page).selection->rows() == 1000);
  CHECK(delivery(page).selection->columns() == 3);
  key(page, ImGuiKey_Escape);
  CHECK_FALSE(delivery(page).selection);
}

TEST_CASE("Enter shows all fields of the row, which follow the arrows; Escape closes them, and only them") {
  Page page;
  opened(page);
  page.carry_out(page.press(Role::cell, "+96656"));
  key(page, ImGuiKey_Enter);
  CHECK(page.find(Role::group, "Details of row 7") != nullptr);
  CHECK(page.find(Role::text, "Number: +96656") != nullptr);
  CHECK(page.find(Role::text, "Status: Failed") != nullptr);
  key(page, ImGuiKey_DownArrow);
  page.draw();
  CHECK(page.find(Role::text, "Number: +96657") != nullptr);
  page.carry_out(page.press(Role::button, "Previous row"));
  page.draw();
  CHECK(page.find(Role::text, "Number: +96656") != nullptr);
  key(page, ImGuiKey_Escape);
  CHECK(page.find(Role::group, "Details of row") == nullptr);
  CHECK(delivery(page).selection);
}

TEST_CASE("A row is gone to by its number") {
  Page page;
  open_report(page, 10'000'000);
  draw_and_do(page);
  page.carry_out(page.press(Role::button, "Go to row"));
  page.draw();
  const Mirror::Node* field = page.find(Role::search, "Row, 1 to 10,000,000");
  REQUIRE(field != nullptr);
  page.mirror.give_text(field->id, "9,999,999");
  draw_and_do(page);
  const auto go = std::ranges::find(page.mirror.nodes(), "Go", &Mirror::Node::name);
  REQUIRE(go != page.mirror.nodes().end());
  page.mirror.activate(go->id);
  draw_and_do(page);
  REQUIRE(delivery(page).selection);
  CHECK(delivery(page).selection->row == 9'999'998);
  CHECK(delivery(page).first_visible + delivery(page).visible_rows == 10'000'000);
}

TEST_CASE("A column's edge is dragged to another width, which is kept and undone") {
  Page page;
  opened(page);
  const Mirror::Node title = *page.find(Role::column_header, "Status");
  const float before = cell_at(page, 0, 1).width;
  const float edge = cell_at(page, 0, 1).x + before;
  ImGui::GetIO().AddMousePosEvent(edge, title.y + title.height / 2);
  draw_and_do(page);
  mouse(page, true);
  ImGui::GetIO().AddMousePosEvent(edge + 30, title.y + title.height / 2);
  draw_and_do(page);
  ImGui::GetIO().AddMousePosEvent(edge + 60, title.y + title.height / 2);
  draw_and_do(page);
  mouse(page, false);
  page.draw();
  CHECK(std::abs(cell_at(page, 0, 1).width - (before + 60)) < 1);  // the mouse moves by whole pixels
  CHECK(delivery(page).wanted.sort.empty());
  page.carry_out({app::Undo{}});
  page.draw();
  CHECK(cell_at(page, 0, 1).width == before);
}

TEST_CASE("An id has room for all of it where there is any; where there is none it gives way first") {
  const auto width = [](float room, float chosen) {
    Page page(room, 800);
    open_report(page);
    ColumnInfo& id = page.state.report->summary.columns[0][2];
    id.role = campaign_lens::Role::message_id, id.type = Type::text;
    messages::WindowAnswer& window = delivery(page).window;
    for (std::size_t row = 0; row < window.rows; ++row)
      window.cells[row * 3 + 2] = {Kind::text, "130b3e72-a737-450c-8d83-a0dfbc3aa776"};
    if (chosen > 0) page.carry_out({app::SetColumnWidth{TableId::delivery, 2, chosen}});
    draw_and_do(page);
    draw_and_do(page);
    return page.find(Role::column_header, "price")->width;
  };
  const float whole = width(1280, 0);
  CHECK(whole > 230);
  CHECK(width(480, 0) < 200);
  CHECK(width(480, whole) > 230);
}

TEST_CASE("A title is dragged to another place; the column moves and is not sorted") {
  Page page;
  opened(page);
  Mirror::Node from = *page.find(Role::column_header, "price"),
               to = *page.find(Role::column_header, "Number");
  to.width = 4;
  drag(page, from, to);
  draw_and_do(page);
  draw_and_do(page);
  CHECK(page.find(Role::column_header, "price")->column == 1);
  CHECK(page.find(Role::column_header, "Number")->column == 2);
  CHECK(delivery(page).wanted.sort.empty());
}

TEST_CASE("With Shift a title sorts by a further column, and each says its rank") {
  Page page;
  opened(page);
  page.carry_out(page.press(Role::column_header, "Status"));
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
  page.carry_out(page.press(Role::column_header, "price"));
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
  page.draw();
  CHECK(delivery(page).wanted.sort == std::vector<SortKey>{{1, false}, {2, false}});
  CHECK(page.find(Role::column_header, "Status, sort key 1") != nullptr);
  CHECK(page.find(Role::column_header, "price, sort key 2") != nullptr);
}

TEST_CASE("A pinned column stays where it is when the others are scrolled sideways") {
  Page page(700, 800);
  opened(page);
  page.carry_out(
      {app::SetColumnWidth{TableId::delivery, 0, 200}, app::SetColumnWidth{TableId::delivery, 1, 400},
       app::SetColumnWidth{TableId::delivery, 2, 400}, app::PinColumn{TableId::delivery, 0, true}});
  draw_and_do(page);
  const Mirror::Node pinned = cell_at(page, 0, 0), loose = cell_at(page, 0, 1);
  go_to(page, loose);
  ImGui::GetIO().AddMouseWheelEvent(-3, 0);
  draw_and_do(page);
  page.draw();
  CHECK(cell_at(page, 0, 0).x == pinned.x);
  CHECK(cell_at(page, 0, 1).x >= pinned.x + pinned.width - 1);
  CHECK(cell_at(page, 0, 1).width < loose.width);
}

}  // namespace
}  // namespace campaign_lens::view
