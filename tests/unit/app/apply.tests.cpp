#include <catch2/catch_test_macros.hpp>

#include "open_report.h"

namespace campaign_lens::app {
namespace {

template <typename T>
const T* only(const Effects& effects) {
  return effects.size() == 1 ? std::get_if<T>(effects.data()) : nullptr;
}

Effects effects_of(AppState& state, const Command& command) {
  Effects effects;
  apply(state, command, effects);
  return effects;
}

TEST_CASE("Choosing files, the sample and copying are the page's work") {
  AppState state;
  CHECK(only<messages::ChooseFiles>(effects_of(state, ChooseFiles{})) != nullptr);
  CHECK(only<messages::OpenSample>(effects_of(state, OpenSample{})) != nullptr);
  const Effects copied = effects_of(state, CopyText{"+966500000001"});
  REQUIRE(only<messages::CopyText>(copied) != nullptr);
  CHECK(only<messages::CopyText>(copied)->text == "+966500000001");
}

TEST_CASE("Only what is being opened can be cancelled") {
  AppState state;
  CHECK(effects_of(state, CancelOpen{}).empty());
  hear(state, messages::OpenStarted{"a.json", 1});
  CHECK(only<messages::CancelOpen>(effects_of(state, CancelOpen{})) != nullptr);
}

TEST_CASE("Only a report that grows can be stopped") {
  AppState state;
  hear(state, messages::OpenStarted{"a.json", 1});
  CHECK(effects_of(state, StopOpen{}).empty());
  hear(state, growing_summary(10));
  CHECK(only<messages::StopOpen>(effects_of(state, StopOpen{})) != nullptr);
  hear(state, messages::OpenStarted{"b.json", 1});
  CHECK(effects_of(state, StopOpen{}).empty());
}

TEST_CASE("A count card filters by exactly its families, shows them, and releases them when pressed again") {
  AppState state = answered_report();
  run(state, ShowTab{Tab::clicks});
  run(state, ScrollTo{TableId::delivery, 300, 20});
  run(state, ToggleFamily{StatusFamily::success});
  run(state, FilterByCount{CountId::submitted});
  CHECK(delivery(state).wanted.statuses == definition_of(CountId::submitted).families);
  CHECK(state.report->tab == Tab::delivery);
  CHECK(delivery(state).first_visible == 0);
  run(state, FilterByCount{CountId::submitted});
  CHECK(delivery(state).wanted.statuses.empty());
}

TEST_CASE("Total shows every status") {
  AppState state = answered_report();
  run(state, FilterByCount{CountId::failed});
  run(state, FilterByCount{CountId::total});
  CHECK(delivery(state).wanted.statuses.empty());
}

TEST_CASE("Toggling statuses adds and removes one at a time, and all of them filter nothing") {
  AppState state = answered_report();
  run(state, ToggleFamily{StatusFamily::failed});
  run(state, ToggleFamily{StatusFamily::success});
  CHECK(delivery(state).wanted.statuses ==
        FamilySet().with(StatusFamily::failed).with(StatusFamily::success));
  run(state, ToggleFamily{StatusFamily::failed});
  CHECK(delivery(state).wanted.statuses == FamilySet().with(StatusFamily::success));
  for (const StatusFamily family : {StatusFamily::queued, StatusFamily::not_confirmed, StatusFamily::failed,
                                    StatusFamily::not_submitted, StatusFamily::unrecognised}) {
    run(state, ToggleFamily{family});
  }
  CHECK(delivery(state).wanted.statuses.empty());
}

TEST_CASE("A search is kept for its own table and goes back to the top") {
  AppState state = answered_report();
  run(state, ScrollTo{TableId::delivery, 300, 20});
  run(state, SetSearch{TableId::delivery, "riyadh"});
  CHECK(delivery(state).wanted.search == "riyadh");
  CHECK(clicks(state).wanted.search.empty());
  CHECK(delivery(state).first_visible == 0);
}

TEST_CASE("A header sorts up, then down, then gives the order of the file back") {
  AppState state = answered_report();
  run(state, SortBy{TableId::delivery, 2});
  CHECK(delivery(state).wanted.sort == std::vector<SortKey>{{2, false}});
  run(state, SortBy{TableId::delivery, 2});
  CHECK(delivery(state).wanted.sort == std::vector<SortKey>{{2, true}});
  run(state, SortBy{TableId::delivery, 2});
  CHECK(delivery(state).wanted.sort.empty());
  run(state, SortBy{TableId::delivery, 2});
  run(state, SortBy{TableId::delivery, 3});
  CHECK(delivery(state).wanted.sort == std::vector<SortKey>{{3, false}});
}

TEST_CASE("Clearing the filters leaves the order") {
  AppState state = answered_report();
  run(state, FilterByCount{CountId::failed});
  run(state, SetSearch{TableId::delivery, "x"});
  run(state, SortBy{TableId::delivery, 1});
  run(state, ClearFilters{TableId::delivery});
  CHECK(delivery(state).wanted.statuses.empty());
  CHECK(delivery(state).wanted.search.empty());
  CHECK(delivery(state).wanted.sort.size() == 1);
}

TEST_CASE("Scrolling ends where the last row is the last one visible") {
  AppState state = answered_report(1000);
  run(state, ScrollTo{TableId::delivery, 5000, 20});
  CHECK(delivery(state).first_visible == 980);
  run(state, ScrollTo{TableId::delivery, 5, 2000});
  CHECK(delivery(state).first_visible == 0);
  CHECK(delivery(state).visible_rows == 2000);
}

TEST_CASE("A choice of theme is shown and kept") {
  AppState state;
  const Effects effects = effects_of(state, SetTheme{messages::ThemeChoice::dark});
  REQUIRE(only<messages::KeepTheme>(effects) != nullptr);
  CHECK(only<messages::KeepTheme>(effects)->theme == messages::ThemeChoice::dark);
  CHECK(state.environment.theme == messages::ThemeChoice::dark);
}

TEST_CASE("A notice is gone once dismissed") {
  AppState state;
  hear(state, messages::OpenFailed{"a.json", {"This is not JSON.", std::nullopt}, false});
  run(state, DismissNotice{});
  CHECK_FALSE(state.notice);
}

TEST_CASE("Without a report no command has anything to change") {
  for (const Command& command :
       {Command(FilterByCount{CountId::failed}), Command(ToggleFamily{}),
        Command(SetSearch{TableId::delivery, "x"}), Command(SortBy{}), Command(ClearFilters{}),
        Command(ShowTab{Tab::clicks}), Command(ScrollTo{}), Command(OpenExport{}), Command(Export{}),
        Command(CancelExport{}), Command(StopOpen{}), Command(SetRole{}), Command(SetStatusMeaning{}),
        Command(SetZone{}), Command(UndoCorrections{})}) {
    AppState state;
    CHECK(effects_of(state, command).empty());
    CHECK_FALSE(state.report);
    CHECK_FALSE(state.exporting);
    CHECK_FALSE(state.export_dialog);
  }
}

}  // namespace
}  // namespace campaign_lens::app
