// What a person corrects of how a report was read.

#include <algorithm>

#include "reports.h"

namespace campaign_lens {

namespace {

constexpr std::string_view kUnclear = R"([
  {"whom": "+966500000001", "status": "Success", "when": "x", "updated_at": "2026-03-01 09:00:07"},
  {"whom": "+966500000002", "status": "parked", "when": "y", "updated_at": "2026-03-01 09:00:08"},
  {"whom": "+966500000003", "status": "Parked", "when": null, "updated_at": "2026-03-01T06:00:09Z"},
  {"whom": "+966500000004", "status": 42, "updated_at": null}])";

Role role_of(const messages::ReportSummary& summary, std::string_view key) {
  const auto found = std::ranges::find(summary.columns[0], key, &ColumnInfo::key);
  REQUIRE(found != summary.columns[0].end());
  return found->role;
}

std::string shown_time(const Engine& engine, std::uint64_t row) {
  const auto& columns = engine.summary().columns[0];
  const auto column = std::ranges::find(columns, "updated_at", &ColumnInfo::key) - columns.begin();
  return engine.window({.first = row, .count = 1}).cells[static_cast<std::size_t>(column)].text;
}

}  // namespace

TEST_CASE("A summary says how the report was read") {
  const Engine engine = engine_of(kUnclear);
  const messages::ReportSummary& summary = engine.summary();
  CHECK(summary.naive_times == 2);
  CHECK(summary.stated_zone.empty());
  CHECK(summary.corrections == Corrections{});
  REQUIRE(summary.contents[0].size() == summary.columns[0].size());
  for (std::size_t i = 0; i < summary.columns[0].size(); ++i) {
    const bool whom = summary.columns[0][i].key == "whom", when = summary.columns[0][i].key == "when";
    if (whom) CHECK(summary.contents[0][i] == messages::ReportSummary::ColumnContent{4, "+966500000001"});
    if (when) CHECK(summary.contents[0][i] == messages::ReportSummary::ColumnContent{2, "x"});
  }
  using Unknown = messages::ReportSummary::UnknownStatus;
  CHECK(summary.unknown_statuses ==
        std::vector<Unknown>{{.status = "parked", .rows = 2}, {.status = "42", .rows = 1}});
}

TEST_CASE("A role that is given to a column shows at once, and can be taken back") {
  Engine engine = engine_of(kUnclear);
  CHECK(role_of(engine.summary(), "whom") == Role::none);
  const Corrections corrections{
      .roles = {{.table = TableId::delivery, .column = "whom", .role = Role::number}},
      .statuses = {},
      .zone = {}};
  const auto corrected = engine.correct(corrections);
  REQUIRE(corrected.ok());
  CHECK(role_of(corrected.value(), "whom") == Role::number);
  CHECK(corrected.value().corrections == corrections);
  CHECK(role_of(engine.correct({}).value(), "whom") == Role::none);
}

TEST_CASE("A status that is given a meaning counts as that, however it is written") {
  Engine engine = engine_of(kUnclear);
  CHECK(engine.summary().counts[CountId::unrecognised] == 3);
  const auto corrected = engine.correct(
      {.roles = {}, .statuses = {{.status = "parked", .family = StatusFamily::not_confirmed}}, .zone = {}});
  REQUIRE(corrected.ok());
  CHECK(corrected.value().counts[CountId::unrecognised] == 1);
  CHECK(corrected.value().counts[CountId::not_confirmed] == 2);
  const Query query{.statuses = FamilySet().with(StatusFamily::not_confirmed), .search = {}, .sort = {}};
  CHECK(engine.query({.id = 1, .query = query}).result().rows == 2);
  // It is still there to be corrected again.
  REQUIRE(corrected.value().unknown_statuses.size() == 2);
  CHECK(corrected.value().unknown_statuses[0].status == "parked");
  CHECK(corrected.value().unknown_statuses[0].family == StatusFamily::not_confirmed);
}

TEST_CASE("Times that depend on a zone which nobody stated are warned of, until somebody states it") {
  const auto is_said = [](const messages::ReportSummary& summary) {
    return std::ranges::any_of(summary.warnings, [](const Warning& note) {
      return note.message == "The report states no time zone: times without an offset are read as UTC." &&
             note.count == 2;
    });
  };
  Engine engine = engine_of(kUnclear);
  CHECK(is_said(engine.summary()));
  REQUIRE(engine.correct({.roles = {}, .statuses = {}, .zone = "Asia/Riyadh"}).ok());
  CHECK_FALSE(is_said(engine.summary()));
}

TEST_CASE("Times of files or pages that state different zones are warned of, until somebody states it") {
  const auto page = [](const std::string& zone, const std::string& time) {
    return R"({"campaign": {"timezone": ")" + zone + R"("}, "messages": [{"number": "1", "timestamp": ")" +
           time + R"("}]})";
  };
  const std::string naive = "2026-03-01 09:00:07";
  const auto said = [](Engine& engine) {
    const std::vector<Warning>& warnings = engine.summary().warnings;
    REQUIRE(warnings.size() <= 1);
    return warnings.empty() ? std::string() : warnings[0].message;
  };
  constexpr std::string_view kSaid =
      "The report states several time zones (+04:00, Asia/Riyadh): all times without an offset are read in "
      "Asia/Riyadh.";

  Engine files(test_zones);
  files.begin({.file_names = {"a.json", "b.json"}, .file_bytes = 0});
  REQUIRE(files.feed(bytes_of(page("+04:00", naive))).ok());
  REQUIRE(files.next_file().ok());
  REQUIRE(files.feed(bytes_of(page("Asia/Riyadh", naive))).ok());
  REQUIRE(files.finish().ok());
  CHECK(said(files) == kSaid);
  CHECK(files.summary().warnings[0].count == 2);
  REQUIRE(files.correct({.roles = {}, .statuses = {}, .zone = "Asia/Riyadh"}).ok());
  CHECK(said(files).empty());

  Engine pages = engine_of(page("+04:00", naive) + page("Asia/Riyadh", naive));
  CHECK(said(pages) == kSaid);
  Engine in_two_places =
      engine_of(R"({"timezone": "+04:00"} {"campaign": {"timezone": "Asia/Riyadh"}, "messages": [)"
                R"({"number": "1", "timestamp": ")" +
                naive + R"("}]})");
  CHECK(said(in_two_places) == kSaid);

  Engine one_zone = engine_of(page("Asia/Riyadh", naive) + page("Asia/Riyadh", naive));
  CHECK(said(one_zone).empty());
  Engine offsets = engine_of(page("+04:00", naive + "Z") + page("Asia/Riyadh", naive + "Z"));
  CHECK(said(offsets).empty());
  Engine page_of_its_own = engine_of(R"({"timezone": "+04:00", "campaign": {"timezone": "Asia/Riyadh"},)"
                                     R"("messages": [{"number": "1", "timestamp": ")" +
                                     naive + R"("}]})");
  CHECK(said(page_of_its_own).empty());
}

TEST_CASE("A zone stated in what a file lost its end of is one of several, too") {
  Engine engine(test_zones);
  engine.begin({.file_names = {"a.json", "b.json"}, .file_bytes = 0});
  REQUIRE(
      engine
          .feed(bytes_of(
              R"({"timezone": "+04:00", "messages": [{"number": "1", "timestamp": "2026-03-01 09:00"}]})"))
          .ok());
  REQUIRE(engine.next_file().ok());
  REQUIRE(engine.feed(bytes_of(R"({"timezone": "Asia/Riyadh", "messages": [{"number": "2"}, {"num)")).ok());
  REQUIRE(engine.finish().ok());
  CHECK(std::ranges::any_of(engine.summary().warnings, [](const Warning& warning) {
    return warning.message.starts_with("The report states several time zones (+04:00, Asia/Riyadh)");
  }));
}

TEST_CASE("Times without an offset move with the zone, the others do not, and all are shown in it") {
  Engine engine = engine_of(kUnclear);
  CHECK(shown_time(engine, 0) == "2026-03-01 09:00:07");
  CHECK(shown_time(engine, 2) == "2026-03-01 06:00:09");
  REQUIRE(engine.correct({.roles = {}, .statuses = {}, .zone = "Asia/Riyadh"}).ok());
  CHECK(engine.summary().zone == "Asia/Riyadh");
  CHECK(shown_time(engine, 0) == "2026-03-01 09:00:07");
  CHECK(shown_time(engine, 2) == "2026-03-01 09:00:09");
  REQUIRE(engine.correct({.roles = {}, .statuses = {}, .zone = "+04:00"}).ok());
  CHECK(shown_time(engine, 2) == "2026-03-01 10:00:09");
}

TEST_CASE("A zone that is unknown is refused, and everything stays") {
  Engine engine = engine_of(kUnclear);
  const messages::ReportSummary before = engine.summary();
  const auto refused = engine.correct({.roles = {}, .statuses = {}, .zone = "Mars/Olympus"});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().message == "The time zone “Mars/Olympus” is unknown.");
  CHECK(engine.describe() == before);
}

TEST_CASE("Corrections made while a report is read hold for all of it") {
  Engine engine(test_zones);
  engine.begin({.file_names = {"r.json"}, .file_bytes = 0});
  std::string json = "[";
  for (int row = 0; row < 30'000; ++row)
    json += R"({"whom": ")" + std::to_string(row) + R"(", "status": "parked"},)";
  REQUIRE(engine.feed(bytes_of(json)).ok());
  REQUIRE(engine.readable());
  REQUIRE(engine
              .correct({.roles = {{.table = TableId::delivery, .column = "whom", .role = Role::number}},
                        .statuses = {{.status = "parked", .family = StatusFamily::failed}},
                        .zone = "Asia/Riyadh"})
              .ok());
  REQUIRE(engine.feed(bytes_of(R"({"whom": "x", "status": "parked"}])")).ok());
  REQUIRE(engine.finish().ok());
  CHECK(engine.summary().counts[CountId::failed] == 30'001);
  CHECK(role_of(engine.summary(), "whom") == Role::number);
  CHECK(engine.summary().zone == "Asia/Riyadh");
}

}  // namespace campaign_lens
