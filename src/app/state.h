#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "messages/page.h"

namespace campaign_lens::app {

/// All that the page shows. Changed by apply() alone; drawn by src/view; nothing else is kept anywhere.
struct AppState {
  /// A file that is being read. What was open stays open beside it.
  struct Opening {
    messages::OpenStarted source;
    messages::OpenProgress progress;
  };
  /// What a query of one table gave, as far as it has arrived.
  struct View {
    Query wanted;                     ///< as the person set it
    std::uint32_t asked_id = 0;       ///< the last request sent for it
    std::optional<Query> asked;       ///< what that request was
    messages::QueryAnswer answer;     ///< the last one that arrived; drawn stale rather than waited for
    std::uint64_t first_visible = 0;  ///< the grid's top row
    std::uint32_t visible_rows = 0;   ///< how many the grid can show; 0: not drawn yet
    messages::WindowAnswer window;    ///< the last one that arrived
    std::optional<messages::WindowRequest> window_asked;
  };
  struct Report {
    messages::ReportSummary summary;
    double open_ms = 0;
    std::array<View, kTableCount> views;
    TableId tab = TableId::delivery;
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

  std::optional<Opening> opening;
  std::optional<Report> report;
  std::optional<Exporting> exporting;
  std::optional<Notice> notice;
  messages::Environment environment;
  bool drag_over = false;
};

}  // namespace campaign_lens::app
