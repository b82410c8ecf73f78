#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/filters.h"
#include "app/state.h"
#include "messages/page.h"

namespace campaign_lens::app {

// What a person did. Draw functions emit these; apply() carries them out.
struct ChooseFiles {};
struct OpenSample {};
struct CancelOpen {};
struct StopOpen {};  ///< keeps what has been read
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
  bool further = false;  ///< besides the columns that sort already
};  ///< ascending, descending, not at all
struct SetSort {
  TableId table = TableId::delivery;
  std::vector<SortKey> sort;
};
struct SetFilter {
  TableId table = TableId::delivery;
  ColumnFilter filter;
};  ///< in the place of the column's filter of the same kind
struct RemoveFilter {
  TableId table = TableId::delivery;
  std::uint32_t column = 0;
  std::optional<FilterKind> kind;  ///< nothing: all of the column
};
struct ClearFilters {
  TableId table = TableId::delivery;
};
/// The rows behind a figure that was worked out under the present filters: these hold besides them.
struct OpenRows {
  TableId table = TableId::delivery;
  FamilySet statuses = {};  ///< empty: any
  std::vector<ColumnFilter> filters = {};
  std::vector<RowSet> sets = {};
};
struct RemoveSet {
  TableId table = TableId::delivery;
  RowSet set = RowSet::repeated_message_ids;
};
struct ShowColumn {
  TableId table = TableId::delivery;
  std::uint32_t column = 0;
  bool shown = true;
};
struct PinColumn {
  TableId table = TableId::delivery;
  std::uint32_t column = 0;
  bool pinned = true;
};
struct MoveColumn {
  TableId table = TableId::delivery;
  std::uint32_t column = 0;
  std::uint32_t beside = 0;
  bool behind = false;
};
struct SetColumnWidth {
  TableId table = TableId::delivery;
  std::uint32_t column = 0;
  float width = 0;  ///< 0: as the contents want it
};
struct ResetColumns {
  TableId table = TableId::delivery;
};
struct SaveView {};   ///< into a file
struct OpenView {};   ///< from one
struct ResetView {};  ///< everything as the report has it
struct Undo {};
struct Redo {};
struct Select {
  TableId table = TableId::delivery;
  std::optional<CellRange> range;
};
struct ShowDetails {
  TableId table = TableId::delivery;
  bool shown = true;
};  ///< of the selection's row; they follow the selection
struct ShowClicksOfRow {};  ///< of the delivery table's details, in the click table
struct FindText {
  TableId table = TableId::delivery;
  std::string text;
};  ///< from the selection's row on, among the rows and columns that are shown
struct FindNext {
  TableId table = TableId::delivery;
  bool backwards = false;
};
struct CopySelection {
  TableId table = TableId::delivery;
};
struct CancelQuery {
  TableId table = TableId::delivery;
};  ///< back to the rows that are shown: that question takes the place of the one which takes long
struct ShowValues {
  TableId table = TableId::delivery;
  std::uint32_t column = 0;
  std::string search;
  std::uint64_t first = 0;
  std::uint32_t count = 0;
};
struct HideValues {
  TableId table = TableId::delivery;
};
struct ShowTab {
  Tab tab = Tab::delivery;
};
struct ScrollTo {
  TableId table = TableId::delivery;
  std::uint64_t first = 0;
  std::uint32_t visible = 0;
  float top_px = 0;  ///< of the first row, scrolled away
};
struct OpenExport {};  ///< the dialog, for what is shown
struct CloseExport {};
struct ChooseExport {
  AppState::ExportChoice choice;
};
struct Export {};  ///< as it is chosen
struct CancelExport {};
struct SetTheme {
  messages::ThemeChoice theme = messages::ThemeChoice::system;
};
struct SetRole {
  TableId table = TableId::delivery;
  std::string column;  ///< its key
  std::optional<Role> role;
};  ///< nothing: as it was read
struct SetStatusMeaning {
  std::string status;  ///< as written
  StatusFamily family = StatusFamily::unrecognised;
};
struct SetZone {
  std::string zone;
};  ///< empty: the campaign's
struct UndoCorrections {};
struct DismissNotice {};
struct CopyText {
  std::string text;
};

using Command =
    std::variant<ChooseFiles, OpenSample, CancelOpen, StopOpen, FilterByCount, ToggleFamily, SetSearch,
                 SortBy, SetSort, SetFilter, RemoveFilter, ClearFilters, OpenRows, RemoveSet, CancelQuery,
                 ShowColumn, PinColumn, MoveColumn, SetColumnWidth, ResetColumns, SaveView, OpenView,
                 ResetView, Undo, Redo, Select, ShowDetails, ShowClicksOfRow, FindText, FindNext,
                 CopySelection, ShowValues, HideValues, ShowTab, ScrollTo, OpenExport, CloseExport,
                 ChooseExport, Export, CancelExport, SetTheme, SetRole, SetStatusMeaning, SetZone,
                 UndoCorrections, DismissNotice, CopyText>;
using Commands = std::vector<Command>;

/// Changes the state; appends what the page has to do about it.
void apply(AppState& state, const Command& command, std::vector<messages::ToPage>& effects);

/// Takes in what the page or the engine said. Answers for an older query are dropped.
void receive(AppState& state, const messages::ToViewer& message, std::vector<messages::ToPage>& effects);

/// Asks for what the state shows but does not have: corrections that the engine was not told yet; queries
/// whose `wanted` differs from `asked`, or whose answer is outdated; windows that the visible rows lack (read
/// ahead by a screenful); values of a column that is looked at; what an export would give. Nothing missing:
/// nothing asked. At most one window in flight a table; a query, a page of values or an estimate takes the
/// place of the one before.
void ask_for_missing(AppState& state, std::vector<messages::ToPage>& effects);

}  // namespace campaign_lens::app
