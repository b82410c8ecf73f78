#include "view/view.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "page.h"

namespace campaign_lens::view {
namespace {

TEST_CASE("The landing offers a file and a sample and says that nothing leaves the page") {
  Page page;
  CHECK(only<app::ChooseFiles>(page.press(Role::button, "Choose a file")) != nullptr);
  CHECK(only<app::OpenSample>(page.press(Role::button, "Try a sample")) != nullptr);
  CHECK(page.find(Role::text, "Nothing leaves this page") != nullptr);
  CHECK(page.find(Role::heading, "Campaign Lens") != nullptr);
}

TEST_CASE("While the first report is read the page says how far, and can stop it") {
  Page page;
  page.state.opening.emplace(app::AppState::Opening{{"a.json", 1000}, {250, 10, 2, 1000}});
  page.draw();
  const Mirror::Node* progress = page.find(Role::progress, "Reading the report a.json");
  REQUIRE(progress != nullptr);
  CHECK(progress->value == "25");
  CHECK(only<app::CancelOpen>(page.press(Role::button, "Cancel")) != nullptr);
}

TEST_CASE("A count card says its count and share, and filters") {
  Page page;
  open_report(page);
  const app::Commands commands = page.press(Role::button, "Failed 100 10.0% of total");
  REQUIRE(only<app::FilterByCount>(commands) != nullptr);
  CHECK(only<app::FilterByCount>(commands)->count == CountId::failed);
  page.carry_out(commands);
  page.draw();
  CHECK(page.find(Role::button, "Failed 100")->pressed);
}

TEST_CASE("Unrecognised is a card only when there are any") {
  Page page;
  open_report(page);
  page.draw();
  CHECK(page.find(Role::button, "Unrecognised") == nullptr);
  page.state.report->summary.counts[CountId::unrecognised] = 3;
  page.draw();
  CHECK(page.find(Role::button, "Unrecognised 3") != nullptr);
}

TEST_CASE("A card tells its definition once the mouse has rested on it") {
  Page page;
  open_report(page);
  page.draw();
  page.point_at(*page.find(Role::button, "Failed"));
  CHECK(page.draw());  // waits for the tooltip
  CHECK(page.find(Role::tooltip, "Failed") == nullptr);
  page.now_s += 1;
  CHECK_FALSE(page.draw());
  CHECK(page.find(Role::tooltip, "Failed: ") != nullptr);
}

TEST_CASE("The header begins an export, opens another file and turns the lights off") {
  Page page;
  open_report(page);
  CHECK(only<app::OpenExport>(page.press(Role::button, "Export")) != nullptr);
  CHECK(page.find(Role::button, "Export")->value == "1,000 rows");
  CHECK(only<app::ChooseFiles>(page.press(Role::button, "Open")) != nullptr);
  const app::Commands commands = page.press(Role::button, "Dark theme");
  REQUIRE(only<app::SetTheme>(commands) != nullptr);
  CHECK(only<app::SetTheme>(commands)->theme == messages::ThemeChoice::dark);
}

TEST_CASE(
    "A fact that the header has no room for makes room for others; where there is none, one shows its "
    "value") {
  Page page(900, 800);
  open_report(page);
  page.state.report->summary.facts = {{"Campaign id", std::string(150, '7')}, {"Type", "flow"}};
  page.draw();
  CHECK(page.find(Role::text, "Campaign id: 7") == nullptr);
  CHECK(page.find(Role::text, "Type: flow") != nullptr);
  page.state.report->summary.facts.pop_back();
  page.draw();
  CHECK(page.find(Role::text, "Campaign id: 7") != nullptr);
}

TEST_CASE("While a workbook is written there is no second export, and the first can be stopped") {
  Page page;
  open_report(page);
  page.state.exporting.emplace();
  CHECK(page.press(Role::button, "Export").empty());
  CHECK(page.find(Role::button, "Export")->disabled);
  CHECK(only<app::CancelExport>(page.press(Role::button, "Cancel")) != nullptr);
}

TEST_CASE("A workbook that is written says how long it still takes, once that is no guess") {
  Page page;
  open_report(page);
  page.state.exporting.emplace();
  const auto words = [&](const messages::ExportProgress& progress) {
    page.state.exporting->progress = progress;
    page.draw();
    const Mirror::Node* node = page.find(Role::progress, "Writing the workbook");
    REQUIRE(node != nullptr);
    return node->name;
  };
  CHECK(words({.rows_done = 250, .rows_total = 1'000, .elapsed_ms = 4'000}).ends_with("about 12 s left"));
  CHECK(words({.rows_done = 250, .rows_total = 1'000, .elapsed_ms = 100}).ends_with("250 of 1,000 rows"));
  CHECK(words({.rows_done = 1'000, .rows_total = 1'000, .elapsed_ms = 4'000}).ends_with("1,000 rows"));
}

TEST_CASE("A column header sorts, and says how the column is sorted") {
  Page page;
  open_report(page);
  const app::Commands commands = page.press(Role::column_header, "Status");
  REQUIRE(only<app::SortBy>(commands) != nullptr);
  CHECK(only<app::SortBy>(commands)->column == 1);
  page.carry_out(commands);
  page.draw();
  CHECK(page.find(Role::column_header, "Status")->value == "ascending");
  page.carry_out(commands);
  page.draw();
  CHECK(page.find(Role::column_header, "Status")->value == "descending");
}

TEST_CASE("The grid mirrors the visible rows and their cells, and how many there are in all") {
  Page page;
  open_report(page);
  page.draw();
  const Mirror::Node* grid = page.find(Role::grid, "Delivery report");
  REQUIRE(grid != nullptr);
  CHECK(grid->rows == 1000);
  CHECK(grid->columns == 3);
  const Mirror::Node* cell = page.find(Role::cell, "+96650");
  REQUIRE(cell != nullptr);
  CHECK(cell->row == 1);
  CHECK(cell->column == 1);
  const auto rows =
      std::count_if(page.mirror.nodes().begin(), page.mirror.nodes().end(),
                    [](const Mirror::Node& node) { return node.role == Role::row && node.row > 0; });
  CHECK(rows < 30);
}

TEST_CASE("The wheel moves the grid by whole rows") {
  Page page;
  open_report(page);
  page.draw();
  page.point_at(*page.find(Role::cell, "+96655"));
  page.draw();
  ImGui::GetIO().AddMouseWheelEvent(0, -2);
  page.draw();
  REQUIRE(only<app::ScrollTo>(page.commands) != nullptr);
  CHECK(only<app::ScrollTo>(page.commands)->first == 6);
}

TEST_CASE("What telephones have no keys for is found under the three dots") {
  Page page;
  open_report(page);
  page.carry_out(page.press(Role::button, "More:"));
  page.carry_out(page.press(Role::button, "Find in these rows"));
  page.draw();
  page.draw();
  CHECK(page.find(Role::search, "Find in these rows") != nullptr);
  page.carry_out(page.press(Role::button, "Close"));
  page.draw();
  page.carry_out(page.press(Role::button, "More:"));
  page.carry_out(page.press(Role::button, "Go to row, Ctrl"));
  page.draw();
  page.draw();
  CHECK(page.find(Role::search, "Row, 1 to 1,000") != nullptr);
}

TEST_CASE("A list can be pressed as soon as it is there, however slowly frames come") {
  Page page;
  open_report(page);
  page.press(Role::button, "More: find");
  const Mirror::Node* choice = page.find(Role::button, "Save view");
  REQUIRE(choice != nullptr);
  page.point_at(*choice);
  app::Commands asked;
  for (const bool down : {true, false}) {
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, down);
    page.draw();
    asked.insert(asked.end(), page.commands.begin(), page.commands.end());
  }
  page.draw();
  asked.insert(asked.end(), page.commands.begin(), page.commands.end());
  CHECK(only<app::SaveView>(asked) != nullptr);
}

TEST_CASE("Keys reach the last row of ten million and the first again") {
  Page page;
  open_report(page, 10'000'000);
  page.carry_out(page.press(Role::cell, "+96655"));
  const auto after = [&](ImGuiKey key) {
    ImGui::GetIO().AddKeyEvent(key, true);
    page.draw();
    const std::uint64_t before = page.state.report->views[0].first_visible;
    page.carry_out(page.commands);
    ImGui::GetIO().AddKeyEvent(key, false);
    page.draw();
    page.carry_out(page.commands);
    return std::pair(before, page.state.report->views[0].first_visible);
  };
  const auto with_control = [&](ImGuiKey key) {
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
    const auto moved = after(key);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
    page.draw();
    return moved;
  };
  const std::uint32_t visible = page.state.report->views[0].visible_rows;
  const auto row = [&] { return page.state.report->views[0].selection->row; };
  CHECK(row() == 5);
  CHECK(with_control(ImGuiKey_End).second == 10'000'000 - visible);
  CHECK(row() == 9'999'999);
  after(ImGuiKey_PageUp);
  CHECK(row() == 9'999'999 - (visible - 1));
  CHECK(after(ImGuiKey_PageUp).second == 9'999'999 - 2 * (visible - 1));
  CHECK(with_control(ImGuiKey_Home).second == 0);
  CHECK(after(ImGuiKey_DownArrow).second == 0);
  CHECK(row() == 1);
}

TEST_CASE("A field that is pressed asks for the keyboard, and draws no text while the page does") {
  Page page;
  open_report(page);
  const auto field = [&] { return *page.find(Role::search, "Search all columns"); };
  page.draw();
  CHECK_FALSE(field().focused);
  page.press(Role::search, "Search all columns");
  CHECK(field().focused);
  page.draw();
  CHECK_FALSE(field().focused);
  CHECK(field().hovered);

  const auto vertices_with = [&](const char* text) {
    page.mirror.give_text(field().id, text);
    page.draw();
    page.carry_out(page.commands);
    while (page.draw()) {
    }
    CHECK(field().value == text);
    return ImGui::GetDrawData()->TotalVtxCount;
  };
  // The filter's chip shows it as well.
  const auto vertices_of_riyadh = [&] { return vertices_with("riyadh riyadh") - vertices_with("riyadh"); };
  const int field_and_chip = vertices_of_riyadh();
  page.mirror.give_keyboard(field().id);
  CHECK(2 * vertices_of_riyadh() == field_and_chip);
}

TEST_CASE("However low the window, what says that no rows match is between the grid's header and its foot") {
  int low = 0;
  for (int height = 340; height <= 800; height += 10) {
    Page page(1280, static_cast<float>(height));
    open_report(page);
    page.state.report->views[0].wanted.search = "x";
    page.state.report->views[0].answer.rows = 0;
    page.draw();
    const Mirror::Node* const words = page.find(Role::text, "No rows match");
    if (words == nullptr) continue;  // no room for a grid
    INFO(height);
    const Mirror::Node* const title = page.find(Role::column_header, "Number");
    const Mirror::Node* const grid = page.find(Role::grid, "Delivery report");
    const Mirror::Node* const clear = page.find(Role::button, "Clear filters");
    CHECK(words->y >= title->y + title->height);
    if (clear != nullptr) CHECK(clear->y + clear->height <= grid->y + grid->height);
    low += clear == nullptr ? 1 : 0;
  }
  CHECK(low > 0);
}

TEST_CASE("A field that is edited draws no frames by itself") {
  Page page;
  open_report(page);
  page.draw();
  page.mirror.give_keyboard(page.find(Role::search, "Search all columns")->id);
  while (page.draw()) {
  }
  CHECK_FALSE(page.draw());
}

TEST_CASE("A search can be typed, and a button pressed, through the mirror alone") {
  Page page;
  open_report(page);
  page.draw();
  page.mirror.give_text(page.find(Role::search, "Search all columns")->id, "جدة");
  page.draw();
  REQUIRE(only<app::SetSearch>(page.commands) != nullptr);
  CHECK(only<app::SetSearch>(page.commands)->text == "جدة");
  page.mirror.activate(page.find(Role::tab, "uLink clicks 50")->id);
  page.draw();
  REQUIRE(only<app::ShowTab>(page.commands) != nullptr);
  CHECK(only<app::ShowTab>(page.commands)->tab == app::Tab::clicks);
}

TEST_CASE("Statuses are chosen from a list that shows their counts") {
  Page page;
  open_report(page);
  CHECK(page.press(Role::button, "Filter by status").empty());
  page.draw();
  const app::Commands commands = page.press(Role::checkbox, "Failed 100");
  REQUIRE(only<app::ToggleFamily>(commands) != nullptr);
  CHECK(only<app::ToggleFamily>(commands)->family == StatusFamily::failed);
}

TEST_CASE("No rows that match is said, with the way back") {
  Page page;
  open_report(page);
  page.state.report->views[0].answer.rows = 0;
  page.draw();
  CHECK(page.find(Role::text, "No rows match") != nullptr);
  CHECK(only<app::ClearFilters>(page.press(Role::button, "Clear filters")) != nullptr);
}

TEST_CASE("An error is an alert with its place, until dismissed") {
  Page page;
  page.state.notice =
      app::AppState::Notice{app::AppState::Notice::Tone::error, "This is not JSON.", "line 1, byte 0"};
  page.draw();
  CHECK(page.find(Role::alert, "This is not JSON. (line 1, byte 0)") != nullptr);
  CHECK(only<app::DismissNotice>(page.press(Role::button, "Dismiss")) != nullptr);
}

TEST_CASE("The status line says rows, time, zone, and leads to the warnings") {
  Page page;
  open_report(page);
  page.state.environment.engine_in_page = true;
  page.draw();
  const Mirror::Node* status = page.find(Role::status, "1,000 of 1,000 rows");
  REQUIRE(status != nullptr);
  CHECK(status->name.find("1.5 ms") != std::string::npos);
  CHECK(status->name.find("Times in Asia/Riyadh") != std::string::npos);
  CHECK(status->name.find("The engine runs in the page") != std::string::npos);
  const app::Commands commands = page.press(Role::button, "1 warning");
  REQUIRE(only<app::ShowTab>(commands) != nullptr);
  CHECK(only<app::ShowTab>(commands)->tab == app::Tab::reading);
}

TEST_CASE("What is to be reviewed is hinted at, the most urgent first, until it is") {
  Page page;
  open_report(page);
  messages::ReportSummary& summary = page.state.report->summary;
  summary.naive_times = 12;
  page.draw();
  CHECK(page.find(Role::button, "12 times read as UTC") == nullptr);
  summary.stated_zone.clear();
  page.draw();
  CHECK(page.find(Role::button, "12 times read as UTC – review") != nullptr);
  summary.unknown_statuses = {{"Zugestellt", 7, StatusFamily::unrecognised},
                              {"Fertig", 2, StatusFamily::success}};
  CHECK(only<app::ShowTab>(page.press(Role::button, "1 status not recognised – review"))->tab ==
        app::Tab::reading);
  summary.unknown_statuses[0].family = StatusFamily::failed;
  summary.corrections.zone = "Asia/Riyadh";
  page.draw();
  CHECK(page.find(Role::button, "1 status not recognised") == nullptr);
  CHECK(page.find(Role::button, "12 times read as UTC") == nullptr);
}

TEST_CASE("A report that grows says how far it is and can be stopped; it is not cancelled") {
  Page page;
  page.state.opening.emplace(app::AppState::Opening{{"a.json", 1000}, {250, 10, 2, 1000}});
  open_report(page);
  page.state.report->summary.complete = false;
  page.state.opening.emplace(app::AppState::Opening{{"a.json", 1000}, {250, 10, 2, 1000}, true});
  page.draw();
  const Mirror::Node* progress = page.find(Role::progress, "Reading the report a.json");
  REQUIRE(progress != nullptr);
  CHECK(progress->value == "25");
  CHECK(page.find(Role::button, "Cancel") == nullptr);
  CHECK(page.find(Role::grid, "Delivery report") != nullptr);
  CHECK(only<app::StopOpen>(page.press(Role::button, "Stop")) != nullptr);
  page.state.opening.reset();
  page.draw();
  CHECK(page.find(Role::button, "Stop") == nullptr);
  CHECK(page.find(Role::status, "1,000 of 1,000 rows")->name.find("Not read to its end") !=
        std::string::npos);
}

TEST_CASE("A report that was stopped does not pass for one that was read") {
  Page page;
  open_report(page);
  page.state.report->summary.read_to_end = false;
  page.draw();
  const std::string& status = page.find(Role::status, "1,000 of 1,000 rows")->name;
  CHECK(status.find("Not read to its end") != std::string::npos);
  CHECK(status.find("Read in") == std::string::npos);
  page.state.report->tab = app::Tab::reading;
  page.draw();
  CHECK(page.find(Role::text, "File: report.json, 0 bytes, Not read to its end") != nullptr);
}

TEST_CASE("On a narrow page the status line says how far a report is that grows") {
  for (const float width : {390.F, 1280.F}) {
    Page page(width, 844);
    open_report(page);
    page.state.report->summary.complete = false;
    page.state.opening.emplace(
        app::AppState::Opening{{"a.json", 60'000'000}, {1'500'000, 5'000, 2, 1000}, true});
    page.draw();
    const Mirror::Node* status = page.find(Role::status, "1.5 MB of 60.0 MB  ·  5,002 rows");
    CHECK((status != nullptr) == (width == 390.F));
  }
}

TEST_CASE("A table without rows may still get some while the report grows") {
  Page page;
  open_report(page, 10, 0);
  page.state.report->tab = app::Tab::clicks;
  page.state.opening.emplace(app::AppState::Opening{{"a.json", 1000}, {}, true});
  page.draw();
  CHECK(page.find(Role::text, "No clicks so far") != nullptr);
}

TEST_CASE("A column that appears later stands at the end, empty until its rows have come") {
  Page page;
  open_report(page);
  page.draw();
  const float before = page.find(Role::column_header, "Status")->width;
  page.state.report->summary.columns[0].push_back({"note", "note", ::campaign_lens::Role::none, Type::text});
  page.draw();
  CHECK(page.find(Role::column_header, "note") != nullptr);
  CHECK(page.find(Role::column_header, "Status")->width == before);
  CHECK(page.find(Role::cell, "+96650") != nullptr);
  CHECK(page.find(Role::cell, "+96650")->column == 1);
}

TEST_CASE("A window that does not fit its table is not read past its end") {
  Page page;
  open_report(page);
  page.state.report->views[0].window.cells.resize(5);
  page.draw();
  page.state.report->views[0].window.families.clear();
  page.draw();
  CHECK(page.find(Role::cell, "") == nullptr);
}

TEST_CASE("A page on which nothing happens is still and stays the same") {
  Page page;
  open_report(page);
  page.draw();
  page.draw();
  static_cast<void>(page.mirror.take_changes());
  CHECK_FALSE(page.draw());
  CHECK(page.commands.empty());
  CHECK(page.mirror.take_changes().empty());
}

TEST_CASE("At any size every node lies on the page, has an id of its own, and follows its parent") {
  for (const auto& [width, height] :
       {std::pair(320.F, 480.F), std::pair(390.F, 844.F), std::pair(900.F, 600.F), std::pair(1280.F, 800.F),
        std::pair(2560.F, 1440.F), std::pair(200.F, 100.F), std::pair(1.F, 1.F)}) {
    Page page(width, height);
    const auto check = [&] {
      page.draw();
      page.draw();
      std::vector<std::uint32_t> seen;
      for (const Mirror::Node& node : page.mirror.nodes()) {
        INFO(width << "x" << height << " " << node.name);
        CHECK(node.x >= 0);
        CHECK(node.y >= 0);
        CHECK(node.x + node.width <= width + 0.01F);
        CHECK(node.y + node.height <= height + 0.01F);
        CHECK(std::find(seen.begin(), seen.end(), node.id) == seen.end());
        CHECK((node.parent == 0 || std::find(seen.begin(), seen.end(), node.parent) != seen.end()));
        seen.push_back(node.id);
      }
    };
    check();
    page.state.opening.emplace(app::AppState::Opening{{"a.json", 0}, {}});
    check();
    page.state.drag_over = true;
    open_report(page);
    page.state.notice =
        app::AppState::Notice{app::AppState::Notice::Tone::error, std::string(4000, 'x'), "line 1"};
    page.state.exporting.emplace();
    page.state.opening.emplace(app::AppState::Opening{{"عرض.json", 5}, {}});
    check();
    page.state.export_dialog.emplace();
    check();
    page.state.export_dialog.reset();
    page.state.report->tab = app::Tab::clicks;
    check();
    page.state.report->tab = app::Tab::reading;
    check();
    page.state.opening->shown = true;
    check();
  }
}

}  // namespace
}  // namespace campaign_lens::view
