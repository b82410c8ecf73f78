#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/state.h"
#include "messages/page.h"

namespace campaign_lens::app {

// What a person did. Draw functions emit these; apply() carries them out.
struct ChooseFiles {};
struct OpenSample {};
struct CancelOpen {};
struct FilterByCount {
  CountId count = CountId::total;
};  ///< a card: exactly these families; Total, or the same card again: all
struct ToggleFamily {
  StatusFamily family = StatusFamily::success;
};
struct SetSearch {
  TableId table = TableId::delivery;
  std::string text;
};
struct SortBy {
  TableId table = TableId::delivery;
  std::uint32_t column = 0;
};  ///< ascending, descending, file order
struct ClearFilters {
  TableId table = TableId::delivery;
};
struct ShowTab {
  TableId tab = TableId::delivery;
};
struct ScrollTo {
  TableId table = TableId::delivery;
  std::uint64_t first = 0;
  std::uint32_t visible = 0;
};
struct Export {};
struct CancelExport {};
struct SetTheme {
  messages::ThemeChoice theme = messages::ThemeChoice::system;
};
struct DismissNotice {};
struct CopyText {
  std::string text;
};

using Command =
    std::variant<ChooseFiles, OpenSample, CancelOpen, FilterByCount, ToggleFamily, SetSearch, SortBy,
                 ClearFilters, ShowTab, ScrollTo, Export, CancelExport, SetTheme, DismissNotice, CopyText>;
using Commands = std::vector<Command>;

/// Changes the state; appends what the page has to do about it.
void apply(AppState& state, const Command& command, std::vector<messages::ToPage>& effects);

/// Takes in what the page or the engine said. Answers for an older query are dropped.
void receive(AppState& state, const messages::ToViewer& message, std::vector<messages::ToPage>& effects);

/// Asks for what the state shows but does not have: queries whose `wanted` differs from `asked`, windows that
/// the visible rows lack (read ahead by a screenful). Nothing missing: nothing asked. At most one window in
/// flight a table.
void ask_for_missing(AppState& state, std::vector<messages::ToPage>& effects);

}  // namespace campaign_lens::app
