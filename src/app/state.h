#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/columns.h"
#include "messages/page.h"

namespace campaign_lens::app {

/// What the page shows of a report: one of its tables, what its rows mean, or how the file was read.
enum class Tab : std::uint8_t { delivery, clicks, insight, reading };

/// Nothing: the tab shows no table.
constexpr std::optional<TableId> table_of(Tab tab) {
  if (tab == Tab::delivery) return TableId::delivery;
  if (tab == Tab::clicks) return TableId::clicks;
  return std::nullopt;
}

/// Cells of a table in a rectangle: rows of the query's answer by columns on screen. The first corner stays
/// where the person began; the other is the cell that the keyboard moves.
struct CellRange {
  std::uint64_t from_row = 0, row = 0;
  std::uint32_t from_column = 0, column = 0;

  std::uint64_t first_row() const { return std::min(from_row, row); }
  std::uint64_t rows() const { return std::max(from_row, row) - first_row() + 1; }
  std::uint32_t first_column() const { return std::min(from_column, column); }
  std::uint32_t columns() const { return std::max(from_column, column) - first_column() + 1; }
  bool has(std::uint64_t at_row, std::uint32_t at_column) const {
    return at_row - first_row() < rows() && at_column - first_column() < columns();
  }
  friend bool operator==(const CellRange&, const CellRange&) = default;
};

/// What the person chose to see of a report, and how to read it: what undo and redo go back and forth
/// between.
struct Choice {
  std::array<Query, kTableCount> queries;
  std::array<ColumnPlaces, kTableCount> columns;
  Corrections corrections;
  friend bool operator==(const Choice&, const Choice&) = default;
};

/// The choices before and after the present one, the nearest one last.
struct History {
  /// Further changes of one thing, such as letters of a search, are one step.
  struct Step {
    std::size_t command = 0;
    TableId table = TableId::delivery;
    std::uint32_t column = 0;
    friend bool operator==(const Step&, const Step&) = default;
  };
  std::vector<Choice> past, future;
  std::optional<Step> step;  ///< that the next command may continue
};
inline constexpr std::size_t kMaxHistory = 200;

/// All that the page shows. Changed by apply() alone; drawn by src/view; nothing else is kept anywhere.
struct AppState {
  /// A file that is being read. What was open stays open beside it until the first rows are there.
  struct Opening {
    messages::OpenStarted source;
    messages::OpenProgress progress;
    bool shown = false;  ///< they are: it is the report below, which grows
  };
  /// The values of a column that the person looks at, counted under the filters of the others.
  struct Values {
    std::uint32_t column = 0;
    std::string search;
    std::uint64_t first = 0;
    std::uint32_t count = 0;
    bool outdated = false;                        ///< the report has changed since they were asked for
    std::optional<messages::FacetRequest> asked;  ///< the last request sent for them
    messages::FacetAnswer answer;                 ///< the last one that arrived; of id 0 none has
  };
  /// All fields of one row.
  struct Details {
    std::uint64_t row = 0;
    std::vector<messages::WindowCell> cells;  ///< by column; none: they have not arrived
    StatusFamily family = StatusFamily::unrecognised;
  };
  /// When the recipient of a row clicked: the values of the click table's time column.
  struct RowClicks {
    std::string number;
    std::optional<messages::FacetRequest> asked;
    messages::FacetAnswer answer;  ///< of id 0 none has arrived
  };
  /// A text that is looked for in the rows that are shown.
  struct Find {
    std::string text;
    std::optional<messages::FindRequest> asked;  ///< the last request sent for it
    messages::FindAnswer answer;                 ///< the last one that arrived; of id 0 none has
    int steps = 0;                               ///< to go on once the answer is there; below 0: backwards
  };
  /// What a query of one table gave, as far as it has arrived.
  struct View {
    Query wanted;                     ///< as the person set it
    ColumnPlaces columns;             ///< likewise
    std::uint32_t asked_id = 0;       ///< the last request sent for it
    std::optional<Query> asked;       ///< what that request was
    bool outdated = false;            ///< the report has changed since it was asked
    messages::QueryAnswer answer;     ///< the last one that arrived; drawn stale rather than waited for
    std::optional<Query> shown;       ///< what that answers
    std::optional<double> progress;   ///< of what was asked, from 0 to 1; nothing: it takes but a moment
    std::uint64_t first_visible = 0;  ///< the grid's top row
    float top_px = 0;                 ///< how much of that row is scrolled away above
    std::uint32_t visible_rows = 0;   ///< how many the grid can show; 0: not drawn yet
    messages::WindowAnswer window;    ///< the last one that arrived
    std::optional<messages::WindowRequest> window_asked;
    std::optional<CellRange> selection;
    std::optional<Details> details;  ///< of the selection's row
    std::optional<Values> values;
    std::optional<Find> find;
    std::uint32_t find_asked_id = 0;    ///< the last request sent for any text
    std::uint32_t values_asked_id = 0;  ///< the last request sent for any column, or for the clicks of a row

    /// Brings a row to the grid's top, as far as there are rows to fill the grid from there.
    void scroll_to(std::uint64_t row, float scrolled_away_px = 0) {
      const std::uint64_t last = answer.rows > visible_rows ? answer.rows - visible_rows : 0;
      first_visible = std::min(row, last);
      top_px = row < last ? scrolled_away_px : 0;
    }
  };
  /// What the rows that both queries keep mean.
  struct Meaning {
    std::uint32_t asked_id = 0;  ///< the last request sent
    std::optional<messages::InsightRequest> asked;
    bool outdated = false;           ///< the report has changed since it was asked
    messages::InsightAnswer answer;  ///< the last one that arrived; of id 0 none has
  };
  struct Report {
    std::uint32_t number = 0;  ///< tells it from those that were open before it
    messages::ReportSummary summary;
    double open_ms = 0;
    std::array<View, kTableCount> views;
    Corrections corrections;        ///< as the person wants them; those of the summary are in force
    Corrections corrections_asked;  ///< the last that the engine was told
    std::string shape;              ///< what its view is kept under
    Tab tab = Tab::delivery;
    History history;
    Meaning meaning;
    std::optional<RowClicks> row_clicks;       ///< of the delivery table's details
    std::optional<std::uint64_t> copied_rows;  ///< of the selection, onto the clipboard
  };
  /// What the person chose of exports. It lasts from one to the next, but for which rows.
  struct ExportChoice {
    enum class Rows : std::uint8_t {
      shown,     ///< with their columns, in the order on screen
      all,       ///< with all columns, in the order of the report
      audience,  ///< of the whole report, with the columns and in the order on screen
    };
    Rows rows = Rows::shown;
    RowSet audience = RowSet::failed_for_now;
    messages::ExportFormat format = messages::ExportFormat::xlsx;
    TableId table = TableId::delivery;   ///< of an export as text
    ExportOptions options = {};          ///< but for the columns
    std::optional<bool> ask_where = {};  ///< straight to disk; nothing: if the file is large
    friend bool operator==(const ExportChoice&, const ExportChoice&) = default;
  };
  /// The dialog that an export begins with is open.
  struct ExportDialog {
    std::optional<messages::EstimateExport> asked;  ///< the last request for an estimate
    bool outdated = false;                          ///< the report has changed since
    messages::Estimated answer;                     ///< the last one that arrived; of id 0 none has
  };
  struct Exporting {
    messages::ExportFormat format = messages::ExportFormat::xlsx;
    messages::ExportProgress progress;
  };
  /// One line at the foot or one banner, until dismissed or replaced.
  struct Notice {
    enum class Tone : std::uint8_t { info, success, error };
    Tone tone = Tone::info;
    std::string text;
    std::string detail;       ///< the place of an error: "line 12, byte 345"
    bool about_view = false;  ///< another view was put in place: the way back is offered until it is changed
  };

  /// What is open is still being read.
  bool growing() const { return opening && opening->shown; }

  std::optional<Opening> opening;
  std::optional<Report> report;
  std::uint32_t reports_opened = 0;
  ExportChoice export_choice;
  std::optional<ExportDialog> export_dialog;
  std::uint32_t estimate_id = 0;  ///< of the last request for one, of whichever dialog
  std::optional<Exporting> exporting;
  std::optional<Notice> notice;
  std::vector<std::string> zone_names;  ///< that the browser knows
  std::vector<KeptView> kept_views;     ///< in the browser's storage, the last used one last
  messages::Environment environment;
  bool drag_over = false;
};

}  // namespace campaign_lens::app
