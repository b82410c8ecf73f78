#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "reports.h"

namespace campaign_lens {

namespace {

std::string pick(std::mt19937& random, const std::vector<std::string>& choices) {
  return choices[random() % choices.size()];
}

/// Few recipients, ids and moments, so that all that can be odd is.
Dataset random_report(std::mt19937& random) {
  Dataset dataset;
  const std::vector<std::string> numbers = {
      "",           "+966500000001",   "0500000001", "+966500000002", "00971500000003",
      "omar@x.com", "+1 212 555 0123", "12",         "966500000004"};
  const auto time = [&] {
    return pick(random, {"", "2026-03-01T09:00:0" + std::to_string(random() % 9) + "Z",
                         "2027-01-01T00:00:00Z", "none"});
  };
  {
    TableBuilder builder(TableId::delivery, dataset.delivery);
    const int number = builder.column("number"), status = builder.column("status"),
              at = builder.column("timestamp"), submitted = builder.column("submitted_at"),
              reason = builder.column("failed_reason"), id = builder.column("message_id");
    for (std::uint32_t left = random() % 60; left > 0; --left) {
      builder.set(number, Kind::text, pick(random, numbers));
      builder.set(
          status, Kind::text,
          pick(random, {"Success", "Failed", "queued", "Not submitted", "Delivery not confirmed", "?"}));
      builder.set(at, Kind::text, time());
      builder.set(submitted, Kind::text, time());
      builder.set(reason, Kind::text, pick(random, {"", "Invalid number", "Network error", "Opted out"}));
      builder.set(id, Kind::text, pick(random, {"", "a", "b", "c", std::to_string(random())}));
      builder.end_row();
    }
    builder.finish();
  }
  TableBuilder builder(TableId::clicks, dataset.clicks);
  const int number = builder.column("number"), at = builder.column("timestamp"), url = builder.column("url"),
            location = builder.column("location"), agent = builder.column("user_agent");
  for (std::uint32_t left = random() % 40; left > 0; --left) {
    builder.set(number, Kind::text, pick(random, numbers));
    builder.set(at, Kind::text, time());
    builder.set(url, Kind::text, pick(random, {"x", "y"}));
    builder.set(location, Kind::text, pick(random, {"", "Riyadh", "Jeddah"}));
    builder.set(agent, Kind::text, pick(random, {"", "Googlebot", "Mozilla"}));
    builder.end_row();
  }
  builder.finish();
  return dataset;
}

std::vector<std::uint8_t> random_rows(std::mt19937& random, std::uint64_t rows) {
  std::vector<std::uint8_t> kept(static_cast<std::size_t>(rows));
  for (std::uint8_t& byte : kept)
    byte = random() % 3 != 0 ? 1 : 0;
  return kept;
}

template <typename Values>
std::uint64_t sum_of(const Values& values) {
  return std::accumulate(values.begin(), values.end(), std::uint64_t{0});
}

void check_invariants(const ReportFacts& facts, const ReportRows& rows) {
  const Insight insight = insight_of(facts, rows).result();
  const auto size = [&](RowSet set) { return insight.row_sets[static_cast<std::size_t>(set)]; };
  for (std::size_t i = 0; i < kRowSetCount; ++i) {
    const auto set = static_cast<RowSet>(i);
    const List of_set = rows_of(facts, set, table_of(set) == TableId::delivery ? rows.delivery : rows.clicks);
    CHECK(of_set.size() == size(set));
    CHECK(std::ranges::is_sorted(of_set));
  }
  CHECK(insight.counts[CountId::total] == insight.rows[0]);

  const Failures& failures = insight.failures;
  CHECK(failures.messages == insight.counts[CountId::failed] + insight.counts[CountId::not_submitted]);
  std::uint64_t grouped = 0;
  for (const Failures::Group& group : failures.groups) {
    grouped += group.failed + group.not_submitted;
    CHECK(group.permanent <= group.failed + group.not_submitted);
  }
  CHECK(grouped == failures.messages);
  CHECK((failures.reasons.empty() ? 0 : failures.reasons.back().cumulative) == failures.messages);

  const Clicks& clicks = insight.clicks;
  CHECK(clicks.total.all.clicks == insight.rows[1]);
  CHECK(clicks.total.all.clicks - clicks.total.without_automatic.clicks == size(RowSet::automatic_clicks));
  CHECK(clicks.total.without_automatic.recipients <= clicks.total.all.recipients);
  CHECK(clicks.total.all.recipients + size(RowSet::clicks_without_number) <= clicks.total.all.clicks);
  CHECK(clicks.clicked <= clicks.recipients);
  CHECK(clicks.clicked <= clicks.total.all.recipients);
  CHECK(clicks.delivered_clicked <= std::min(clicks.delivered_recipients, clicks.clicked));
  CHECK(clicks.recipients == insight.recipients);
  CHECK(clicks.repeat_clickers <= clicks.total.all.recipients);
  for (const Clicks::Breakdown* breakdown : {&clicks.locations, &clicks.links, &clicks.variables}) {
    std::uint64_t all = 0, own = 0;
    for (const Clicks::Value& value : breakdown->values) {
      all += value.counts.all.clicks;
      own += value.counts.without_automatic.clicks;
      CHECK(value.counts.all.recipients <= std::min(value.counts.all.clicks, clicks.total.all.recipients));
    }
    CHECK(all == clicks.total.all.clicks);
    CHECK(own == clicks.total.without_automatic.clicks);
  }

  std::uint64_t messages = 0, recipients = 0, delivered = 0, failed = 0, clicked = 0;
  for (const CountryFigures& country : insight.countries) {
    messages += country.messages;
    recipients += country.recipients;
    delivered += country.delivered;
    failed += sum_of(country.failed);
    clicked += country.clicks.all.clicks;
  }
  CHECK(messages == insight.rows[0]);
  CHECK(recipients == insight.recipients);
  CHECK(delivered == insight.counts[CountId::success]);
  CHECK(failed == failures.messages);
  CHECK(clicked == insight.rows[1]);

  const Timing& timing = insight.timing;
  const auto week = [](const Timing::Week& hours) {
    std::uint64_t all = 0;
    for (const auto& day : hours)
      all += sum_of(day);
    return all;
  };
  CHECK(sum_of(timing.messages) + timing.messages_without_time == insight.rows[0]);
  CHECK(week(timing.messages_by_hour) == sum_of(timing.messages));
  CHECK(sum_of(timing.clicks) + timing.clicks_without_time == insight.rows[1]);
  CHECK(week(timing.clicks_by_hour) == sum_of(timing.clicks));
  CHECK(sum_of(timing.first_clicks) <= clicks.total.all.recipients);
}

}  // namespace

TEST_CASE("Parts sum to the whole, whatever the report and the rows that are shown") {
  std::mt19937 random(20'260'301);
  for (int round = 0; round < 300; ++round) {
    INFO("round " << round);
    const Dataset dataset = random_report(random);
    const auto report_facts = facts_of(dataset);
    const ReportFacts& facts = *report_facts;
    check_invariants(facts, {});
    const auto delivery = random_rows(random, dataset.delivery.rows());
    const auto clicks = random_rows(random, dataset.clicks.rows());
    check_invariants(facts, {.delivery = {delivery}, .clicks = {clicks}});
    const std::vector<std::uint8_t> all_messages(delivery.size(), 1), all_clicks(clicks.size(), 1);
    CHECK(insight_of(facts, {.delivery = {all_messages}, .clicks = {all_clicks}}).result() ==
          insight_of(facts, {}).result());
  }
}

TEST_CASE("Every recipient whose message has a status is in one audience") {
  std::mt19937 random(7);
  for (int round = 0; round < 100; ++round) {
    const Dataset dataset = random_report(random);
    const auto report_facts = facts_of(dataset);
    const ReportFacts& facts = *report_facts;
    std::multiset<std::uint32_t> reached;
    for (const RowSet audience : {RowSet::clicked, RowSet::never_clicked, RowSet::not_confirmed,
                                  RowSet::failed_for_now, RowSet::failed_for_good}) {
      for (const std::uint32_t row : rows_of(facts, audience, {}))
        reached.insert(facts.recipients().of_rows(TableId::delivery)[row]);
    }
    std::multiset<std::uint32_t> expected;
    for (std::uint32_t recipient = 0; recipient < facts.recipients().size(); ++recipient) {
      const Outcome outcome = facts.recipient_outcomes()[recipient];
      const bool known = recipient < facts.recipients().clickers() || outcome != Outcome::unrecognised;
      if (outcome != Outcome::no_message && known) expected.insert(recipient);
    }
    CHECK(reached == expected);
  }
}

}  // namespace campaign_lens
