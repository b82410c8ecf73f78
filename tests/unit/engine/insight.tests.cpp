#include <catch2/catch_test_macros.hpp>
#include <string>

#include "engine/engine.h"
#include "engine/handle.h"
#include "reports.h"

namespace campaign_lens {

namespace {

std::vector<std::string> first_cells(const Engine& engine, TableId table) {
  const messages::WindowAnswer window =
      engine.window({.query_id = 0, .table = table, .first = 0, .count = 10, .exact = true});
  std::vector<std::string> cells;
  for (std::uint32_t row = 0; row < window.rows; ++row)
    cells.push_back(window.cells[std::size_t{row} * window.columns].text);
  return cells;
}

}  // namespace

TEST_CASE("Insight is of the report, and of the rows that queries keep") {
  Engine engine = engine_of(kReport);
  const messages::InsightAnswer whole = engine.insight({.id = 5, .delivery = {}, .clicks = {}});
  CHECK(whole.id == 5);
  CHECK(whole.insight.rows == std::array<std::uint64_t, kTableCount>{3, 1});
  CHECK(whole.insight.counts == engine.summary().counts);
  CHECK(whole.insight.clicks.delivered_clicked == 1);
  const Query failed{.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}};
  const Query nowhere{.statuses = {}, .search = "nowhere", .sort = {}};
  const Insight shown = engine.insight({.id = 6, .delivery = failed, .clicks = nowhere}).insight;
  CHECK(shown.rows == std::array<std::uint64_t, kTableCount>{1, 0});
  CHECK(shown.failures.messages == 1);
  CHECK(shown.clicks.total.all.clicks == 0);
}

TEST_CASE("The rows of a set become the selection of their table, in the order that is asked for") {
  Engine engine = engine_of(kReport);
  const messages::QueryAnswer answer = engine.open_rows({.id = 7, .set = RowSet::not_confirmed, .query = {}});
  CHECK(answer.id == 7);
  CHECK(answer.table == TableId::delivery);
  CHECK(answer.rows == 1);
  CHECK(first_cells(engine, TableId::delivery) == std::vector<std::string>{"+966500000003"});

  const Query by_number{.statuses = {}, .search = {}, .sort = {{.column = 0, .descending = true}}};
  const TimeUs before = parse_time("2026-03-01T00:00:00Z")->us;
  Engine early = engine_of(kReport);
  CHECK(
      early.open_rows({.id = 8, .set = RowSet::messages_in_future, .query = by_number, .now = before}).rows ==
      2);
  CHECK(first_cells(early, TableId::delivery) == std::vector<std::string>{"+966500000002", "+966500000001"});
  // Whatever was selected in this way is not taken for what a query selects.
  CHECK(early.query({.id = 9, .query = by_number}).rows == 3);
}

TEST_CASE("A correction is followed by insight") {
  Engine engine = engine_of(R"([{"number": "+966500000001", "status": "odd"}])");
  CHECK(engine.insight({}).insight.counts[CountId::failed] == 0);
  REQUIRE(
      engine
          .correct({.roles = {}, .statuses = {{.status = "odd", .family = StatusFamily::failed}}, .zone = {}})
          .ok());
  CHECK(engine.insight({}).insight.counts[CountId::failed] == 1);
  CHECK(engine.insight({}).insight.failures.messages == 1);
}

TEST_CASE("Insight and rows of a set are asked for and answered by messages") {
  Engine engine = engine_of(kReport);
  const Bytes answered = handle(
      engine,
      messages::encode(messages::Request(messages::InsightRequest{.id = 5, .delivery = {}, .clicks = {}})));
  const auto answer = messages::read_response(answered);
  REQUIRE(answer.ok());
  const auto insight = messages::decode_insight_answer(answer.value());
  REQUIRE(insight);
  CHECK(insight->insight == engine.insight({}).insight);
  const Bytes opened = handle(
      engine,
      messages::encode(messages::Request(messages::OpenRows{.id = 6, .set = RowSet::clicked, .query = {}})));
  const auto rows = messages::decode_query_answer(messages::read_response(opened).value());
  REQUIRE(rows);
  CHECK(rows->rows == 1);
}

}  // namespace campaign_lens
