#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "page.h"

namespace campaign_lens::view {
namespace {

Insight sample() {
  Insight insight;
  insight.rows = {1000, 50};
  insight.recipients = 900;
  insight.counts[CountId::total] = 1000;
  insight.counts[CountId::submitted] = 950;
  insight.counts[CountId::success] = 800;
  insight.counts[CountId::failed] = 100;
  insight.counts[CountId::not_submitted] = 50;
  insight.failures.messages = 150;
  using Reason = Failures::Reason;
  const auto reason = [](std::string text, ReasonGroup group, bool permanent, std::uint64_t failed,
                         std::uint64_t not_submitted, std::uint64_t cumulative) {
    Reason made;
    made.text = std::move(text), made.group = group, made.permanent = permanent;
    made.failed = failed, made.not_submitted = not_submitted, made.cumulative = cumulative;
    return made;
  };
  insight.failures.reasons = {reason("Absent", ReasonGroup::network, false, 100, 20, 120),
                              reason("Blocked", ReasonGroup::blocked, true, 20, 0, 140),
                              reason("", ReasonGroup::unknown, false, 0, 10, 150)};
  insight.failures.groups[static_cast<std::size_t>(ReasonGroup::network)] = {100, 20, 0};
  insight.failures.groups[static_cast<std::size_t>(ReasonGroup::blocked)] = {20, 0, 20};
  insight.failures.groups[static_cast<std::size_t>(ReasonGroup::unknown)] = {0, 10, 0};
  insight.clicks.total.all = {50, 40};
  insight.clicks.total.without_automatic = {45, 36};
  insight.clicks.delivered_recipients = 800;
  insight.clicks.delivered_clicked = 40;
  insight.clicks.delivered_clicked_without_automatic = 36;
  insight.clicks.locations.values = {{"Riyadh, SA", {{30, 25}, {30, 25}}}, {"", {{20, 15}, {15, 11}}}};
  insight.timing.first = 1'772'323'200'000'000;  // 2026-03-01, a Sunday
  insight.timing.step_us = 3'600'000'000;
  insight.timing.messages = {900, 0, 100};
  insight.timing.clicks = {0, 45, 5};
  insight.timing.first_clicks = {0, 40, 0};
  insight.timing.messages_by_hour[6][0] = 900;
  insight.timing.messages_by_hour[6][2] = 100;
  insight.row_sets[static_cast<std::size_t>(RowSet::failed_for_now)] = 60;
  return insight;
}

// The tab with its answer there, high enough for all cards.
void open_insight(Page& page, const Insight& insight) {
  open_report(page);
  page.state.report->summary.columns[0] = {
      {"number", "Number", ::campaign_lens::Role::number, Type::text},
      {"reason", "Failed reason", ::campaign_lens::Role::reason, Type::text},
      {"time", "Time", ::campaign_lens::Role::status_time, Type::time}};
  page.state.report->tab = app::Tab::insight;
  std::vector<messages::ToPage> effects;
  app::ask_for_missing(page.state, effects);
  app::receive(page.state,
               messages::Explained{{.id = page.state.report->meaning.asked_id, .insight = insight}}, effects);
  page.draw();
  page.draw();
}

bool says(const Page& page, std::string_view words) {
  return std::ranges::any_of(page.mirror.nodes(), [&](const Mirror::Node& node) {
    return node.name.find(words) != std::string::npos;
  });
}

TEST_CASE("The next report's insight is seen from its top") {
  Page page(1280, 500);
  open_insight(page, sample());
  const auto first_heading = [&] {
    const auto& nodes = page.mirror.nodes();
    const auto found = std::ranges::find(nodes, "Why messages did not get through", &Mirror::Node::name);
    return found == nodes.end() ? -1e6F : found->y;
  };
  const float at_top = first_heading();
  REQUIRE(at_top > 0);
  ImGui::GetIO().AddMousePosEvent(600, 400);
  page.draw();
  ImGui::GetIO().AddMouseWheelEvent(0, -20);
  page.draw();
  page.draw();
  CHECK(first_heading() < at_top);

  open_report(page);
  open_insight(page, sample());  // answered before it was drawn without
  CHECK(first_heading() == at_top);
}

TEST_CASE("Until the rows have been looked into the tab says so") {
  Page page;
  open_report(page);
  page.state.report->tab = app::Tab::insight;
  page.draw();
  CHECK(page.find(Role::text, "Looking into the rows") != nullptr);
}

TEST_CASE("Insight says in sentences what the rows mean") {
  Page page(1600, 2400);
  open_insight(page, sample());
  CHECK(says(page, "80.0% of 1,000 messages are delivered; 150 messages did not get through."));
  CHECK(says(
      page,
      "1 of 3 reasons is behind 80.0% of the 150 messages. 130 are worth a retry, 20 would fail again."));
  CHECK(says(page,
             "5.0% of the recipients of delivered messages clicked; 4.5% without clicks that are probably "
             "automatic."));
  CHECK(
      says(page, "Most messages: 900, 2026-03-01 00:00 – 01:00. Most clicks: 45, 2026-03-01 01:00 – 02:00."));
  CHECK(says(page, "Sunday 0:00–1:00, 90.0% of all messages"));
  CHECK(says(page, "60 recipients can be tried again."));
}

TEST_CASE("Where nothing was delivered no share of it is named") {
  Insight insight = sample();
  insight.clicks.delivered_recipients = insight.clicks.delivered_clicked =
      insight.clicks.delivered_clicked_without_automatic = 0;
  Page page(1600, 2400);
  open_insight(page, insight);
  CHECK(says(page, "No delivered messages are among these rows."));
}

TEST_CASE("A reason leads to its messages, whatever else is filtered") {
  Page page(1600, 2400);
  open_insight(page, sample());
  page.state.report->views[0].wanted.search = "x";
  page.carry_out(page.press(Role::button, "Absent 120, 80.0%"));
  const Query& query = page.state.report->views[0].wanted;
  CHECK(query.search == "x");
  CHECK(query.statuses == FamilySet().with(StatusFamily::failed).with(StatusFamily::not_submitted));
  CHECK(query.filters == std::vector<ColumnFilter>{{1, false, condition::OneOf{.values = {"Absent"}}}});
  CHECK(page.state.report->tab == app::Tab::delivery);
}

TEST_CASE("A kind of failure leads to all its reasons, a location to its clicks, a status to its messages") {
  Page page(1600, 2400);
  open_insight(page, sample());
  const app::Commands kind = page.press(Role::button, "Unknown 10");
  REQUIRE(only<app::OpenRows>(kind) != nullptr);
  CHECK(only<app::OpenRows>(kind)->filters ==
        std::vector<ColumnFilter>{{1, false, condition::OneOf{.blank = true}}});
  const app::Commands location = page.press(Role::button, "Riyadh, SA 30, 60.0%");
  REQUIRE(only<app::OpenRows>(location) != nullptr);
  CHECK(only<app::OpenRows>(location)->table == TableId::clicks);
  const app::Commands status = page.press(Role::button, "Success 800, 80.0%");
  REQUIRE(only<app::OpenRows>(status) != nullptr);
  CHECK(only<app::OpenRows>(status)->statuses == FamilySet().with(StatusFamily::success));
}

TEST_CASE("An hour of the week leads to its messages, a country to those of its recipients") {
  Page page(1600, 2400);
  Insight insight = sample();
  CountryFigures country;
  country.iso = "SA", country.name = "Saudi Arabia", country.calling_code = 966, country.messages = 700;
  insight.countries.push_back(country);
  country.iso = "", country.name = "Unknown", country.calling_code = 0, country.messages = 300;
  insight.countries.push_back(country);
  open_insight(page, insight);
  const app::Commands hour = page.press(Role::button, "Sunday 2:00–3:00: 100 messages");
  REQUIRE(only<app::OpenRows>(hour) != nullptr);
  CHECK(only<app::OpenRows>(hour)->filters ==
        std::vector<ColumnFilter>{{2, false, condition::HourOfWeek{.hour = 6 * 24 + 2}}});
  const app::Commands from = page.press(Role::button, "Unknown 300, 0.0%");
  REQUIRE(only<app::OpenRows>(from) != nullptr);
  CHECK(only<app::OpenRows>(from)->filters ==
        std::vector<ColumnFilter>{{0, false, condition::FromCountry{.name = "Unknown"}}});
}

TEST_CASE("An audience leads to its recipients, as a chip beside the other filters") {
  Page page(1600, 2400);
  open_insight(page, sample());
  page.carry_out(page.press(Role::button, "Failed and worth a retry 60"));
  CHECK(page.state.report->views[0].wanted.sets ==
        std::vector<SetFilter>{{.set = RowSet::failed_for_now, .negated = false}});
  page.draw();
  page.carry_out(page.press(Role::button, "Remove filter: Only Failed and worth a retry"));
  CHECK(page.state.report->views[0].wanted.sets.empty());
}

TEST_CASE("A time is a press, several are a drag; both filter by the wall clock of the report") {
  Page page(1600, 2400);
  open_insight(page, sample());
  const Mirror::Node* first = page.find(Role::button, "2026-03-01 00:00 – 01:00: 900 messages");
  const Mirror::Node* last = page.find(Role::button, "2026-03-01 02:00 – 03:00: 100 messages");
  REQUIRE(first != nullptr);
  REQUIRE(last != nullptr);
  const Mirror::Node from = *first, to = *last;
  page.point_at(from);
  page.draw();
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  page.draw();
  page.point_at(to);
  page.draw();
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  page.draw();
  const auto* open = only<app::OpenRows>(page.commands);
  REQUIRE(open != nullptr);
  constexpr TimeUs kBegin = 1'772'323'200'000'000, kHour = 3'600'000'000;
  CHECK(open->filters == std::vector<ColumnFilter>{{2, false, condition::Times{kBegin, kBegin + 3 * kHour}}});
}

TEST_CASE("What does not add up stands first; otherwise it is said last that all does") {
  Page page(1600, 2400);
  Insight insight = sample();
  open_insight(page, insight);
  CHECK(page.find(Role::heading, "Everything adds up") != nullptr);
  insight.row_sets[static_cast<std::size_t>(RowSet::repeated_message_ids)] = 12;
  insight.reconciliation.reading = SubmittedReading::stage;
  insight.reconciliation.stated = {{CountId::success, 805, 800}, {CountId::failed, 100, 100}};
  page.state.report->meaning.answer.insight = insight;
  page.draw();
  const auto heading = std::ranges::find_if(page.mirror.nodes(), [](const Mirror::Node& node) {
    return node.role == Role::heading && node.y > 200;
  });
  REQUIRE(heading != page.mirror.nodes().end());
  CHECK(heading->name == "What does not add up");
  CHECK(says(page, "The report states 805 for Success; its rows are 800."));
  CHECK_FALSE(says(page, "The report states 100"));
}

TEST_CASE("At any size the cards lie within the page, and nothing of an empty report is claimed") {
  for (const float width : {320.F, 390.F, 1280.F, 2560.F}) {
    Page page(width, 900);
    open_insight(page, width == 320.F ? Insight() : sample());
    for (const Mirror::Node& node : page.mirror.nodes()) {
      INFO(width << " " << node.name);
      CHECK(node.x + node.width <= width + 0.01F);
    }
  }
}

TEST_CASE("Help opens by ?, says statuses, keys and what becomes of the data, and Escape closes it") {
  Page page(1280, 2000);
  open_report(page);
  ImGui::GetIO().AddInputCharacter('?');
  page.draw();
  page.draw();
  page.draw();
  CHECK(page.find(Role::heading, "What the counts mean") != nullptr);
  CHECK(says(page, "Ctrl + C: Copy the selection"));
  CHECK(says(page, "Nothing of it is sent anywhere"));
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, true);
  page.draw();
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, false);
  page.draw();
  CHECK(page.find(Role::heading, "What the counts mean") == nullptr);
}

}  // namespace
}  // namespace campaign_lens::view
