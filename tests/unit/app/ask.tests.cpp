#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "open_report.h"

namespace campaign_lens::app {
namespace {

const messages::WindowRequest* window_in(const Effects& effects) {
  return effects.size() == 1 ? std::get_if<messages::WindowRequest>(effects.data()) : nullptr;
}

TEST_CASE("Without a report nothing is asked") {
  AppState state;
  CHECK(ask(state).empty());
}

TEST_CASE("A new report is asked for the rows of both tables, once") {
  AppState state = open_report();
  const Effects effects = ask(state);
  REQUIRE(effects.size() == 2);
  CHECK(std::get<messages::QueryRequest>(effects[0]).query.table == TableId::delivery);
  CHECK(std::get<messages::QueryRequest>(effects[1]).query.table == TableId::clicks);
  CHECK(ask(state).empty());
}

const messages::QueryRequest* query_in(const Effects& effects) {
  return effects.size() == 1 ? std::get_if<messages::QueryRequest>(effects.data()) : nullptr;
}

TEST_CASE("What is typed while the engine is busy is asked at once, and only the last answer is shown") {
  AppState state = answered_report();
  answer_window_if_asked(state);
  run(state, SetSearch{TableId::delivery, "r"});
  const Effects first = ask(state);
  REQUIRE(query_in(first) != nullptr);
  run(state, SetSearch{TableId::delivery, "ri"});
  run(state, SetSearch{TableId::delivery, "riy"});
  const Effects second = ask(state);
  REQUIRE(query_in(second) != nullptr);
  CHECK(query_in(second)->query.search == "riy");
  hear(state, messages::Queried{{.id = query_in(first)->id, .table = TableId::delivery, .rows = 5}});
  CHECK(delivery(state).answer.rows == 1000);
  answer(state, TableId::delivery, 10);
  CHECK(delivery(state).answer.rows == 10);
}

TEST_CASE("What takes long shows how far it is, and is given up for the rows that are shown") {
  AppState state = answered_report();
  answer_window_if_asked(state);
  run(state, SetSearch{TableId::delivery, "r"});
  const Effects asked = ask(state);
  REQUIRE(query_in(asked) != nullptr);
  CHECK_FALSE(delivery(state).progress);
  hear(state,
       messages::QueryProgress{.table = TableId::delivery, .id = query_in(asked)->id - 1, .done = 0.5});
  CHECK_FALSE(delivery(state).progress);
  hear(state, messages::QueryProgress{.table = TableId::delivery, .id = query_in(asked)->id, .done = 0.25});
  CHECK(delivery(state).progress == 0.25);

  run(state, CancelQuery{TableId::delivery});
  CHECK(delivery(state).wanted.search.empty());
  const Effects again = ask(state);
  REQUIRE(query_in(again) != nullptr);
  CHECK(query_in(again)->query.search.empty());
  CHECK_FALSE(delivery(state).progress);
  answer(state, TableId::delivery, 1000);
  hear(state, messages::QueryProgress{.table = TableId::delivery, .id = query_in(again)->id, .done = 1});
  CHECK_FALSE(delivery(state).progress);
  run(state, CancelQuery{TableId::delivery});
  CHECK(ask(state).size() == 1);  // the window of the new answer
}

TEST_CASE("No window is asked for before the grid is drawn, its rows are known, and there are any") {
  AppState state = open_report();
  ask(state);
  run(state, ScrollTo{TableId::delivery, 0, 20});
  CHECK(ask(state).empty());
  answer(state, TableId::clicks, 50);
  CHECK(ask(state).empty());
  answer(state, TableId::delivery, 0);
  CHECK(ask(state).empty());
}

TEST_CASE("A window is read a screenful ahead, and asked for once") {
  AppState state = answered_report();
  run(state, ScrollTo{TableId::delivery, 100, 20});
  const Effects effects = ask(state);
  const messages::WindowRequest* window = window_in(effects);
  REQUIRE(window != nullptr);
  CHECK(window->first == 79);
  CHECK(window->count == 62);
  CHECK(window->query_id == delivery(state).answer.id);
  CHECK_FALSE(window->exact);
  run(state, ScrollTo{TableId::delivery, 500, 20});
  CHECK(ask(state).empty());  // one is on its way
  answer_window(state, TableId::delivery);
  const Effects next = ask(state);
  REQUIRE(window_in(next) != nullptr);
  CHECK(window_in(next)->first == 479);
}

TEST_CASE("A short scroll within what is there asks for nothing") {
  AppState state = answered_report();
  run(state, ScrollTo{TableId::delivery, 100, 20});
  ask(state);
  answer_window(state, TableId::delivery);
  CHECK(ask(state).empty());
  run(state, ScrollTo{TableId::delivery, 105, 20});
  CHECK(ask(state).empty());
  run(state, ScrollTo{TableId::delivery, 115, 20});
  CHECK(ask(state).size() == 1);
}

TEST_CASE("At both ends nothing beyond the rows is asked for, and nothing again") {
  AppState state = answered_report(1000);
  for (const std::uint64_t first : {std::uint64_t{0}, std::uint64_t{980}}) {
    run(state, ScrollTo{TableId::delivery, first, 20});
    const Effects effects = ask(state);
    REQUIRE(window_in(effects) != nullptr);
    CHECK(window_in(effects)->first + window_in(effects)->count <= 1000);
    answer_window(state, TableId::delivery);
    CHECK(ask(state).empty());
  }
}

TEST_CASE("The last rows of ten million are asked for as exactly as the first") {
  AppState state = answered_report(10'000'000);
  run(state, ScrollTo{TableId::delivery, 9'999'980, 20});
  const Effects effects = ask(state);
  REQUIRE(window_in(effects) != nullptr);
  CHECK(window_in(effects)->first + window_in(effects)->count == 10'000'000);
}

TEST_CASE("While a question is open the rows of the last one can be scrolled through") {
  AppState state = answered_report();
  answer_window_if_asked(state);
  run(state, SetSearch{TableId::delivery, "x"});
  CHECK(ask(state).size() == 1);
  run(state, ScrollTo{TableId::delivery, 500, 20});
  const Effects effects = ask(state);
  REQUIRE(window_in(effects) != nullptr);
  CHECK(window_in(effects)->query_id == delivery(state).answer.id);
}

const messages::FacetRequest* values_in(const Effects& effects) {
  return effects.size() == 1 ? std::get_if<messages::FacetRequest>(effects.data()) : nullptr;
}

void show_values(AppState& state, std::uint32_t column, std::string search) {
  run(state, ShowValues{.table = TableId::delivery,
                        .column = column,
                        .search = std::move(search),
                        .first = 0,
                        .count = 100});
}

void answer_values(AppState& state, std::uint64_t distinct) {
  hear(state, messages::Faceted{{.id = delivery(state).values_asked_id, .distinct = distinct, .values = {}}});
}

TEST_CASE(
    "The values of a column are asked for while they are looked at, under the filters that are wanted") {
  AppState state = answered_report();
  answer_window_if_asked(state);
  delivery(state).wanted.sort = {SortKey{1, false}};
  ask(state);
  answer(state, TableId::delivery, 10);
  answer_window_if_asked(state);
  show_values(state, 3, "ri");
  const Effects effects = ask(state);
  const messages::FacetRequest* request = values_in(effects);
  REQUIRE(request != nullptr);
  CHECK(request->column == 3);
  CHECK(request->search == "ri");
  CHECK(request->count == 100);
  CHECK(request->query.sort.empty());
  CHECK(ask(state).empty());
  answer_values(state, 7);
  CHECK(delivery(state).values->answer.distinct == 7);
  CHECK(ask(state).empty());
  run(state, HideValues{TableId::delivery});
  CHECK_FALSE(delivery(state).values);
  CHECK(ask(state).empty());
}

TEST_CASE("Values are asked for anew for another search, at once, and when the report has changed") {
  AppState state = answered_report();
  answer_window_if_asked(state);
  show_values(state, 3, "r");
  REQUIRE(values_in(ask(state)) != nullptr);
  show_values(state, 3, "ri");
  show_values(state, 3, "riy");
  const Effects effects = ask(state);
  REQUIRE(values_in(effects) != nullptr);
  CHECK(values_in(effects)->search == "riy");
  answer_values(state, 2);
  CHECK(ask(state).empty());

  hear(state, updated_summary(2'000, true));
  const Effects anew = ask(state);
  CHECK(std::ranges::any_of(anew, [](const messages::ToPage& effect) {
    return std::holds_alternative<messages::FacetRequest>(effect);
  }));
}

TEST_CASE("An answer about the values of a column that is not looked at any more is dropped") {
  AppState state = answered_report();
  answer_window_if_asked(state);
  show_values(state, 3, "");
  ask(state);
  const std::uint32_t late = delivery(state).values_asked_id;
  show_values(state, 4, "");
  REQUIRE(values_in(ask(state)) != nullptr);
  hear(state, messages::Faceted{{.id = late, .distinct = 7, .values = {}}});
  CHECK(delivery(state).values->answer.id == 0);
}

}  // namespace
}  // namespace campaign_lens::app
