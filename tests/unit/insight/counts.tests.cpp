#include "insight/counts.h"

#include <catch2/catch_test_macros.hpp>
#include <string_view>

#include "table/table_builder.h"

namespace campaign_lens {

namespace {

Table deliveries(std::initializer_list<std::string_view> statuses) {
  Table table;
  TableBuilder builder(TableId::delivery, table);
  const int status = builder.column("status");
  for (const std::string_view text : statuses) {
    builder.set(status, Kind::text, text);
    builder.end_row();
  }
  builder.finish();
  return table;
}

}  // namespace

TEST_CASE("Every row is in Total, and Submitted holds all that was ever queued") {
  const StatusCounts counts =
      count_statuses(deliveries({"Success", "Success", "queued", "Delivery not confirmed", "Failed",
                                 "Not submitted to flow studio", "7"}));
  CHECK(counts[CountId::total] == 7);
  CHECK(counts[CountId::submitted] == 5);
  CHECK(counts[CountId::success] == 2);
  CHECK(counts[CountId::not_confirmed] == 1);
  CHECK(counts[CountId::failed] == 1);
  CHECK(counts[CountId::not_submitted] == 1);
  CHECK(counts[CountId::unrecognised] == 1);
}

TEST_CASE("Rows past the first row group are counted too") {
  Table table;
  TableBuilder builder(TableId::delivery, table);
  const int status = builder.column("status");
  for (std::uint32_t row = 0; row < kRowGroupRows + 5; ++row) {
    builder.set(status, Kind::text, row < kRowGroupRows ? "Success" : "Failed");
    builder.end_row();
  }
  builder.finish();
  const StatusCounts counts = count_statuses(table);
  CHECK(counts[CountId::success] == kRowGroupRows);
  CHECK(counts[CountId::failed] == 5);
}

TEST_CASE("A report without a status has only unrecognised rows") {
  Table table;
  TableBuilder builder(TableId::delivery, table);
  builder.set(builder.column("number"), Kind::text, "+966500000001");
  builder.end_row();
  builder.finish();
  const StatusCounts counts = count_statuses(table);
  CHECK(counts[CountId::total] == 1);
  CHECK(counts[CountId::unrecognised] == 1);
}

}  // namespace campaign_lens
