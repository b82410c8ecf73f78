#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "engine/engine.h"
#include "reports.h"

namespace campaign_lens {
namespace {

constexpr std::string_view kCities = R"([
  {"number": "1", "status": "Success", "city": "Riyadh", "note": "a"},
  {"number": "2", "status": "Failed", "city": "Jeddah", "note": "riyadh too"},
  {"number": "3", "status": "Success", "city": "Doha", "note": ""},
  {"number": "4", "status": "Success", "city": "Riyadh", "note": "b"}])";

struct Finder {
  Engine engine = engine_of(kCities);

  std::uint32_t column(std::string_view key) const {
    return static_cast<std::uint32_t>(engine.dataset().delivery.find_column(key));
  }
  messages::FindAnswer operator()(std::string text, std::uint64_t from, bool backwards = false) {
    return engine
        .find({.id = 7,
               .table = TableId::delivery,
               .text = std::move(text),
               .columns = {column("city"), column("note")},
               .from = from,
               .backwards = backwards})
        .result();
  }
};

using Place = messages::FindAnswer::Place;

TEST_CASE("The next row with a text is found either way round, with its number and its cell") {
  Finder find;
  const std::uint32_t city = find.column("city"), note = find.column("note");
  const messages::FindAnswer first = find("RIYADH", 0);
  CHECK(first.id == 7);
  CHECK(first.rows == 3);
  CHECK(first.place == Place{.row = 0, .column = city, .number = 1});
  CHECK(find("RIYADH", 1).place == Place{.row = 1, .column = note, .number = 2});
  CHECK(find("RIYADH", 2).place == Place{.row = 3, .column = city, .number = 3});
  CHECK(find("RIYADH", 4).place == Place{.row = 0, .column = city, .number = 1});
  CHECK(find("RIYADH", 2, true).place == Place{.row = 1, .column = note, .number = 2});
  CHECK(find("RIYADH", 0, true).place == Place{.row = 0, .column = city, .number = 1});
  constexpr auto kBehindAll = std::numeric_limits<std::uint64_t>::max();
  CHECK(find("RIYADH", kBehindAll, true).place == Place{.row = 3, .column = city, .number = 3});
  CHECK(find("doha", 3, true).place == Place{.row = 2, .column = city, .number = 1});
  CHECK(find("doha", 1, true).place == Place{.row = 2, .column = city, .number = 1});
  const messages::FindAnswer none = find("success", 0);  // of a column that is not asked for
  CHECK(none.rows == 0);
  CHECK_FALSE(none.place);
}

TEST_CASE("It is found among the rows of the last query, in their order") {
  Finder find;
  CHECK(find("riyadh", 0).rows == 3);
  Query query;
  query.statuses = FamilySet().with(StatusFamily::success);
  query.sort = {{.column = find.column("number"), .descending = true}};
  CHECK(find.engine.query({.id = 5, .query = query}).result().rows == 3);
  const messages::FindAnswer answer = find("riyadh", 1);
  CHECK(answer.query_id == 5);
  CHECK(answer.rows == 2);
  CHECK(answer.place == Place{.row = 2, .column = find.column("city"), .number = 2});
  CHECK(find("riyadh", 3).place == Place{.row = 0, .column = find.column("city"), .number = 1});
}

}  // namespace
}  // namespace campaign_lens
