#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <utility>

#include "engine/engine.h"
#include "reports.h"

namespace campaign_lens {
namespace {

/// Messages and clicks of few recipients, with and without numbers and times of either kind.
std::string random_report(std::mt19937& random) {
  const auto one_of = [&](std::initializer_list<const char*> texts) {
    return std::string(texts.begin()[random() % texts.size()]);
  };
  const auto number = [&] {
    return one_of({"", "+966500000001", "0500000002", "+971500000003", "+12125550123", "+77012345678", "12"});
  };
  const auto time = [&] {
    const std::string moment =
        "2026-03-0" + std::to_string(1 + random() % 9) + "T2" + std::to_string(random() % 4) + ":30:00";
    return random() % 3 == 0 ? one_of({"", "soon"}) : moment + one_of({"Z", "", "+05:45"});
  };
  std::string messages, clicks;
  for (std::size_t left = 1 + random() % 60; left > 0; --left) {
    messages += std::string(messages.empty() ? "" : ",\n") + R"({"number": ")" + number() +
                R"(", "status": "Success", "timestamp": ")" + time() + R"(", "submitted_at": ")" + time() +
                "\"}";
    clicks += std::string(clicks.empty() ? "" : ",\n") + R"({"number": ")" + number() +
              R"(", "url": "x", "timestamp": ")" + time() + "\"}";
  }
  return R"({"campaign": {"timezone": "+03:30"}, "messages": [)" + messages + R"(], "ulink_clicks": [)" +
         clicks + "]}";
}

std::uint64_t rows_with(Engine& engine, TableId table, std::string_view key, Condition condition,
                        bool negated) {
  Query query;
  query.table = table;
  query.filters = {
      {.column = static_cast<std::uint32_t>(std::as_const(engine).dataset().table(table).find_column(key)),
       .negated = negated,
       .condition = std::move(condition)}};
  return engine.query({.id = 1, .query = query}).result().rows;
}

}  // namespace

TEST_CASE("The rows of a country and of an hour of the week are those that insight counted") {
  std::mt19937 random(3);
  std::uint64_t counted = 0;
  for (int report = 0; report < 60; ++report) {
    INFO("report " << report);
    Engine engine = engine_of(random_report(random));
    const Insight insight = engine.insight({.id = 1, .delivery = {}, .clicks = {}}).result().insight;
    for (const TableId table : {TableId::delivery, TableId::clicks}) {
      const bool delivery = table == TableId::delivery;
      const std::uint64_t all = insight.rows[delivery ? 0 : 1];
      for (const CountryFigures& country : insight.countries) {
        INFO(country.name);
        const std::uint64_t rows = delivery ? country.messages : country.clicks.all.clicks;
        const condition::FromCountry from{.name = country.name};
        REQUIRE(rows_with(engine, table, "number", from, false) == rows);
        REQUIRE(rows_with(engine, table, "number", from, true) == all - rows);
        // Of another column it keeps none.
        REQUIRE(rows_with(engine, table, "timestamp", from, false) == 0);
      }
      const Timing::Week& week = delivery ? insight.timing.messages_by_hour : insight.timing.clicks_by_hour;
      for (std::uint32_t hour = 0; hour < kHoursOfWeek; ++hour) {
        const std::uint64_t rows = week[hour / 24][hour % 24];
        counted += rows;
        REQUIRE(rows_with(engine, table, delivery ? "submitted_at" : "timestamp", condition::HourOfWeek{hour},
                          false) == rows);
      }
    }
  }
  CHECK(counted > 1'000);
}

}  // namespace campaign_lens
