#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "tables.h"

namespace campaign_lens {

namespace {

constexpr StatusFamily kFamilies[] = {StatusFamily::success, StatusFamily::failed};

Query searching(std::string text) {
  return {.statuses = {}, .search = std::move(text), .sort = {}};
}

/// So many rows that the unique column is an arena, spread over two row groups.
Dataset large(const std::function<std::string(std::uint32_t)>& value) {
  Dataset dataset;
  TableBuilder builder(TableId::delivery, dataset.delivery);
  const int number = builder.column("number"), status = builder.column("status");
  for (std::uint32_t row = 0; row < kRowGroupRows + 1'000; ++row) {
    builder.set(number, Kind::text, value(row));
    builder.set(status, Kind::text, row % 3 == 0 ? "Failed" : "Success");
    builder.end_row();
  }
  builder.finish();
  return dataset;
}

}  // namespace

TEST_CASE("No filter and no order is every row, without a list of rows") {
  const Dataset dataset = dataset_of({"number", "status"}, {{"1", "Success"}, {"2", "Failed"}});
  const Selection rows = run(dataset, {}).result();
  CHECK(rows.size() == 2);
  CHECK(rows[1] == 1);
}

TEST_CASE("A filter by status keeps the rows of its families, in the order of the file") {
  const Dataset dataset =
      dataset_of({"number", "status"},
                 {{"1", "Success"}, {"2", "undelivered"}, {"3", "odd"}, {"4", "FAILED"}, {"5", missing()}});
  const Query failed{.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}};
  CHECK(texts(dataset, failed, "number") == Texts{"2", "4"});
  FamilySet both;
  for (const StatusFamily family : kFamilies)
    both = both.with(family);
  CHECK(texts(dataset, {.statuses = both, .search = {}, .sort = {}}, "number") == Texts{"1", "2", "4"});
}

TEST_CASE("A filter by status does not touch the click table") {
  const Dataset dataset =
      dataset_of({"number", "location"}, {{"1", "Riyadh"}, {"2", "Jeddah"}}, TableId::clicks);
  const Query query{
      .table = TableId::clicks, .statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}};
  CHECK(texts(dataset, query, "number") == Texts{"1", "2"});
}

TEST_CASE("A search finds a text in any column, whatever its case") {
  const Dataset dataset = dataset_of({"number", "status", "city"}, {{"+966500000001", "Success", "Riyadh"},
                                                                    {"+966500000002", "Failed", "Jeddah"},
                                                                    {"+966500000003", "Failed", "الرياض"}});
  CHECK(texts(dataset, searching("riYADH"), "number") == Texts{"+966500000001"});
  CHECK(texts(dataset, searching("0002"), "number") == Texts{"+966500000002"});
  CHECK(texts(dataset, searching("رياض"), "number") == Texts{"+966500000003"});
  CHECK(texts(dataset, searching("fail"), "number") == Texts{"+966500000002", "+966500000003"});
  CHECK(texts(dataset, searching("nowhere"), "number").empty());
}

TEST_CASE("A search and a filter by status both have to hold") {
  const Dataset dataset =
      dataset_of({"number", "status"}, {{"11", "Success"}, {"12", "Failed"}, {"22", "Failed"}});
  const Query query{.statuses = FamilySet().with(StatusFamily::failed), .search = "1", .sort = {}};
  CHECK(texts(dataset, query, "number") == Texts{"12"});
}

TEST_CASE("A search for what folds to nothing finds every row") {
  const Dataset dataset = dataset_of({"number"}, {{"1"}, {missing()}});
  CHECK(run(dataset, searching("\u200E")).result().size() == 2);
}

TEST_CASE("A search does not find nulls by how they are written") {
  const Dataset dataset =
      dataset_of({"number", "city"}, {{"1", TestCell(Kind::null, "null")}, {"2", "nullarbor"}});
  CHECK(texts(dataset, searching("null"), "number") == Texts{"2"});
}

TEST_CASE("A search in unique texts finds each row once and nothing that only two rows together have") {
  const Dataset dataset =
      large([](std::uint32_t row) { return "<" + std::to_string(row) + (row % 2 == 0 ? ">" : ">!"); });
  REQUIRE(std::holds_alternative<TextsGroup>(dataset.delivery.columns()[0].groups()[0]));
  CHECK(texts(dataset, searching("<66000>"), "number") == Texts{"<66000>"});
  CHECK(run(dataset, searching("><")).result().size() == 0);
  CHECK(run(dataset, searching(">")).result().size() == kRowGroupRows + 1'000);
  CHECK(texts(dataset, searching("7777"), "number") ==
        Texts{"<7777>!", "<17777>!", "<27777>!", "<37777>!", "<47777>!", "<57777>!"});
}

TEST_CASE("A search in unique texts that are not ASCII compares them folded") {
  const Dataset dataset =
      large([](std::uint32_t row) { return "Ünïque " + std::to_string(row) + (row % 2 == 0 ? "" : "!"); });
  REQUIRE(std::holds_alternative<TextsGroup>(dataset.delivery.columns()[0].groups()[0]));
  CHECK(texts(dataset, searching("ÜNÏQUE 66000"), "number") == Texts{"Ünïque 66000"});
  CHECK(run(dataset, searching("ü")).result().size() == kRowGroupRows + 1'000);
}

TEST_CASE("A search finds a time as it is written and as it is shown in the zone") {
  const TimeZone riyadh{.name = "Asia/Riyadh", .transitions = {{.at_s = 0, .offset_s = 3 * 3600}}};
  const Dataset dataset =
      dataset_of({"number", "timestamp"},
                 {{"1", "2026-03-01T22:30:00Z"}, {"2", "2026-03-01T09:00:07+03:00"}, {"3", null()}},
                 TableId::delivery, riyadh);
  CHECK(texts(dataset, searching("t22:30"), "number") == Texts{"1"});
  CHECK(texts(dataset, searching("2026-03-02 01:30"), "number") == Texts{"1"});
  CHECK(texts(dataset, searching("09:00:07"), "number") == Texts{"2"});
  CHECK(texts(dataset, searching("01 09:00"), "number") == Texts{"2"});
}

}  // namespace campaign_lens
