#include <catch2/catch_test_macros.hpp>

#include "tables.h"

namespace campaign_lens {

namespace {

using TextPlace = condition::Text::Place;
constexpr TimeUs kHour = 3'600'000'000;

/// The numbers of the rows that a condition on another column keeps.
Texts kept(const Dataset& dataset, std::string_view key, Condition condition, bool negated = false) {
  const auto column = static_cast<std::uint32_t>(dataset.delivery.find_column(key));
  Query query;
  query.filters = {{.column = column, .negated = negated, .condition = std::move(condition)}};
  return texts(dataset, query, "number");
}

Texts with_text(const Dataset& dataset, std::string_view key, std::vector<std::string> wanted,
                TextPlace place = TextPlace::anywhere, bool negated = false) {
  return kept(dataset, key, condition::Text{.place = place, .texts = std::move(wanted)}, negated);
}

Dataset cities() {
  return dataset_of({"number", "city"}, {{"1", "Riyadh"},
                                         {"2", "riyadh"},
                                         {"3", "Jeddah"},
                                         {"4", missing()},
                                         {"5", ""},
                                         {"6", TestCell(Kind::null, "null")},
                                         {"7", "الرياض"}});
}

}  // namespace

TEST_CASE("A filter by values keeps the rows that have one of them, exactly as written") {
  const Dataset dataset = cities();
  CHECK(kept(dataset, "city", condition::OneOf{.values = {"Riyadh", "Jeddah"}}) == Texts{"1", "3"});
  CHECK(kept(dataset, "city", condition::OneOf{.values = {"RIYADH"}}).empty());
  CHECK(kept(dataset, "city", condition::OneOf{}).empty());
}

TEST_CASE("Blanks are a value: missing, null and empty alike") {
  const Dataset dataset = cities();
  const condition::OneOf blank{.values = {}, .blank = true};
  CHECK(kept(dataset, "city", blank) == Texts{"4", "5", "6"});
  CHECK(kept(dataset, "city", blank, true) == Texts{"1", "2", "3", "7"});
  CHECK(kept(dataset, "city", condition::OneOf{.values = {"Jeddah"}, .blank = true}) ==
        Texts{"3", "4", "5", "6"});
  CHECK(kept(dataset, "city", condition::OneOf{.values = {"null", ""}}).empty());
}

TEST_CASE("None of some values keeps all other rows, blanks among them") {
  const Dataset dataset = cities();
  CHECK(kept(dataset, "city", condition::OneOf{.values = {"Riyadh", "riyadh"}}, true) ==
        Texts{"3", "4", "5", "6", "7"});
}

TEST_CASE("A value is the same whether it was written as a number or as a text") {
  const Dataset dataset = dataset_of({"number", "code"}, {{"1", number("5")}, {"2", "5"}, {"3", "5.0"}});
  CHECK(kept(dataset, "code", condition::OneOf{.values = {"5"}}) == Texts{"1", "2"});
}

TEST_CASE("Raw status values are values like others") {
  const Dataset dataset =
      dataset_of({"number", "status"}, {{"1", "Failed"}, {"2", "undelivered"}, {"3", "Success"}});
  CHECK(kept(dataset, "status", condition::OneOf{.values = {"undelivered"}}) == Texts{"2"});
}

TEST_CASE("A text is contained, begins a value or is all of it, whatever its case") {
  const Dataset dataset = cities();
  CHECK(with_text(dataset, "city", {"IYA"}) == Texts{"1", "2"});
  CHECK(with_text(dataset, "city", {"d"}, TextPlace::at_start).empty());
  CHECK(with_text(dataset, "city", {"J"}, TextPlace::at_start) == Texts{"3"});
  CHECK(with_text(dataset, "city", {"riyad"}, TextPlace::whole).empty());
  CHECK(with_text(dataset, "city", {"RIYADH"}, TextPlace::whole) == Texts{"1", "2"});
}

TEST_CASE("One of several texts is enough") {
  CHECK(with_text(cities(), "city", {"jed", "رياض"}) == Texts{"3", "7"});
}

TEST_CASE("What does not contain a text is kept with the blanks") {
  CHECK(with_text(cities(), "city", {"riyadh", "jed"}, TextPlace::anywhere, true) ==
        Texts{"4", "5", "6", "7"});
}

TEST_CASE("Texts that fold to nothing ask nothing") {
  const Dataset dataset = cities();
  CHECK(with_text(dataset, "city", {""}).size() == 7);
  CHECK(with_text(dataset, "city", {"", "\u200E"}, TextPlace::whole, true).size() == 7);
  CHECK(with_text(dataset, "city", {"", "jed"}) == Texts{"3"});
}

TEST_CASE("Arabic texts are found whichever forms, marks and digits they are written with") {
  const Dataset dataset = dataset_of(
      {"number", "name"},
      {{"1", "مُحَمَّد أحمد"}, {"2", "محمد احمد"}, {"3", "فاطمة ١٢"}, {"4", "فاطمه 12"}, {"5", "ليلى"}});
  CHECK(with_text(dataset, "name", {"محمد أحمد"}, TextPlace::whole) == Texts{"1", "2"});
  CHECK(with_text(dataset, "name", {"فاطمه ۱۲"}) == Texts{"3", "4"});
  CHECK(with_text(dataset, "name", {"ليلي"}) == Texts{"5"});
  CHECK(with_text(dataset, "name", {"مـحـمـد"}, TextPlace::at_start) == Texts{"1", "2"});
}

TEST_CASE("A time column is filtered by the text that it is shown as, too") {
  const TimeZone riyadh{.name = "Asia/Riyadh", .transitions = {{.at_s = 0, .offset_s = 3 * 3600}}};
  const Dataset dataset =
      dataset_of({"number", "timestamp"}, {{"1", "2026-03-01T22:30:00Z"}, {"2", "2026-03-01T09:00:07+03:00"}},
                 TableId::delivery, riyadh);
  CHECK(with_text(dataset, "timestamp", {"2026-03-02 01:30:00"}, TextPlace::whole) == Texts{"1"});
  CHECK(with_text(dataset, "timestamp", {"2026-03-02"}, TextPlace::at_start) == Texts{"1"});
  CHECK(with_text(dataset, "timestamp", {"01:30"}, TextPlace::at_start).empty());
}

TEST_CASE("A telephone number is found however it is written, in the column of recipients alone") {
  const Dataset dataset = dataset_of({"number", "note"}, {{"+966501234567", "0501234567"},
                                                          {"00966 50 123 4567", ""},
                                                          {"0501234567", ""},
                                                          {"+966551234567", "+966501234567"}});
  const Texts all = {"+966501234567", "00966 50 123 4567", "0501234567"};
  CHECK(with_text(dataset, "number", {"+966 50 123 4567"}) == all);
  CHECK(with_text(dataset, "number", {"050-1234567"}, TextPlace::whole) == all);
  CHECK(with_text(dataset, "number", {"٠٥٠١٢٣"}, TextPlace::at_start) == all);
  CHECK(with_text(dataset, "note", {"0501234567"}) == Texts{"+966501234567"});
  Query query;
  query.search = "(050) 123 4567";
  CHECK(texts(dataset, query, "number") == all);
}

TEST_CASE("A text that looks like a telephone number is still found as a text") {
  const Dataset dataset = dataset_of({"number"}, {{"+966500012345"}, {"+966512345678"}});
  CHECK(with_text(dataset, "number", {"12345"}) == Texts{"+966500012345", "+966512345678"});
}

TEST_CASE("A range of times holds its first moment and not its end; what is no time is outside") {
  const Dataset dataset = dataset_of({"number", "timestamp"}, {{"1", "2026-03-01T09:00:00Z"},
                                                               {"2", "2026-03-01T11:00:00+01:00"},
                                                               {"3", "2026-03-01T11:00:00Z"},
                                                               {"4", "soon"},
                                                               {"5", null()}});
  const TimeUs nine = parse_time("2026-03-01T09:00:00Z")->us;
  CHECK(kept(dataset, "timestamp", condition::Times{.from = nine, .until = nine + kHour}) == Texts{"1"});
  CHECK(kept(dataset, "timestamp", condition::Times{.from = nine + 1}) == Texts{"2", "3"});
  CHECK(kept(dataset, "timestamp", condition::Times{.until = nine + 2 * kHour}) == Texts{"1", "2"});
  CHECK(kept(dataset, "timestamp", condition::Times{}) == Texts{"1", "2", "3"});
  CHECK(kept(dataset, "timestamp", condition::Times{}, true) == Texts{"4", "5"});
}

TEST_CASE("Periods are counted from the first and the last time of the column") {
  const Dataset dataset = dataset_of({"number", "timestamp"}, {{"1", "2026-03-01T10:00:00Z"},
                                                               {"2", "2026-03-01T09:00:00Z"},
                                                               {"3", "2026-03-02T08:59:59Z"},
                                                               {"4", "2026-03-02T09:00:00Z"},
                                                               {"5", "2026-03-08T09:00:00Z"},
                                                               {"6", "2026-03-09T08:59:59Z"},
                                                               {"7", ""}});
  using Span = condition::Period::Span;
  const auto in = [&](Span span) { return kept(dataset, "timestamp", condition::Period{.span = span}); };
  CHECK(in(Span::first_hour) == Texts{"2"});
  CHECK(in(Span::first_day) == Texts{"1", "2", "3"});
  CHECK(in(Span::last_week) == Texts{"4", "5", "6"});
}

TEST_CASE("A range of times and a period keep nothing of a column that has no times") {
  const Dataset dataset = cities();
  CHECK(kept(dataset, "city", condition::Times{}).empty());
  CHECK(kept(dataset, "city", condition::Period{}).empty());
}

TEST_CASE("A range of numbers holds both bounds; texts and blanks are outside") {
  const Dataset dataset = dataset_of({"number", "price"}, {{"1", number("1.5")},
                                                           {"2", number("2")},
                                                           {"3", number("-1e2")},
                                                           {"4", null()},
                                                           {"5", number("2.0001")}});
  CHECK(kept(dataset, "price", condition::Numbers{.least = 1.5, .greatest = 2}) == Texts{"1", "2"});
  CHECK(kept(dataset, "price", condition::Numbers{.least = {}, .greatest = 1.5}) == Texts{"1", "3"});
  CHECK(kept(dataset, "price", condition::Numbers{.least = 2, .greatest = {}}) == Texts{"2", "5"});
  CHECK(kept(dataset, "price", condition::Numbers{}, true) == Texts{"4"});
  CHECK(kept(dataset, "number", condition::Numbers{}).empty());
}

TEST_CASE("Repeated values are those of several rows, also of rows that another filter drops") {
  const Dataset dataset = dataset_of(
      {"number", "status"},
      {{"11", "Failed"}, {"22", "Failed"}, {"11", "Success"}, {missing(), "Failed"}, {"", "Failed"}});
  CHECK(kept(dataset, "number", condition::Repeated{}) == Texts{"11", "11"});
  CHECK(kept(dataset, "number", condition::Repeated{}, true) == Texts{"22", "", ""});
  const auto column = static_cast<std::uint32_t>(dataset.delivery.find_column("number"));
  Query query{.statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {}};
  query.filters = {{.column = column, .condition = condition::Repeated{}}};
  CHECK(texts(dataset, query, "number") == Texts{"11"});
}

TEST_CASE("All filters have to hold, of one column, too") {
  const Dataset dataset = cities();
  const auto column = static_cast<std::uint32_t>(dataset.delivery.find_column("city"));
  Query query;
  query.filters = {{.column = column, .condition = condition::Text{.texts = {"riyadh"}}},
                   {.column = column, .negated = true, .condition = condition::OneOf{.values = {"Riyadh"}}}};
  CHECK(texts(dataset, query, "number") == Texts{"2"});
}

TEST_CASE("A filter of a column that does not exist is passed over") {
  const Dataset dataset = cities();
  Query query;
  query.filters = {{.column = 9, .condition = condition::OneOf{}}};
  CHECK(run(dataset, query).result().size() == 7);
}

TEST_CASE("A search in chosen columns does not look at the others") {
  const Dataset dataset =
      dataset_of({"number", "city", "note"}, {{"1", "Riyadh", "x"}, {"2", "x", "Riyadh"}});
  Query query;
  query.search = "riyadh";
  query.search_columns = {static_cast<std::uint32_t>(dataset.delivery.find_column("note"))};
  CHECK(texts(dataset, query, "number") == Texts{"2"});
  query.search_columns = {9};
  CHECK(run(dataset, query).result().size() == 0);
}

}  // namespace campaign_lens
