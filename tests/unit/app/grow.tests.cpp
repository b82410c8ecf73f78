#include <catch2/catch_test_macros.hpp>

#include "open_report.h"

namespace campaign_lens::app {
namespace {

// The first rows of a file are there and drawn; the rest is being read.
AppState growing_report(std::uint64_t rows = 1000) {
  AppState state;
  hear(state, messages::OpenStarted{"a.json", 500});
  hear(state, growing_summary(rows));
  ask(state);
  answer(state, TableId::delivery, rows);
  answer(state, TableId::clicks, 0);
  run(state, ScrollTo{TableId::delivery, 0, 20});
  return state;
}

const messages::QueryRequest* query_in(const Effects& effects, TableId table) {
  for (const messages::ToPage& effect : effects) {
    const auto* query = std::get_if<messages::QueryRequest>(&effect);
    if (query != nullptr && query->query.table == table) return query;
  }
  return nullptr;
}

TEST_CASE("The first rows are a report while the rest is read, until it is complete") {
  AppState state;
  hear(state, messages::OpenStarted{"a.json", 500});
  CHECK_FALSE(state.growing());
  hear(state, growing_summary(10));
  CHECK(state.growing());
  CHECK(state.report->summary.rows[0] == 10);
  hear(state, messages::OpenProgress{250, 10, 0, 12});
  CHECK(state.opening->progress.bytes_read == 250);
  hear(state, updated_summary(20));
  CHECK(state.growing());
  hear(state, updated_summary(30, true));
  CHECK_FALSE(state.opening);
  CHECK(state.report->summary.rows[0] == 30);
  CHECK(state.report->open_ms == 30);
}

TEST_CASE("More rows leave the filters, the place in the grid and the tab as they are") {
  AppState state = growing_report();
  run(state, SetSearch{TableId::delivery, "riyadh"});
  run(state, SortBy{TableId::delivery, 1});
  run(state, ScrollTo{TableId::delivery, 300, 20});
  run(state, ShowTab{Tab::reading});
  const Query wanted = delivery(state).wanted;
  hear(state, updated_summary(2000));
  CHECK(delivery(state).wanted == wanted);
  CHECK(delivery(state).first_visible == 300);
  CHECK(state.report->tab == Tab::reading);
}

TEST_CASE("More rows are asked for in both tables, and what was there is shown until they come") {
  AppState state = growing_report();
  ask(state);
  answer_window(state, TableId::delivery);
  hear(state, updated_summary(2000));
  const Effects effects = ask(state);
  CHECK(query_in(effects, TableId::delivery) != nullptr);
  CHECK(query_in(effects, TableId::clicks) != nullptr);
  CHECK(effects.size() == 2);
  CHECK(ask(state).empty());
  CHECK(delivery(state).answer.rows == 1000);
  CHECK(delivery(state).window.rows > 0);

  answer(state, TableId::delivery, 2000);
  const Effects next = ask(state);
  REQUIRE(next.size() == 1);
  CHECK(std::get<messages::WindowRequest>(next[0]).query_id == delivery(state).answer.id);
  CHECK(delivery(state).window.rows > 0);
  answer_window(state, TableId::delivery);
  CHECK(ask(state).empty());
}

TEST_CASE("However often a report grows, the question is asked once of what is there") {
  AppState state = growing_report();
  hear(state, updated_summary(2000));
  ask(state);
  const std::uint32_t id = delivery(state).asked_id;
  hear(state, updated_summary(3000));
  hear(state, updated_summary(4000));
  const Effects effects = ask(state);
  const messages::QueryRequest* query = query_in(effects, TableId::delivery);
  REQUIRE(query != nullptr);
  CHECK(query->id == id + 1);
  hear(state, messages::Queried{{.id = id, .table = TableId::delivery, .rows = 2000}});
  CHECK(delivery(state).answer.rows == 1000);
  answer(state, TableId::delivery, 4000);
  CHECK(delivery(state).answer.rows == 4000);
  CHECK(query_in(ask(state), TableId::delivery) == nullptr);
}

TEST_CASE("Another file takes the place of the one that is being read; what was read of that stays") {
  AppState state = growing_report();
  hear(state, messages::OpenStarted{"b.json", 700});
  CHECK_FALSE(state.growing());
  CHECK(state.report->summary.rows[0] == 1000);
  SECTION("until the first rows of the other are there") {
    hear(state, growing_summary(5));
    CHECK(state.growing());
    CHECK(state.opening->source.file_name == "b.json");
    CHECK(state.report->summary.rows[0] == 5);
  }
  SECTION("also when it is told to be complete") {
    hear(state, updated_summary(1500, true));
    CHECK(state.report->summary.rows[0] == 1500);
    CHECK(state.opening->source.file_name == "b.json");
  }
  SECTION("for good if the other is cancelled") {
    hear(state, messages::OpenFailed{"b.json", {"cancelled", std::nullopt}, true});
    CHECK_FALSE(state.opening);
    CHECK_FALSE(state.notice);
    CHECK(state.report->summary.rows[0] == 1000);
  }
}

TEST_CASE("A file that turns out to be damaged later on keeps the rows before, and says so") {
  AppState state = growing_report();
  hear(state, messages::OpenFailed{"a.json", {"A comma is missing.", Place{12, 345}}, false});
  CHECK_FALSE(state.opening);
  CHECK(state.report->summary.rows[0] == 1000);
  REQUIRE(state.notice);
  CHECK(state.notice->text == "“a.json” could not be read to its end. A comma is missing.");
  CHECK(state.notice->detail == "line 12, byte 345");
}

TEST_CASE("A dead engine ends the growth, but not the reading of another file") {
  AppState state = growing_report();
  SECTION("its own") {
    hear(state, messages::EngineFailed{"out of memory"});
    CHECK_FALSE(state.opening);
  }
  SECTION("another") {
    hear(state, messages::OpenStarted{"b.json", 700});
    hear(state, messages::EngineFailed{"out of memory"});
    CHECK(state.opening.has_value());
  }
}

TEST_CASE("Without a report there is nothing to update") {
  AppState state;
  hear(state, updated_summary(10));
  CHECK_FALSE(state.report);
}

}  // namespace
}  // namespace campaign_lens::app
