#include "app/details.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "open_report.h"

namespace campaign_lens::app {
namespace {

AppState with_numbers() {
  AppState state = answered_report();
  state.report->summary.columns[0] = {{"name", "name", Role::none, Type::text},
                                      {"number", "Number", Role::number, Type::text}};
  state.report->summary.columns[1] = {{"number", "Number", Role::number, Type::text},
                                      {"time", "Time", Role::status_time, Type::time}};
  return state;
}

// Gives the window that is asked for; the cells say their row and column.
void answer_cells(AppState& state) {
  ask(state);
  const messages::WindowRequest asked = *delivery(state).window_asked;
  messages::WindowAnswer window{.query_id = asked.query_id,
                                .table = TableId::delivery,
                                .first = asked.first,
                                .rows = asked.count,
                                .columns = 2,
                                .families = {},
                                .cells = {}};
  for (std::uint32_t row = 0; row < window.rows; ++row) {
    window.families.push_back(StatusFamily::failed);
    window.cells.push_back({Kind::text, "name " + std::to_string(window.first + row)});
    window.cells.push_back({Kind::text, "+96650" + std::to_string(window.first + row)});
  }
  hear(state, messages::Windowed{window});
}

void select_row(AppState& state, std::uint64_t row) {
  run(state, Select{TableId::delivery, CellRange{.from_row = row, .row = row}});
}

TEST_CASE("Details are of the selection's row, follow it, and end with it") {
  AppState state = with_numbers();
  run(state, ShowDetails{TableId::delivery, true});
  CHECK_FALSE(delivery(state).details);
  answer_cells(state);
  select_row(state, 3);
  run(state, ShowDetails{TableId::delivery, true});
  REQUIRE(delivery(state).details);
  CHECK(delivery(state).details->cells.at(0).text == "name 3");
  CHECK(delivery(state).details->family == StatusFamily::failed);
  select_row(state, 4);
  CHECK(delivery(state).details->cells.at(0).text == "name 4");
  run(state, Select{TableId::delivery, std::nullopt});
  CHECK_FALSE(delivery(state).details);
}

TEST_CASE("Details stay when their row is scrolled away, and wait for a row that has not arrived") {
  AppState state = with_numbers();
  answer_cells(state);
  select_row(state, 3);
  run(state, ShowDetails{TableId::delivery, true});
  run(state, ScrollTo{TableId::delivery, 800, 20});
  answer_cells(state);
  CHECK(delivery(state).details->cells.at(0).text == "name 3");
  select_row(state, 500);
  CHECK(delivery(state).details->cells.empty());
  run(state, ScrollTo{TableId::delivery, 490, 20});
  answer_cells(state);
  CHECK(delivery(state).details->cells.at(0).text == "name 500");
}

TEST_CASE("The clicks of a row are asked for once, and can be shown in the click table") {
  AppState state = with_numbers();
  answer_cells(state);
  select_row(state, 3);
  run(state, ShowDetails{TableId::delivery, true});
  const Effects effects = ask(state);
  const auto asked = std::ranges::find_if(effects, [](const messages::ToPage& effect) {
    return std::holds_alternative<messages::FacetRequest>(effect);
  });
  REQUIRE(asked != effects.end());
  const auto& request = std::get<messages::FacetRequest>(*asked);
  CHECK(request.query.table == TableId::clicks);
  CHECK(request.column == 1);
  CHECK(request.query.filters ==
        std::vector<ColumnFilter>{{0, false, condition::Text{condition::Text::Place::whole, {"+966503"}}}});
  answer_window_if_asked(state);
  CHECK(ask(state).empty());
  hear(state, messages::Faceted{{.id = request.id, .table = TableId::clicks, .rows = 2, .values = {}}});
  CHECK(state.report->row_clicks->answer.rows == 2);

  run(state, ShowClicksOfRow{});
  CHECK(state.report->tab == Tab::clicks);
  CHECK(clicks(state).wanted.filters == request.query.filters);
  run(state, Undo{});
  CHECK(clicks(state).wanted.filters.empty());
}

TEST_CASE("Late clicks of another row are dropped") {
  AppState state = with_numbers();
  answer_cells(state);
  select_row(state, 3);
  run(state, ShowDetails{TableId::delivery, true});
  ask(state);
  const std::uint32_t late = state.report->row_clicks->asked->id;
  select_row(state, 4);
  ask(state);
  hear(state, messages::Faceted{{.id = late, .table = TableId::clicks, .rows = 2, .values = {}}});
  CHECK(state.report->row_clicks->answer.id == 0);
}

}  // namespace
}  // namespace campaign_lens::app
