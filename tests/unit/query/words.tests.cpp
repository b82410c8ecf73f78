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

TEST_CASE("Filters of columns are said in words") {
  const Dataset dataset = dataset_of({"number", "timestamp", "price", "city"},
                                     {{"1", "2026-03-01T10:00:00Z", number("1.5"), "Riyadh"}});
  const auto words = [&](std::string_view key, Condition condition, bool negated = false) {
    Query query;
    query.filters = {
        {.column = by(dataset, key).column, .negated = negated, .condition = std::move(condition)}};
    return in_words(dataset, query);
  };
  using Place = condition::Text::Place;
  CHECK(words("city", condition::OneOf{.values = {"Riyadh", "Abha", "Jeddah"}, .blank = true}) ==
        "city is \"Riyadh\", \"Abha\" or \"Jeddah\" or blank");
  CHECK(words("city", condition::OneOf{.blank = true}, true) == "city is not blank");
  CHECK(words("number", condition::Text{.texts = {"050", "055"}}) == "Number contains \"050\" or \"055\"");
  CHECK(words("number", condition::Text{.place = Place::at_start, .texts = {"050"}}, true) ==
        "Number does not begin with \"050\"");
  CHECK(words("city", condition::Text{.place = Place::whole, .texts = {"abha"}}) == "city is \"abha\"");
  const TimeUs ten = parse_time("2026-03-01T10:00:00Z")->us;
  CHECK(words("timestamp", condition::Times{.from = ten, .until = ten + 60'000'000}) ==
        "Time is from 2026-03-01 10:00:00 before 2026-03-01 10:01:00");
  CHECK(words("timestamp", condition::Times{.until = ten}, true) == "Time is not before 2026-03-01 10:00:00");
  CHECK(words("timestamp", condition::Period{.span = condition::Period::Span::last_week}) ==
        "Time is in its last 7 days");
  CHECK(words("price", condition::Numbers{.least = 0.1, .greatest = 1e6}) == "price is from 0.1 to 1000000");
  CHECK(words("price", condition::Numbers{.least = {}, .greatest = -3}) == "price is at most -3");
  CHECK(words("number", condition::Repeated{}, true) == "Number is not repeated");
  CHECK(words("number", condition::HourOfWeek{.hour = 167}) == "Number is on Sunday 23:00–24:00");
  CHECK(words("number", condition::FromCountry{.name = "Oman"}, true) == "Number is not from \"Oman\"");
}

TEST_CASE("Of many and of long values not all is said") {
  const Dataset dataset = dataset_of({"number"}, {{"1"}});
  Query query;
  query.filters = {{.column = 0, .condition = condition::OneOf{.values = {std::string(1'000, 'x')}}}};
  CHECK(in_words(dataset, query) == "Number is \"" + std::string(100, 'x') + "…\"");
  query.filters = {
      {.column = 0, .condition = condition::OneOf{.values = std::vector<std::string>(1'012, "y")}}};
  CHECK(in_words(dataset, query).ends_with("\"y\", \"y\" or one of 1,002 more"));
}

TEST_CASE("No number is in the words where numbers are masked") {
  const Dataset dataset = dataset_of({"number", "price"}, {{"+966500000001", number("1.5")}});
  const std::uint32_t column = by(dataset, "number").column, price = by(dataset, "price").column;
  const auto masked = [&](const Query& query) { return in_words(dataset, query, true); };
  Query query;
  for (const Condition& condition : {Condition(condition::OneOf{.values = {"+966500000001"}}),
                                     Condition(condition::Text{.texts = {"0001"}}),
                                     Condition(condition::Numbers{.least = 5, .greatest = {}})}) {
    query.filters = {{.column = column, .condition = condition}};
    CHECK(masked(query) == "Number (masked)");
  }
  query.filters = {{.column = column, .condition = condition::Repeated{}},
                   {.column = price, .condition = condition::OneOf{.values = {"1.5"}}}};
  CHECK(masked(query) == "Number is repeated; price is \"1.5\"");
  query.filters = {};
  query.search_columns = {column};
  for (const char* search : {"0500", "٠٥٠٠", "+966 50-0", "x1234"}) {
    query.search = search;
    CHECK(masked(query) == "text (masked) in Number");
  }
  query.search = "order 123";
  CHECK(masked(query) == "text \"order 123\" in Number");
}

TEST_CASE("Filters and chosen columns of a search stand beside each other") {
  const Dataset dataset = dataset_of({"number", "city"}, {{"1", "Riyadh"}});
  Query query;
  query.search = "x";
  query.search_columns = {by(dataset, "city").column, by(dataset, "number").column, 9};
  query.filters = {{.column = 9, .condition = {}},
                   {.column = by(dataset, "number").column, .condition = condition::Repeated{}}};
  CHECK(in_words(dataset, query) == "Number is repeated; text \"x\" in city, Number");
}

}  // namespace campaign_lens
