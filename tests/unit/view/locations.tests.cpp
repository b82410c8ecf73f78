#include <string_view>
#include <vector>

#include "page.h"

namespace campaign_lens::view {

TEST_CASE("A report without clicks says so") {
  Page page;
  open_report(page, 10, 0);
  page.state.report->tab = app::Tab::clicks;
  page.draw();
  CHECK(page.find(Role::text, "No clicks in this report") != nullptr);
}

TEST_CASE("A location is a click away from its clicks") {
  Page page;
  open_report(page);
  page.state.report->tab = app::Tab::clicks;
  page.draw();
  page.carry_out(page.commands);
  const auto filter_after = [&](std::string_view name) {
    page.carry_out(page.press(Role::button, name));
    return page.state.report->views[1].wanted.filters;
  };
  using condition::OneOf;
  CHECK(filter_after("Riyadh, SA 50 clicks") ==
        std::vector<ColumnFilter>{{0, false, OneOf{.values = {"Riyadh, SA"}}}});
  CHECK(page.find(Role::button, "Riyadh, SA") != nullptr);
  CHECK(filter_after("No location") == std::vector<ColumnFilter>{{0, false, OneOf{.blank = true}}});
  CHECK(filter_after("No location").empty());
}

TEST_CASE("Spellings of one place are kept apart, and chosen together by a suggestion") {
  Page page;
  open_report(page);
  messages::ReportSummary& summary = page.state.report->summary;
  summary.locations = {{"Riyadh, SA", 30, 20, 1, 2, "first", "last", {"RIYADH (SA)"}, 40},
                       {"RIYADH (SA)", 10, 9, 1, 2, "first", "last", {}, 0}};
  page.state.report->tab = app::Tab::clicks;
  page.draw();
  page.carry_out(page.commands);
  const auto filter_after = [&](std::string_view name) {
    page.carry_out(page.press(Role::button, name));
    page.draw();
    return page.state.report->views[1].wanted.filters;
  };
  const auto chosen = [&](std::string_view name) {
    const Mirror::Node* node = page.find(Role::button, name);
    REQUIRE(node != nullptr);
    return node->pressed;
  };
  using condition::OneOf;
  CHECK(page.find(Role::button, "Riyadh, SA 30 clicks, 60.0%, by 20 recipients") != nullptr);
  constexpr std::string_view kAll = "All 2 spellings of Riyadh, SA, 40 clicks";
  CHECK(filter_after(kAll) ==
        std::vector<ColumnFilter>{{0, false, OneOf{.values = {"Riyadh, SA", "RIYADH (SA)"}}}});
  CHECK((chosen(kAll) && chosen("Riyadh, SA 30") && chosen("RIYADH (SA) 10")));
  CHECK(filter_after("RIYADH (SA) 10") ==
        std::vector<ColumnFilter>{{0, false, OneOf{.values = {"RIYADH (SA)"}}}});
  CHECK_FALSE((chosen(kAll) || chosen("Riyadh, SA 30")));
  filter_after(kAll);
  CHECK(filter_after(kAll).empty());
}

TEST_CASE("A mouse that rests on the suggestion is told the spellings, and the page is still") {
  Page page;
  open_report(page);
  page.state.report->summary.locations = {{"Riyadh, SA", 30, 20, 1, 2, "first", "last", {"RIYADH (SA)"}, 40},
                                          {"RIYADH (SA)", 10, 9, 1, 2, "first", "last", {}, 0}};
  page.state.report->tab = app::Tab::clicks;
  page.draw();
  const Mirror::Node* suggestion = page.find(Role::button, "All 2 spellings");
  REQUIRE(suggestion != nullptr);
  page.point_at(*suggestion);
  bool moving = true;
  for (int frame = 0; frame < 120; ++frame)
    moving = page.draw();
  CHECK(page.find(Role::tooltip, "Probably one place, 40 clicks together") != nullptr);
  CHECK_FALSE(moving);
}

TEST_CASE("Locations that are too many to list are counted") {
  Page page;
  open_report(page);
  page.state.report->summary.locations_left_off = 240'000;
  page.state.report->tab = app::Tab::clicks;
  page.draw();
  CHECK(page.find(Role::text, "and 240,000 more, each clicked less often") != nullptr);
}

}  // namespace campaign_lens::view
