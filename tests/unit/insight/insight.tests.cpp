#include "insight/insight.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <memory>
#include <numeric>
#include <random>
#include <set>
#include <string>

#include "insight/delay_counts.h"
#include "reports.h"

namespace campaign_lens {

namespace {

constexpr TimeUs kSecondUs = 1'000'000;

// clang-format off
/// A report worked out by hand. Five recipients (…1 to …5) and one without a number.
///
///     row  recipient  status                        what is to be seen
///     0    1          Success                       delivered, clicked
///     1    2          Success                       delivered, never clicked
///     2    3          Failed, network               failed first, delivered later: so delivered, clicked by a bot
///     3    3          Success                       ditto
///     4    4          Failed, invalid number        for good; clicked all the same
///     5    5          Not submitted, balance        worth a retry
///     6    –          Failed, no reason
///     7    2          Queued, id of row 1           an earlier event of that message
///     8    971…1      Delivery not confirmed
// clang-format on
Dataset by_hand() {
  return report(
      {{"number", "status", "timestamp", "submitted_at", "failed_reason", "error_code", "message_id"},
       {"+966500000001", "Success", "2026-03-01T09:00:10Z", "2026-03-01T09:00:00Z", "", "0", "a"},
       {"+966500000002", "Success", "2026-03-01T09:00:20Z", "2026-03-01T09:00:00Z", "", "0", "b"},
       {"0500000003", "Failed", "2026-03-01T09:00:30Z", "2026-03-01T09:00:00Z", "Network error", "7", "c"},
       {"+966500000003", "Success", "2026-03-01T10:00:40Z", "2026-03-01T10:00:00Z", "", "", "d"},
       {"+966500000004", "Failed", "2026-03-01T09:00:30Z", "2026-03-01T09:00:00Z", "Invalid number", "", "e"},
       {"+966500000005", "Not submitted", "", "2026-03-01T09:00:00Z", "Insufficient balance", "", "f"},
       {"", "Failed", "2026-05-01T09:00:00Z", "", "", "", "g"},
       {"966500000002", "queued", "2026-03-01T09:00:01Z", "2026-03-01T09:00:00Z", "", "", "b"},
       {"+971500000001", "Delivery not confirmed", "2026-03-01T08:59:59Z", "2026-03-01T09:00:00Z", "", "",
        "h"}},
      {{"number", "location", "timestamp", "variable", "url", "user_agent"},
       {"+966500000001", "Riyadh", "2026-03-01T09:10:00Z", "v1", "x", "Mozilla"},
       {"+966500000001", "Riyadh", "2026-03-01T09:20:00Z", "v2", "y", "Mozilla"},
       {"00966500000003", "Jeddah", "2026-03-01T11:00:00Z", "v1", "x", "WhatsApp/2.23"},
       {"+966500000004", "Riyadh", "2026-03-01T08:00:00Z", "v1", "x", ""},
       {"", "", "", "v1", "x", ""},
       {"+966500000009", "Dubai", "2026-03-01T12:00:00Z", "v1", "x", ""},
       {"+966500000009", "Dubai", "2026-03-01T12:00:01Z", "v2", "y", ""}});
}

std::map<std::string, std::uint64_t> sizes_of(const Insight& insight) {
  std::map<std::string, std::uint64_t> sizes;
  for (std::size_t i = 0; i < kRowSetCount; ++i) {
    if (insight.row_sets[i] > 0) sizes.emplace(row_set_key(static_cast<RowSet>(i)), insight.row_sets[i]);
  }
  return sizes;
}

}  // namespace

TEST_CASE("A click is at once when it follows any message of its recipient, not the first alone") {
  const Dataset dataset = report({{"number", "status", "timestamp", "message_id"},
                                  {"+966500000001", "Success", "2026-03-03T09:00:00Z", "c"},
                                  {"+966500000001", "Success", "2026-03-01T09:00:00Z", "a"},
                                  {"+966500000001", "Success", "2026-03-02T09:00:00Z", "b"},
                                  {"+966500000002", "Success", "2026-03-02T09:00:00Z", "d"}},
                                 {{"number", "timestamp"},
                                  {"+966500000001", "2026-03-02T09:00:02Z"},
                                  {"+966500000001", "2026-03-02T08:59:59Z"},
                                  {"+966500000001", "2026-03-03T09:00:01Z"},
                                  {"+966500000001", "2026-03-03T09:00:03Z"},
                                  {"+966500000001", "2026-03-01T09:00:00Z"},
                                  {"+966500000001", "2026-03-01T08:59:59Z"},
                                  {"+966500000002", "2026-03-03T09:00:00Z"}});
  const auto facts = facts_of(dataset);
  CHECK(rows_of(*facts, RowSet::clicks_at_once, {}) == List{0, 2, 4});
  CHECK(rows_of(*facts, RowSet::clicks_before_message, {}) == List{5});
}

TEST_CASE("The rows that do not add up, and the audiences, of a report worked out by hand") {
  const Dataset dataset = by_hand();
  const auto report_facts = facts_of(dataset);
  const ReportFacts& facts = *report_facts;
  const Insight insight = insight_of(facts, {}).result();
  CHECK(sizes_of(insight) == std::map<std::string, std::uint64_t>{
                                 {"repeated_message_ids", 2},
                                 {"superseded_events", 1},
                                 {"repeated_recipients", 2},
                                 {"without_number", 1},
                                 {"messages_in_future", 1},
                                 {"clicks_without_number", 1},
                                 {"clicks_without_message", 2},
                                 {"clicks_on_failed", 1},
                                 {"clicks_before_message", 1},
                                 {"automatic_clicks", 3},
                                 {"clicks_of_many_links", 2},
                                 {"clicks_by_crawlers", 1},
                                 {"clicked", 3},
                                 {"never_clicked", 1},
                                 {"not_confirmed", 1},
                                 {"failed_for_now", 1},
                             });
  CHECK(rows_of(facts, RowSet::repeated_message_ids, {}) == List{1, 7});
  CHECK(rows_of(facts, RowSet::superseded_events, {}) == List{7});
  CHECK(rows_of(facts, RowSet::repeated_recipients, {}) == List{2, 3});
  CHECK(rows_of(facts, RowSet::messages_in_future, {}) == List{6});
  CHECK(rows_of(facts, RowSet::clicks_on_failed, {}) == List{3});
  CHECK(rows_of(facts, RowSet::clicks_before_message, {}) == List{3});
  CHECK(rows_of(facts, RowSet::automatic_clicks, {}) == List{2, 5, 6});
  // Of recipient 3 the row that was delivered.
  CHECK(rows_of(facts, RowSet::clicked, {}) == List{0, 3, 4});
  CHECK(rows_of(facts, RowSet::never_clicked, {}) == List{1});
  CHECK(rows_of(facts, RowSet::not_confirmed, {}) == List{8});
  CHECK(rows_of(facts, RowSet::failed_for_now, {}) == List{5});
  CHECK(insight.rows == std::array<std::uint64_t, kTableCount>{9, 7});
  CHECK(insight.recipients == 6);
  CHECK(insight.home == "SA");
}

TEST_CASE("Counts are of rows, and by current status of messages") {
  const Dataset dataset = by_hand();
  const Insight insight = insight_of(*facts_of(dataset), {}).result();
  CHECK(insight.counts.values == std::array<std::uint64_t, kCountIds>{9, 8, 3, 1, 3, 1, 0});
  CHECK(insight.reconciliation.current.values == std::array<std::uint64_t, kCountIds>{8, 7, 3, 1, 3, 1, 0});
}

TEST_CASE("Failures by reason and by group, worked out by hand") {
  const Dataset dataset = by_hand();
  const Failures failures = insight_of(*facts_of(dataset), {}).result().failures;
  CHECK(failures.messages == 4);
  CHECK(failures.left_off == 0);
  CHECK(failures.reasons == std::vector<Failures::Reason>{
                                {"", "", ReasonGroup::unknown, false, 1, 0, 1},
                                {"Insufficient balance", "", ReasonGroup::limit, false, 0, 1, 2},
                                {"Invalid number", "", ReasonGroup::invalid_number, true, 1, 0, 3},
                                {"Network error", "7", ReasonGroup::network, false, 1, 0, 4},
                            });
  CHECK(failures.groups[static_cast<std::size_t>(ReasonGroup::invalid_number)] == Failures::Group{1, 0, 1});
  CHECK(failures.groups[static_cast<std::size_t>(ReasonGroup::limit)] == Failures::Group{0, 1, 0});
}

TEST_CASE("Clicks both ways, worked out by hand") {
  const Dataset dataset = by_hand();
  const Clicks clicks = insight_of(*facts_of(dataset), {}).result().clicks;
  CHECK(clicks.total == ClickCounts{{7, 4}, {4, 2}});
  CHECK(clicks.recipients == 6);
  CHECK(clicks.clicked == 3);
  CHECK(clicks.clicked_without_automatic == 2);
  CHECK(clicks.delivered_recipients == 3);
  CHECK(clicks.delivered_clicked == 2);
  CHECK(clicks.delivered_clicked_without_automatic == 1);
  CHECK(clicks.repeat_clickers == 2);
  CHECK(clicks.repeat_clickers_without_automatic == 1);
  CHECK(clicks.variables.values ==
        std::vector<Clicks::Value>{{"v1", {{5, 4}, {3, 2}}}, {"v2", {{2, 2}, {1, 1}}}});
  CHECK(clicks.locations.values == std::vector<Clicks::Value>{{"Riyadh", {{3, 2}, {3, 2}}},
                                                              {"Dubai", {{2, 1}, {0, 0}}},
                                                              {"Jeddah", {{1, 1}, {0, 0}}},
                                                              {"", {{1, 0}, {1, 0}}}});
  // Recipient 1 after ten minutes; recipient 4 clicked an hour before.
  CHECK(clicks.to_first_click == Delays{1, 1, 600 * kSecondUs, 600 * kSecondUs, 600 * kSecondUs});
}

TEST_CASE("Countries, worked out by hand") {
  const Dataset dataset = by_hand();
  const std::vector<CountryFigures> countries = insight_of(*facts_of(dataset), {}).result().countries;
  REQUIRE(countries.size() == 3);
  CHECK(countries[0].name == "Saudi Arabia");
  CHECK(countries[0].calling_code == 966);
  CHECK(countries[0].messages == 7);
  CHECK(countries[0].recipients == 5);
  CHECK(countries[0].delivered == 3);
  CHECK(countries[0].failed == std::array<std::uint64_t, kReasonGroupCount>{1, 0, 0, 1, 0, 1, 0, 0});
  CHECK(countries[0].clicks == ClickCounts{{6, 4}, {3, 2}});
  CHECK(countries[1].name == "Unknown");
  CHECK(countries[1].clicks == ClickCounts{{1, 0}, {1, 0}});
  CHECK(countries[2].iso == "AE");
}

TEST_CASE("Times by step and by hour of the week, in the report's zone") {
  Dataset dataset = by_hand();
  dataset.zone = *fixed_offset_zone("+03:00");
  const Timing timing = insight_of(*facts_of(dataset), {}).result().timing;
  // From 1 March to 1 May: a day a step.
  CHECK(timing.step_us == 86'400 * kSecondUs);
  CHECK(format_time(timing.first, {}) == "2026-03-01 00:00:00");
  REQUIRE(timing.messages.size() == 62);
  CHECK(timing.messages.front() == 8);
  CHECK(timing.messages.back() == 1);
  CHECK(timing.clicks.front() == 6);
  CHECK(timing.first_clicks.front() == 4);
  CHECK(timing.messages_without_time == 0);
  CHECK(timing.clicks_without_time == 1);
  CHECK(timing.messages_by_hour[6][12] == 7);  // 1 March 2026 was a Sunday
  CHECK(timing.messages_by_hour[6][13] == 1);
  CHECK(timing.messages_by_hour[4][12] == 1);
  CHECK(timing.clicks_by_hour[6][11] == 1);
  CHECK(timing.clicks_by_hour[6][12] == 2);
  // 10, 20, 30, 40, 30 and 1 s; row 8 is negative.
  CHECK(timing.to_status == Delays{6, 1, 20 * kSecondUs, 40 * kSecondUs, 40 * kSecondUs});
}

TEST_CASE("Of the rows shown, messages and clicks that are not shown do not count") {
  const Dataset dataset = by_hand();
  const auto report_facts = facts_of(dataset);
  const ReportFacts& facts = *report_facts;
  const std::vector<std::uint8_t> delivery = {0, 1, 1, 0, 1, 0, 0, 0, 0}, clicks = {1, 0, 0, 1, 0, 0, 0};
  const Insight insight = insight_of(facts, {.delivery = {delivery}, .clicks = {clicks}}).result();
  CHECK(insight.rows == std::array<std::uint64_t, kTableCount>{3, 2});
  CHECK(insight.recipients == 3);
  CHECK(insight.clicks.total == ClickCounts{{2, 2}, {2, 2}});
  CHECK(insight.clicks.clicked == 1);  // recipient 1 has no row that is shown
  CHECK(insight.clicks.delivered_recipients == 1);
  CHECK(insight.failures.messages == 2);
  // Recipient 3 is among those who clicked, though the row that was delivered is not shown.
  CHECK(rows_of(facts, RowSet::clicked, {delivery}) == List{2, 4});
}

TEST_CASE("The current status of a message is that of its latest event, then the furthest, then the last") {
  const auto current_of = [](const std::vector<std::vector<std::string_view>>& events) {
    std::vector<std::vector<std::string_view>> rows = {{"number", "message_id", "status", "timestamp"}};
    for (const auto& event : events)
      rows.push_back({"+966500000001", "m", event[0], event[1]});
    const Dataset dataset = report(rows);
    const List superseded = rows_of(*facts_of(dataset), RowSet::superseded_events, {});
    for (std::uint32_t row = 0; row < events.size(); ++row) {
      if (std::ranges::find(superseded, row) == superseded.end()) return row;
    }
    return Recipients::kNone;
  };
  CHECK(current_of({{"Success", "2026-03-01T09:00:00Z"}, {"Failed", "2026-03-01T09:00:01Z"}}) == 1);
  CHECK(current_of({{"Failed", "2026-03-01T09:00:01Z"}, {"Success", "2026-03-01T09:00:00Z"}}) == 0);
  CHECK(current_of({{"Success", "2026-03-01T09:00:00Z"}, {"queued", "2026-03-01T09:00:00Z"}}) == 0);
  CHECK(current_of({{"Success", ""}, {"queued", ""}}) == 0);
  CHECK(current_of({{"queued", "2026-03-01T09:00:00Z"}, {"Success", ""}}) == 0);
  CHECK(current_of({{"Success", ""}, {"Success", ""}}) == 1);
}

TEST_CASE("One message id of several recipients is repeated, but no event of one message") {
  const Dataset dataset = report({{"number", "message_id", "status"},
                                  {"+966500000001", "m", "Success"},
                                  {"+966500000002", "m", "Success"},
                                  {"+966500000003", "n", "Success"}});
  const auto report_facts = facts_of(dataset);
  const ReportFacts& facts = *report_facts;
  CHECK(rows_of(facts, RowSet::repeated_message_ids, {}) == List{0, 1});
  CHECK(rows_of(facts, RowSet::superseded_events, {}).empty());
}

TEST_CASE("Message ids that agree in their hash are not one") {
  const std::string_view id = "7163f241-ac22-4831-a99a-251b4f58cdbc",
                         same_hash = "5c0e7e9f-9008-05ce-8d83-a0dfbc3aa773";
  const Dataset dataset = report(
      {{"number", "message_id"}, {"+966500000001", id}, {"+966500000002", same_hash}, {"+966500000003", id}});
  CHECK(rows_of(*facts_of(dataset), RowSet::repeated_message_ids, {}) == List{0, 2});
}

TEST_CASE("A message is in the future by its submission, too") {
  const Dataset dataset =
      report({{"number", "status", "timestamp", "submitted_at"},
              {"+966500000001", "Success", "2026-03-01T09:00:00Z", "2026-04-01T00:00:01Z"},
              {"+966500000002", "Success", "2026-04-01T00:00:01Z", "2026-03-01T09:00:00Z"},
              {"+966500000003", "Success", "2026-04-01T00:00:00Z", "2026-04-01T00:00:00Z"}});
  CHECK(rows_of(*facts_of(dataset), RowSet::messages_in_future, {}) == List{0, 1});
}

TEST_CASE("A message id is the same in whichever encoding its column has it") {
  Dataset dataset;
  TableBuilder builder(TableId::delivery, dataset.delivery);
  const int id = builder.column("message_id"), status = builder.column("status");
  const auto uuid = [](std::uint32_t n) {
    const std::string digits = std::to_string(100'000'000'000 + n);
    return "f3afe3fa-1a0c-4d83-a0df-" + digits;
  };
  // UUIDs, then texts of many lengths, then a few values; each third has the first ten UUIDs.
  for (std::uint32_t row = 0; row < 3 * kRowGroupRows; ++row) {
    const std::uint32_t in_group = row % kRowGroupRows;
    std::string text = uuid(row);
    if (row >= kRowGroupRows) text = "id " + std::to_string(row * 7919) + std::string(row % 13, 'x');
    if (row >= 2 * kRowGroupRows) text = "";
    if (in_group < 10) text = uuid(in_group);
    builder.set(id, Kind::text, text);
    builder.set(status, Kind::text, "Success");
    builder.end_row();
  }
  builder.finish();
  CHECK(rows_of(*facts_of(dataset), RowSet::repeated_message_ids, {}).size() == 30);
}

TEST_CASE("Two links within a second are automatic, one link twice is not, nor are links of two recipients") {
  const Dataset dataset = report({{"number", "status"}, {"+966500000001", "Success"}},
                                 {{"number", "url", "timestamp"},
                                  {"+966500000001", "x", "2026-03-01T09:00:00Z"},
                                  {"+966500000001", "x", "2026-03-01T09:00:00.5Z"},
                                  {"+966500000001", "x", "2026-03-01T10:00:00Z"},
                                  {"+966500000002", "y", "2026-03-01T10:00:00Z"},
                                  {"+966500000001", "y", "2026-03-01T10:00:01.1Z"},
                                  {"+966500000001", "x", "2026-03-01T11:00:00Z"},
                                  {"+966500000001", "x", "2026-03-01T11:00:00.2Z"},
                                  {"+966500000001", "y", "2026-03-01T11:00:01Z"}});
  CHECK(rows_of(*facts_of(dataset), RowSet::clicks_of_many_links, {}) == List{5, 6, 7});
}

TEST_CASE("A click within two seconds of the message is automatic") {
  const Dataset dataset =
      report({{"number", "status", "submitted_at"}, {"+966500000001", "Success", "2026-03-01T09:00:00Z"}},
             {{"number", "timestamp"},
              {"+966500000001", "2026-03-01T08:59:59Z"},
              {"+966500000001", "2026-03-01T09:00:02Z"},
              {"+966500000001", "2026-03-01T09:00:02.000001Z"}});
  CHECK(rows_of(*facts_of(dataset), RowSet::clicks_at_once, {}) == List{1});
}

TEST_CASE("Crawlers are known by what they call themselves, and a Cubot is a telephone") {
  const Dataset dataset = report({{"number", "status"}, {"+966500000001", "Success"}},
                                 {{"number", "user_agent"},
                                  {"+966500000001", "Mozilla/5.0 (compatible; Googlebot/2.1)"},
                                  {"+966500000001", "Mozilla/5.0 (Linux; CUBOT X18)"},
                                  {"+966500000001", "facebookexternalhit/1.1"}});
  CHECK(rows_of(*facts_of(dataset), RowSet::clicks_by_crawlers, {}) == List{0, 2});
}

TEST_CASE("Percentiles are values at the nearest rank") {
  const auto of = [](std::span<const std::int64_t> values) {
    DelayCounts delays;
    for (const std::int64_t value : values)
      delays.add(value);
    return delays.distribution().result();
  };
  std::vector<std::int64_t> values(100);
  std::iota(values.begin(), values.end(), 1);
  std::ranges::shuffle(values, std::mt19937(1));
  CHECK(of(values) == Delays{100, 0, 50, 90, 99});
  CHECK(of(std::array<std::int64_t, 2>{-1, 7}) == Delays{1, 1, 7, 7, 7});
  CHECK(of(std::array<std::int64_t, 1>{-1}) == Delays{0, 1, 0, 0, 0});
  CHECK(of(std::array<std::int64_t, 4>{5, 0, 5, 5}) == Delays{4, 0, 5, 5, 5});
}

TEST_CASE("A report without any rows or without any columns that play a role has an insight") {
  const Dataset empty;
  CHECK(insight_of(*facts_of(empty), {}).result().rows[0] == 0);
  const Dataset plain = report({{"a"}, {"1"}, {"2"}}, {{"b"}, {"1"}});
  const Insight insight = insight_of(*facts_of(plain), {}).result();
  CHECK(insight.counts[CountId::unrecognised] == 2);
  CHECK(insight.clicks.total == ClickCounts{{1, 0}, {1, 0}});
  CHECK(insight.timing.messages.empty());
  CHECK(sizes_of(insight) ==
        std::map<std::string, std::uint64_t>{{"without_number", 2}, {"clicks_without_number", 1}});
}

}  // namespace campaign_lens
