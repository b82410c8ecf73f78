#include "xlsx/summary_sheet.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "schema/status.h"
#include "xlsx/figure_sheets.h"
#include "xlsx/sheet_text.h"
#include "xlsx/template.h"

namespace campaign_lens {

namespace {

constexpr std::size_t kMostListed = 10;
constexpr lxw_row_t kChartRows = 15;  // of 20 pixels, which is how high a chart is
constexpr lxw_color_t kPlainBar = 0x48505D;

class SummarySheet {
 public:
  SummarySheet(lxw_workbook* workbook, lxw_worksheet* sheet, const Formats& formats,
               const messages::WorkbookPlan& plan)
      : workbook_(workbook), out_(sheet, formats), formats_(formats), plan_(plan) {}

  void write();

 private:
  void write_counts();
  void write_failures();
  void write_clicks();
  void write_breakdown(std::string_view title, const Clicks::Breakdown& breakdown);
  void write_reconciliation();
  void write_sheets();
  void note(std::string_view what, std::uint64_t count, std::string_view where);
  /// Beneath the current row, of the values in column B of some rows above it.
  lxw_chart_series* add_chart(std::uint8_t type, std::string_view title, lxw_row_t first, lxw_row_t last);

  lxw_workbook* workbook_;
  SheetText out_;
  const Formats& formats_;
  const messages::WorkbookPlan& plan_;
};

void SummarySheet::write() {
  worksheet_set_column(out_.sheet(), 0, 0, 44, nullptr);
  worksheet_set_column(out_.sheet(), 1, 3, 18, nullptr);
  worksheet_set_column(out_.sheet(), 4, 4, 80, nullptr);
  out_.title(plan_.summary.campaign_name,
             "Campaign report, exported " + plan_.exported_at_text + " (" + plan_.summary.zone + ")");
  out_.section("Campaign");
  for (const auto& [title, value] : plan_.summary.facts)
    out_.fact(title, value);
  write_sheets();
  write_counts();
  write_failures();
  write_clicks();
  write_reconciliation();
}

void SummarySheet::write_sheets() {
  out_.section("In this workbook");
  out_.header({"Sheet", "Rows", "Rows in the report", "", "Filter and order"}, 0b110);
  for (const messages::WorkbookPlan::Sheet& sheet : plan_.sheets) {
    const std::uint64_t parts = part_count(sheet.rows);
    const std::string& filters =
        sheet.table == TableId::delivery ? plan_.delivery_filters : plan_.click_filters;
    out_.begin_row();
    out_.text(0, parts == 1 ? sheet.name : sheet.name + " to " + part_name(sheet.name, parts - 1),
              formats_.label);
    out_.count(1, sheet.rows);
    out_.count(2, plan_.summary.rows[static_cast<std::size_t>(sheet.table)]);
    out_.text(4, filters.empty() ? std::string_view("none: all rows") : filters, formats_.wrapped);
  }
  if (plan_.options.mask_numbers)
    out_.fact("Numbers of recipients", "masked: the last four digits, and a code for each recipient");
}

void SummarySheet::write_counts() {
  out_.section("Message status");
  const bool whole = plan_.whole();
  out_.header({"Status", "Messages", "Share of total", whole ? "" : "In this workbook", "What it counts"},
              0b1110);
  const StatusCounts& counts = plan_.summary.counts;
  const lxw_row_t first = out_.row() + 1;
  std::vector<lxw_color_t> bars;
  for (const CountDefinition& count : count_definitions()) {
    if (count.id == CountId::unrecognised && counts[count.id] == 0) continue;
    out_.begin_row();
    out_.text(0, count.name, formats_.label);
    out_.count(1, counts[count.id]);
    out_.share(2, counts[count.id], counts[CountId::total]);
    if (!whole) out_.count(3, plan_.insight.counts[count.id]);
    out_.text(4, count.definition, formats_.wrapped);
    // That of the family which the count is named after, the last but for what is cumulative.
    lxw_color_t bar = kPlainBar;
    for (int i = kStatusFamilyCount - 1; i >= 0; --i) {
      if (count.families.contains(static_cast<StatusFamily>(i)))
        bar = status_colours(static_cast<StatusFamily>(i)).bar;
    }
    bars.push_back(bar);
  }
  lxw_chart_series* const series = add_chart(LXW_CHART_BAR, "Messages by status", first, out_.row());
  std::vector<lxw_chart_fill> fills(bars.size());
  for (std::size_t i = 0; i < bars.size(); ++i)
    fills[i].color = bars[i];
  std::vector<lxw_chart_point> points(fills.size());
  std::vector<lxw_chart_point*> ends;
  for (std::size_t i = 0; i < points.size(); ++i) {
    points[i].fill = &fills[i];
    ends.push_back(&points[i]);
  }
  ends.push_back(nullptr);
  chart_series_set_points(series, ends.data());
  out_.skip(kChartRows + 1);
}

lxw_chart_series* SummarySheet::add_chart(std::uint8_t type, std::string_view title, lxw_row_t first,
                                          lxw_row_t last) {
  lxw_chart* const chart = workbook_add_chart(workbook_, type);
  lxw_chart_series* const series = chart_add_series(chart, nullptr, nullptr);
  chart_series_set_categories(series, out_.sheet()->name, first, 0, last, 0);
  chart_series_set_values(series, out_.sheet()->name, first, 1, last, 1);
  lxw_chart_fill fill{};
  fill.color = kPlainBar;
  chart_series_set_fill(series, &fill);
  chart_series_set_labels(series);
  chart_title_set_name(chart, std::string(title).c_str());
  chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  if (type == LXW_CHART_BAR) chart_axis_set_reverse(chart->y_axis);
  lxw_chart_axis* const values = type == LXW_CHART_BAR ? chart->x_axis : chart->y_axis;
  chart_axis_set_min(values, 0);  // else bars that are nearly alike are drawn as if they were not
  chart_axis_major_gridlines_set_visible(values, LXW_FALSE);
  constexpr double kWidth = 1.5;  // of 480 pixels
  std::string description = std::string(title) + ": the figures are in the table above.";
  lxw_chart_options options{};
  options.x_scale = kWidth;
  options.y_scale = 1;
  options.description = description.data();
  worksheet_insert_chart_opt(out_.sheet(), out_.row() + 2, 0, chart, &options);
  return series;
}

void SummarySheet::write_failures() {
  const Failures& failures = plan_.insight.failures;
  if (failures.reasons.empty()) return;
  out_.section("Why messages failed");
  out_.header({"Reason", "Messages", "Share of failures", "Cumulative share", "Kind"}, 0b1110);
  const lxw_row_t first = out_.row() + 1;
  const std::size_t listed = std::min(failures.reasons.size(), kMostListed);
  for (const Failures::Reason& reason : std::span(failures.reasons).first(listed)) {
    const std::uint64_t messages = reason.failed + reason.not_submitted;
    out_.begin_row();
    out_.text(0, reason_label(reason), formats_.label);
    out_.count(1, messages);
    out_.share(2, messages, failures.messages);
    out_.share(3, reason.cumulative, failures.messages);
    out_.text(4, std::string(reason_group_name(reason.group)) + (reason.permanent ? "" : ", worth a retry"),
              formats_.wrapped);
  }
  add_chart(LXW_CHART_COLUMN, "Most frequent reasons first", first, out_.row());
  out_.skip(kChartRows + 1);
}

void SummarySheet::write_clicks() {
  const Clicks& clicks = plan_.insight.clicks;
  if (clicks.total.all.clicks == 0) return;
  out_.section("Clicks");
  out_.header({"", "All clicks", "Not automatic", "", "What it counts"}, 0b110);
  const auto line = [&](std::string_view label, std::uint64_t all, std::uint64_t own, std::string_view what) {
    out_.begin_row();
    out_.text(0, label, formats_.label);
    out_.count(1, all);
    out_.count(2, own);
    out_.text(4, what, formats_.wrapped);
  };
  line("Clicks", clicks.total.all.clicks, clicks.total.without_automatic.clicks, "Rows of the click table");
  line("Recipients who clicked", clicks.total.all.recipients, clicks.total.without_automatic.recipients,
       "Different numbers");
  line("Recipients who clicked several times", clicks.repeat_clickers,
       clicks.repeat_clickers_without_automatic, "");
  out_.begin_row();
  out_.text(0, "Click rate", formats_.label);
  out_.share(1, clicks.delivered_clicked, clicks.delivered_recipients);
  out_.share(2, clicks.delivered_clicked_without_automatic, clicks.delivered_recipients);
  out_.text(4, "Recipients who clicked, of those whose message was delivered", formats_.wrapped);
  write_breakdown("Clicks by variable", clicks.variables);
  write_breakdown("Clicks by location", clicks.locations);
}

void SummarySheet::write_breakdown(std::string_view title, const Clicks::Breakdown& breakdown) {
  const bool only_blank = breakdown.values.size() == 1 && breakdown.values[0].text.empty();
  if (breakdown.values.empty() || only_blank) return;
  out_.section(title);
  out_.header({"", "Clicks", "Recipients", "Not automatic"}, 0b1110);
  const lxw_row_t first = out_.row() + 1;
  const std::size_t listed = std::min(breakdown.values.size(), kMostListed);
  for (const Clicks::Value& value : std::span(breakdown.values).first(listed)) {
    out_.begin_row();
    out_.text(0, value.text.empty() ? std::string_view("(none)") : value.text, formats_.label);
    out_.count(1, value.counts.all.clicks);
    out_.count(2, value.counts.all.recipients);
    out_.count(3, value.counts.without_automatic.clicks);
  }
  add_chart(LXW_CHART_BAR, title, first, out_.row());
  out_.skip(kChartRows + 1);
}

void SummarySheet::note(std::string_view what, std::uint64_t count, std::string_view where) {
  out_.begin_row();
  out_.text(0, what, formats_.wrapped);
  out_.count(1, count);
  out_.text(4, where, formats_.wrapped);
}

void SummarySheet::write_reconciliation() {
  const Insight& insight = plan_.insight;
  out_.section("Does it add up?");
  out_.header({"What", "Rows", "", "", "Where"}, 0b10);
  bool all_well = true;
  for (const Warning& warning : plan_.summary.warnings) {
    all_well = false;
    note(warning.message, warning.count,
         warning.places.empty() ? std::string() : in_words(plan_.summary, warning.places[0].place));
  }
  for (std::size_t i = 0; i < kRowSetCount; ++i) {
    const auto set = static_cast<RowSet>(i);
    if (is_audience(set) || insight.row_sets[i] == 0) continue;
    all_well = false;
    note(row_set_name(set), insight.row_sets[i],
         table_of(set) == TableId::delivery ? "Delivery report" : "uLink clicks");
  }
  if (all_well) note("Nothing was found that does not.", 0, "");
}

}  // namespace

void write_summary(lxw_workbook* workbook, lxw_worksheet* sheet, const Formats& formats,
                   const messages::WorkbookPlan& plan) {
  SummarySheet(workbook, sheet, formats, plan).write();
}

}  // namespace campaign_lens
