#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/wire.h"
#include "messages/engine.h"
#include "messages/report.h"
#include "schema/saved_view.h"

namespace campaign_lens::messages {

// Between the viewer and the page that it runs in. A message is u8 kind (the position in the variant, from
// 0), then the fields in order; the layout of every struct is in layouts.h.

/// The choice that sticks; `system` follows the browser.
enum class ThemeChoice : std::uint8_t { system, light, dark };

// ---- what the page tells the viewer
// -----------------------------------------------------------------------------------

struct OpenStarted {  ///< a file is being read; what was open stays open until Opened
  std::string file_name;
  std::uint64_t file_bytes = 0;
  friend bool operator==(const OpenStarted&, const OpenStarted&) = default;
};
struct OpenProgress {
  std::uint64_t bytes_read = 0, delivery_rows = 0, click_rows = 0;
  double elapsed_ms = 0;
  friend bool operator==(const OpenProgress&, const OpenProgress&) = default;
};
struct Opened {  ///< the first rows are there; the rest follows unless `summary.complete`
  ReportSummary summary;
  double elapsed_ms = 0;
  friend bool operator==(const Opened&, const Opened&) = default;
};
struct OpenFailed {  ///< also for what is no file at all; `cancelled` needs no words
  std::string file_name;
  Error error;
  bool cancelled = false;
  friend bool operator==(const OpenFailed&, const OpenFailed&) = default;
};
struct Queried {
  QueryAnswer answer;
  friend bool operator==(const Queried&, const Queried&) = default;
};
struct Windowed {
  WindowAnswer answer;
  friend bool operator==(const Windowed&, const Windowed&) = default;
};
struct EngineFailed {  ///< the worker died
  std::string message;
  friend bool operator==(const EngineFailed&, const EngineFailed&) = default;
};
struct ExportProgress {
  std::uint64_t rows_done = 0, rows_total = 0;
  double elapsed_ms = 0;
  friend bool operator==(const ExportProgress&, const ExportProgress&) = default;
};
struct Exported {
  std::string file_name;
  std::uint64_t file_bytes = 0;
  friend bool operator==(const Exported&, const Exported&) = default;
};
struct ExportFailed {
  Error error;
  bool cancelled = false;
  friend bool operator==(const ExportFailed&, const ExportFailed&) = default;
};
struct Environment {  ///< at the start and whenever it changes
  bool dark = false;  ///< the system's preference
  bool reduced_motion = false;
  bool more_contrast = false;   ///< likewise: than colours that are easy on the eye have
  bool engine_in_page = false;  ///< no Worker could be started
  bool asks_where = false;      ///< the browser can ask where a file is to be, and write it there
  ThemeChoice theme = ThemeChoice::system;
  friend bool operator==(const Environment&, const Environment&) = default;
};
struct DragHover {  ///< a file is dragged over the page
  bool over = false;
  friend bool operator==(const DragHover&, const DragHover&) = default;
};
struct Activated {  ///< a control of the accessibility mirror was used: pressed, or given a text
  std::uint32_t node = 0;
  std::optional<std::string> text;
  friend bool operator==(const Activated&, const Activated&) = default;
};
struct Focused {  ///< the search node of the mirror that has the keyboard now; 0: none
  std::uint32_t node = 0;
  friend bool operator==(const Focused&, const Focused&) = default;
};

/// The open report has more rows, is complete, or is read otherwise.
struct Updated {
  ReportSummary summary;
  double elapsed_ms = 0;  ///< of reading, so far
  friend bool operator==(const Updated&, const Updated&) = default;
};

struct Faceted {
  FacetAnswer answer;
  friend bool operator==(const Faceted&, const Faceted&) = default;
};

struct Explained {
  InsightAnswer answer;
  friend bool operator==(const Explained&, const Explained&) = default;
};

struct Copied {  ///< rows are on the clipboard, unless there was a problem
  std::uint64_t rows = 0;
  std::uint64_t selected_rows = 0;  ///< that were to be copied; the clipboard may take only the first ones
  std::string problem;
  friend bool operator==(const Copied&, const Copied&) = default;
};

/// A query takes more than a moment.
struct QueryProgress {
  TableId table = TableId::delivery;
  std::uint32_t id = 0;  ///< of the request
  double done = 0;       ///< from 0 to 1
  friend bool operator==(const QueryProgress&, const QueryProgress&) = default;
};

/// What an export would give: answers EstimateExport.
struct Estimated {
  std::uint32_t id = 0;
  std::uint64_t bytes = 0;
  std::uint64_t delivery_rows = 0, click_rows = 0;  ///< whether their sheets are wanted or not; likewise:
  std::uint64_t locations = 0, failure_reasons = 0;
  friend bool operator==(const Estimated&, const Estimated&) = default;
};

/// A view was read from a file: it is to be shown.
struct ViewOpened {
  std::string name;  ///< of the file, without the ending of views
  SavedView view;
  friend bool operator==(const ViewOpened&, const ViewOpened&) = default;
};

/// At the start, and when another tab has kept one: the views that the browser keeps, the last used one last.
struct KeptViews {
  std::vector<KeptView> views;
  friend bool operator==(const KeptViews&, const KeptViews&) = default;
};

/// At the start: the time zones that the browser knows, in the order of their names.
struct ZoneNames {
  std::vector<std::string> names;
  friend bool operator==(const ZoneNames&, const ZoneNames&) = default;
};

struct Found {
  FindAnswer answer;
  friend bool operator==(const Found&, const Found&) = default;
};

using ToViewer = std::variant<OpenStarted, OpenProgress, Opened, OpenFailed, Queried, Windowed, EngineFailed,
                              ExportProgress, Exported, ExportFailed, Environment, DragHover, Activated,
                              Updated, Faceted, Explained, Copied, QueryProgress, Estimated, ViewOpened,
                              KeptViews, Found, Focused, ZoneNames>;

Bytes encode(const ToViewer& message);
std::optional<ToViewer> decode_to_viewer(std::span<const std::byte> message);

// ---- what the viewer asks of the page
// ---------------------------------------------------------------------------------

struct ChooseFiles {
  friend bool operator==(const ChooseFiles&, const ChooseFiles&) = default;
};
struct OpenSample {
  friend bool operator==(const OpenSample&, const OpenSample&) = default;
};
struct CancelOpen {
  friend bool operator==(const CancelOpen&, const CancelOpen&) = default;
};
/// What is exported: as text, the rows of one table, that of the sheet which is chosen.
struct ExportRequest {
  ExportFormat format = ExportFormat::xlsx;
  Query delivery, clicks;
  ExportOptions options = {};
  friend bool operator==(const ExportRequest&, const ExportRequest&) = default;
};
/// Takes the place of an estimate that is not answered yet.
struct StartExport {
  ExportRequest request;
  bool ask_where = false;  ///< straight to disk, to a place that the person is asked for
  friend bool operator==(const StartExport&, const StartExport&) = default;
};
/// Answer: Estimated. A newer one takes the place of one that is not answered yet.
struct EstimateExport {
  std::uint32_t id = 0;
  ExportRequest request;
  friend bool operator==(const EstimateExport&, const EstimateExport&) = default;
};
struct CancelExport {
  friend bool operator==(const CancelExport&, const CancelExport&) = default;
};
struct KeepTheme {
  ThemeChoice theme = ThemeChoice::system;
  friend bool operator==(const KeepTheme&, const KeepTheme&) = default;
};
struct CopyText {
  std::string text;
  friend bool operator==(const CopyText&, const CopyText&) = default;
};

struct StopOpen {  ///< keeps what has been read
  friend bool operator==(const StopOpen&, const StopOpen&) = default;
};

/// Rows of what the table's last query gave, onto the clipboard: as text with tabs, and as a table of texts,
/// so that a spreadsheet takes nothing for a number or a formula.
struct CopyRows {
  std::uint32_t query_id = 0;
  TableId table = TableId::delivery;
  std::uint64_t first = 0;
  std::uint64_t rows = 0;
  std::vector<std::uint32_t> columns;  ///< indices in the table, in this order
  friend bool operator==(const CopyRows&, const CopyRows&) = default;
};

/// Into a file that the person gets.
struct SaveView {
  SavedView view;
  friend bool operator==(const SaveView&, const SaveView&) = default;
};
/// The person chooses the file. Answer: ViewOpened, or OpenFailed.
struct OpenView {
  friend bool operator==(const OpenView&, const OpenView&) = default;
};
/// In the place of those that the browser keeps.
struct KeepViews {
  std::vector<KeptView> views;
  friend bool operator==(const KeepViews&, const KeepViews&) = default;
};

/// QueryRequest, WindowRequest, Correct, FacetRequest and FindRequest go on to the engine as they are; an
/// InsightRequest does when the page has told it the time. A newer QueryRequest or FacetRequest of a table,
/// or a newer InsightRequest or FindRequest, takes the place of one that is not answered yet.
using ToPage = std::variant<ChooseFiles, OpenSample, CancelOpen, QueryRequest, WindowRequest, StartExport,
                            CancelExport, KeepTheme, CopyText, Correct, StopOpen, FacetRequest, CopyRows,
                            InsightRequest, EstimateExport, SaveView, OpenView, KeepViews, FindRequest>;

Bytes encode(const ToPage& message);
std::optional<ToPage> decode_to_page(std::span<const std::byte> message);

}  // namespace campaign_lens::messages
