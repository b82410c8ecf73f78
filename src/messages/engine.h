#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/wire.h"
#include "messages/report.h"
#include "schema/corrections.h"
#include "schema/export_options.h"
#include "schema/insight.h"
#include "schema/query.h"

namespace campaign_lens::messages {

// What is asked of the engine, and what it answers. A request is
//
//     u8 kind, then the fields of its struct in order
//
// and a response is u8 0 then the fields of the answer, or u8 1 then the fields of Error, or u8 2 then f64:
// work goes on, and this share of it is done (engine/session.h). Numbering and pairing is the transport's
// (`web/engine-host.mjs`). The layout of every struct is in layouts.h.

enum class RequestKind : std::uint8_t {
  begin = 1,
  finish,
  describe,
  query,
  window,
  export_begin,
  export_batch,
  correct,
  next_file,
  facet,
  insight,
  export_text,
  find,
};

/// Starts a report; `feed` then takes its bytes (not a message: bytes go straight into the heap). Answer:
/// empty.
struct Begin {
  std::vector<std::string>
      file_names;                ///< of several files that are one report, in the order in which they are fed
  std::uint64_t file_bytes = 0;  ///< of all of them; 0 if unknown
  std::uint64_t memory_limit = 0;  ///< bytes that the columns may take; 0: as much as there is
  friend bool operator==(const Begin&, const Begin&) = default;
};
/// The bytes of one file have all been fed; those of the next follow. Answer: empty.
struct NextFile {
  friend bool operator==(const NextFile&, const NextFile&) = default;
};
/// Every byte has been fed, or no more will be. Answer: ReportSummary.
struct Finish {
  enum class Reason : std::uint8_t {
    end_of_file,
    stopped,        ///< by the person: what is there stays
    out_of_memory,  ///< likewise
  };
  Reason reason = Reason::end_of_file;
  friend bool operator==(const Finish&, const Finish&) = default;
};
/// Answer: ReportSummary. While the file is being read, of the rows that are there, which queries then see;
/// an error as long as there are too few to tell what the columns mean.
struct Describe {
  friend bool operator==(const Describe&, const Describe&) = default;
};

/// Answer: QueryAnswer. The engine keeps the selection of the last query of each table for `window`.
struct QueryRequest {
  std::uint32_t id =
      0;  ///< the asker's; comes back with the answers, so that those for an older query are dropped
  Query query;
  friend bool operator==(const QueryRequest&, const QueryRequest&) = default;
};
struct QueryAnswer {
  std::uint32_t id = 0;
  TableId table = TableId::delivery;
  std::uint64_t rows = 0;  ///< that match
  double elapsed_ms = 0;
  friend bool operator==(const QueryAnswer&, const QueryAnswer&) = default;
};

/// The distinct values of a column under the filters of the others. Answer: FacetAnswer.
struct FacetRequest {
  std::uint32_t id = 0;  ///< as of QueryRequest
  Query query;           ///< its filters of the column are left out, its order does not matter
  std::uint32_t column = 0;
  std::string search;       ///< leaves the values that have it; empty: all
  std::uint64_t first = 0;  ///< the most frequent one is 0
  std::uint32_t count = 0;  ///< at most kMaxFacetValues
  friend bool operator==(const FacetRequest&, const FacetRequest&) = default;
};
inline constexpr std::uint32_t kMaxFacetValues = 10'000;
/// A value more is left to the next request when those before it have so many bytes.
inline constexpr std::size_t kMaxFacetBytes = std::size_t{1} << 20;

struct FacetAnswer {
  struct Value {
    std::string text;  ///< exactly as written and whole: what condition::OneOf asks for
    std::uint64_t rows = 0;
    friend bool operator==(const Value&, const Value&) = default;
  };
  std::uint32_t id = 0;
  TableId table = TableId::delivery;
  std::uint32_t column = 0;
  std::uint64_t rows = 0;  ///< under the filters of the other columns, and with a search only those found
  std::uint64_t blank_rows = 0;  ///< of these
  std::uint64_t distinct = 0;    ///< values, blanks aside
  std::uint64_t first = 0;
  std::vector<Value> values;  ///< most frequent first, equal ones as texts sort; blanks are not among them
  double elapsed_ms = 0;
  friend bool operator==(const FacetAnswer&, const FacetAnswer&) = default;
};

/// What the rows mean that these queries keep; without any filter, the report. Answer: InsightAnswer.
struct InsightRequest {
  std::uint32_t id = 0;    ///< as of QueryRequest
  Query delivery, clicks;  ///< their order does not matter
  TimeUs now = kNoTime;    ///< UTC: what is later is in the future; kNoTime: by the engine's own clock
  friend bool operator==(const InsightRequest&, const InsightRequest&) = default;
};
struct InsightAnswer {
  std::uint32_t id = 0;
  Insight insight;
  double elapsed_ms = 0;
  friend bool operator==(const InsightAnswer&, const InsightAnswer&) = default;
};

/// The next of the rows of the current selection that have a text in one of some columns. Answer: FindAnswer.
struct FindRequest {
  std::uint32_t id = 0;  ///< as of QueryRequest
  TableId table = TableId::delivery;
  std::string text;                    ///< as Query::search
  std::vector<std::uint32_t> columns;  ///< in this order
  std::uint64_t from = 0;              ///< the place in the selection that is looked at first
  bool backwards = false;              ///< behind the last row the first one follows, or the other way round
  friend bool operator==(const FindRequest&, const FindRequest&) = default;
};
struct FindAnswer {
  struct Place {
    std::uint64_t row = 0;     ///< place in the selection
    std::uint32_t column = 0;  ///< the first of those asked for that has it
    std::uint64_t number = 0;  ///< of the row among those that have it, from 1
    friend bool operator==(const Place&, const Place&) = default;
  };
  std::uint32_t id = 0;
  TableId table = TableId::delivery;
  std::uint32_t query_id = 0;  ///< whose selection it is
  std::uint64_t rows = 0;      ///< that have it
  std::optional<Place> place;  ///< nothing: none has
  friend bool operator==(const FindAnswer&, const FindAnswer&) = default;
};

/// Rows of the current selection of a table as text. Answer: WindowAnswer.
struct WindowRequest {
  std::uint32_t query_id = 0;
  TableId table = TableId::delivery;
  std::uint64_t first = 0;
  std::uint32_t count = 0;  ///< at most kMaxWindowRows
  bool exact =
      false;  ///< texts as written and whole; otherwise times in the zone and texts cut at kMaxCellBytes
  friend bool operator==(const WindowRequest&, const WindowRequest&) = default;
};
inline constexpr std::uint32_t kMaxWindowRows = 10'000;
inline constexpr std::size_t kMaxCellBytes = 512;

struct WindowCell {
  Kind kind = Kind::missing;
  std::string text;
  friend bool operator==(const WindowCell&, const WindowCell&) = default;
};
struct WindowAnswer {
  std::uint32_t query_id = 0;
  TableId table = TableId::delivery;
  std::uint64_t first = 0;
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::vector<StatusFamily> families;  ///< one a row; empty in the click table
  std::vector<WindowCell> cells;       ///< row by row
  friend bool operator==(const WindowAnswer&, const WindowAnswer&) = default;
};

/// Freezes what is to be exported, so that later queries do not change it. Answer: WorkbookPlan (workbook.h).
struct ExportBegin {
  Query delivery, clicks;
  ExportOptions options = {};
  std::array<std::uint64_t, 2> mask_key{};  ///< random: what numbers are masked with
  std::int64_t exported_at_us = 0;          ///< UTC, the asker's clock
  friend bool operator==(const ExportBegin&, const ExportBegin&) = default;
};
/// Rows of a sheet of the frozen export. Answer: RowBatch (workbook.h).
struct ExportBatch {
  TableId table = TableId::delivery;
  std::uint64_t first = 0;
  std::uint32_t count = 0;
  friend bool operator==(const ExportBatch&, const ExportBatch&) = default;
};

/// What rows are exported as.
enum class ExportFormat : std::uint8_t { xlsx, csv, ndjson };
/// Rows of the frozen export as text: CSV with the header before the first row, or a JSON object a line; see
/// engine/text_rows.h. Answer: TextAnswer.
struct ExportText {
  ExportFormat format = ExportFormat::csv;  ///< not xlsx
  TableId table = TableId::delivery;
  std::uint64_t first = 0;
  std::uint32_t count = 0;
  friend bool operator==(const ExportText&, const ExportText&) = default;
};
struct TextAnswer {
  std::uint32_t rows = 0;
  std::string text;
  friend bool operator==(const TextAnswer&, const TextAnswer&) = default;
};

/// Reads the report otherwise, at once, without its file. Answer: ReportSummary.
struct Correct {
  Corrections corrections;
  friend bool operator==(const Correct&, const Correct&) = default;
};

/// In the order of RequestKind.
using Request = std::variant<Begin, Finish, Describe, QueryRequest, WindowRequest, ExportBegin, ExportBatch,
                             Correct, NextFile, FacetRequest, InsightRequest, ExportText, FindRequest>;

Bytes encode(const Request& request);
std::optional<Request> decode_request(std::span<const std::byte> message);

Bytes encode(const QueryAnswer& answer);
std::optional<QueryAnswer> decode_query_answer(std::span<const std::byte> message);
Bytes encode(const FacetAnswer& answer);
std::optional<FacetAnswer> decode_facet_answer(std::span<const std::byte> message);
Bytes encode(const InsightAnswer& answer);
std::optional<InsightAnswer> decode_insight_answer(std::span<const std::byte> message);
Bytes encode(const WindowAnswer& answer);
std::optional<WindowAnswer> decode_window_answer(std::span<const std::byte> message);

Bytes encode(const FindAnswer& answer);
std::optional<FindAnswer> decode_find_answer(std::span<const std::byte> message);
Bytes encode(const TextAnswer& answer);
std::optional<TextAnswer> decode_text_answer(std::span<const std::byte> message);

/// The response that carries an encoded answer; an empty one where the request has none (`begin`).
Bytes response(std::span<const std::byte> answer);
/// The response that says why there is no answer.
Bytes response(const Error& error);
/// The response that says how much of the work is done, from 0 to 1.
Bytes unfinished(double done);
/// What it says; nothing of a response that has an answer or an error.
std::optional<double> read_unfinished(std::span<const std::byte> message);
/// The encoded answer, a view into `message`; or the error that the response carries or is.
Result<std::span<const std::byte>> read_response(std::span<const std::byte> message);

}  // namespace campaign_lens::messages
