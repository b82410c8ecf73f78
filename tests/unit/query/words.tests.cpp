#include <catch2/catch_test_macros.hpp>

#include "tables.h"

namespace campaign_lens {

TEST_CASE("A query that asks for everything needs no words") {
  const Dataset dataset = dataset_of({"number"}, {{"1"}});
  CHECK(in_words(dataset, {}).empty());
  CHECK(in_words(dataset, {.statuses = FamilySet::from_bits(~0U), .search = {}, .sort = {{.column = 9}}})
            .empty());
}

TEST_CASE("Status, text and order are said in words") {
  const Dataset dataset =
      dataset_of({"number", "timestamp", "price"}, {{"1", "2026-03-01T10:00:00Z", number("1.5")}});
  const Query query{.statuses = FamilySet().with(StatusFamily::failed).with(StatusFamily::success),
                    .search = "riyadh",
                    .sort = {by(dataset, "timestamp", true), by(dataset, "price"), by(dataset, "number")}};
  CHECK(in_words(dataset, query) ==
        "status Success, Failed; text \"riyadh\"; sorted by Time, latest first, then price, smallest first, "
        "then Number, A to Z");
}

TEST_CASE("The cumulative count and the rows that are only submitted have different words") {
  const Dataset dataset = dataset_of({"number"}, {{"1"}});
  const auto words = [&](FamilySet statuses) {
    return in_words(dataset, {.statuses = statuses, .search = {}, .sort = {}});
  };
  CHECK(words(definition_of(CountId::submitted).families) == "status Submitted to flow studio");
  CHECK(words(FamilySet().with(StatusFamily::queued)) == "status Submitted to flow studio and nothing later");
}

TEST_CASE("Statuses are not mentioned for clicks, which have none") {
  const Dataset dataset = dataset_of({"number"}, {{"1"}}, TableId::clicks);
  CHECK(in_words(dataset, {.table = TableId::clicks,
                           .statuses = FamilySet().with(StatusFamily::failed),
                           .search = {},
                           .sort = {}})
            .empty());
}

}  // namespace campaign_lens
