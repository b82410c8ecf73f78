#include <algorithm>
#include <type_traits>
#include <utility>

#include "app/choice.h"
#include "app/commands.h"
#include "app/corrections.h"
#include "app/details.h"
#include "app/export.h"
#include "app/find.h"
#include "app/saved_view.h"
#include "base/text.h"

namespace campaign_lens::app {
namespace {

using Effects = std::vector<messages::ToPage>;

AppState::View* view_of(AppState& state, TableId table) {
  return state.report ? &state.report->views[static_cast<std::size_t>(table)] : nullptr;
}

// What the table's columns are is the report's to say.
ColumnPlaces arranged_in(const AppState& state, TableId table) {
  const auto index = static_cast<std::size_t>(table);
  return arranged(state.report->views[index].columns, state.report->summary.columns[index].size());
}

struct Apply {
  AppState& state;
  Effects& effects;

  void operator()(const ChooseFiles&) { effects.emplace_back(messages::ChooseFiles{}); }
  void operator()(const OpenSample&) { effects.emplace_back(messages::OpenSample{}); }
  void operator()(const CopyText& copy) { effects.emplace_back(messages::CopyText{copy.text}); }
  void operator()(const DismissNotice&) { state.notice.reset(); }

  void operator()(const CancelOpen&) {
    if (state.opening) effects.emplace_back(messages::CancelOpen{});
  }
  void operator()(const StopOpen&) {
    if (state.growing()) effects.emplace_back(messages::StopOpen{});
  }

  void operator()(const FilterByCount& filter) {
    if (!state.report) return;
    const FamilySet families = definition_of(filter.count).families;
    FamilySet& statuses = view_of(state, TableId::delivery)->wanted.statuses;
    statuses = families == statuses ? FamilySet() : families;
    state.report->tab = Tab::delivery;
  }

  void operator()(const ToggleFamily& toggle) {
    if (!state.report) return;
    FamilySet& statuses = view_of(state, TableId::delivery)->wanted.statuses;
    statuses = FamilySet::from_bits(statuses.bits() ^ FamilySet().with(toggle.family).bits());
    if (statuses == FamilySet::from_bits(~0U)) statuses = FamilySet();
  }

  void operator()(const SetSearch& search) {
    if (AppState::View* view = view_of(state, search.table)) view->wanted.search = search.text;
  }

  void operator()(const SortBy& by) {
    AppState::View* view = view_of(state, by.table);
    if (view == nullptr) return;
    std::vector<SortKey>& sort = view->wanted.sort;
    if (!by.further) std::erase_if(sort, [&](const SortKey& key) { return key.column != by.column; });
    const auto key = std::ranges::find(sort, by.column, &SortKey::column);
    if (key == sort.end()) {
      if (sort.size() < kMaxSortKeys) sort.push_back({by.column, false});
    } else if (!key->descending) {
      key->descending = true;
    } else {
      sort.erase(key);
    }
  }
  void operator()(const SetSort& set) {
    if (AppState::View* view = view_of(state, set.table)) view->wanted.sort = set.sort;
  }

  void operator()(const SetFilter& set) {
    if (AppState::View* view = view_of(state, set.table)) set_filter(view->wanted, set.filter);
  }
  void operator()(const RemoveFilter& remove) {
    AppState::View* view = view_of(state, remove.table);
    if (view == nullptr) return;
    if (remove.kind) {
      remove_filter(view->wanted, remove.column, *remove.kind);
    } else {
      std::erase_if(view->wanted.filters,
                    [&](const ColumnFilter& filter) { return filter.column == remove.column; });
    }
  }

  void operator()(const ClearFilters& clear) {
    AppState::View* view = view_of(state, clear.table);
    if (view == nullptr) return;
    view->wanted.statuses = FamilySet();
    view->wanted.search.clear();
    view->wanted.filters.clear();
    view->wanted.sets.clear();
  }

  void operator()(const OpenRows& open) {
    AppState::View* view = view_of(state, open.table);
    if (view == nullptr) return;
    FamilySet& statuses = view->wanted.statuses;
    const unsigned both = unsigned{statuses.bits()} & open.statuses.bits();
    if (!open.statuses.empty()) statuses = statuses.empty() ? open.statuses : FamilySet::from_bits(both);
    for (const ColumnFilter& filter : open.filters)
      set_filter(view->wanted, filter);
    for (const RowSet set : open.sets)
      add_set(view->wanted, set);
    state.report->tab = open.table == TableId::delivery ? Tab::delivery : Tab::clicks;
  }

  void operator()(const RemoveSet& remove) {
    if (AppState::View* view = view_of(state, remove.table))
      std::erase_if(view->wanted.sets, [&](const auto& filter) { return filter.set == remove.set; });
  }

  template <typename Change>
  void change_columns(TableId table, Change change) {
    AppState::View* view = view_of(state, table);
    if (view == nullptr) return;
    view->columns = arranged_in(state, table);
    change(view->columns);
  }
  void operator()(const ShowColumn& show) {
    change_columns(show.table, [&](ColumnPlaces& places) { show_column(places, show.column, show.shown); });
  }
  void operator()(const PinColumn& pin) {
    change_columns(pin.table, [&](ColumnPlaces& places) { pin_column(places, pin.column, pin.pinned); });
  }
  void operator()(const MoveColumn& move) {
    change_columns(move.table,
                   [&](ColumnPlaces& places) { move_column(places, move.column, move.beside, move.behind); });
  }
  void operator()(const SetColumnWidth& set) {
    change_columns(set.table, [&](ColumnPlaces& places) { set_width(places, set.column, set.width); });
  }
  void operator()(const ResetColumns& reset) {
    if (AppState::View* view = view_of(state, reset.table)) view->columns.clear();
  }

  void operator()(const SaveView&) {
    if (state.report) effects.emplace_back(messages::SaveView{saved_view(*state.report)});
  }
  void operator()(const OpenView&) {
    if (state.report) effects.emplace_back(messages::OpenView{});
  }
  void operator()(const ResetView&) {
    if (state.report) show_view(*state.report, SavedView());
  }

  void operator()(const Undo&) {
    if (state.report) step_back(*state.report);
  }
  void operator()(const Redo&) {
    if (state.report) step_forth(*state.report);
  }

  void operator()(const Select& select) {
    AppState::View* view = view_of(state, select.table);
    if (view == nullptr) return;
    const std::uint64_t rows = view->answer.rows;
    const auto index = static_cast<std::size_t>(select.table);
    const auto columns = static_cast<std::uint32_t>(
        shown_columns(view->columns, state.report->summary.columns[index].size()).size());
    view->selection = rows > 0 && columns > 0 ? select.range : std::nullopt;
    if (view->selection) {
      for (std::uint64_t* row : {&view->selection->from_row, &view->selection->row})
        *row = std::min(*row, rows - 1);
      for (std::uint32_t* column : {&view->selection->from_column, &view->selection->column})
        *column = std::min(*column, columns - 1);
    }
    state.report->copied_rows.reset();
    update_details(*state.report, select.table);
  }
  void operator()(const ShowDetails& show) {
    AppState::View* view = view_of(state, show.table);
    if (view == nullptr) return;
    view->details.reset();
    if (show.shown && view->selection) view->details.emplace();
    update_details(*state.report, show.table);
  }
  void operator()(const ShowClicksOfRow&) {
    if (!state.report) return;
    const std::optional<Query> query = clicks_of_row(*state.report);
    if (!query) return;
    view_of(state, TableId::clicks)->wanted = *query;
    state.report->tab = Tab::clicks;
  }
  void operator()(const FindText& find) {
    AppState::View* view = view_of(state, find.table);
    if (view == nullptr) return;
    if (!view->find) view->find.emplace();
    view->find->text = find.text;
    look_for_text(*state.report, find.table, effects);
  }
  void operator()(const FindNext& find) {
    if (state.report) find_next(*state.report, find.table, find.backwards, effects);
  }
  void operator()(const CopySelection& copy) {
    const AppState::View* view = view_of(state, copy.table);
    if (view == nullptr || !view->selection) return;
    const CellRange& range = *view->selection;
    const auto index = static_cast<std::size_t>(copy.table);
    messages::CopyRows rows{.query_id = view->answer.id,
                            .table = copy.table,
                            .first = range.first_row(),
                            .rows = range.rows(),
                            .columns = {}};
    const ColumnPlaces shown = shown_columns(view->columns, state.report->summary.columns[index].size());
    for (std::uint32_t i = 0; i < range.columns(); ++i)
      rows.columns.push_back(shown.at(range.first_column() + i).column);
    effects.emplace_back(std::move(rows));
  }

  void operator()(const CancelQuery& cancel) {
    AppState::View* view = view_of(state, cancel.table);
    if (view != nullptr && view->shown) view->wanted = *view->shown;
  }

  void operator()(const ShowValues& show) {
    AppState::View* view = view_of(state, show.table);
    if (view == nullptr) return;
    if (!view->values || view->values->column != show.column) view->values.emplace().column = show.column;
    view->values->search = show.search;
    view->values->first = show.first;
    view->values->count = show.count;
  }
  void operator()(const HideValues& hide) {
    if (AppState::View* view = view_of(state, hide.table)) view->values.reset();
  }

  void operator()(const ShowTab& show) {
    if (state.report) state.report->tab = show.tab;
  }

  void operator()(const ScrollTo& scroll) {
    AppState::View* view = view_of(state, scroll.table);
    if (view == nullptr) return;
    view->visible_rows = scroll.visible;
    view->scroll_to(scroll.first, scroll.top_px);
  }

  void operator()(const OpenExport&) {
    if (!state.report || state.exporting || state.export_dialog) return;
    state.export_choice.rows = AppState::ExportChoice::Rows::shown;
    state.export_choice.table = table_of(state.report->tab).value_or(state.export_choice.table);
    state.export_dialog.emplace();
  }
  void operator()(const CloseExport&) { state.export_dialog.reset(); }
  void operator()(const ChooseExport& choose) { state.export_choice = choose.choice; }
  void operator()(const Export&) {
    if (!state.report || state.exporting) return;
    effects.emplace_back(
        messages::StartExport{.request = export_request(state), .ask_where = asks_where(state)});
    state.exporting.emplace(AppState::Exporting{.format = state.export_choice.format, .progress = {}});
    state.export_dialog.reset();
    state.notice.reset();  // of the export before
  }

  void operator()(const CancelExport&) {
    if (state.exporting) effects.emplace_back(messages::CancelExport{});
  }

  void operator()(const SetRole& set) {
    if (state.report) correct_role(state.report->corrections, set.table, set.column, set.role);
  }
  void operator()(const SetStatusMeaning& set) {
    if (state.report) correct_status(state.report->corrections, set.status, set.family);
  }
  void operator()(const SetZone& set) {
    if (state.report) state.report->corrections.zone = set.zone;
  }
  void operator()(const UndoCorrections&) {
    if (state.report) state.report->corrections = Corrections();
  }

  void operator()(const SetTheme& set) {
    state.environment.theme = set.theme;
    effects.emplace_back(messages::KeepTheme{set.theme});
  }
};

/// Whether a command of that kind is one that undo takes back.
template <typename T>
constexpr bool kUndone =
    std::is_same_v<T, FilterByCount> || std::is_same_v<T, ToggleFamily> || std::is_same_v<T, SetSearch> ||
    std::is_same_v<T, SortBy> || std::is_same_v<T, SetSort> || std::is_same_v<T, SetFilter> ||
    std::is_same_v<T, RemoveFilter> || std::is_same_v<T, ClearFilters> || std::is_same_v<T, OpenRows> ||
    std::is_same_v<T, RemoveSet> || std::is_same_v<T, CancelQuery> || std::is_same_v<T, ShowColumn> ||
    std::is_same_v<T, PinColumn> || std::is_same_v<T, MoveColumn> || std::is_same_v<T, SetColumnWidth> ||
    std::is_same_v<T, ResetColumns> || std::is_same_v<T, ShowClicksOfRow> || std::is_same_v<T, ResetView> ||
    std::is_same_v<T, SetRole> || std::is_same_v<T, SetStatusMeaning> || std::is_same_v<T, SetZone> ||
    std::is_same_v<T, UndoCorrections>;

std::optional<History::Step> step_of(const Command& command) {
  if (const auto* search = std::get_if<SetSearch>(&command))
    return History::Step{command.index(), search->table};
  if (const auto* set = std::get_if<SetColumnWidth>(&command))
    return History::Step{command.index(), set->table, set->column};
  const auto* set = std::get_if<SetFilter>(&command);
  // Ticks are steps of their own.
  if (set == nullptr || kind_of(set->filter.condition) == FilterKind::values) return std::nullopt;
  return History::Step{command.index(), set->table, set->filter.column};
}

}  // namespace

void apply(AppState& state, const Command& command, Effects& effects) {
  const auto undone = [](const auto& given) { return kUndone<std::decay_t<decltype(given)>>; };
  if (!state.report || !std::visit(undone, command)) {
    std::visit(Apply{state, effects}, command);
    // Drawing scrolls and looks at values by itself.
    const bool drawn =
        std::holds_alternative<ScrollTo>(command) || std::holds_alternative<ShowValues>(command);
    if (!state.report || drawn) return;
    state.report->history.step.reset();
  } else {
    Choice before = choice_of(*state.report);
    std::visit(Apply{state, effects}, command);
    remember(*state.report, std::move(before), step_of(command));
    if (state.notice && state.notice->about_view) state.notice.reset();
  }
  keep_view(state, effects);
}

}  // namespace campaign_lens::app
