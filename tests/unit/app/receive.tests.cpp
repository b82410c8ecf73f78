#include <catch2/catch_test_macros.hpp>

#include "open_report.h"

namespace campaign_lens::app {
namespace {

using Tone = AppState::Notice::Tone;

TEST_CASE("A file opens beside the report that is open, and replaces it when it is read") {
  AppState state = answered_report();
  hear(state, messages::OpenStarted{"next.json", 500});
  hear(state, messages::OpenProgress{250, 10, 0, 12});
  CHECK(state.report.has_value());
  CHECK(state.opening->progress.bytes_read == 250);
  messages::Opened opened;
  opened.summary.campaign_name = "Next";
  hear(state, opened);
  CHECK_FALSE(state.opening);
  CHECK(state.report->summary.campaign_name == "Next");
}

TEST_CASE("A file that fails to open leaves what was open, and says what is wrong and where") {
  AppState state = answered_report();
  hear(state, messages::OpenStarted{"bad.json", 500});
  hear(state, messages::OpenFailed{"bad.json", {"This is not JSON.", Place{12, 34567}}, false});
  CHECK(state.report.has_value());
  CHECK_FALSE(state.opening);
  REQUIRE(state.notice);
  CHECK(state.notice->tone == Tone::error);
  CHECK(state.notice->text == "“bad.json” could not be opened. This is not JSON.");
  CHECK(state.notice->detail == "line 12, byte 34,567");
}

TEST_CASE("A cancelled opening needs no words") {
  AppState state;
  hear(state, messages::OpenStarted{"a.json", 500});
  hear(state, messages::OpenFailed{"a.json", {"cancelled", std::nullopt}, true});
  CHECK_FALSE(state.opening);
  CHECK_FALSE(state.notice);
}

TEST_CASE("A refused folder does not end the reading of another file") {
  AppState state;
  hear(state, messages::OpenStarted{"a.json", 500});
  hear(state, messages::OpenFailed{"reports", {"This is a folder.", std::nullopt}, false});
  CHECK(state.opening.has_value());
  CHECK(state.notice.has_value());
}

TEST_CASE("A report of clicks alone shows the clicks") {
  CHECK(open_report(0, 50).report->tab == Tab::clicks);
  CHECK(open_report(10, 50).report->tab == Tab::delivery);
}

TEST_CASE("An answer to an older question is dropped") {
  AppState state = answered_report();
  const std::uint32_t old = delivery(state).asked_id;
  run(state, SetSearch{TableId::delivery, "x"});
  ask(state);
  hear(state, messages::Queried{{.id = old, .table = TableId::delivery, .rows = 7}});
  CHECK(delivery(state).answer.rows == 1000);
  answer(state, TableId::delivery, 3);
  CHECK(delivery(state).answer.rows == 3);
}

TEST_CASE("A late answer about the report before does not fit a question about this one") {
  AppState state = answered_report();
  const std::uint32_t before = delivery(state).asked_id;
  hear(state, messages::Opened{});
  hear(state, messages::Queried{{.id = before, .table = TableId::delivery, .rows = 1000}});
  CHECK(delivery(state).answer.rows == 0);
  ask(state);
  CHECK(delivery(state).asked_id != before);
}

TEST_CASE("Fewer rows than before pull the grid up to them") {
  AppState state = answered_report(1000);
  run(state, ScrollTo{TableId::delivery, 900, 20});
  ++delivery(state).asked_id;
  answer(state, TableId::delivery, 100);
  CHECK(delivery(state).first_visible == 80);
}

TEST_CASE("A window of an older question is not shown") {
  AppState state = answered_report();
  ask(state);
  const messages::WindowRequest asked = *delivery(state).window_asked;
  run(state, SetSearch{TableId::delivery, "x"});
  ask(state);
  answer(state, TableId::delivery, 500);
  messages::WindowAnswer late;
  late.query_id = asked.query_id, late.first = asked.first, late.rows = asked.count;
  hear(state, messages::Windowed{late});
  CHECK(delivery(state).window.rows == 0);
  CHECK_FALSE(delivery(state).window_asked);
}

TEST_CASE("A window that nobody asked for is not shown") {
  AppState state = answered_report();
  messages::WindowAnswer window;
  window.query_id = delivery(state).answer.id, window.rows = 5;
  hear(state, messages::Windowed{window});
  CHECK(delivery(state).window.rows == 0);
}

TEST_CASE("A finished export says its name, a cancelled one nothing, a failed one why") {
  AppState state = answered_report();
  run(state, Export{});
  hear(state, messages::ExportProgress{5, 10, 100});
  CHECK(state.exporting->progress.rows_done == 5);
  hear(state, messages::Exported{"Ramadan offer.xlsx", 2'000'000});
  CHECK_FALSE(state.exporting);
  CHECK(state.notice->tone == Tone::success);
  CHECK(state.notice->text == "Exported “Ramadan offer.xlsx”");
  run(state, DismissNotice{});
  run(state, Export{});
  hear(state, messages::ExportFailed{{"cancelled", std::nullopt}, true});
  CHECK_FALSE(state.exporting);
  CHECK_FALSE(state.notice);
  run(state, Export{});
  hear(state, messages::ExportFailed{{"Too many rows.", std::nullopt}, false});
  CHECK_FALSE(state.exporting);
  CHECK(state.notice->tone == Tone::error);
}

TEST_CASE("A dead engine is said, and what is on screen stays") {
  AppState state = answered_report();
  hear(state, messages::EngineFailed{"out of memory"});
  CHECK(state.report.has_value());
  CHECK(state.notice->tone == Tone::error);
  CHECK(state.notice->detail == "out of memory");
}

TEST_CASE("The environment and a dragged file are shown as the page tells them") {
  AppState state;
  hear(state, messages::Environment{.dark = true, .reduced_motion = true});
  CHECK(state.environment.dark);
  hear(state, messages::DragHover{true});
  CHECK(state.drag_over);
  hear(state, messages::DragHover{false});
  CHECK_FALSE(state.drag_over);
}

}  // namespace
}  // namespace campaign_lens::app
