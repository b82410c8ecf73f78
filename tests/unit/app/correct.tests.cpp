#include <catch2/catch_test_macros.hpp>

#include "app/corrections.h"
#include "open_report.h"

namespace campaign_lens::app {
namespace {

const messages::Correct* correct_in(const Effects& effects) {
  return effects.size() == 1 ? std::get_if<messages::Correct>(effects.data()) : nullptr;
}

TEST_CASE("What a person corrects is told to the engine whole, and once") {
  AppState state = answered_report();
  answer_window_if_asked(state);
  run(state, SetRole{TableId::delivery, "state", Role::status});
  run(state, SetStatusMeaning{"Zugestellt", StatusFamily::success});
  run(state, SetZone{"Asia/Dubai"});
  const Effects effects = ask(state);
  REQUIRE(correct_in(effects) != nullptr);
  const Corrections& told = correct_in(effects)->corrections;
  CHECK(told.roles == std::vector<Corrections::ColumnRole>{{TableId::delivery, "state", Role::status}});
  CHECK(told.statuses == std::vector<Corrections::StatusMeaning>{{"Zugestellt", StatusFamily::success}});
  CHECK(told.zone == "Asia/Dubai");
  CHECK(ask(state).empty());
}

TEST_CASE("The answer to a correction is asked about anew in both tables") {
  AppState state = answered_report();
  answer_window_if_asked(state);
  run(state, SetZone{"Asia/Dubai"});
  ask(state);
  messages::Updated updated = updated_summary(1000, true);
  updated.summary.corrections = state.report->corrections;
  hear(state, updated);
  CHECK(ask(state).size() == 2);
  CHECK(state.report->summary.corrections.zone == "Asia/Dubai");
}

TEST_CASE("Corrections are undone one by one and all at once") {
  AppState state = answered_report();
  answer_window_if_asked(state);
  run(state, SetRole{TableId::delivery, "state", Role::status});
  run(state, SetRole{TableId::clicks, "state", Role::none});
  run(state, SetStatusMeaning{"Zugestellt", StatusFamily::success});
  run(state, SetZone{"Asia/Dubai"});
  ask(state);
  run(state, SetRole{TableId::delivery, "state", std::nullopt});
  CHECK_FALSE(corrected_role(state.report->corrections, TableId::delivery, "state"));
  CHECK(corrected_role(state.report->corrections, TableId::clicks, "state") == Role::none);
  run(state, SetStatusMeaning{"Zugestellt", StatusFamily::unrecognised});
  CHECK_FALSE(is_corrected_status(state.report->corrections, "Zugestellt"));
  run(state, UndoCorrections{});
  const Effects effects = ask(state);
  REQUIRE(correct_in(effects) != nullptr);
  CHECK(correct_in(effects)->corrections == Corrections());
}

TEST_CASE("A correction that is taken back before it was told is not told") {
  AppState state = answered_report();
  answer_window_if_asked(state);
  run(state, SetZone{"Asia/Dubai"});
  run(state, SetZone{""});
  CHECK(ask(state).empty());
}

TEST_CASE("Corrections in force when a report opens are the person's") {
  AppState state;
  messages::Opened opened;
  opened.summary.corrections.zone = "Asia/Dubai";
  hear(state, opened);
  CHECK(state.report->corrections.zone == "Asia/Dubai");
  CHECK(ask(state).size() == 2);  // two queries, no correction
}

TEST_CASE("A role is given to one column of a table, by the last correction of it") {
  Corrections corrections;
  correct_role(corrections, TableId::delivery, "a", Role::status);
  correct_role(corrections, TableId::clicks, "a", Role::number);
  correct_role(corrections, TableId::delivery, "b", Role::status);
  CHECK_FALSE(corrected_role(corrections, TableId::delivery, "a"));
  CHECK(corrected_role(corrections, TableId::delivery, "b") == Role::status);
  CHECK(corrected_role(corrections, TableId::clicks, "a") == Role::number);
  correct_role(corrections, TableId::delivery, "b", Role::none);
  correct_role(corrections, TableId::delivery, "a", Role::none);
  CHECK(corrected_role(corrections, TableId::delivery, "b") == Role::none);
  CHECK(corrected_role(corrections, TableId::delivery, "a") == Role::none);
}

TEST_CASE("A status means one thing") {
  Corrections corrections;
  correct_status(corrections, "x", StatusFamily::failed);
  correct_status(corrections, "x", StatusFamily::success);
  CHECK(corrections.statuses == std::vector<Corrections::StatusMeaning>{{"x", StatusFamily::success}});
}

}  // namespace
}  // namespace campaign_lens::app
