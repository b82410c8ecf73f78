#include <catch2/catch_test_macros.hpp>

#include "page.h"

namespace campaign_lens::view {
namespace {

using ColumnRole = ::campaign_lens::Role;

// The tab is shown, on a page so high that nothing has to be scrolled to.
struct ReadingPage : Page {
  explicit ReadingPage(float width = 1280, float height = 1600) : Page(width, height) {
    open_report(*this);
    state.report->tab = app::Tab::reading;
    draw();
  }
  messages::ReportSummary& summary() { return state.report->summary; }
};

bool says(const Page& page, Role role, std::string_view name) {
  return page.find(role, name) != nullptr;
}

TEST_CASE("The tab says what was read, and leads there") {
  Page page;
  open_report(page);
  const app::Commands commands = page.press(Role::tab, "How this file was read");
  REQUIRE(only<app::ShowTab>(commands) != nullptr);
  CHECK(only<app::ShowTab>(commands)->tab == app::Tab::reading);
  page.carry_out(commands);
  page.state.report->summary.file_bytes = 12'000;
  page.draw();
  CHECK(says(page, Role::text, "File: report.json, 12.0 kB, Read in 12 ms"));
  CHECK(says(page, Role::text, "Delivery report: 1,000 rows, 3 columns"));
  CHECK(says(page, Role::text, "uLink clicks: 50 rows, 1 column"));
  CHECK(says(page, Role::text, "Time zone: Stated by the campaign, Every time has an offset"));
  CHECK_FALSE(says(page, Role::grid, "Delivery report"));
}

TEST_CASE("How the zone was found is said") {
  ReadingPage page;
  page.summary().naive_times = 1;
  page.summary().stated_zone.clear();
  page.summary().zone = "UTC";
  page.draw();
  CHECK(says(page, Role::text, "Time zone: None stated: read as UTC, 1 time has no offset"));
  page.summary().stated_zone = "Mars/Base";
  page.draw();
  CHECK(says(page, Role::text, "Time zone: “Mars/Base” is not known: read as UTC"));
  page.state.report->corrections.zone = "Asia/Dubai";
  page.draw();
  CHECK(says(page, Role::text, "Time zone: Chosen by you"));
}

TEST_CASE("Any zone that the browser knows is found by a part of its name, as one types it") {
  ReadingPage page;
  page.state.zone_names = {"America/New_York", "Asia/Riyadh", "Asia/Ho_Chi_Minh", "Pacific/Auckland"};
  page.press(Role::button, "Time zone: Asia/Riyadh");
  page.draw();
  page.draw();
  const auto search = [&](const char* text) {
    page.mirror.give_text(page.find(Role::search, "Search time zones")->id, text);
    page.draw();
    page.draw();
  };
  CHECK(says(page, Role::button, "As stated: Asia/Riyadh"));
  search("chi min");
  CHECK_FALSE(says(page, Role::button, "As stated"));
  CHECK_FALSE(says(page, Role::button, "Asia/Riyadh"));
  const app::Commands commands = page.press(Role::button, "Asia/Ho_Chi_Minh");
  REQUIRE(only<app::SetZone>(commands) != nullptr);
  CHECK(only<app::SetZone>(commands)->zone == "Asia/Ho_Chi_Minh");
  page.carry_out(commands);
  page.press(Role::button, "Time zone: Asia/Ho_Chi_Minh");
  page.draw();
  page.draw();
  search("AUCK");
  page.mirror.give_keyboard(page.find(Role::search, "Search time zones")->id);
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Enter, true);
  page.draw();
  REQUIRE(only<app::SetZone>(page.commands) != nullptr);
  CHECK(only<app::SetZone>(page.commands)->zone == "Pacific/Auckland");
}

TEST_CASE("A zone that nobody knows is said to be none") {
  ReadingPage page;
  page.press(Role::button, "Time zone: Asia/Riyadh");
  page.draw();
  page.draw();
  page.mirror.give_text(page.find(Role::search, "Search time zones")->id, "mars");
  page.draw();
  page.draw();
  CHECK(says(page, Role::text, "No zone is called so"));
}

TEST_CASE("The zone is chosen from a list, which ends with a choice") {
  ReadingPage page;
  CHECK(page.press(Role::button, "Zone of times without an offset: Asia/Riyadh").empty());
  page.draw();
  CHECK(page.find(Role::button, "As stated: Asia/Riyadh")->pressed);
  const app::Commands commands = page.press(Role::button, "Asia/Dubai");
  REQUIRE(only<app::SetZone>(commands) != nullptr);
  CHECK(only<app::SetZone>(commands)->zone == "Asia/Dubai");
  page.carry_out(commands);
  page.draw();
  CHECK_FALSE(says(page, Role::button, "As stated"));
  page.press(Role::button, "Zone of times without an offset: Asia/Dubai");
  page.draw();
  CHECK(only<app::SetZone>(page.press(Role::button, "As stated"))->zone.empty());
}

TEST_CASE("Each column says what it is read as, its type, how much is filled, an example") {
  ReadingPage page;
  CHECK(says(page, Role::grid, "Columns of the delivery report"));
  CHECK(says(page, Role::grid, "Columns of the uLink clicks"));
  CHECK(says(page, Role::cell, "price"));
  CHECK(says(page, Role::button, "Read price as: Just a column"));
  CHECK(says(page, Role::cell, "Decimal"));
  CHECK(says(page, Role::cell, "250, 25.0%"));
  CHECK(says(page, Role::cell, "+966500000001"));
}

TEST_CASE("A column's role is chosen from those of its table, and by whom they are taken is said") {
  ReadingPage page;
  page.press(Role::button, "Read price as:");
  page.draw();
  CHECK(says(page, Role::button, "Number, taken: number"));
  CHECK(says(page, Role::button, "Failed reason"));
  CHECK_FALSE(says(page, Role::button, "Device"));
  CHECK(page.find(Role::button, "Just a column")->pressed);
  const app::Commands commands = page.press(Role::button, "Failed reason");
  REQUIRE(only<app::SetRole>(commands) != nullptr);
  CHECK(only<app::SetRole>(commands)->table == TableId::delivery);
  CHECK(only<app::SetRole>(commands)->column == "price");
  CHECK(only<app::SetRole>(commands)->role == ColumnRole::reason);
}

TEST_CASE(
    "In a low window a list covers neither the tabs nor its control, and the rest of a long one is scrolled "
    "to") {
  ReadingPage page(1280, 500);
  page.point_at(*page.find(Role::text, "File: "));
  ImGui::GetIO().AddMouseWheelEvent(0, -3);
  page.draw();
  page.draw();
  const Mirror::Node tab = *page.find(Role::tab, "How this file was read");
  page.press(Role::button, "Read price as:");
  page.draw();
  const Mirror::Node control = *page.find(Role::button, "Read price as:");
  const Mirror::Node first = *page.find(Role::button, "Number"),
                     last = *page.find(Role::button, "Just a column");
  CHECK(first.y >= tab.y + tab.height);
  CHECK(last.y + last.height <= 500);
  CHECK(first.x >= control.x + control.width);

  ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, true);
  page.draw();
  page.draw();
  page.point_at(*page.find(Role::button, "Read price as:"));
  ImGui::GetIO().AddMouseWheelEvent(0, 100);
  page.draw();
  page.draw();
  page.press(Role::button, "Zone of times without an offset");
  page.draw();
  CHECK(page.find(Role::button, "As stated: Asia/Riyadh")->y >= tab.y + tab.height);
  CHECK_FALSE(says(page, Role::button, "Asia/Kolkata"));
  page.point_at(*page.find(Role::button, "As stated: Asia/Riyadh"));
  ImGui::GetIO().AddMouseWheelEvent(0, -100);
  page.draw();
  page.draw();
  CHECK(says(page, Role::button, "Asia/Kolkata"));
}

TEST_CASE("A corrected column has a way back, and all corrections have one") {
  ReadingPage page;
  CHECK_FALSE(says(page, Role::button, "Undo all corrections"));
  page.carry_out({app::SetRole{TableId::delivery, "price", ColumnRole::reason}});
  page.draw();
  const app::Commands commands = page.press(Role::button, "Read price as it was found");
  REQUIRE(only<app::SetRole>(commands) != nullptr);
  CHECK_FALSE(only<app::SetRole>(commands)->role);
  CHECK(only<app::UndoCorrections>(page.press(Role::button, "Undo all corrections")) != nullptr);
  page.carry_out(commands);
  page.draw();
  CHECK_FALSE(says(page, Role::button, "Read price as it was found"));
}

TEST_CASE("A status that is not recognised is given a meaning") {
  ReadingPage page;
  CHECK_FALSE(says(page, Role::heading, "Statuses not recognised"));
  page.summary().unknown_statuses = {{"Zugestellt", 7, StatusFamily::unrecognised},
                                     {"تم", 1, StatusFamily::success}};
  page.draw();
  CHECK(says(page, Role::heading, "Statuses not recognised"));
  CHECK(says(page, Role::text, "Zugestellt: 7 rows"));
  CHECK(says(page, Role::button, "“تم” means: Success"));
  page.press(Role::button, "“Zugestellt” means: Not recognised");
  page.draw();
  const app::Commands commands = page.press(Role::button, "Submitted, still queued");
  REQUIRE(only<app::SetStatusMeaning>(commands) != nullptr);
  CHECK(only<app::SetStatusMeaning>(commands)->status == "Zugestellt");
  CHECK(only<app::SetStatusMeaning>(commands)->family == StatusFamily::queued);
}

TEST_CASE("A warning lists its places, of which each can be copied") {
  ReadingPage page;
  CHECK(says(page, Role::text, "A record has no number (3 times)"));
  const app::Commands commands = page.press(Role::button, "Copy: Line 1,400, byte 56,789");
  REQUIRE(only<app::CopyText>(commands) != nullptr);
  CHECK(only<app::CopyText>(commands)->text == "line 1400, byte 56789");
}

TEST_CASE("A place says what is wrong there, shown and copied") {
  ReadingPage page;
  page.summary().warnings[0].places[1].detail = "Expected a comma or “}”.";
  const app::Commands commands =
      page.press(Role::button, "Copy: Line 13, byte 400: Expected a comma or “}”.");
  REQUIRE(only<app::CopyText>(commands) != nullptr);
  CHECK(only<app::CopyText>(commands)->text == "line 13, byte 400: Expected a comma or “}”.");
  const Mirror::Node* described = page.find(Role::button, "Copy: Line 13");
  const Mirror::Node* next = page.find(Role::button, "Copy: Line 1,400");
  CHECK(described->height > next->height);
  CHECK(described->y + described->height <= next->y);
}

TEST_CASE("Of several files a place says which one it is in, shown and copied") {
  ReadingPage page;
  page.summary().files = {"a.json", "b.json"};
  page.summary().warnings[0].places[2].place.file = 1;
  page.draw();
  CHECK(says(page, Role::button, "Copy: Line 12, byte 345, a.json"));
  const app::Commands commands = page.press(Role::button, "Copy: Line 1,400, byte 56,789, b.json");
  REQUIRE(only<app::CopyText>(commands) != nullptr);
  CHECK(only<app::CopyText>(commands)->text == "b.json, line 1400, byte 56789");
}

TEST_CASE("What is wrong at a place, cut for want of room, is told whole beside it") {
  ReadingPage page;
  page.summary().files = {std::string(100, 'a') + ".json"};
  page.summary().warnings[0].places[0].detail = std::string(300, 'x') + " and so on";
  page.draw();
  page.point_at(*page.find(Role::button, "Copy: Line 12"));
  page.draw();
  page.now_s += 1;
  page.draw();
  const Mirror::Node* tooltip = page.find(Role::tooltip, page.summary().files[0] + ": xxx");
  REQUIRE(tooltip != nullptr);
  CHECK(tooltip->name.ends_with("and so on"));
}

TEST_CASE("Of many places the first few are shown, and all there are on demand") {
  ReadingPage page;
  Warning& warning = page.summary().warnings[0];
  warning.count = 5000;
  warning.places.resize(20, {{77, 777}});
  warning.places.push_back({{99, 999}});
  page.draw();
  CHECK_FALSE(says(page, Role::button, "Copy: Line 99"));
  CHECK(page.press(Role::button, "and 4,997 more").empty());
  page.draw();
  CHECK(says(page, Role::button, "Copy: Line 99"));
  CHECK(page.press(Role::button, "Show fewer of the first 21").empty());
  page.draw();
  CHECK_FALSE(says(page, Role::button, "Copy: Line 99"));
}

TEST_CASE("What does not fit on the page is scrolled to, with the wheel and with keys") {
  ReadingPage page(1280, 600);
  CHECK_FALSE(says(page, Role::grid, "Columns of the uLink clicks"));
  page.point_at(*page.find(Role::heading, "Columns of the delivery report"));
  page.draw();
  ImGui::GetIO().AddMouseWheelEvent(0, -100);
  page.draw();
  page.draw();
  CHECK(says(page, Role::grid, "Columns of the uLink clicks"));
  page.press(Role::cell, "Riyadh, SA");
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Home, true);
  page.draw();
  page.draw();
  CHECK(says(page, Role::text, "File: report.json"));
}

TEST_CASE("A narrow page says the same in two lines a column") {
  ReadingPage page(390, 2400);
  CHECK(says(page, Role::button, "Read price as: Just a column"));
  CHECK(says(page, Role::cell, "Decimal  ·  25.0% filled  ·  0.05"));
}

TEST_CASE("A column whose contents were not told is shown without") {
  ReadingPage page;
  page.summary().contents[0].clear();
  page.draw();
  CHECK(says(page, Role::cell, "0, 0.0%"));
}

}  // namespace
}  // namespace campaign_lens::view
