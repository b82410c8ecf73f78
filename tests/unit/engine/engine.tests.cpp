#include "engine/engine.h"

#include <algorithm>
#include <set>

#include "reports.h"

namespace campaign_lens {

namespace {

std::vector<std::string> titles(const std::vector<ColumnInfo>& columns) {
  std::vector<std::string> result;
  for (const ColumnInfo& column : columns)
    result.push_back(column.title);
  return result;
}

}  // namespace

TEST_CASE("A report is summed up by what it states and what its rows give") {
  const Engine engine = engine_of(kReport);
  const messages::ReportSummary& summary = engine.summary();
  CHECK(summary.campaign_name == "Ramadan offer");
  CHECK(summary.zone == "Asia/Riyadh");
  CHECK(summary.facts == std::vector<messages::ReportSummary::Fact>{{"Campaign id", "c-1042"},
                                                                    {"Type", "flow"},
                                                                    {"Flow", "Coupon v3"},
                                                                    {"Launched at", "2026-03-01 09:00:00"},
                                                                    {"Time zone", "Asia/Riyadh"},
                                                                    {"owner", "Noura"}});
  CHECK(summary.rows[0] == 3);
  CHECK(summary.rows[1] == 1);
  CHECK(summary.counts[CountId::submitted] == 3);
  REQUIRE(summary.locations.size() == 1);
  CHECK(summary.locations[0].first_text == "2026-03-01 10:00:00");
  const auto differs = [](const Warning& note) {
    return note.message == "The report states 2 for Success; its rows give 1.";
  };
  CHECK(std::any_of(summary.warnings.begin(), summary.warnings.end(), differs));
}

TEST_CASE("A location that is written in several ways says so where it is clicked most") {
  const Engine engine = engine_of(R"json({"ulink_clicks": [
    {"number": "1", "location": "RIYADH (SA)"}, {"number": "2", "location": "Jeddah"},
    {"number": "1", "location": "Riyadh, SA"}, {"number": "2", "location": "Riyadh, SA"}]})json");
  const auto& locations = engine.summary().locations;
  REQUIRE(locations.size() == 3);
  CHECK(locations[0].location == "Riyadh, SA");
  CHECK(locations[0].also_written == std::vector<std::string>{"RIYADH (SA)"});
  CHECK(locations[0].clicks_of_all == 3);
  CHECK((locations[1].also_written.empty() && locations[2].also_written.empty()));
}

TEST_CASE("Of more locations than can be listed those that are clicked most are listed, the others counted") {
  std::string report = R"({"ulink_clicks": [{"number": "1", "location": "place 12000"})";
  for (int place = 0; place <= 12'000; ++place)
    report += R"(, {"number": "1", "location": "place )" + std::to_string(place) + "\"}";
  const Engine engine = engine_of(report + "]}");
  CHECK(engine.summary().locations.size() == 10'000);
  CHECK(engine.summary().locations[0].location == "place 12000");
  CHECK(engine.summary().locations_left_off == 2'001);
}

TEST_CASE("Columns stand in one order for the grid and the workbook") {
  const Engine engine = engine_of(kReport);
  CHECK(titles(engine.summary().columns[0]) ==
        std::vector<std::string>{"Number", "Status", "Time", "Failed reason", "price", "paid"});
  CHECK(titles(engine.summary().columns[1]) == std::vector<std::string>{"Number", "Location", "Time"});
}

TEST_CASE("Columns of one title are told apart by their keys") {
  const Engine engine = engine_of(R"([{"number": "1", "status": "Failed", "Number": "2", "Status": "x"}])");
  const auto names = titles(engine.summary().columns[0]);
  CHECK(std::set<std::string>(names.begin(), names.end()).size() == 4);
}

TEST_CASE("Without a name the campaign is called by its id, without an id by its file") {
  CHECK(engine_of(R"({"campaign": {"id": "c-7"}, "messages": [{"number": "1"}]})").summary().campaign_name ==
        "c-7");
  CHECK(engine_of(R"([{"number": "1"}])", "march.json").summary().campaign_name == "march.json");
}

TEST_CASE("A query is answered with its id and the number of matching rows") {
  Engine engine = engine_of(kReport);
  const auto answer =
      engine
          .query({.id = 9,
                  .query = {.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}}})
          .result();
  CHECK(answer.id == 9);
  CHECK(answer.rows == 1);
}

TEST_CASE("A report that cannot be read leaves an error and no dataset") {
  Engine engine(test_zones);
  engine.begin({.file_names = {"x"}, .file_bytes = 0});
  const bool refused = !engine.feed(bytes_of("no json")).ok() || !engine.finish().ok();
  CHECK(refused);
  CHECK_FALSE(engine.readable());
}

TEST_CASE("Bytes without a report that they belong to are refused") {
  Engine engine(test_zones);
  CHECK_FALSE(engine.feed(bytes_of("[]")).ok());
  CHECK_FALSE(engine.finish().ok());
  CHECK(engine.rows(TableId::delivery) == 0);
}

}  // namespace campaign_lens
