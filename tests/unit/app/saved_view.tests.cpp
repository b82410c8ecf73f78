#include "app/saved_view.h"

#include <catch2/catch_test_macros.hpp>
#include <initializer_list>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/choice.h"
#include "app/columns.h"
#include "open_report.h"

namespace campaign_lens::app {
namespace {

messages::Opened opened(std::initializer_list<const char*> delivery_keys) {
  messages::Opened opened;
  opened.summary.rows[0] = 1000;
  for (const char* key : delivery_keys)
    opened.summary.columns[0].push_back({.key = key, .title = key});
  opened.summary.columns[1].push_back({.key = "city", .title = "city"});
  return opened;
}

AppState report_with(std::initializer_list<const char*> delivery_keys) {
  AppState state;
  hear(state, opened(delivery_keys));
  return state;
}

ColumnFilter filter_of(std::uint32_t column, Condition condition) {
  return {.column = column, .condition = std::move(condition)};
}

// Everything that a view has, in a report with the columns number, status, time, city.
void arrange_all(AppState& state) {
  run(state, MoveColumn{TableId::delivery, 3, 0, false});
  run(state, ShowColumn{TableId::delivery, 2, false});
  run(state, PinColumn{TableId::delivery, 1, true});
  run(state, SetColumnWidth{TableId::delivery, 0, 181.6F});
  run(state, SetSort{TableId::delivery, {{2, true}, {0, false}}});
  run(state, FilterByCount{CountId::failed});
  run(state, SetSearch{TableId::delivery, "+9665"});
  run(state, SetFilter{TableId::delivery, filter_of(3, condition::OneOf{.values = {"Riyadh"}})});
  run(state, SetFilter{TableId::delivery, filter_of(2, condition::Period{})});
  run(state, OpenRows{.table = TableId::clicks, .sets = {RowSet::automatic_clicks}});
  run(state, SetZone{"Asia/Riyadh"});
}

void open_view(AppState& state, const SavedView& view) {
  hear(state, messages::ViewOpened{.name = "mine", .view = view});
}

std::vector<std::string> keys_on_screen(const AppState& state) {
  std::vector<std::string> keys;
  const auto& columns = state.report->summary.columns[0];
  for (const ColumnPlace& place : shown_columns(state.report->views[0].columns, columns.size()))
    keys.push_back(columns[place.column].key);
  return keys;
}

std::vector<std::vector<KeptView>> kept_in(const Effects& effects) {
  std::vector<std::vector<KeptView>> kept;
  for (const auto& effect : effects) {
    if (const auto* views = std::get_if<messages::KeepViews>(&effect)) kept.push_back(views->views);
  }
  return kept;
}

TEST_CASE("A view is shown of a report whose columns stand elsewhere, and back by one undo") {
  AppState first = report_with({"number", "status", "time", "city"});
  arrange_all(first);
  Effects effects;
  apply(first, SaveView{}, effects);
  const SavedView view = std::get<messages::SaveView>(effects.at(0)).view;

  AppState other = report_with({"time", "extra", "city", "status", "number"});
  const Choice before = choice_of(*other.report);
  open_view(other, view);
  CHECK(keys_on_screen(other) == std::vector<std::string>{"status", "city", "number", "extra"});
  const Query& query = delivery(other).wanted;
  CHECK(query.sort == std::vector<SortKey>{{0, true}, {4, false}});
  CHECK(query.statuses == definition_of(CountId::failed).families);
  CHECK(query.search == "+9665");
  CHECK(query.filters == std::vector<ColumnFilter>{filter_of(2, condition::OneOf{.values = {"Riyadh"}}),
                                                   filter_of(0, condition::Period{})});
  CHECK(clicks(other).wanted.sets ==
        std::vector<campaign_lens::SetFilter>{{.set = RowSet::automatic_clicks}});
  CHECK(other.report->corrections.zone == "Asia/Riyadh");
  REQUIRE(other.notice);
  CHECK(other.notice->about_view);
  CHECK(other.notice->detail.empty());

  run(other, Undo{});
  CHECK(choice_of(*other.report) == before);
}

TEST_CASE("A view that is shown is the view that is saved") {
  AppState state = report_with({"number", "status", "time", "city"});
  arrange_all(state);
  const SavedView view = saved_view(*state.report);
  AppState again = report_with({"number", "status", "time", "city"});
  open_view(again, view);
  CHECK(saved_view(*again.report) == view);
  run(again, ResetView{});
  CHECK(saved_view(*again.report) == SavedView());
  run(again, Undo{});
  CHECK(saved_view(*again.report) == view);
}

TEST_CASE("Columns that the report lacks are left out, and named") {
  AppState state = report_with({"number"});
  SavedView view;
  view.tables[0] = {.columns = {{.key = "gone"}, {.key = "number", .width = 90}},
                    .sort = {{.column = "gone"}, {.column = "number", .descending = true}},
                    .statuses = {},
                    .search = {},
                    .filters = {{"away", false, condition::Repeated{}}},
                    .sets = {}};
  open_view(state, view);
  CHECK(delivery(state).columns == ColumnPlaces{{.column = 0, .width = 90}});
  CHECK(delivery(state).wanted.sort == std::vector<SortKey>{{0, true}});
  CHECK(delivery(state).wanted.filters.empty());
  REQUIRE(state.notice);
  CHECK(state.notice->detail == "This report lacks columns of it: “gone”, “away”");
}

TEST_CASE("A view that hides all columns leaves one") {
  AppState state = report_with({"number", "status"});
  SavedView view;
  view.tables[0].columns = {{.key = "status", .hidden = true}, {.key = "number", .hidden = true}};
  open_view(state, view);
  CHECK(keys_on_screen(state) == std::vector<std::string>{"status"});
}

TEST_CASE("A view without a report changes nothing") {
  AppState state;
  open_view(state, SavedView{.zone = "Asia/Riyadh", .tables = {}});
  CHECK_FALSE(state.report);
  Effects effects;
  for (const Command& command : std::initializer_list<Command>{SaveView{}, OpenView{}, ResetView{}})
    apply(state, command, effects);
  CHECK(effects.empty());
}

TEST_CASE("What is kept has neither values nor what was typed") {
  AppState state = report_with({"number", "status", "time", "city"});
  arrange_all(state);
  run(state, SetFilter{TableId::delivery, filter_of(0, condition::Text{.texts = {"050"}})});
  run(state, SetFilter{TableId::delivery, filter_of(1, condition::Numbers{.least = 5, .greatest = {}})});
  run(state, SetFilter{TableId::delivery, filter_of(0, condition::Repeated{})});
  run(state, SetFilter{TableId::delivery, filter_of(3, condition::OneOf{.values = {}, .blank = true})});
  run(state, SetFilter{TableId::clicks, filter_of(0, condition::Times{.from = 1})});
  const SavedView kept = view_to_keep(*state.report);
  SavedView expected = saved_view(*state.report);
  expected.tables[0].search.clear();
  expected.tables[0].filters = {{"city", false, condition::OneOf{.values = {}, .blank = true}},
                                {"time", false, condition::Period{}},
                                {"number", false, condition::Repeated{}}};
  expected.tables[1].filters.clear();
  CHECK(kept == expected);
  CHECK(kept.tables[0].columns.size() == 4);
  CHECK(kept.tables[0].sort.size() == 2);
  CHECK(kept.zone == "Asia/Riyadh");
}

TEST_CASE("A column whose key might be a value is not kept") {
  for (const char* key : {"+966500000001", "12", "a@example.com", "sent to 0500000001", "",
                          "a key that is longer than what people call their columns, so it may be a text"}) {
    INFO(key);
    CHECK_FALSE(is_plain_key(key));
    AppState state = report_with({"number", key});
    run(state, MoveColumn{TableId::delivery, 1, 0, false});
    run(state, SortBy{TableId::delivery, 1});
    run(state, SetFilter{TableId::delivery, filter_of(1, condition::Repeated{})});
    SavedView expected;
    expected.tables[0].columns = {{.key = "number"}};
    CHECK(view_to_keep(*state.report) == expected);
    CHECK(state.report->shape == shape_of(opened({"number"}).summary));
  }
  for (const char* key : {"number", "رقم الجوال", "price.amount", "utm_2026"})
    CHECK(is_plain_key(key));
}

TEST_CASE("The shape of a report is its columns, whatever their order") {
  const std::string shape = shape_of(opened({"number", "status"}).summary);
  CHECK(shape.size() == 16);
  CHECK(shape_of(opened({"status", "number"}).summary) == shape);
  CHECK(shape_of(opened({"number", "status", "x"}).summary) != shape);
  CHECK(shape_of(opened({"numberstatus"}).summary) != shape);
  messages::Opened moved = opened({"number", "x"});
  moved.summary.columns[1].push_back(moved.summary.columns[0].back());
  moved.summary.columns[0].pop_back();
  CHECK(shape_of(moved.summary) != shape_of(opened({"number", "x"}).summary));
}

TEST_CASE("The next report of the same shape begins with the kept view, another one does not") {
  AppState state = report_with({"number", "status", "time", "city"});
  Effects effects;
  apply(state, SortBy{TableId::delivery, 2}, effects);
  REQUIRE(kept_in(effects).size() == 1);
  apply(state, ShowTab{Tab::clicks}, effects);
  apply(state, SetSearch{TableId::delivery, "typed"}, effects);
  CHECK(kept_in(effects).size() == 1);  // the same view: nothing to keep

  hear(state, opened({"number"}));
  CHECK(delivery(state).wanted.sort.empty());
  CHECK_FALSE(state.notice);

  hear(state, opened({"status", "number", "time", "city"}));
  CHECK(delivery(state).wanted.sort == std::vector<SortKey>{{2, false}});
  REQUIRE(state.notice);
  CHECK(state.notice->about_view);
  CHECK(state.report->history.past.empty());

  run(state, ResetView{});
  CHECK(delivery(state).wanted.sort.empty());
  CHECK_FALSE(state.notice);
  CHECK(state.kept_views.empty());
  run(state, Undo{});
  CHECK(delivery(state).wanted.sort == std::vector<SortKey>{{2, false}});
  CHECK(state.kept_views.size() == 1);
}

TEST_CASE("The view of a table that comes behind the other is shown when it comes") {
  AppState state = report_with({"number", "status"});
  run(state, SortBy{TableId::delivery, 1});
  run(state, SortBy{TableId::clicks, 0});
  const std::vector<SortKey> of_clicks = state.report->views[1].wanted.sort;
  REQUIRE_FALSE(of_clicks.empty());

  messages::Opened growing = opened({"number", "status"});
  const std::vector<ColumnInfo> late = std::exchange(growing.summary.columns[1], {});
  REQUIRE_FALSE(late.empty());
  growing.summary.complete = false;
  hear(state, growing);
  CHECK(delivery(state).wanted.sort == std::vector<SortKey>{{1, false}});
  CHECK(state.report->views[1].wanted.sort.empty());
  run(state, SortBy{TableId::delivery, 0});  // and is kept
  run(state, SetSearch{TableId::clicks, "typed"});

  hear(state, messages::Updated{growing.summary, 15});
  CHECK(state.report->views[1].wanted.search == "typed");
  growing.summary.columns[1] = late;
  growing.summary.complete = true;
  hear(state, messages::Updated{growing.summary, 20});
  CHECK(state.report->views[1].wanted.sort == of_clicks);
  CHECK(state.report->views[1].wanted.search == "typed");
  CHECK(delivery(state).wanted.sort == std::vector<SortKey>{{0, false}});
}

TEST_CASE("Views that the browser kept are those of the page before") {
  AppState before = report_with({"number"});
  Effects effects;
  apply(before, SortBy{TableId::delivery, 0}, effects);
  AppState state;
  hear(state, messages::KeptViews{kept_in(effects).back()});
  hear(state, opened({"number"}));
  CHECK(delivery(state).wanted.sort == std::vector<SortKey>{{0, false}});
}

TEST_CASE("The views used last are kept, and no more than a few") {
  AppState state;
  const auto open_and_sort = [&](const std::string& key) {
    hear(state, opened({key.c_str()}));
    if (delivery(state).wanted.sort.empty()) run(state, SortBy{TableId::delivery, 0});
  };
  for (std::size_t i = 0; i < kMaxKeptViews; ++i)
    open_and_sort("k" + std::to_string(i));
  open_and_sort("k0");  // used again: the next one to go is k1
  open_and_sort("another");
  CHECK(state.kept_views.size() == kMaxKeptViews);
  hear(state, opened({"k0"}));
  CHECK(state.notice);
  hear(state, opened({"k1"}));
  CHECK_FALSE(state.notice);
}

TEST_CASE("The notice of a view goes with the first change, and when it is dismissed") {
  AppState state = report_with({"number"});
  open_view(state, SavedView());
  run(state, ShowTab{Tab::reading});
  CHECK(state.notice);
  run(state, SortBy{TableId::delivery, 0});
  CHECK_FALSE(state.notice);
}

}  // namespace
}  // namespace campaign_lens::app
