#include "app/find.h"

#include <catch2/catch_test_macros.hpp>
#include <variant>

#include "open_report.h"

namespace campaign_lens::app {
namespace {

AppState four_columns() {
  AppState state = answered_report();
  state.report->summary.columns[0].resize(4);
  return state;
}

std::optional<messages::FindRequest> asked(AppState& state, const Command& command) {
  Effects effects;
  apply(state, command, effects);
  for (const auto& effect : effects) {
    if (const auto* request = std::get_if<messages::FindRequest>(&effect)) return *request;
  }
  return std::nullopt;
}

messages::Found found(const AppState& state, std::uint64_t row, std::uint32_t column) {
  const AppState::View& view = state.report->views[0];
  return {{.id = view.find_asked_id,
           .table = TableId::delivery,
           .query_id = view.answer.id,
           .rows = 9,
           .place = messages::FindAnswer::Place{.row = row, .column = column, .number = 3}}};
}

TEST_CASE("A text is looked for in the columns on screen, from the selection's row or the top row on") {
  AppState state = four_columns();
  run(state, MoveColumn{TableId::delivery, 3, 0, false});
  run(state, ShowColumn{TableId::delivery, 1, false});
  run(state, ScrollTo{TableId::delivery, 40, 20});
  auto request = asked(state, FindText{TableId::delivery, "ri"});
  REQUIRE(request);
  CHECK(request->text == "ri");
  CHECK(request->columns == std::vector<std::uint32_t>{3, 0, 2});
  CHECK(request->from == 40);
  CHECK_FALSE(request->backwards);

  run(state, Select{TableId::delivery, CellRange{.from_row = 50, .row = 50}});
  CHECK(asked(state, FindText{TableId::delivery, "riy"})->from == 50);
  hear(state, found(state, 50, 0));
  CHECK(asked(state, FindNext{TableId::delivery})->from == 51);
  hear(state, found(state, 50, 0));
  request = asked(state, FindNext{TableId::delivery, true});
  CHECK(request->from == 49);
  CHECK(request->backwards);
}

TEST_CASE("Before the first row comes the last one") {
  AppState state = four_columns();
  run(state, FindText{TableId::delivery, "x"});
  hear(state, found(state, 7, 0));
  run(state, Select{TableId::delivery, CellRange{}});
  CHECK(asked(state, FindNext{TableId::delivery, true})->from >= 1000);
}

TEST_CASE("Each press is a step, also before the answer to the last one is there") {
  AppState state = four_columns();
  run(state, FindText{TableId::delivery, "x"});
  for (int press = 0; press < 3; ++press)
    CHECK_FALSE(asked(state, FindNext{TableId::delivery}));
  CHECK_FALSE(asked(state, FindNext{TableId::delivery, true}));
  Effects effects;
  const auto hear_and_ask = [&](std::uint64_t row) -> std::optional<messages::FindRequest> {
    effects.clear();
    receive(state, found(state, row, 0), effects);
    for (const auto& effect : effects) {
      if (const auto* request = std::get_if<messages::FindRequest>(&effect)) return *request;
    }
    return std::nullopt;
  };
  CHECK(hear_and_ask(10)->from == 11);
  CHECK(hear_and_ask(20)->from == 21);
  CHECK_FALSE(hear_and_ask(30));
  CHECK(delivery(state).selection->row == 30);

  run(state, FindNext{TableId::delivery});
  run(state, FindNext{TableId::delivery});
  run(state, FindText{TableId::delivery, "xy"});
  CHECK_FALSE(hear_and_ask(40));  // of another text
}

TEST_CASE("After a correction, which leaves older questions unanswered, a press asks again") {
  AppState state = four_columns();
  run(state, FindText{TableId::delivery, "x"});
  state.report->corrections.zone = "Asia/Dubai";
  Effects effects;
  ask_for_missing(state, effects);
  CHECK(asked(state, FindNext{TableId::delivery}));
}

TEST_CASE("What is found is selected and brought into view") {
  AppState state = four_columns();
  run(state, MoveColumn{TableId::delivery, 3, 0, false});
  run(state, FindText{TableId::delivery, "x"});
  hear(state, found(state, 500, 1));
  CHECK(delivery(state).selection == CellRange{.from_row = 500, .row = 500, .from_column = 2, .column = 2});
  CHECK(delivery(state).first_visible == 490);
  run(state, FindNext{TableId::delivery});
  hear(state, found(state, 505, 1));
  CHECK(delivery(state).first_visible == 490);  // it is in view
  run(state, FindNext{TableId::delivery});
  hear(state, found(state, 999, 1));
  CHECK(delivery(state).first_visible == 980);
  run(state, FindNext{TableId::delivery});
  hear(state, found(state, 3, 1));
  CHECK(delivery(state).first_visible == 0);
}

TEST_CASE("An answer that is not the last question's, or of other rows, moves nothing") {
  AppState state = four_columns();
  run(state, FindText{TableId::delivery, "x"});
  const messages::Found old = found(state, 500, 0);
  run(state, FindText{TableId::delivery, "xy"});
  hear(state, old);
  CHECK_FALSE(delivery(state).selection);
  CHECK(delivery(state).find->answer.id == 0);

  messages::Found of_other_rows = found(state, 500, 0);
  run(state, SetSearch{TableId::delivery, "y"});
  ask(state);
  answer(state, TableId::delivery, 10);
  hear(state, of_other_rows);
  CHECK_FALSE(delivery(state).selection);

  run(state, FindText{TableId::delivery, "z"});
  messages::Found nothing = found(state, 0, 0);
  nothing.answer.place.reset();
  hear(state, nothing);
  CHECK_FALSE(delivery(state).selection);
  CHECK(delivery(state).find->answer.id == nothing.answer.id);
}

TEST_CASE("No text is looked for nowhere, and without a text there is no next one") {
  AppState state = four_columns();
  CHECK_FALSE(asked(state, FindNext{TableId::delivery}));
  run(state, FindText{TableId::delivery, "x"});
  const messages::Found late = found(state, 5, 0);
  CHECK_FALSE(asked(state, FindText{TableId::delivery, ""}));
  hear(state, late);
  CHECK_FALSE(delivery(state).selection);
  CHECK_FALSE(asked(state, FindNext{TableId::delivery}));
}

}  // namespace
}  // namespace campaign_lens::app
