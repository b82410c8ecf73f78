// A report that is used while it is read.

#include <string>

#include "reports.h"

namespace campaign_lens {

namespace {

using Reason = messages::Finish::Reason;

/// Messages from `first` up to `end`, each followed by a comma.
std::string rows_of(int first, int end) {
  std::string json;
  for (int row = first; row < end; ++row) {
    json += R"({"number": "+9665)" + std::to_string(10'000'000 + row) + R"(", "status": ")" +
            (row % 4 == 0 ? "Failed" : "Success") + "\"},\n";
  }
  return json;
}

/// An engine that has read the beginning of a report: so many messages, in whole chunks of about a megabyte.
Engine engine_with(int rows, std::uint64_t memory_limit = 0) {
  Engine engine(test_zones);
  engine.begin({.file_names = {"large.json"}, .file_bytes = 1'000'000'000, .memory_limit = memory_limit});
  REQUIRE(engine.feed(bytes_of("{\"messages\": [" + rows_of(0, rows))).ok());
  return engine;
}

constexpr int kManyRows = 100'000;

}  // namespace

TEST_CASE("Nothing can be asked before there are enough rows to tell what they mean") {
  Engine engine(test_zones);
  engine.begin({.file_names = {"large.json"}, .file_bytes = 1'000'000'000});
  CHECK_FALSE(engine.readable());
  REQUIRE(engine.feed(bytes_of("[" + rows_of(0, 10))).ok());
  CHECK_FALSE(engine.readable());
}

TEST_CASE("A growing report is summed up, filtered and shown as far as it goes") {
  Engine engine = engine_with(kManyRows);
  REQUIRE(engine.readable());
  const messages::ReportSummary& summary = engine.describe();
  CHECK_FALSE(summary.complete);
  const std::uint64_t rows = summary.rows[0];
  CHECK(rows > 50'000);
  CHECK(rows <= engine.rows(TableId::delivery));
  CHECK(summary.counts[CountId::total] == rows);

  const Query failed{.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}};
  CHECK(engine.query({.id = 1, .query = failed}).result().rows == (rows + 3) / 4);
  const messages::WindowAnswer window =
      engine.window({.query_id = 1, .first = rows / 4 - 1, .count = 1, .exact = true});
  REQUIRE(window.rows == 1);
  CHECK(window.cells[0].text == "+9665" + std::to_string(10'000'000 + (rows / 4 - 1) * 4));

  REQUIRE(engine.feed(bytes_of(rows_of(kManyRows, kManyRows + 50'000))).ok());
  CHECK(engine.describe().rows[0] > rows);
  CHECK(engine.query({.id = 2, .query = failed}).result().rows > (rows + 3) / 4);

  REQUIRE(engine.feed(bytes_of(R"({"number": "+966500000000", "status": "Failed"}]})")).ok());
  REQUIRE(engine.finish().ok());
  CHECK(engine.summary().complete);
  CHECK(engine.summary().read_to_end);
  CHECK(engine.summary().rows[0] == kManyRows + 50'001);
  CHECK(engine.query({.id = 3, .query = failed}).result().rows == (kManyRows + 50'000) / 4 + 1);
  CHECK(engine.summary().warnings.empty());
}

TEST_CASE("What a query gives while the report grows is what it gives when it is asked for the first time") {
  const Query failed{.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}};
  const Query searched{.statuses = {}, .search = "17", .sort = {}};
  Query sorted = searched;
  sorted.sort = {{.column = 0, .descending = true}};
  Query repeated;
  repeated.filters = {{.column = 1, .condition = condition::Repeated{}}};
  for (const Query& query : {Query(), failed, searched, sorted, repeated}) {
    Engine engine = engine_with(kManyRows);
    for (int rows = kManyRows; rows < kManyRows + 120'000; rows += 40'000) {
      engine.describe();
      const auto last_numbers = [&] {
        const std::uint64_t found = engine.query({.id = 1, .query = query}).result().rows;
        const messages::WindowAnswer window =
            engine.window({.query_id = 1, .first = found - 5'000, .count = 10'000, .exact = true});
        std::vector<std::string> texts = {std::to_string(found)};
        for (const messages::WindowCell& cell : window.cells)
          texts.push_back(cell.text);
        return texts;
      };
      const std::vector<std::string> grown = last_numbers();
      engine.query({.id = 2, .query = {.statuses = {}, .search = "nowhere", .sort = {}}}).result();
      CHECK(last_numbers() == grown);
      REQUIRE(engine.feed(bytes_of(rows_of(rows, rows + 40'000))).ok());
    }
  }
}

TEST_CASE("A query is asked of all rows again when a correction changes what they mean") {
  Engine engine = engine_of(R"([{"number": "1", "status": "42"}, {"number": "2", "status": "Failed"}])");
  const Query failed{.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}};
  CHECK(engine.query({.id = 1, .query = failed}).result().rows == 1);
  REQUIRE(
      engine
          .correct({.roles = {}, .statuses = {{.status = "42", .family = StatusFamily::failed}}, .zone = {}})
          .ok());
  CHECK(engine.query({.id = 2, .query = failed}).result().rows == 2);
}

TEST_CASE("What is exported while the report grows is what was there when the export began") {
  Engine engine = engine_with(kManyRows);
  const std::uint64_t rows = engine.describe().rows[0];
  const messages::WorkbookPlan plan = engine.export_begin({}).result();
  CHECK(plan.sheets[0].rows == rows);
  REQUIRE(engine.feed(bytes_of(rows_of(kManyRows, kManyRows + 50'000))).ok());
  engine.describe();
  const messages::RowBatch batch =
      engine.export_batch({.table = TableId::delivery, .first = rows - 1, .count = 10});
  CHECK(batch.rows == 1);
}

TEST_CASE("A stopped report is what was read, and says how much of the whole that is") {
  for (const Reason reason : {Reason::stopped, Reason::out_of_memory}) {
    Engine engine = engine_with(kManyRows);
    REQUIRE(engine.finish(reason).ok());
    CHECK(engine.summary().complete);
    CHECK_FALSE(engine.summary().read_to_end);
    CHECK(engine.summary().rows[0] > 50'000);
    REQUIRE(engine.summary().warnings.size() == 1);
    const std::string& message = engine.summary().warnings[0].message;
    INFO(message);
    CHECK(message.starts_with(reason == Reason::stopped ? "Reading was stopped: "
                                                        : "Reading stopped before memory ran out: "));
    CHECK(message.find(" of 1.0 GB; there are about ") != message.npos);
  }
}

TEST_CASE("A report says when its columns take the memory that they may take") {
  CHECK_FALSE(engine_with(kManyRows).full());
  CHECK_FALSE(engine_with(kManyRows, 1'000'000'000).full());
  CHECK(engine_with(kManyRows, 100'000).full());
}

}  // namespace campaign_lens
