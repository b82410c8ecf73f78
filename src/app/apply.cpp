#include <algorithm>

#include "app/commands.h"
#include "app/corrections.h"

namespace campaign_lens::app {
namespace {

using Effects = std::vector<messages::ToPage>;

AppState::View* view_of(AppState& state, TableId table) {
  return state.report ? &state.report->views[static_cast<std::size_t>(table)] : nullptr;
}

// The rows behind another question are other rows: the grid starts at their top again.
void filter_by_families(AppState& state, FamilySet families) {
  AppState::View* view = view_of(state, TableId::delivery);
  if (view == nullptr) return;
  view->wanted.statuses = families;
  view->first_visible = 0;
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
    const FamilySet now = view_of(state, TableId::delivery)->wanted.statuses;
    filter_by_families(state, families == now ? FamilySet() : families);
    state.report->tab = Tab::delivery;
  }

  void operator()(const ToggleFamily& toggle) {
    if (!state.report) return;
    const FamilySet now = view_of(state, TableId::delivery)->wanted.statuses;
    const FamilySet families = FamilySet::from_bits(now.bits() ^ FamilySet().with(toggle.family).bits());
    const FamilySet all = FamilySet::from_bits(~0U);
    filter_by_families(state, families == all ? FamilySet() : families);
  }

  void operator()(const SetSearch& search) {
    AppState::View* view = view_of(state, search.table);
    if (view == nullptr || view->wanted.search == search.text) return;
    view->wanted.search = search.text;
    view->first_visible = 0;
  }

  void operator()(const SortBy& by) {
    AppState::View* view = view_of(state, by.table);
    if (view == nullptr) return;
    std::vector<SortKey>& sort = view->wanted.sort;
    const bool same = sort.size() == 1 && sort[0].column == by.column;
    if (!same) {
      sort = {SortKey{by.column, false}};
    } else if (!sort[0].descending) {
      sort[0].descending = true;
    } else {
      sort.clear();
    }
    view->first_visible = 0;
  }

  void operator()(const ClearFilters& clear) {
    AppState::View* view = view_of(state, clear.table);
    if (view == nullptr) return;
    view->wanted.statuses = FamilySet();
    view->wanted.search.clear();
    view->wanted.filters.clear();
    view->first_visible = 0;
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
    const std::uint64_t rows = view->answer.rows;
    const std::uint64_t last_first = rows > scroll.visible ? rows - scroll.visible : 0;
    view->first_visible = std::min(scroll.first, last_first);
    view->visible_rows = scroll.visible;
  }

  void operator()(const Export&) {
    if (!state.report || state.exporting) return;
    state.exporting.emplace();
    effects.emplace_back(messages::StartExport{.delivery = view_of(state, TableId::delivery)->wanted,
                                               .clicks = view_of(state, TableId::clicks)->wanted,
                                               .set = {},
                                               .options = {}});
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

}  // namespace

void apply(AppState& state, const Command& command, Effects& effects) {
  std::visit(Apply{state, effects}, command);
}

}  // namespace campaign_lens::app
