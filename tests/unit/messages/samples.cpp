#include "samples.h"

namespace campaign_lens::messages {
namespace {

ExportOptions sample_options() {
  return {.delivery = false,
          .clicks = false,
          .locations = false,
          .failures = false,
          .mask_numbers = true,
          .right_to_left = true,
          .columns = {{{2, 0}, {1}}}};
}

Query sample_query() {
  return {
      .table = TableId::clicks,
      .statuses = FamilySet().with(StatusFamily::failed).with(StatusFamily::unrecognised),
      .search = "الرياض",
      .sort = {{.column = 3, .descending = true}, {.column = 1, .descending = false}},
      .search_columns = {4, 2},
      .filters =
          {{.column = 1, .negated = true, .condition = condition::OneOf{.values = {"a", ""}, .blank = true}},
           {.column = 2,
            .condition = condition::Text{.place = condition::Text::Place::whole, .texts = {"050", "٠٥٠"}}},
           {.column = 3, .condition = condition::Times{.from = 1'772'355'600'000'000, .until = -1}},
           {.column = 4, .condition = condition::Period{.span = condition::Period::Span::last_week}},
           {.column = 5, .condition = condition::Numbers{.least = -1.5, .greatest = 1e300}},
           {.column = 6, .condition = condition::Repeated{}},
           {.column = 7, .condition = condition::HourOfWeek{.hour = 167}},
           {.column = 8, .condition = condition::FromCountry{.name = "Oman"}}},
      .sets = {{.set = RowSet::automatic_clicks, .negated = true}, {.set = RowSet::clicks_in_future}}};
}

ExportRequest sample_export() {
  return {.format = ExportFormat::csv, .delivery = {}, .clicks = sample_query(), .options = sample_options()};
}

SavedView sample_view() {
  const Query query = sample_query();
  SavedView view{.zone = "Asia/Riyadh", .tables = {}};
  view.tables[1] = {.columns = {{.key = "city", .hidden = true, .pinned = true, .width = 180}, {.key = "n"}},
                    .sort = {{.column = "n", .descending = true}},
                    .statuses = query.statuses,
                    .search = query.search,
                    .filters = {},
                    .sets = query.sets};
  for (const ColumnFilter& filter : query.filters)
    view.tables[1].filters.push_back({"city", filter.negated, filter.condition});
  return view;
}

FacetRequest sample_facet_request() {
  return {.id = 9, .query = sample_query(), .column = 3, .search = "ri", .first = 200, .count = 100};
}

FindRequest sample_find_request() {
  return {.id = 9,
          .table = TableId::clicks,
          .text = "الرياض",
          .columns = {2, 0},
          .from = 5'000'000'000,
          .backwards = true};
}

Error sample_error() {
  return {"Not JSON", Place{.line = 12, .byte_offset = 5'000'000'000, .file = 1}};
}

std::vector<ColumnInfo> sample_columns() {
  return {{.key = "msisdn", .title = "Number", .role = Role::number, .type = Type::text},
          {.key = "price.amount", .title = "price.amount", .role = Role::none, .type = Type::decimal}};
}

}  // namespace

Corrections sample_corrections() {
  return {.roles = {{.table = TableId::clicks, .column = "whom", .role = Role::number}},
          .statuses = {{.status = "42", .family = StatusFamily::failed}},
          .zone = "Asia/Riyadh"};
}

ReportSummary sample_summary() {
  ReportSummary summary{
      .complete = false,
      .read_to_end = false,
      .file_name = "report.json",
      .file_bytes = 5'000'000'000,
      .files = {"report.json", "rest.json"},
      .campaign_name = "Ramadan offer",
      .facts = {{.title = "Type", .value = "flow"}, {.title = "Flow", .value = "Coupon v3"}},
      .zone = "Asia/Riyadh",
      .counts = {},
      .columns = {sample_columns(), {}},
      .rows = {10'000'000'000, 2},
      .locations = {{.location = "الرياض",
                     .clicks = 7,
                     .recipients = 6,
                     .first = -1,
                     .last = 1'772'355'600'000'000,
                     .first_text = "1969-12-31 23:59:59",
                     .last_text = "2026-03-01 09:00:00",
                     .also_written = {"رياض"},
                     .clicks_of_all = 9}},
      .locations_left_off = 5'000'000'001,
      .warnings = {{.message = "A trailing comma",
                    .count = 2,
                    .places = {{.place = {.line = 3, .byte_offset = 4}, .detail = "Expected “:”"},
                               {.place = {.line = 9, .byte_offset = 5'000'000'000, .file = 1}}}}},
      .contents = {{{.filled = 7, .example = "+966500000001"}, {.filled = 0, .example = ""}}, {}},
      .unknown_statuses = {{.status = "42", .rows = 6, .family = StatusFamily::failed}},
      .naive_times = 8,
      .stated_zone = "Riyadh",
      .corrections = sample_corrections()};
  for (std::size_t i = 0; i < kCountIds; ++i)
    summary.counts.values[i] = 100 + i;
  return summary;
}

QueryAnswer sample_query_answer() {
  return {.id = 9, .table = TableId::clicks, .rows = 5'000'000'000, .elapsed_ms = 1.25};
}

FacetAnswer sample_facet_answer() {
  return {.id = 9,
          .table = TableId::clicks,
          .column = 3,
          .rows = 5'000'000'000,
          .blank_rows = 7,
          .distinct = 1'000'000,
          .first = 200,
          .values = {{.text = "الرياض", .rows = 5'000'000}, {.text = "jeddah", .rows = 2}},
          .elapsed_ms = 1.25};
}

InsightAnswer sample_insight_answer() {
  const Delays delays{
      .count = 5, .negative = 1, .median_us = 1'500'000, .p90_us = 90'000'000, .p99_us = 5'000'000'000};
  const ClickCounts clicks{.all = {.clicks = 5'000'000'000, .recipients = 9},
                           .without_automatic = {.clicks = 4, .recipients = 3}};
  const Clicks::Breakdown values{.values = {{.text = "الرياض", .counts = clicks}, {.text = "", .counts = {}}},
                                 .left_off = 2};
  Insight insight;
  insight.rows = {1'000'000, 7};
  insight.counts.values = {7, 6, 5, 4, 3, 2, 1};
  insight.recipients = 11;
  insight.home = "SA";
  insight.row_sets.fill(12);
  insight.reconciliation = {.reading = SubmittedReading::partition,
                            .stated = {{.count = CountId::success, .stated = 5, .counted = 4}},
                            .current = {.values = {1, 2, 3, 4, 5, 6, 7}}};
  insight.failures.messages = 8;
  insight.failures.groups[3] = {.failed = 3, .not_submitted = 2, .permanent = 1};
  insight.failures.reasons = {{.text = "Expired",
                               .code = "30",
                               .group = ReasonGroup::network,
                               .permanent = true,
                               .failed = 3,
                               .not_submitted = 2,
                               .cumulative = 5}};
  insight.failures.left_off = 1;
  insight.clicks = {.total = clicks,
                    .delivered_recipients = 6,
                    .delivered_clicked = 5,
                    .delivered_clicked_without_automatic = 4,
                    .recipients = 9,
                    .clicked = 8,
                    .clicked_without_automatic = 7,
                    .repeat_clickers = 3,
                    .repeat_clickers_without_automatic = 2,
                    .variables = values,
                    .locations = values,
                    .links = values,
                    .to_first_click = delays};
  insight.countries = {{.iso = "SA",
                        .name = "Saudi Arabia",
                        .calling_code = 966,
                        .messages = 4,
                        .recipients = 3,
                        .delivered = 2,
                        .failed = {1, 2, 3, 4, 5, 6, 7, 8},
                        .clicks = clicks}};
  insight.timing.first = 1'770'000'000'000'000;
  insight.timing.step_us = 60'000'000;
  insight.timing.messages = {1, 2};
  insight.timing.clicks = {3, 4};
  insight.timing.first_clicks = {5, 6};
  insight.timing.messages_by_hour[6][23] = 7;
  insight.timing.clicks_by_hour[0][1] = 8;
  insight.timing.messages_without_time = 9;
  insight.timing.clicks_without_time = 10;
  insight.timing.to_status = delays;
  return {.id = 9, .insight = insight, .elapsed_ms = 1.25};
}

FindAnswer sample_find_answer() {
  return {.id = 9,
          .table = TableId::clicks,
          .query_id = 7,
          .rows = 5'000'000'000,
          .place = FindAnswer::Place{.row = 6'000'000'000, .column = 3, .number = 4'000'000'000}};
}

WindowAnswer sample_window_answer() {
  return {.query_id = 9,
          .table = TableId::delivery,
          .first = 5'000'000'000,
          .rows = 2,
          .columns = 2,
          .families = {StatusFamily::success, StatusFamily::unrecognised},
          .cells = {{.kind = Kind::text, .text = "+966500000001"},
                    {.kind = Kind::number, .text = "1.50"},
                    {.kind = Kind::null, .text = ""},
                    {.kind = Kind::json, .text = "[1]"}}};
}

WorkbookPlan sample_plan() {
  WorkbookPlan plan;
  plan.summary = sample_summary();
  plan.delivery_filters = "status Failed";
  plan.click_filters = "text \"riyadh\"";
  plan.exported_at = 1'772'355'600'000'000;
  plan.exported_at_text = "2026-03-01 12:00:00";
  plan.sheets = {{.table = TableId::clicks,
                  .name = "uLink clicks",
                  .columns = sample_columns(),
                  .widths = {},
                  .rows = 5'000'000'000}};
  plan.sheets[0].widths.resize(plan.sheets[0].columns.size(), 20);
  plan.suggested_name = "Ramadan offer.xlsx";
  plan.options = sample_options();
  plan.insight = sample_insight_answer().insight;
  plan.statuses = {{"Delivered", StatusFamily::success}};
  plan.skipped_records = 4;
  return plan;
}

WorkbookEnd sample_end() {
  return {.sha256 = {"00ff", "ff00"}};
}

TextAnswer sample_text_answer() {
  return {.rows = 3, .text = "a,b\r\n"};
}

RowBatch sample_batch() {
  using enum RowBatch::Form;
  RowBatch batch{.table = TableId::clicks, .first = 5'000'000'000, .rows = 3, .columns = {}};
  RowBatch::Column& listed = batch.columns.emplace_back();
  listed.add(text, "a");
  listed.add(1'772'355'600'000'000);
  listed.add(number, "-1.5");
  RowBatch::Column& coded = batch.columns.emplace_back();
  coded.add(blank, {});
  coded.add(boolean, "true");
  coded.codes = {0, 7};
  coded.rows = {1, 0, 1};
  return batch;
}

std::vector<Request> sample_requests() {
  return {Begin{.file_names = {"report.json", "rest.json"},
                .file_bytes = 5'000'000'000,
                .memory_limit = 4'000'000'000},
          Finish{Finish::Reason::stopped},
          Describe{},
          QueryRequest{.id = 9, .query = sample_query()},
          WindowRequest{
              .query_id = 9, .table = TableId::clicks, .first = 5'000'000'000, .count = 50, .exact = true},
          ExportBegin{.delivery = {},
                      .clicks = sample_query(),
                      .options = sample_options(),
                      .mask_key = {1, ~std::uint64_t{0}},
                      .exported_at_us = -1},
          ExportBatch{.table = TableId::clicks, .first = 5'000'000'000, .count = 1'000},
          Correct{sample_corrections()},
          NextFile{},
          sample_facet_request(),
          InsightRequest{.id = 9, .delivery = sample_query(), .clicks = {}, .now = 1'770'000'000'000'000},
          ExportText{
              .format = ExportFormat::ndjson, .table = TableId::clicks, .first = 5'000'000'000, .count = 7},
          sample_find_request()};
}

std::vector<ToViewer> sample_to_viewer() {
  return {OpenStarted{.file_name = "report.json", .file_bytes = 5'000'000'000},
          OpenProgress{.bytes_read = 1, .delivery_rows = 2, .click_rows = 3, .elapsed_ms = 4.5},
          Opened{.summary = sample_summary(), .elapsed_ms = 12.5},
          OpenFailed{.file_name = "photo.png", .error = sample_error(), .cancelled = true},
          Queried{sample_query_answer()},
          Windowed{sample_window_answer()},
          EngineFailed{"Out of memory"},
          ExportProgress{.rows_done = 1, .rows_total = 2, .elapsed_ms = 3},
          Exported{.file_name = "Ramadan offer.xlsx", .file_bytes = 3},
          ExportFailed{.error = sample_error(), .cancelled = true},
          Environment{.dark = true,
                      .reduced_motion = true,
                      .more_contrast = true,
                      .engine_in_page = true,
                      .asks_where = true,
                      .theme = ThemeChoice::light},
          DragHover{true},
          Activated{.node = 4, .text = "typed"},
          Focused{.node = 4},
          ZoneNames{{"Asia/Riyadh", "Pacific/Auckland"}},
          Updated{.summary = sample_summary(), .elapsed_ms = 12.5},
          Faceted{sample_facet_answer()},
          Explained{sample_insight_answer()},
          Copied{.rows = 5'000'000'000, .selected_rows = 6'000'000'000, .problem = "forbidden"},
          QueryProgress{.table = TableId::clicks, .id = 9, .done = 0.5},
          Estimated{.id = 9,
                    .bytes = 5'000'000'000,
                    .delivery_rows = 1,
                    .click_rows = 2,
                    .locations = 3,
                    .failure_reasons = 4},
          ViewOpened{.name = "mine", .view = sample_view()},
          KeptViews{{{.shape = "00ff", .view = sample_view()}}},
          Found{sample_find_answer()}};
}

std::vector<ToPage> sample_to_page() {
  return {
      ChooseFiles{},
      OpenSample{},
      CancelOpen{},
      QueryRequest{.id = 9, .query = sample_query()},
      WindowRequest{.query_id = 9, .table = TableId::clicks, .first = 1, .count = 50, .exact = true},
      StartExport{.request = sample_export(), .ask_where = true},
      CancelExport{},
      KeepTheme{ThemeChoice::dark},
      CopyText{"+966500000001"},
      Correct{sample_corrections()},
      StopOpen{},
      sample_facet_request(),
      CopyRows{.query_id = 9, .table = TableId::clicks, .first = 5'000'000'000, .rows = 7, .columns = {2, 0}},
      InsightRequest{.id = 9, .delivery = sample_query(), .clicks = {}, .now = kNoTime},
      EstimateExport{.id = 9, .request = sample_export()},
      SaveView{sample_view()},
      OpenView{},
      KeepViews{{{.shape = "00ff", .view = sample_view()}}},
      sample_find_request()};
}

}  // namespace campaign_lens::messages
