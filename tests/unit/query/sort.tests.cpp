#include <catch2/catch_test_macros.hpp>

#include "tables.h"

namespace campaign_lens {

namespace {

Texts sorted(const Dataset& dataset, std::string_view key, bool descending = false) {
  return texts(dataset, {.statuses = {}, .search = {}, .sort = {by(dataset, key, descending)}}, key);
}

}  // namespace

TEST_CASE("Texts sort by how they fold, then by their bytes; blanks last either way") {
  const Dataset dataset =
      dataset_of({"city"}, {{"riyadh"}, {""}, {"Abha"}, {"Riyadh"}, {missing()}, {"jeddah"}, {null()}});
  CHECK(sorted(dataset, "city") == Texts{"Abha", "jeddah", "Riyadh", "riyadh", "", "", ""});
  CHECK(sorted(dataset, "city", true) == Texts{"riyadh", "Riyadh", "jeddah", "Abha", "", "", ""});
}

TEST_CASE("Numbers sort as numbers") {
  const Dataset dataset = dataset_of(
      {"price"}, {{number("10")}, {number("9")}, {null()}, {number("-2.5")}, {number("1e3")}, {number("0")}});
  CHECK(sorted(dataset, "price") == Texts{"-2.5", "0", "9", "10", "1e3", ""});
  CHECK(sorted(dataset, "price", true) == Texts{"1e3", "10", "9", "0", "-2.5", ""});
}

TEST_CASE("Integers too long for a double still sort exactly") {
  const Dataset dataset = dataset_of({"count"}, {{number("9007199254740993")},
                                                 {number("9007199254740992")},
                                                 {number("-9223372036854775808")},
                                                 {number("99999999999999999999")},
                                                 {number("9223372036854775807")}});
  CHECK(sorted(dataset, "count").front() == "-9223372036854775808");
  CHECK(sorted(dataset, "count")[1] == "9007199254740992");
  CHECK(sorted(dataset, "count")[2] == "9007199254740993");
}

TEST_CASE("Times sort as moments, not as they are written") {
  const Dataset dataset =
      dataset_of({"timestamp"}, {{"2026-03-01T12:00:00+03:00"}, {"2026-03-01T10:00:00Z"}, {""}});
  CHECK(sorted(dataset, "timestamp") == Texts{"2026-03-01T12:00:00+03:00", "2026-03-01T10:00:00Z", ""});
  CHECK(sorted(dataset, "timestamp", true) == Texts{"2026-03-01T10:00:00Z", "2026-03-01T12:00:00+03:00", ""});
}

TEST_CASE("What is no time in a time column comes after the times, before the blanks") {
  const Dataset dataset =
      dataset_of({"timestamp"}, {{""}, {"soon"}, {"2026-03-01T10:00:00Z"}, {"2026-03-01T11:00:00Z"}});
  REQUIRE(dataset.delivery.columns()[0].info().type == Type::time);
  CHECK(sorted(dataset, "timestamp") == Texts{"2026-03-01T10:00:00Z", "2026-03-01T11:00:00Z", "soon", ""});
  CHECK(sorted(dataset, "timestamp", true) ==
        Texts{"2026-03-01T11:00:00Z", "2026-03-01T10:00:00Z", "soon", ""});
}

TEST_CASE("Equal rows keep the order of the file in both directions") {
  const Dataset dataset = dataset_of({"number", "city"}, {{"1", "b"}, {"2", "a"}, {"3", "b"}, {"4", "a"}});
  CHECK(texts(dataset, {.statuses = {}, .search = {}, .sort = {by(dataset, "city")}}, "number") ==
        Texts{"2", "4", "1", "3"});
  CHECK(texts(dataset, {.statuses = {}, .search = {}, .sort = {by(dataset, "city", true)}}, "number") ==
        Texts{"1", "3", "2", "4"});
}

TEST_CASE("A second key decides where the first is equal") {
  const Dataset dataset = dataset_of(
      {"city", "n"}, {{"b", number("1")}, {"a", number("1")}, {"b", number("2")}, {"a", number("2")}});
  const Query query{.statuses = {}, .search = {}, .sort = {by(dataset, "city"), by(dataset, "n", true)}};
  CHECK(texts(dataset, query, "city") == Texts{"a", "a", "b", "b"});
  CHECK(texts(dataset, query, "n") == Texts{"2", "1", "2", "1"});
}

TEST_CASE("A key whose column does not exist is passed over") {
  const Dataset dataset = dataset_of({"number"}, {{"2"}, {"1"}});
  CHECK(texts(dataset, {.statuses = {}, .search = {}, .sort = {{.column = 7}}}, "number") == Texts{"2", "1"});
}

TEST_CASE("Texts that begin alike and differ late sort by their whole") {
  const std::string same(100, 'x');
  const Dataset dataset =
      dataset_of({"url"}, {{same + "123456789z"}, {same + "123456789a"}, {same}, {same + "1"}});
  CHECK(sorted(dataset, "url") == Texts{same, same + "1", same + "123456789a", same + "123456789z"});
}

TEST_CASE("Filtered rows are sorted alone") {
  const Dataset dataset =
      dataset_of({"number", "status"}, {{"3", "Failed"}, {"2", "Success"}, {"1", "Failed"}});
  const Query query{
      .statuses = FamilySet().with(StatusFamily::failed), .search = {}, .sort = {by(dataset, "number")}};
  CHECK(texts(dataset, query, "number") == Texts{"1", "3"});
}

}  // namespace campaign_lens
