#include <catch2/catch_test_macros.hpp>
#include <string>

#include "page.h"
#include "view/frame.h"

namespace campaign_lens::view {
namespace {

using messages::ExportFormat;
using Rows = app::AppState::ExportChoice::Rows;

// The dialog over a report of 1,000 messages and 50 clicks.
void open_dialog(Page& page) {
  open_report(page);
  page.carry_out({app::OpenExport{}});
  page.draw();
}

void press(Page& page, Role role, std::string_view name) {
  page.carry_out(page.press(role, name));
  page.draw();
}

void key(ImGuiKey key) {
  ImGui::GetIO().AddKeyEvent(key, true);
}

void estimate(Page& page, messages::Estimated estimated) {
  std::vector<messages::ToPage> effects;
  app::ask_for_missing(page.state, effects);
  estimated.id = page.state.export_dialog->asked->id;
  app::receive(page.state, estimated, effects);
  page.draw();
}

TEST_CASE("The dialog says what will be in the file before it is written") {
  Page page;
  open_dialog(page);
  CHECK(page.find(Role::dialog, "Export") != nullptr);
  CHECK(page.find(Role::text, "As filtered, sorted and arranged on screen") != nullptr);
  CHECK(page.find(Role::checkbox, "Delivery report, 1,000 rows  ·  3 columns")->pressed);
  CHECK(page.find(Role::checkbox, "uLink clicks, 50 rows  ·  1 column")->pressed);
  CHECK(page.find(Role::text, "Working out the size") != nullptr);
  estimate(page, {.bytes = 8'240'000, .locations = 1, .failure_reasons = 12});
  CHECK(page.find(Role::text, "about 8 MB") != nullptr);
  CHECK(page.find(Role::checkbox, "Clicks by location, 1 row") != nullptr);
  CHECK(page.find(Role::checkbox, "Failure reasons, 12 rows") != nullptr);
}

TEST_CASE("Sizes have no more digits than an estimate has") {
  Page page;
  open_dialog(page);
  const auto said = [&](std::uint64_t bytes, std::string_view words) {
    estimate(page, {.bytes = bytes});
    const Mirror::Node* size = page.find(Role::text, words);
    return size != nullptr && size->name == words;
  };
  CHECK(said(400, "less than 1 KB"));
  CHECK(said(7'600, "about 8 KB"));
  CHECK(said(999'700, "about 1 MB"));
  CHECK(said(1'440'000, "about 1.4 MB"));
  CHECK(said(31'600'000, "about 32 MB"));
  CHECK(said(228'800, "about 230 KB"));
  CHECK(said(2'000'000'000, "about 2 GB"));
}

TEST_CASE("Columns that are hidden and filters are said in words") {
  Page page;
  open_dialog(page);
  page.carry_out({app::ShowColumn{TableId::delivery, 2, false}, app::FilterByCount{CountId::failed},
                  app::SetSearch{TableId::delivery, "absent"}});
  page.draw();
  const Mirror::Node* sheet = page.find(Role::checkbox, "Delivery report");
  REQUIRE(sheet != nullptr);
  page.state.report->views[0].shown = page.state.report->views[0].wanted;
  page.draw();
  CHECK(page.find(Role::checkbox, "Delivery report, 1,000 rows  ·  2 of 3 columns") != nullptr);
  CHECK(page.find(Role::text, "Status is Failed; Any column contains \"absent\"") != nullptr);
  press(page, Role::button, "Everything");
  CHECK(page.find(Role::text, "Status is Failed") == nullptr);
  CHECK(page.find(Role::checkbox, "Delivery report, 1,000 rows  ·  3 columns") != nullptr);
  CHECK(page.find(Role::text, "All rows and columns, in the order of the report") != nullptr);
}

TEST_CASE("What is ticked and pressed is what is chosen") {
  Page page;
  open_dialog(page);
  press(page, Role::checkbox, "Clicks by location");
  press(page, Role::checkbox, "Mask numbers");
  press(page, Role::checkbox, "Right-to-left sheets");
  const app::AppState::ExportChoice& choice = page.state.export_choice;
  CHECK_FALSE(choice.options.locations);
  CHECK(choice.options.mask_numbers);
  CHECK(choice.options.right_to_left);
  press(page, Role::button, "CSV");
  CHECK(choice.format == ExportFormat::csv);
  CHECK(page.find(Role::checkbox, "Right-to-left sheets") == nullptr);
  CHECK(page.find(Role::text, "1,000 rows  ·  3 columns") != nullptr);
  press(page, Role::button, "uLink clicks");
  CHECK(choice.table == TableId::clicks);
  CHECK(page.find(Role::text, "50 rows  ·  1 column") != nullptr);
}

TEST_CASE("An audience is chosen from a list, and takes no clicks with it") {
  Page page;
  open_dialog(page);
  press(page, Role::button, "An audience");
  CHECK(page.state.export_choice.rows == Rows::audience);
  const Mirror::Node* clicks = page.find(Role::checkbox, "uLink clicks");
  REQUIRE(clicks != nullptr);
  CHECK(clicks->disabled);
  CHECK_FALSE(clicks->pressed);
  press(page, Role::button, "Audience");
  press(page, Role::button, "Delivered but never clicked");
  CHECK(page.state.export_choice.audience == RowSet::never_clicked);
  CHECK(page.find(Role::button, "Audience")->value == "Delivered but never clicked");
  estimate(page, {.delivery_rows = 31});
  CHECK(page.find(Role::checkbox, "Delivery report, 31 rows") != nullptr);
}

TEST_CASE("Where to save is asked only by a browser that can") {
  Page page;
  open_dialog(page);
  CHECK(page.find(Role::checkbox, "Choose where to save") == nullptr);
  page.state.environment.asks_where = true;
  page.draw();
  CHECK_FALSE(page.find(Role::checkbox, "Choose where to save")->pressed);
  estimate(page, {.bytes = 60'000'000});
  CHECK(page.find(Role::checkbox, "Choose where to save")->pressed);
  press(page, Role::checkbox, "Choose where to save");
  CHECK(page.state.export_choice.ask_where == false);
  CHECK_FALSE(page.find(Role::checkbox, "Choose where to save")->pressed);
}

TEST_CASE("All of the dialog is within it, and its last button is the one that exports") {
  Page page;
  open_dialog(page);
  const Mirror::Node* dialog = page.find(Role::dialog, "Export");
  REQUIRE(dialog != nullptr);
  const Mirror::Node* last = nullptr;
  for (const Mirror::Node& node : page.mirror.nodes()) {
    if (node.parent == dialog->id && node.role == Role::button) last = &node;
  }
  REQUIRE(last != nullptr);
  CHECK(last->name == "Export");
  press(page, Role::button, "An audience");
  press(page, Role::button, "Audience");
  const Mirror::Node* choice = page.find(Role::button, "Clicked");
  REQUIRE(choice != nullptr);
  CHECK(choice->parent == node_id("export"));
}

// The dialog's own button; the header has one of the same name.
app::Commands press_last(Page& page, std::string_view name) {
  const Mirror::Node* last = nullptr;
  for (const Mirror::Node& node : page.mirror.nodes()) {
    if (node.parent == node_id("export") && node.role == Role::button && node.name == name) last = &node;
  }
  REQUIRE(last != nullptr);
  page.mirror.activate(last->id);
  page.draw();
  return page.commands;
}

TEST_CASE("Export begins it, Cancel and Escape give it up") {
  Page page;
  open_dialog(page);
  CHECK(only<app::Export>(press_last(page, "Export")) != nullptr);
  page.draw();
  CHECK(only<app::CloseExport>(press_last(page, "Cancel")) != nullptr);
  page.draw();
  key(ImGuiKey_Escape);
  page.draw();
  const bool closed = only<app::CloseExport>(page.commands) != nullptr;
  CHECK(closed);
  page.carry_out({app::CloseExport{}});
  page.draw();
  CHECK(page.find(Role::dialog, "Export") == nullptr);
}

TEST_CASE("Enter exports, unless a list is open, which Escape then closes alone") {
  Page page;
  open_dialog(page);
  press(page, Role::button, "An audience");
  press(page, Role::button, "Audience");
  key(ImGuiKey_Enter);
  page.draw();
  CHECK(page.commands.empty());
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Enter, false);
  key(ImGuiKey_Escape);
  page.draw();
  CHECK(page.commands.empty());
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, false);
  page.draw();
  page.draw();
  CHECK(page.find(Role::button, "Clicked") == nullptr);
  REQUIRE(page.find(Role::dialog, "Export") != nullptr);
  key(ImGuiKey_Enter);
  page.draw();
  CHECK(only<app::Export>(page.commands) != nullptr);
}

TEST_CASE("Ctrl and E open the dialog") {
  Page page;
  open_report(page);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
  key(ImGuiKey_E);
  page.draw();
  CHECK(only<app::OpenExport>(page.commands) != nullptr);
}

TEST_CASE("The dialog fits a low and a narrow page, where it scrolls") {
  for (const auto& [width, height] : {std::pair{390.F, 844.F}, {1280.F, 300.F}}) {
    Page page(width, height);
    open_dialog(page);
    page.draw();
    const Mirror::Node* dialog = page.find(Role::dialog, "Export");
    REQUIRE(dialog != nullptr);
    CHECK(dialog->x >= 0);
    CHECK(dialog->x + dialog->width <= width);
    CHECK(dialog->y + dialog->height <= height);
    CHECK(page.find(Role::button, "Cancel") != nullptr);
  }
}

}  // namespace
}  // namespace campaign_lens::view
