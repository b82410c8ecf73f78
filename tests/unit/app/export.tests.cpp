#include "app/export.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "open_report.h"

namespace campaign_lens::app {
namespace {

using messages::ExportFormat;
using Rows = AppState::ExportChoice::Rows;

Effects effects_of(AppState& state, const Command& command) {
  Effects effects;
  apply(state, command, effects);
  return effects;
}

// A report of four columns of messages and two of clicks, its first questions answered.
AppState four_columns() {
  AppState state = answered_report();
  for (const char* key : {"number", "status", "reason", "city"})
    state.report->summary.columns[0].push_back({.key = key, .title = key});
  for (const char* key : {"number", "location"})
    state.report->summary.columns[1].push_back({.key = key, .title = key});
  answer_window_if_asked(state);
  return state;
}

template <typename Change>
void choose(AppState& state, Change change) {
  AppState::ExportChoice choice = state.export_choice;
  change(choice);
  run(state, ChooseExport{choice});
}

// The one estimate that is asked for; of id 0: none is.
messages::EstimateExport estimate_in(const Effects& effects) {
  messages::EstimateExport found;
  for (const messages::ToPage& effect : effects) {
    if (const auto* estimate = std::get_if<messages::EstimateExport>(&effect)) found = *estimate;
  }
  return found;
}

messages::StartExport start_of(AppState& state) {
  const Effects effects = effects_of(state, Export{});
  REQUIRE(effects.size() == 1);
  const auto* start = std::get_if<messages::StartExport>(effects.data());
  REQUIRE(start != nullptr);
  return *start;
}

TEST_CASE("Export takes both tables as they are on screen, once") {
  AppState state = four_columns();
  run(state, FilterByCount{CountId::failed});
  run(state, SetSearch{TableId::clicks, "jeddah"});
  run(state, OpenExport{});
  CHECK(state.export_dialog);
  const messages::StartExport start = start_of(state);
  CHECK(start.request.format == ExportFormat::xlsx);
  CHECK(start.request.delivery == delivery(state).wanted);
  CHECK(start.request.clicks == clicks(state).wanted);
  CHECK(start.request.options == ExportOptions());
  CHECK_FALSE(start.ask_where);
  CHECK(state.exporting.has_value());
  CHECK_FALSE(state.export_dialog);
  CHECK(effects_of(state, Export{}).empty());
  run(state, OpenExport{});
  CHECK_FALSE(state.export_dialog);
  const Effects cancelled = effects_of(state, CancelExport{});
  REQUIRE(cancelled.size() == 1);
  CHECK(std::holds_alternative<messages::CancelExport>(cancelled[0]));
}

TEST_CASE("What was said of the export before is gone when the next one begins") {
  AppState state = four_columns();
  state.notice = AppState::Notice{AppState::Notice::Tone::success, "Exported", "2 MB"};
  run(state, OpenExport{});
  CHECK(state.notice);
  start_of(state);
  CHECK_FALSE(state.notice);
}

TEST_CASE("What is shown has the columns that are on screen in their order") {
  AppState state = four_columns();
  run(state, ShowColumn{TableId::delivery, 2, false});
  run(state, MoveColumn{TableId::delivery, 3, 0, false});
  run(state, PinColumn{TableId::delivery, 1, true});
  CHECK(export_request(state).options.columns[0] == std::vector<std::uint32_t>{1, 3, 0});
  CHECK(export_request(state).options.columns[1].empty());
  run(state, SetColumnWidth{TableId::clicks, 1, 200});
  CHECK(export_request(state).options.columns[1].empty());
}

TEST_CASE("Everything has all rows and all columns in the order of the report") {
  AppState state = four_columns();
  run(state, FilterByCount{CountId::failed});
  run(state, SetSearch{TableId::clicks, "jeddah"});
  run(state, SortBy{TableId::delivery, 1});
  run(state, ShowColumn{TableId::delivery, 2, false});
  choose(state, [](auto& choice) { choice.rows = Rows::all; });
  const messages::ExportRequest request = export_request(state);
  Query of_messages, of_clicks;
  of_clicks.table = TableId::clicks;
  CHECK(request.delivery == of_messages);
  CHECK(request.clicks == of_clicks);
  CHECK(request.options.columns[0].empty());
}

TEST_CASE("An audience is of the whole report, arranged as on screen, and has no clicks") {
  AppState state = four_columns();
  run(state, FilterByCount{CountId::success});
  run(state, SortBy{TableId::delivery, 1});
  run(state, ShowColumn{TableId::delivery, 2, false});
  choose(state, [](auto& choice) { choice.rows = Rows::audience, choice.audience = RowSet::never_clicked; });
  const messages::ExportRequest request = export_request(state);
  CHECK(request.delivery.statuses.empty());
  REQUIRE(request.delivery.sets.size() == 1);
  CHECK(request.delivery.sets[0].set == RowSet::never_clicked);
  CHECK_FALSE(request.delivery.sets[0].negated);
  CHECK(request.delivery.sort.size() == 1);
  CHECK(request.options.columns[0].size() == 3);
  CHECK(request.options.delivery);
  CHECK(request.options.failures);
  CHECK_FALSE(request.options.clicks);
  CHECK_FALSE(request.options.locations);
  choose(state, [](auto& choice) { choice.format = ExportFormat::csv, choice.table = TableId::clicks; });
  CHECK(export_request(state).options.delivery);
}

TEST_CASE("As text the rows are those of the table on the tab that is shown, or of the one that is chosen") {
  AppState state = four_columns();
  run(state, ShowTab{Tab::clicks});
  run(state, OpenExport{});
  choose(state, [](auto& choice) {
    choice.format = ExportFormat::ndjson;
    choice.options.mask_numbers = choice.options.right_to_left = true;
  });
  const ExportOptions of_clicks = export_request(state).options;
  CHECK(of_clicks.clicks);
  CHECK(of_clicks.mask_numbers);
  CHECK_FALSE(of_clicks.delivery);
  CHECK_FALSE(of_clicks.locations);
  CHECK_FALSE(of_clicks.failures);
  CHECK_FALSE(of_clicks.right_to_left);
  choose(state, [](auto& choice) { choice.table = TableId::delivery; });
  CHECK(export_request(state).options.delivery);
  CHECK_FALSE(export_request(state).options.clicks);
}

TEST_CASE("Options last from one export to the next; which rows begins with what is shown") {
  AppState state = four_columns();
  run(state, OpenExport{});
  choose(state, [](auto& choice) {
    choice.rows = Rows::all;
    choice.options.mask_numbers = true;
  });
  run(state, CloseExport{});
  CHECK_FALSE(state.export_dialog);
  run(state, OpenExport{});
  CHECK(state.export_choice.rows == Rows::shown);
  CHECK(state.export_choice.options.mask_numbers);
}

TEST_CASE("An estimate is asked for when the dialog opens and when what is exported changes") {
  AppState state = four_columns();
  CHECK(estimate_in(ask(state)).id == 0);
  run(state, OpenExport{});
  const messages::EstimateExport first = estimate_in(ask(state));
  CHECK(first.id != 0);
  CHECK(first.request == export_request(state));
  CHECK(ask(state).empty());
  choose(state, [](auto& choice) { choice.ask_where = true; });
  CHECK(ask(state).empty());
  choose(state, [](auto& choice) { choice.options.failures = false; });
  const messages::EstimateExport second = estimate_in(ask(state));
  CHECK(second.id == first.id + 1);
  CHECK_FALSE(second.request.options.failures);
}

TEST_CASE("A stale estimate is dropped, also of a dialog that is closed") {
  AppState state = four_columns();
  run(state, OpenExport{});
  const messages::EstimateExport first = estimate_in(ask(state));
  choose(state, [](auto& choice) { choice.options.mask_numbers = true; });
  const messages::EstimateExport second = estimate_in(ask(state));
  hear(state, messages::Estimated{.id = first.id, .bytes = 1});
  CHECK_FALSE(estimate_of(state));
  hear(state, messages::Estimated{.id = second.id, .bytes = 2});
  REQUIRE(estimate_of(state));
  CHECK(estimate_of(state)->bytes == 2);
  choose(state, [](auto& choice) { choice.options.mask_numbers = false; });
  ask(state);
  CHECK_FALSE(estimate_of(state));
  run(state, CloseExport{});
  run(state, OpenExport{});
  const messages::EstimateExport third = estimate_in(ask(state));
  hear(state, messages::Estimated{.id = second.id, .bytes = 2});
  CHECK_FALSE(estimate_of(state));
  CHECK(third.id > second.id);
}

TEST_CASE(
    "When the report has changed the estimate is asked for anew; of another report the dialog is none") {
  AppState state = four_columns();
  run(state, OpenExport{});
  ask(state);
  messages::Updated updated = updated_summary(2000);
  updated.summary.columns[0] = state.report->summary.columns[0];
  updated.summary.columns[1] = state.report->summary.columns[1];
  hear(state, updated);
  CHECK(estimate_in(ask(state)).id == 2);
  hear(state, messages::Opened{});
  CHECK_FALSE(state.export_dialog);
}

TEST_CASE("The rows of what is exported are known at once, but for an audience") {
  AppState state = four_columns();
  run(state, OpenExport{});
  CHECK(exported_rows(state, TableId::delivery) == 1000);
  run(state, SetSearch{TableId::delivery, "x"});
  CHECK_FALSE(exported_rows(state, TableId::delivery));
  choose(state, [](auto& choice) { choice.rows = Rows::all; });
  CHECK(exported_rows(state, TableId::clicks) == 50);
  choose(state, [](auto& choice) { choice.rows = Rows::audience, choice.audience = RowSet::clicked; });
  CHECK_FALSE(exported_rows(state, TableId::delivery));
  hear(state, messages::Estimated{.id = estimate_in(ask(state)).id, .bytes = 1, .delivery_rows = 7});
  CHECK(exported_rows(state, TableId::delivery) == 7);
}

TEST_CASE("Audiences are counted by what was looked into, if that was the whole report") {
  AppState state = four_columns();
  CHECK_FALSE(recipients_of(*state.report, RowSet::clicked));
  run(state, ShowTab{Tab::insight});
  const auto explain = [&](std::uint64_t clicked) {
    ask(state);
    messages::InsightAnswer answer;
    answer.id = state.report->meaning.asked->id;
    answer.insight.row_sets[static_cast<std::size_t>(RowSet::clicked)] = clicked;
    hear(state, messages::Explained{answer});
  };
  explain(12);
  CHECK(recipients_of(*state.report, RowSet::clicked) == 12);
  run(state, FilterByCount{CountId::failed});
  run(state, ShowTab{Tab::insight});
  explain(3);
  CHECK_FALSE(recipients_of(*state.report, RowSet::clicked));
}

TEST_CASE(
    "A large export goes to where the person chooses, if the browser can ask; otherwise if it is wished") {
  AppState state = four_columns();
  const auto estimated = [&](std::uint64_t bytes) {
    hear(state, messages::Estimated{.id = state.export_dialog->asked->id, .bytes = bytes});
  };
  run(state, OpenExport{});
  ask(state);
  estimated(80'000'000);
  CHECK_FALSE(asks_where(state));
  state.environment.asks_where = true;
  CHECK(asks_where(state));
  estimated(40'000'000);
  CHECK_FALSE(asks_where(state));
  choose(state, [](auto& choice) { choice.ask_where = true; });
  CHECK(asks_where(state));
  CHECK(start_of(state).ask_where);
}

TEST_CASE("An export that is too large to be estimated in time is guessed to be large") {
  AppState state = four_columns();
  state.environment.asks_where = true;
  run(state, OpenExport{});
  CHECK_FALSE(asks_where(state));
  choose(state, [](auto& choice) { choice.rows = Rows::all; });
  state.report->summary.rows[0] = 10'000'000;
  CHECK(asks_where(state));
}

TEST_CASE("A failed export says which kind of file could not be written") {
  AppState state = four_columns();
  choose(state, [](auto& choice) { choice.format = ExportFormat::csv; });
  run(state, Export{});
  hear(state, messages::ExportFailed{{"The disk is full.", std::nullopt}, false});
  CHECK(state.notice->text == "The file could not be written. The disk is full.");
}

}  // namespace
}  // namespace campaign_lens::app
