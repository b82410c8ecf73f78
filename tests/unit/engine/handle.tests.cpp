#include "engine/handle.h"

#include "reports.h"

namespace campaign_lens {

namespace {

Bytes ask(Engine& engine, const messages::Request& request) {
  return handle(engine, messages::encode(request));
}

}  // namespace

TEST_CASE("A report is read, described, queried, shown and exported by messages") {
  Engine engine(test_zones);
  CHECK(messages::read_response(ask(engine, messages::Begin{.file_names = {"r.json"}, .file_bytes = 9}))
            .value()
            .empty());
  REQUIRE(engine.feed(bytes_of(kReport)).ok());

  const Bytes finished = ask(engine, messages::Finish{});
  const auto summary = messages::decode_report_summary(messages::read_response(finished).value());
  REQUIRE(summary);
  CHECK(*summary == engine.summary());
  CHECK(ask(engine, messages::Describe{}) == finished);

  const Bytes queried = ask(
      engine, messages::QueryRequest{.id = 3, .query = {.statuses = {}, .search = "blocked", .sort = {}}});
  CHECK(messages::decode_query_answer(messages::read_response(queried).value())->rows == 1);

  const Bytes shown = ask(engine, messages::WindowRequest{.query_id = 3, .first = 0, .count = 9});
  const auto window = messages::decode_window_answer(messages::read_response(shown).value());
  REQUIRE(window);
  CHECK(window->query_id == 3);
  CHECK(window->cells[0].text == "+966500000002");

  const Bytes planned = ask(engine, messages::ExportBegin{});
  CHECK(messages::decode_workbook_plan(messages::read_response(planned).value())->sheets[0].rows == 3);
  const Bytes batch = ask(engine, messages::ExportBatch{.table = TableId::clicks, .first = 0, .count = 9});
  CHECK(messages::decode_row_batch(messages::read_response(batch).value())->rows == 1);
}

TEST_CASE("An export takes its queries for the tables that they stand for, whatever table they name") {
  Engine engine = engine_of(kReport);
  messages::ExportBegin request;
  request.delivery.table = TableId::clicks;
  request.clicks.table = TableId::delivery;
  const Bytes planned = ask(engine, request);
  const auto plan = messages::decode_workbook_plan(messages::read_response(planned).value());
  REQUIRE(plan);
  CHECK(plan->sheets[0].table == TableId::delivery);
  CHECK(plan->sheets[1].table == TableId::clicks);
}

TEST_CASE("What is asked before the report is read is answered with an error") {
  Engine engine(test_zones);
  const messages::Request requests[] = {messages::Finish{},       messages::Describe{},
                                        messages::QueryRequest{}, messages::WindowRequest{},
                                        messages::ExportBegin{},  messages::ExportBatch{}};
  for (const messages::Request& request : requests) {
    CHECK_FALSE(messages::read_response(ask(engine, request)).ok());
  }
}

TEST_CASE("A damaged request is answered with an error wherever it breaks off") {
  Engine engine = engine_of(kReport);
  const Bytes whole = messages::encode(messages::Request(
      messages::QueryRequest{.id = 1, .query = {.statuses = {}, .search = "x", .sort = {{.column = 1}}}}));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CHECK_FALSE(messages::read_response(handle(engine, std::span(whole).first(length))).ok());
  }
  CHECK_FALSE(messages::read_response(handle(engine, bytes_of("\xFF\xFF"))).ok());
}

}  // namespace campaign_lens
