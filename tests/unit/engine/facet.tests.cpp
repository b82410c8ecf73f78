#include "reports.h"

namespace campaign_lens {

namespace {

/// Messages whose cities are counted: "c0" is in one of them, "c1" in two, and so on.
std::string cities(int distinct) {
  std::string json = "{\"messages\": [";
  int number = 0;
  for (int city = 0; city < distinct; ++city) {
    for (int row = 0; row <= city; ++row) {
      json += R"({"number": "+9665)" + std::to_string(10'000'000 + ++number) +
              R"(", "status": "Success", "city": "c)" + std::to_string(city) + "\"},\n";
    }
  }
  return json + R"({"number": "+966500000000", "status": "Failed"}]})";
}

std::uint32_t column_of(const Engine& engine, std::string_view key) {
  return static_cast<std::uint32_t>(engine.dataset().delivery.find_column(key));
}

messages::FacetAnswer ask(Engine& engine, const Query& query, std::string_view key, std::string search,
                          std::uint64_t first, std::uint32_t count) {
  return engine
      .facet({.id = 3,
              .query = query,
              .column = column_of(engine, key),
              .search = std::move(search),
              .first = first,
              .count = count})
      .result();
}

}  // namespace

TEST_CASE("Values of a column come in pages, with how many there are in all") {
  Engine engine = engine_of(cities(30));
  const messages::FacetAnswer answer = ask(engine, {}, "city", "", 2, 2);
  CHECK(answer.id == 3);
  CHECK(answer.column == column_of(engine, "city"));
  CHECK(answer.rows == 30 * 31 / 2 + 1);
  CHECK(answer.blank_rows == 1);
  CHECK(answer.distinct == 30);
  CHECK(answer.first == 2);
  CHECK(answer.values ==
        std::vector<messages::FacetAnswer::Value>{{.text = "c27", .rows = 28}, {.text = "c26", .rows = 27}});
  CHECK(ask(engine, {}, "city", "", 29, 9).values.size() == 1);
  CHECK(ask(engine, {}, "city", "", 30, 9).values.empty());
  CHECK(ask(engine, {}, "no such column", "", 0, 9).values.empty());
}

TEST_CASE("The values of the last question are not those of another one") {
  Engine engine = engine_of(cities(30));
  const Query failed{.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}};
  CHECK(ask(engine, {}, "city", "", 0, 9).distinct == 30);
  CHECK(ask(engine, {}, "city", "c2", 0, 9).distinct == 11);
  CHECK(ask(engine, {}, "status", "c2", 0, 9).distinct == 0);
  CHECK(ask(engine, {}, "status", "", 0, 9).distinct == 2);
  CHECK(ask(engine, failed, "status", "", 0, 9).distinct == 1);
}

TEST_CASE("Long values come whole, a megabyte at a time") {
  const std::string text(600'000, 'x');
  Engine engine = engine_of(R"([{"number": "1", "body": "a)" + text + R"("}, {"number": "2", "body": "b)" +
                            text + R"("}, {"number": "3", "body": "c)" + text + "\"}]");
  const messages::FacetAnswer answer = ask(engine, {}, "body", "", 0, 9);
  REQUIRE(answer.values.size() == 2);
  CHECK(answer.values[0].text == "a" + text);
  CHECK(answer.distinct == 3);
  CHECK(ask(engine, {}, "body", "", 2, 9).values.at(0).text == "c" + text);
}

TEST_CASE("Values are counted anew when there are more rows and when they are read otherwise") {
  Engine engine(test_zones);
  engine.begin({.file_names = {"large.json"}, .file_bytes = 100'000'000});
  const std::string whole = cities(400);
  const std::string_view json = whole;
  REQUIRE(engine.feed(bytes_of(json.substr(0, json.size() / 2))).ok());
  engine.describe();
  const std::uint64_t before = ask(engine, {}, "city", "", 0, 1).rows;
  REQUIRE(engine.feed(bytes_of(json.substr(json.size() / 2))).ok());
  REQUIRE(engine.finish().ok());
  CHECK(ask(engine, {}, "city", "", 0, 1).rows > before);

  const Query failed{.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}};
  CHECK(ask(engine, failed, "city", "", 0, 1).rows == 1);
  REQUIRE(engine
              .correct({.roles = {{.table = TableId::delivery, .column = "status", .role = Role::none}},
                        .statuses = {},
                        .zone = {}})
              .ok());
  CHECK(ask(engine, failed, "city", "", 0, 1).rows == 0);
}

}  // namespace campaign_lens
