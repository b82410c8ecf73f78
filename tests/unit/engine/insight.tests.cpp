#include <catch2/catch_test_macros.hpp>
#include <string>

#include "engine/engine.h"
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
  const messages::InsightAnswer whole = engine.insight({.id = 5, .delivery = {}, .clicks = {}}).result();
  CHECK(whole.id == 5);
  CHECK(whole.insight.rows == std::array<std::uint64_t, kTableCount>{3, 1});
  CHECK(whole.insight.counts == engine.summary().counts);
  CHECK(whole.insight.clicks.delivered_clicked == 1);
  const Query failed{.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}};
  const Query nowhere{.statuses = {}, .search = "nowhere", .sort = {}};
  const Insight shown = engine.insight({.id = 6, .delivery = failed, .clicks = nowhere}).result().insight;
  CHECK(shown.rows == std::array<std::uint64_t, kTableCount>{1, 0});
  CHECK(shown.failures.messages == 1);
  CHECK(shown.clicks.total.all.clicks == 0);
}

TEST_CASE("A query keeps the rows of a set, or the others, beside its other filters") {
  Engine engine = engine_of(kReport);
  const Query not_confirmed{
      .statuses = {}, .search = {}, .sort = {}, .sets = {{.set = RowSet::not_confirmed}}};
  CHECK(engine.query({.id = 7, .query = not_confirmed}).result().rows == 1);
  CHECK(first_cells(engine, TableId::delivery) == std::vector<std::string>{"+966500000003"});
  const Query others{.statuses = {},
                     .search = {},
                     .sort = {{.column = 0, .descending = true}},
                     .sets = {{.set = RowSet::not_confirmed, .negated = true}}};
  CHECK(engine.query({.id = 8, .query = others}).result().rows == 2);
  CHECK(first_cells(engine, TableId::delivery) == std::vector<std::string>{"+966500000002", "+966500000001"});
  const Query both{.statuses = FamilySet().with(StatusFamily::success),
                   .search = {},
                   .sort = {},
                   .sets = {{.set = RowSet::not_confirmed, .negated = true}, {.set = RowSet::clicked}}};
  CHECK(engine.query({.id = 9, .query = both}).result().rows == 1);
  // Of clicks it is passed over.
  Query of_clicks = not_confirmed;
  of_clicks.table = TableId::clicks;
  CHECK(engine.query({.id = 1, .query = of_clicks}).result().rows == 1);

  const messages::FacetAnswer statuses =
      engine.facet({.id = 1, .query = others, .column = 1, .search = {}, .count = 9}).result();
  CHECK(statuses.rows == 2);
  CHECK(statuses.distinct == 2);
  CHECK(engine.insight({.delivery = others, .clicks = {}}).result().insight.rows[0] == 2);
  const messages::WorkbookPlan plan = engine.export_begin({.delivery = others, .clicks = {}}).result();
  CHECK(plan.sheets[0].rows == 2);
  CHECK(plan.delivery_filters == "without \"Not confirmed\"; sorted by Number, Z to A");
}

TEST_CASE("What is in the future is so by the engine's clock, once for a report as it was described last") {
  static TimeUs time;
  time = parse_time("2026-03-01T06:00:07.500Z")->us;
  Engine engine(test_zones, [] { return time; });
  engine.begin({.file_names = {"report.json"}, .file_bytes = kReport.size()});
  REQUIRE(engine.feed(bytes_of(kReport)).ok());
  REQUIRE(engine.finish().ok());
  const Query in_future{
      .statuses = {}, .search = {}, .sort = {}, .sets = {{.set = RowSet::messages_in_future}}};
  CHECK(engine.query({.id = 1, .query = in_future}).result().rows == 1);
  time += 3'600'000'000;
  const auto size = [&] {
    return engine.insight({}).result().insight.row_sets[static_cast<std::size_t>(RowSet::messages_in_future)];
  };
  CHECK(size() == 1);
  engine.describe();
  CHECK(size() == 0);
  CHECK(engine.query({.id = 2, .query = in_future}).result().rows == 0);
}

TEST_CASE("A correction is followed by insight") {
  Engine engine = engine_of(R"([{"number": "+966500000001", "status": "odd"}])");
  CHECK(engine.insight({}).result().insight.counts[CountId::failed] == 0);
  REQUIRE(
      engine
          .correct({.roles = {}, .statuses = {{.status = "odd", .family = StatusFamily::failed}}, .zone = {}})
          .ok());
  CHECK(engine.insight({}).result().insight.counts[CountId::failed] == 1);
  CHECK(engine.insight({}).result().insight.failures.messages == 1);
}

}  // namespace campaign_lens
