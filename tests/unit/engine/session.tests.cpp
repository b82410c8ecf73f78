#include "engine/session.h"

#include <chrono>
#include <string>

#include "reports.h"

namespace campaign_lens {

namespace {

using namespace std::chrono_literals;

/// The whole answer.
Bytes ask(Session& session, const messages::Request& request) {
  return session.request(messages::encode(request), 1h);
}

void read(Session& session, std::string_view json) {
  ask(session, messages::Begin{.file_names = {"r.json"}, .file_bytes = json.size()});
  REQUIRE(session.feed(bytes_of(json)).ok());
  REQUIRE(messages::read_response(ask(session, messages::Finish{})).ok());
}

/// Enough messages for several pauses; names, times, numbers and reasons of many kinds.
std::string large_report() {
  constexpr int kRows = 70'000;
  std::string json = R"({"messages": [)";
  for (int i = 0; i < kRows; ++i) {
    const std::string n = std::to_string(i);
    json += (i == 0 ? "" : ",") +
            (R"({"number": "+9665)" + std::to_string(10'000'000 + i * 7'919 % 150'000)) +
            R"(", "status": ")" + (i % 3 == 0 ? "Failed" : "Success") + R"(", "failed_reason": "reason )" +
            std::to_string(i % 97) + R"(", "timestamp": "2026-03-0)" + std::to_string(1 + i % 9) +
            R"(T09:00:0)" + std::to_string(i % 7) + R"(Z", "note": "Note )" + n + " of " + n + R"("})";
  }
  json += R"(], "ulink_clicks": [)";
  for (int i = 0; i < kRows / 2; ++i) {
    json += (i == 0 ? "" : ",") + (R"({"number": "+9665)" + std::to_string(10'000'000 + i * 31 % 160'000)) +
            R"(", "location": "City )" + std::to_string(i % 50) + R"(", "timestamp": "2026-03-09T10:00:0)" +
            std::to_string(i % 10) + R"(Z"})";
  }
  return json + "]}";
}

messages::QueryRequest search(std::uint32_t id, std::string text) {
  return {.id = id,
          .query = {.statuses = {}, .search = std::move(text), .sort = {{.column = 0, .descending = true}}}};
}

std::uint64_t rows_in(const Bytes& response) {
  return messages::decode_query_answer(messages::read_response(response).value())->rows;
}

}  // namespace

TEST_CASE("A report is read, described, queried, shown and exported by messages") {
  Session session(test_zones);
  CHECK(messages::read_response(ask(session, messages::Begin{.file_names = {"r.json"}, .file_bytes = 9}))
            .value()
            .empty());
  REQUIRE(session.feed(bytes_of(kReport)).ok());

  const Bytes finished = ask(session, messages::Finish{});
  const auto summary = messages::decode_report_summary(messages::read_response(finished).value());
  REQUIRE(summary);
  CHECK(*summary == session.engine().summary());
  CHECK(ask(session, messages::Describe{}) == finished);

  const Bytes queried = ask(
      session, messages::QueryRequest{.id = 3, .query = {.statuses = {}, .search = "blocked", .sort = {}}});
  CHECK(messages::decode_query_answer(messages::read_response(queried).value())->rows == 1);

  const Bytes shown = ask(session, messages::WindowRequest{.query_id = 3, .first = 0, .count = 9});
  const auto window = messages::decode_window_answer(messages::read_response(shown).value());
  REQUIRE(window);
  CHECK(window->query_id == 3);
  CHECK(window->cells[0].text == "+966500000002");

  const Bytes planned = ask(session, messages::ExportBegin{});
  CHECK(messages::decode_workbook_plan(messages::read_response(planned).value())->sheets[0].rows == 3);
  const Bytes batch = ask(session, messages::ExportBatch{.table = TableId::clicks, .first = 0, .count = 9});
  CHECK(messages::decode_row_batch(messages::read_response(batch).value())->rows == 1);
}

TEST_CASE("An export takes its queries for the tables that they stand for, whatever table they name") {
  Session session(test_zones);
  read(session, kReport);
  messages::ExportBegin request;
  request.delivery.table = TableId::clicks;
  request.clicks.table = TableId::delivery;
  const Bytes planned = ask(session, request);
  const auto plan = messages::decode_workbook_plan(messages::read_response(planned).value());
  REQUIRE(plan);
  CHECK(plan->sheets[0].table == TableId::delivery);
  CHECK(plan->sheets[1].table == TableId::clicks);
}

TEST_CASE("Insight and values are asked for and answered by messages") {
  Session session(test_zones);
  read(session, kReport);
  Engine engine = engine_of(kReport);
  const Bytes explained = ask(session, messages::InsightRequest{.id = 5, .delivery = {}, .clicks = {}});
  const auto insight = messages::decode_insight_answer(messages::read_response(explained).value());
  REQUIRE(insight);
  CHECK(insight->id == 5);
  CHECK(insight->insight == engine.insight({}).result().insight);

  const messages::FacetRequest request{.id = 6, .query = {}, .column = 1, .search = "succ", .count = 10};
  const Bytes counted = ask(session, request);
  const auto values = messages::decode_facet_answer(messages::read_response(counted).value());
  REQUIRE(values);
  CHECK(values->id == 6);
  CHECK(values->values == engine.facet(request).result().values);
}

TEST_CASE("What is asked before there is enough of the report is answered with an error") {
  Session session(test_zones);
  ask(session, messages::Begin{.file_names = {"large.json"}, .file_bytes = 1'000'000'000});
  REQUIRE(session.feed(bytes_of(R"([{"number": "1", "status": "Failed"})")).ok());
  CHECK_FALSE(session.engine().readable());
  const messages::Request requests[] = {messages::Describe{}, messages::QueryRequest{}, messages::Correct{}};
  for (const messages::Request& request : requests)
    CHECK_FALSE(messages::read_response(ask(session, request)).ok());
}

TEST_CASE("What is asked before the report is read is answered with an error") {
  Session session(test_zones);
  const messages::Request requests[] = {
      messages::Finish{},      messages::Describe{},    messages::QueryRequest{}, messages::WindowRequest{},
      messages::ExportBegin{}, messages::ExportBatch{}, messages::ExportText{}};
  for (const messages::Request& request : requests) {
    CHECK_FALSE(messages::read_response(ask(session, request)).ok());
  }
}

TEST_CASE("A damaged request is answered with an error wherever it breaks off") {
  Session session(test_zones);
  read(session, kReport);
  const Bytes whole = messages::encode(messages::Request(
      messages::QueryRequest{.id = 1, .query = {.statuses = {}, .search = "x", .sort = {{.column = 1}}}}));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CHECK_FALSE(messages::read_response(session.request(std::span(whole).first(length), 1h)).ok());
  }
  CHECK_FALSE(messages::read_response(session.request(bytes_of("\xFF\xFF"), 1h)).ok());
}

TEST_CASE("Work in slices gives what one go gives, and tells how much is done") {
  Session session(test_zones), other(test_zones);
  read(session, large_report());
  read(other, large_report());
  const Query failed{.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}};
  const Query retried{
      .statuses = {}, .search = "note", .sort = {}, .sets = {{.set = RowSet::failed_for_now}}};
  const messages::Request requests[] = {
      search(1, "note 19"),
      messages::QueryRequest{
          .id = 2,
          .query = {.statuses = {},
                    .search = {},
                    .sort = {{.column = 4, .descending = true}, {.column = 2, .descending = false}}}},
      messages::QueryRequest{.id = 3, .query = retried},
      messages::QueryRequest{.id = 4,
                             .query = {.statuses = {},
                                       .search = {},
                                       .sort = {},
                                       .filters = {{.column = 4, .condition = condition::Repeated{}},
                                                   {.column = 2, .condition = condition::Period{}}}}},
      messages::FacetRequest{.id = 5, .query = failed, .column = 4, .search = "7", .count = 1'000},
      messages::InsightRequest{.id = 6, .delivery = failed, .clicks = {}, .now = 0},
      messages::ExportBegin{.delivery = retried, .clicks = {}, .exported_at_us = 0}};
  for (const messages::Request& request : requests) {
    INFO("request " << request.index());
    Bytes sliced = session.request(messages::encode(request), 0us);
    double done = 0;
    int slices = 1;
    for (; messages::read_unfinished(sliced); ++slices) {
      const double so_far = *messages::read_unfinished(sliced);
      CHECK(so_far >= done);
      CHECK(so_far <= 1);
      done = so_far;
      sliced = session.go_on(0us);
    }
    CHECK(slices > 5);
    CHECK(done > 0);

    const Bytes whole = other.request(messages::encode(request), 1h);
    // All but the time that it took, the last eight bytes of some.
    CHECK(std::ranges::equal(std::span(sliced).first(sliced.size() - 8),
                             std::span(whole).first(whole.size() - 8)));
    const auto window = messages::WindowRequest{.first = 5, .count = 50, .exact = true};
    CHECK(ask(session, window) == ask(other, window));
  }
}

TEST_CASE("A newer request takes the place of work that goes on, and what is left undone changes nothing") {
  Session session(test_zones);
  read(session, large_report());
  const std::uint64_t found = rows_in(ask(session, search(1, "note 7")));
  const messages::WindowRequest first_rows{.first = 0, .count = 5};
  const Bytes shown = ask(session, first_rows);

  CHECK(messages::read_unfinished(
      session.request(messages::encode(messages::Request(search(2, "note 8"))), 0us)));
  CHECK(messages::read_unfinished(session.go_on(0us)));
  // Rows are read meanwhile, those of the last answer.
  CHECK(ask(session, first_rows) == shown);
  CHECK(messages::read_unfinished(session.go_on(0us)));

  CHECK(rows_in(ask(session, search(3, "note 7"))) == found);
  CHECK_FALSE(messages::read_response(session.go_on(0us)).ok());
  CHECK(ask(session, messages::WindowRequest{.query_id = 3, .first = 0, .count = 5}).size() == shown.size());

  CHECK(messages::read_unfinished(
      session.request(messages::encode(messages::Request(search(4, "note 9"))), 0us)));
  session.cancel();
  CHECK_FALSE(messages::read_response(session.go_on(0us)).ok());
  CHECK(messages::decode_window_answer(messages::read_response(ask(session, first_rows)).value())->query_id ==
        3);
}

TEST_CASE("A chunk and a correction end the work that refers to what they change") {
  const std::string json = large_report();
  Session session(test_zones);
  ask(session, messages::Begin{.file_names = {"r.json"}, .file_bytes = json.size()});
  REQUIRE(session.feed(bytes_of(std::string_view(json).substr(0, json.size() / 2))).ok());
  REQUIRE(messages::read_response(ask(session, messages::Describe{})).ok());
  const Bytes request = messages::encode(messages::Request(messages::InsightRequest{}));
  CHECK(messages::read_unfinished(session.request(request, 0us)));
  REQUIRE(session.feed(bytes_of(std::string_view(json).substr(json.size() / 2))).ok());
  CHECK_FALSE(messages::read_response(session.go_on(0us)).ok());
  CHECK(messages::read_unfinished(session.request(request, 0us)));
  REQUIRE(messages::read_response(ask(session, messages::Finish{})).ok());
  CHECK(messages::read_unfinished(session.request(request, 0us)));
  REQUIRE(messages::read_response(
              ask(session,
                  messages::Correct{.corrections = {.roles = {}, .statuses = {}, .zone = "Asia/Riyadh"}}))
              .ok());
  CHECK_FALSE(messages::read_response(session.go_on(0us)).ok());
  CHECK(messages::read_response(ask(session, messages::InsightRequest{})).ok());
}

}  // namespace campaign_lens
