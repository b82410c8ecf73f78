#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/number_mask.h"
#include "engine/rows.h"
#include "ingest/reader.h"
#include "insight/report_facts.h"
#include "messages/engine.h"
#include "messages/workbook.h"
#include "query/facet.h"
#include "query/query.h"

namespace campaign_lens {

/// UTC.
TimeUs system_time();

/// One report, from its first byte to its workbook. The façade of everything below; used in a Worker by
/// messages (session.h), and directly by the command line and by tests. One engine holds one report: another
/// report, another engine.
///
/// Long work is given as a task. It refers to the engine: while there is one, nothing may be read, described
/// or corrected. One that is left undone has changed nothing.
class Engine {
 public:
  using Clock = TimeUs (*)();

  explicit Engine(ZoneSource zones, Clock clock = system_time);

  void begin(messages::Begin source);
  /// An error is final. Before begin() it is an error.
  Status feed(std::span<const std::byte> chunk);
  /// What is fed from here on is the next of the files.
  Status next_file();
  Result<messages::ReportSummary> finish(
      messages::Finish::Reason reason = messages::Finish::Reason::end_of_file);

  /// Rows read so far, while loading and after.
  std::uint64_t rows(TableId table) const;
  /// Whether there is something to ask for: enough rows to tell what the columns mean, or all there are.
  bool readable() const;
  /// Whether the columns take as much memory as they may.
  bool full() const;

  // When it is readable.

  const Dataset& dataset() const;
  /// Of the rows that are there now, which later queries see.
  const messages::ReportSummary& describe();
  const messages::ReportSummary& summary() const { return summary_; }  ///< what describe() gave last
  /// An error where the zone is unknown; then nothing has changed.
  Result<messages::ReportSummary> correct(const Corrections& corrections);
  Task<messages::QueryAnswer> query(messages::QueryRequest request);
  Task<messages::FacetAnswer> facet(messages::FacetRequest request);
  /// What is in the future depends on when this or a query with sets was first asked since describe(), so
  /// that the rows of a figure are those that it counted.
  Task<messages::InsightAnswer> insight(messages::InsightRequest request);
  /// In the rows of the table's last query; of all rows before the first one.
  Task<messages::FindAnswer> find(messages::FindRequest request);
  /// Rows of the table's last query, with that query's id, whichever the request names; of all rows, with id
  /// 0, before the first one. Fewer rows than asked for where the selection ends or kMaxWindowRows is
  /// reached.
  messages::WindowAnswer window(const messages::WindowRequest& request) const;
  /// Those rows.
  const Selection& selection(TableId table) const;
  /// Each query is of the table that it stands for, whichever it names.
  Task<messages::WorkbookPlan> export_begin(messages::ExportBegin request);
  /// At most kRowGroupRows rows, and fewer where the frozen selection ends.
  messages::RowBatch export_batch(const messages::ExportBatch& request) const;
  messages::TextAnswer export_text(const messages::ExportText& request) const;  ///< likewise

 private:
  struct Current {
    std::uint32_t query_id = 0;
    std::optional<Query> query;  ///< none: what it selected does not hold any more, or there was none
    std::uint64_t rows = 0;      ///< of the table, that it was asked of
    Selection selection;
  };
  /// The values that were asked for last: they are asked for in pages.
  struct CountedValues {
    Query query;
    std::uint32_t column = 0;
    std::string search;
    Facet facet;
  };

  /// What was looked for last: the next one is asked for again and again.
  struct FoundPlaces {
    TableId table = TableId::delivery;
    std::uint32_t query_id = 0;
    std::string text;
    std::vector<std::uint32_t> columns;
    std::vector<std::uint32_t> places;
  };

  Dataset& dataset();
  Task<const ReportFacts*> facts(TimeUs now);
  /// Nothing where the query does not ask for them.
  Task<const ReportFacts*> facts_for(const Query& query);
  Task<std::vector<messages::WorkbookPlan::StatusText>> status_texts() const;
  ExportedColumns exported_columns(TableId table) const;
  std::vector<ColumnInfo> infos_of(TableId table, std::span<const std::uint32_t> columns) const;
  /// Gives whether all that is read of the rows which are there already is read as before.
  bool interpret();
  Warning stopped(messages::Finish::Reason reason) const;

  ZoneSource zones_;
  Clock clock_;
  std::optional<Reader> reader_;  ///< from begin() to finish()
  messages::Begin source_;
  std::uint64_t fed_bytes_ = 0;
  bool read_to_end_ = true;
  Corrections corrections_;
  std::optional<TimeZone> corrected_zone_;
  std::optional<Dataset> dataset_;
  messages::ReportSummary summary_;
  std::array<Current, kTableCount> current_;
  std::optional<CountedValues> counted_values_;
  std::optional<FoundPlaces> found_;
  /// Of the report as it was described last; none: not asked for yet.
  std::shared_ptr<const ReportFacts> facts_;
  /// What is exported.
  struct Export {
    std::array<Selection, kTableCount> rows;
    std::array<std::vector<std::uint32_t>, kTableCount> columns;  ///< by index, in this order
    std::optional<NumberMask> mask;
    std::shared_ptr<const ReportFacts> facts;  ///< for the mask: those that the export began with
  } export_;
};

}  // namespace campaign_lens
