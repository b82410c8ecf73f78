#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "messages/page.h"

namespace campaign_lens::app {

/// What the page shows of a report: one of its tables, or how the file was read.
enum class Tab : std::uint8_t { delivery, clicks, reading };

/// Nothing: the tab shows no table.
constexpr std::optional<TableId> table_of(Tab tab) {
  if (tab == Tab::reading) return std::nullopt;
  return tab == Tab::delivery ? TableId::delivery : TableId::clicks;
}

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
  /// What a query of one table gave, as far as it has arrived.
  struct View {
    Query wanted;                     ///< as the person set it
    std::uint32_t asked_id = 0;       ///< the last request sent for it
    std::optional<Query> asked;       ///< what that request was
    bool outdated = false;            ///< the report has changed since it was asked
    messages::QueryAnswer answer;     ///< the last one that arrived; drawn stale rather than waited for
    std::optional<Query> shown;       ///< what that answers
    std::optional<double> progress;   ///< of what was asked, from 0 to 1; nothing: it takes but a moment
    std::uint64_t first_visible = 0;  ///< the grid's top row
    std::uint32_t visible_rows = 0;   ///< how many the grid can show; 0: not drawn yet
    messages::WindowAnswer window;    ///< the last one that arrived
    std::optional<messages::WindowRequest> window_asked;
    std::optional<Values> values;
    std::uint32_t values_asked_id = 0;  ///< the last request sent for any column
  };
  struct Report {
    messages::ReportSummary summary;
    double open_ms = 0;
    std::array<View, kTableCount> views;
    Corrections corrections;        ///< as the person wants them; those of the summary are in force
    Corrections corrections_asked;  ///< the last that the engine was told
    Tab tab = Tab::delivery;
  };
  struct Exporting {
    messages::ExportProgress progress;
  };
  /// One line at the foot or one banner, until dismissed or replaced.
  struct Notice {
    enum class Tone : std::uint8_t { info, success, error };
    Tone tone = Tone::info;
    std::string text;
    std::string detail;  ///< the place of an error: "line 12, byte 345"
  };

  /// What is open is still being read.
  bool growing() const { return opening && opening->shown; }

  std::optional<Opening> opening;
  std::optional<Report> report;
  std::optional<Exporting> exporting;
  std::optional<Notice> notice;
  messages::Environment environment;
  bool drag_over = false;
};

}  // namespace campaign_lens::app
