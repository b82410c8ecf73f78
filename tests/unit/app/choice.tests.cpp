#include "app/choice.h"

#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <vector>

#include "open_report.h"

namespace campaign_lens::app {
namespace {

AppState three_columns() {
  AppState state = answered_report();
  state.report->summary.columns[0].resize(3);
  return state;
}

ColumnFilter text_filter(std::uint32_t column, std::string text) {
  return {.column = column, .condition = condition::Text{.texts = {std::move(text)}}};
}

TEST_CASE(
    "Undo goes back over every change of queries, columns and corrections, redo forth again, to the same "
    "values") {
  const std::vector<Command> changes = {
      FilterByCount{CountId::failed},
      ToggleFamily{StatusFamily::success},
      SetSearch{TableId::delivery, "a"},
      SetSearch{TableId::clicks, "b"},
      SortBy{TableId::delivery, 1},
      SetSort{TableId::delivery, {{2, true}, {0, false}}},
      SetFilter{TableId::delivery, text_filter(1, "x")},
      RemoveFilter{TableId::delivery, 1, FilterKind::text},
      SetFilter{TableId::clicks, text_filter(0, "x")},
      ClearFilters{TableId::clicks},
      OpenRows{.table = TableId::clicks, .sets = {RowSet::automatic_clicks}},
      RemoveSet{TableId::clicks, RowSet::automatic_clicks},
      ShowColumn{TableId::delivery, 2, false},
      PinColumn{TableId::delivery, 1, true},
      MoveColumn{TableId::delivery, 0, 1, false},
      SetColumnWidth{TableId::delivery, 1, 200},
      ResetColumns{TableId::delivery},
      SetZone{"Asia/Riyadh"},
      SetRole{TableId::delivery, "whom", Role::number},
      SetStatusMeaning{"42", StatusFamily::failed},
      UndoCorrections{},
      ResetView{}};
  AppState state = three_columns();
  std::vector<Choice> choices = {choice_of(*state.report)};
  for (const Command& change : changes) {
    run(state, change);
    choices.push_back(choice_of(*state.report));
    INFO("command " << change.index());
    CHECK_FALSE(choices.back() == choices[choices.size() - 2]);
  }
  for (std::size_t i = changes.size(); i-- > 0;) {
    run(state, Undo{});
    CHECK(choice_of(*state.report) == choices[i]);
  }
  run(state, Undo{});
  CHECK(choice_of(*state.report) == choices.front());
  for (std::size_t i = 1; i < choices.size(); ++i) {
    run(state, Redo{});
    CHECK(choice_of(*state.report) == choices[i]);
  }
  run(state, Redo{});
  CHECK(choice_of(*state.report) == choices.back());
}

TEST_CASE("What is typed or dragged in one go is one step") {
  AppState state = three_columns();
  run(state, SetSearch{TableId::delivery, "r"});
  run(state, ScrollTo{TableId::delivery, 0, 20});  // drawing does that by itself
  run(state, SetSearch{TableId::delivery, "ri"});
  run(state, SetColumnWidth{TableId::delivery, 1, 100});
  run(state, SetColumnWidth{TableId::delivery, 1, 110});
  run(state, SetColumnWidth{TableId::delivery, 2, 50});
  run(state, Undo{});
  CHECK(shown_columns(delivery(state).columns, 3)[1].width == 110);
  run(state, Undo{});
  CHECK(delivery(state).columns.empty());
  CHECK(delivery(state).wanted.search == "ri");
  run(state, Undo{});
  CHECK(delivery(state).wanted.search.empty());
}

TEST_CASE("Typing after something else is a step of its own") {
  AppState state = three_columns();
  run(state, SetSearch{TableId::delivery, "r"});
  run(state, ShowTab{Tab::clicks});
  run(state, SetSearch{TableId::delivery, "ri"});
  run(state, Undo{});
  CHECK(delivery(state).wanted.search == "r");
}

TEST_CASE("A change after undo leaves nothing to redo, and what changes nothing is no step") {
  AppState state = three_columns();
  run(state, FilterByCount{CountId::failed});
  run(state, Undo{});
  run(state, RemoveFilter{TableId::delivery, 1, std::nullopt});
  CHECK(state.report->history.future.size() == 1);
  run(state, SortBy{TableId::delivery, 1});
  CHECK(state.report->history.future.empty());
  run(state, Redo{});
  CHECK(delivery(state).wanted.statuses.empty());
}

TEST_CASE("History is bounded") {
  AppState state = three_columns();
  for (std::size_t i = 0; i < 2 * kMaxHistory; ++i)
    run(state, SortBy{TableId::delivery, static_cast<std::uint32_t>(i % 3)});
  CHECK(state.report->history.past.size() == kMaxHistory);
}

TEST_CASE("Other rows begin at their top without a selection; other widths change nothing of that") {
  AppState state = three_columns();
  const auto select = [&] {
    run(state, ScrollTo{TableId::delivery, 300, 20});
    run(state, Select{TableId::delivery, CellRange{.from_row = 310, .row = 310}});
  };
  select();
  run(state, SetColumnWidth{TableId::delivery, 1, 100});
  CHECK(delivery(state).first_visible == 300);
  CHECK(delivery(state).selection);
  run(state, MoveColumn{TableId::delivery, 0, 2, true});
  CHECK(delivery(state).first_visible == 300);
  CHECK_FALSE(delivery(state).selection);
  select();
  run(state, SortBy{TableId::delivery, 0});
  CHECK(delivery(state).first_visible == 0);
  CHECK_FALSE(delivery(state).selection);
  select();
  run(state, Undo{});
  CHECK(delivery(state).first_visible == 0);
  CHECK_FALSE(delivery(state).selection);
}

TEST_CASE("A selection is held within the rows and columns that are shown, and is copied in their order") {
  AppState state = three_columns();
  run(state, MoveColumn{TableId::delivery, 2, 0, false});
  run(state, ShowColumn{TableId::delivery, 1, false});
  run(state,
      Select{TableId::delivery, CellRange{.from_row = 5000, .row = 997, .from_column = 9, .column = 0}});
  const CellRange& range = *delivery(state).selection;
  CHECK(range.first_row() == 997);
  CHECK(range.rows() == 3);
  CHECK(range.columns() == 2);
  Effects effects;
  apply(state, CopySelection{TableId::delivery}, effects);
  REQUIRE(effects.size() == 1);
  const auto& copy = std::get<messages::CopyRows>(effects[0]);
  CHECK(copy.query_id == delivery(state).answer.id);
  CHECK(copy.first == 997);
  CHECK(copy.rows == 3);
  CHECK(copy.columns == std::vector<std::uint32_t>{2, 0});
}

TEST_CASE("That only the first rows of a selection were copied is said") {
  AppState state = three_columns();
  run(state, Select{TableId::delivery, CellRange{}});
  hear(state, messages::Copied{.rows = 3, .selected_rows = 3, .problem = {}});
  CHECK_FALSE(state.notice);
  hear(state, messages::Copied{.rows = 2'000, .selected_rows = 3'000, .problem = {}});
  CHECK(state.report->copied_rows == 2'000);
  REQUIRE(state.notice);
  CHECK(state.notice->text.find("2,000 rows") != std::string::npos);
}

TEST_CASE("What was copied is told until something else is selected; a failure is an error") {
  AppState state = three_columns();
  run(state, Select{TableId::delivery, CellRange{}});
  hear(state, messages::Copied{.rows = 1, .selected_rows = 1, .problem = {}});
  CHECK(state.report->copied_rows == 1);
  run(state, Select{TableId::delivery, CellRange{.from_row = 2, .row = 2}});
  CHECK_FALSE(state.report->copied_rows);
  hear(state, messages::Copied{.rows = 0, .selected_rows = 1, .problem = "forbidden"});
  REQUIRE(state.notice);
  CHECK(state.notice->detail == "forbidden");
}

TEST_CASE("An answer with fewer rows takes a selection beyond them away") {
  AppState state = three_columns();
  run(state, Select{TableId::delivery, CellRange{.from_row = 900, .row = 900}});
  hear(state, updated_summary(500, true));
  ask(state);
  answer(state, TableId::delivery, 500);
  CHECK_FALSE(delivery(state).selection);
}

}  // namespace
}  // namespace campaign_lens::app
