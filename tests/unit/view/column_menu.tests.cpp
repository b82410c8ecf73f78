#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

#include "page.h"

namespace campaign_lens::view {
namespace {

using condition::OneOf;

app::AppState::View& delivery(Page& page) {
  return page.state.report->views[0];
}

// Answers what the menu asks, as an engine would whose column has these values.
void answer_values(Page& page, std::vector<std::pair<std::string, std::uint64_t>> values,
                   std::uint64_t blank_rows, std::uint64_t distinct = 0) {
  std::vector<messages::ToPage> effects;
  app::ask_for_missing(page.state, effects);
  messages::FacetAnswer answer;
  answer.id = delivery(page).values_asked_id;
  answer.column = delivery(page).values->column;
  answer.first = delivery(page).values->first;
  answer.blank_rows = blank_rows;
  answer.distinct = distinct > 0 ? distinct : values.size();
  for (auto& [text, rows] : values)
    answer.values.push_back({std::move(text), rows});
  app::receive(page.state, messages::Faceted{answer}, effects);
}

void press_and_do(Page& page, Role role, std::string_view name) {
  page.carry_out(page.press(role, name));
  page.draw();
  page.carry_out(page.commands);
}

Page& opened(Page& page, std::string_view column) {
  open_report(page);
  press_and_do(page, Role::button, "Menu of " + std::string(column));
  REQUIRE(page.find(Role::group, "Menu of " + std::string(column)) != nullptr);
  REQUIRE(delivery(page).values);
  return page;
}

const ColumnFilter* only_filter(Page& page) {
  return delivery(page).wanted.filters.size() == 1 ? delivery(page).wanted.filters.data() : nullptr;
}

TEST_CASE("A column's menu sorts up and down, and pressed again not at all") {
  Page page;
  opened(page, "Status");
  press_and_do(page, Role::button, "Z to A");
  CHECK(delivery(page).wanted.sort == std::vector<SortKey>{{1, true}});
  press_and_do(page, Role::button, "A to Z");
  CHECK(delivery(page).wanted.sort == std::vector<SortKey>{{1, false}});
  CHECK(page.find(Role::button, "A to Z")->pressed);
  press_and_do(page, Role::button, "A to Z");
  CHECK(delivery(page).wanted.sort.empty());
}

TEST_CASE("A column's values are listed with their counts, blanks among them, and ticks filter") {
  Page page;
  opened(page, "Status");
  answer_values(page, {{"Failed", 900}, {"Success", 90}}, 10);
  page.draw();
  CHECK(page.find(Role::checkbox, "Empty, 10")->pressed);
  press_and_do(page, Role::checkbox, "Failed, 900");
  REQUIRE(only_filter(page) != nullptr);
  CHECK(*only_filter(page) == ColumnFilter{1, true, OneOf{.values = {"Failed"}}});
  CHECK_FALSE(page.find(Role::checkbox, "Failed, 900")->pressed);
  CHECK(page.find(Role::checkbox, "Success, 90")->pressed);
  press_and_do(page, Role::button, "All");
  CHECK(delivery(page).wanted.filters.empty());
  press_and_do(page, Role::button, "Not empty");
  CHECK(*only_filter(page) == ColumnFilter{1, true, OneOf{.blank = true}});
}

TEST_CASE("With no tick at all every row is shown; the next tick shows its rows alone") {
  Page page;
  opened(page, "Status");
  answer_values(page, {{"Failed", 900}, {"Success", 90}}, 0);
  press_and_do(page, Role::button, "None");
  CHECK(delivery(page).wanted.filters.empty());
  CHECK_FALSE(page.find(Role::checkbox, "Failed, 900")->pressed);
  press_and_do(page, Role::checkbox, "Success, 90");
  CHECK(*only_filter(page) == ColumnFilter{1, false, OneOf{.values = {"Success"}}});
  press_and_do(page, Role::checkbox, "Success, 90");
  CHECK(delivery(page).wanted.filters.empty());
  CHECK_FALSE(page.find(Role::checkbox, "Failed, 900")->pressed);
}

TEST_CASE("A text is searched for among the values, and then in the rows") {
  Page page;
  opened(page, "Status");
  answer_values(page, {{"Failed", 900}, {"Success", 90}}, 0);
  page.draw();
  page.mirror.give_text(page.find(Role::search, "Search in this column")->id, "fail");
  page.draw();
  page.draw();
  page.carry_out(page.commands);
  CHECK(delivery(page).values->search == "fail");
  answer_values(page, {{"Failed", 900}}, 0);
  // A card's name begins with one of these, too.
  const auto use_place = [&](std::string_view name) {
    page.draw();
    const auto found = std::ranges::find(page.mirror.nodes(), name, &Mirror::Node::name);
    REQUIRE(found != page.mirror.nodes().end());
    page.mirror.activate(found->id);
    page.draw();
    page.carry_out(page.commands);
  };
  use_place("Begins with");
  using condition::Text;
  CHECK(*only_filter(page) == ColumnFilter{1, false, Text{Text::Place::at_start, {"fail"}}});
  use_place("Not");
  CHECK(*only_filter(page) == ColumnFilter{1, true, Text{Text::Place::anywhere, {"fail"}}});
  use_place("Not");
  CHECK(delivery(page).wanted.filters.empty());
  press_and_do(page, Role::button, "Only these 1");
  CHECK(*only_filter(page) == ColumnFilter{1, false, OneOf{.values = {"Failed"}}});
}

TEST_CASE("Of a million values those are asked for that are looked at") {
  Page page;
  opened(page, "Number");
  std::vector<std::pair<std::string, std::uint64_t>> values;
  for (int i = 0; i < 200; ++i)
    values.emplace_back("+96650000" + std::to_string(1000 + i), 1);
  answer_values(page, values, 0, 1'000'000);
  page.draw();
  page.point_at(*page.find(Role::checkbox, "+966500001003"));
  page.draw();
  ImGui::GetIO().AddMouseWheelEvent(0, -100);
  page.draw();
  page.draw();
  page.carry_out(page.commands);
  CHECK(delivery(page).values->first == 400);
  CHECK(page.find(Role::checkbox, "+966") == nullptr);
  answer_values(page, values, 0, 1'000'000);
  page.draw();
  CHECK(page.find(Role::checkbox, "+966500001000, 1") != nullptr);
}

TEST_CASE("Numbers have a range whose bounds are typed, and what is no number changes nothing") {
  Page page;
  opened(page, "price");
  const auto type = [&](std::string_view field, std::string text) {
    page.draw();
    page.mirror.give_text(page.find(Role::search, field)->id, std::move(text));
    page.draw();
    page.carry_out(page.commands);
  };
  type("At least", "1,000.5");
  CHECK(*only_filter(page) == ColumnFilter{2, false, condition::Numbers{1000.5, std::nullopt}});
  type("At most", "2e3");
  CHECK(*only_filter(page) == ColumnFilter{2, false, condition::Numbers{1000.5, 2000}});
  type("At most", "many");
  CHECK(*only_filter(page) == ColumnFilter{2, false, condition::Numbers{1000.5, std::nullopt}});
  type("At least", "");
  CHECK(delivery(page).wanted.filters.empty());
}

TEST_CASE("Times have presets, and a range of the report's wall clock") {
  Page page;
  open_report(page);
  page.state.report->summary.columns[0][1] = {"time", "Time", ::campaign_lens::Role::status_time, Type::time};
  page.state.report->summary.zone = "+03:00";
  press_and_do(page, Role::button, "Menu of Time");
  press_and_do(page, Role::button, "Last 7 days");
  CHECK(*only_filter(page) == ColumnFilter{1, false, condition::Period{condition::Period::Span::last_week}});
  page.mirror.give_text(page.find(Role::search, "From")->id, "1970-01-02 03:00");
  page.draw();
  page.carry_out(page.commands);
  CHECK(*only_filter(page) ==
        ColumnFilter{1, false, condition::Times{.from = 86'400'000'000, .until = kNoTime}});
  page.draw();
  CHECK(page.find(Role::search, "From")->value == "1970-01-02 03:00");
  CHECK(page.find(Role::button, "Time is from 1970-01-02 03:00:00") != nullptr);
}

TEST_CASE("Duplicates only, pin, hide and fit width are a press each") {
  Page page;
  opened(page, "Status");
  press_and_do(page, Role::checkbox, "Duplicates only");
  CHECK(*only_filter(page) == ColumnFilter{1, false, condition::Repeated{}});
  press_and_do(page, Role::button, "Clear filter");
  CHECK(delivery(page).wanted.filters.empty());
  press_and_do(page, Role::button, "Pin");
  CHECK(delivery(page).columns.front() == app::ColumnPlace{.column = 1, .pinned = true});
  press_and_do(page, Role::button, "Fit width");
  CHECK(delivery(page).columns.front().width > 0);
  press_and_do(page, Role::button, "Hide");
  CHECK(page.find(Role::column_header, "Status") == nullptr);
  CHECK(page.find(Role::group, "Menu of Status") == nullptr);
  CHECK_FALSE(delivery(page).values);
}

TEST_CASE("Escape closes the menu, and nothing is counted for it any more") {
  Page page;
  opened(page, "Status");
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, true);
  page.draw();
  page.carry_out(page.commands);
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, false);
  page.draw();
  CHECK(page.find(Role::group, "Menu of Status") == nullptr);
  CHECK_FALSE(delivery(page).values);
}

TEST_CASE("On small pages all of the menu is to be seen") {
  for (const auto& [width, height] : {std::pair(360.F, 640.F), std::pair(1280.F, 540.F)}) {
    Page page(width, height);
    open_report(page);
    press_and_do(page, Role::button, "Menu of price");
    answer_values(page, {{"1", 9}, {"2", 8}, {"3", 1}}, 3);
    page.draw();
    for (const std::string_view name : {"Smallest first", "All", "Pin", "Fit width"}) {
      INFO(width << " " << name);
      const Mirror::Node* node = page.find(Role::button, name);
      REQUIRE(node != nullptr);
      CHECK(node->height >= 24);
      CHECK(node->x + node->width <= width);
    }
  }
}

TEST_CASE("Every filter is a chip in words, taken away by a press; all of them by one") {
  Page page;
  open_report(page);
  page.draw();
  CHECK(page.find(Role::group, "Filters") == nullptr);
  Query& query = delivery(page).wanted;
  query.statuses = FamilySet().with(StatusFamily::failed);
  query.search = "riyadh";
  query.filters = {{1, true, OneOf{.values = {"Sent"}}}, {2, false, condition::Numbers{1, 2}}};
  page.draw();
  CHECK(page.find(Role::button, "Status is Failed") != nullptr);
  CHECK(page.find(Role::button, "Any column contains \"riyadh\"") != nullptr);
  CHECK(page.find(Role::button, "Status is not \"Sent\"") != nullptr);
  press_and_do(page, Role::button, "Remove filter: price is from 1 to 2");
  CHECK(query.filters.size() == 1);
  press_and_do(page, Role::button, "Status is not \"Sent\"");
  CHECK(page.find(Role::group, "Menu of Status") != nullptr);
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, true);
  page.draw();
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, false);
  page.draw();
  press_and_do(page, Role::button, "Clear all");
  CHECK_FALSE(app::is_filtered(query));
  press_and_do(page, Role::button, "Undo");
  CHECK(query.search == "riyadh");
  press_and_do(page, Role::button, "Redo");
  CHECK_FALSE(app::is_filtered(query));
}

TEST_CASE("Columns are chosen from a list, and given back as they were") {
  Page page;
  open_report(page);
  press_and_do(page, Role::button, "Columns");
  press_and_do(page, Role::checkbox, "Status");
  CHECK(page.find(Role::column_header, "Status") == nullptr);
  CHECK_FALSE(page.find(Role::checkbox, "Status")->pressed);
  press_and_do(page, Role::button, "As in the report");
  CHECK(delivery(page).columns.empty());
  CHECK(page.find(Role::column_header, "Status") != nullptr);
}

}  // namespace
}  // namespace campaign_lens::view
