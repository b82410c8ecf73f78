#include "xlsx/summary_sheet.h"

#include <string>
#include <string_view>

#include "base/text.h"
#include "schema/status.h"
#include "xlsx/cell_text.h"

namespace campaign_lens {

namespace {

/// Writes the sheet from top to bottom, as its rows go to disk in order.
class SummarySheet {
 public:
  SummarySheet(lxw_worksheet* sheet, const Formats& formats, const messages::WorkbookPlan& plan)
      : sheet_(sheet), formats_(formats), plan_(plan) {}

  void write_title();
  void write_campaign();
  void write_counts();
  void write_sheets();
  void write_source();
  void write_notes(const Losses& losses);

 private:
  void text(lxw_col_t column, std::string_view value, lxw_format* format) {
    worksheet_write_string(sheet_, row_, column, cell_text(value).text.c_str(), format);
  }
  void number(lxw_col_t column, std::uint64_t value) {
    worksheet_write_number(sheet_, row_, column, static_cast<double>(value), formats_.count);
  }
  void section(std::string_view title) {
    row_ += 2;
    worksheet_set_row(sheet_, row_, 22, nullptr);
    text(0, title, formats_.section);
  }
  void fact(std::string_view label, std::string_view value) {
    ++row_;
    text(0, label, formats_.label);
    text(1, value, nullptr);
  }
  /// The second and third column hold figures.
  void table_header(std::string_view first, std::string_view second, std::string_view third,
                    std::string_view fourth);
  void note(std::string_view message, std::uint64_t count, std::string_view place);
  std::string_view filters_of(TableId table) const {
    const std::string& words = table == TableId::delivery ? plan_.delivery_filters : plan_.click_filters;
    return words.empty() ? std::string_view("none: all rows") : words;
  }

  lxw_worksheet* sheet_;
  const Formats& formats_;
  const messages::WorkbookPlan& plan_;
  lxw_row_t row_ = 0;
};

void SummarySheet::table_header(std::string_view first, std::string_view second, std::string_view third,
                                std::string_view fourth) {
  ++row_;
  text(0, first, formats_.header);
  text(1, second, formats_.header_right);
  text(2, third, formats_.header_right);
  text(3, fourth, formats_.header);
}

void SummarySheet::write_title() {
  worksheet_set_column(sheet_, 0, 0, 32, nullptr);
  worksheet_set_column(sheet_, 1, 2, 20, nullptr);
  worksheet_set_column(sheet_, 3, 3, 92, nullptr);
  worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_row(sheet_, row_, 32, nullptr);
  text(0, plan_.summary.campaign_name, formats_.title);
  ++row_;
  text(0, "Campaign report, exported " + plan_.exported_at_text + " (" + plan_.summary.zone + ")",
       formats_.subtitle);
}

void SummarySheet::write_campaign() {
  section("Campaign");
  for (const auto& [title, value] : plan_.summary.facts)
    fact(title, value);
}

void SummarySheet::write_counts() {
  section("Message status");
  table_header("Status", "Messages", "Share of total", "What it counts");
  const StatusCounts& counts = plan_.summary.counts;
  const std::uint64_t total = counts[CountId::total];
  for (const CountDefinition& count : count_definitions()) {
    const std::uint64_t messages = counts[count.id];
    if (count.id == CountId::unrecognised && messages == 0) continue;
    ++row_;
    text(0, count.name, formats_.label);
    number(1, messages);
    if (total > 0) {
      worksheet_write_number(sheet_, row_, 2, static_cast<double>(messages) / static_cast<double>(total),
                             formats_.share);
    } else {
      text(2, "–", formats_.share);
    }
    text(3, count.definition, formats_.wrapped);
  }
}

void SummarySheet::write_sheets() {
  section("In this workbook");
  table_header("Sheet", "Rows", "Rows in the report", "Filter and order");
  for (const messages::WorkbookPlan::Sheet& sheet : plan_.sheets) {
    const std::uint64_t parts = part_count(sheet.rows);
    ++row_;
    text(0, parts == 1 ? sheet.name : sheet.name + " to " + part_name(sheet.name, parts - 1), formats_.label);
    number(1, sheet.rows);
    number(2, plan_.summary.rows[static_cast<std::size_t>(sheet.table)]);
    text(3, filters_of(sheet.table), formats_.wrapped);
  }
}

void SummarySheet::write_source() {
  section("Source");
  fact("File", plan_.summary.file_name);
  if (plan_.summary.file_bytes > 0) fact("Size", file_size(plan_.summary.file_bytes));
  fact("Exported at", plan_.exported_at_text + " (" + plan_.summary.zone + ")");
  fact("Times are in", plan_.summary.zone);
  fact("Made with", "Campaign Lens");
}

void SummarySheet::note(std::string_view message, std::uint64_t count, std::string_view place) {
  ++row_;
  text(0, place, formats_.label);
  number(1, count);
  text(3, message, formats_.wrapped);
}

void SummarySheet::write_notes(const Losses& losses) {
  if (plan_.summary.warnings.empty() && losses.cut_cells == 0 && losses.replaced_cells == 0) return;
  section("Notes");
  table_header("Where", "How often", "", "What");
  for (const Warning& warning : plan_.summary.warnings) {
    note(warning.message, warning.count,
         warning.places.empty() ? std::string() : in_words(plan_.summary, warning.places[0].place));
  }
  if (losses.cut_cells > 0) {
    note("Cells longer than the 32,767 characters that Excel allows were cut; they end in \"…\".",
         losses.cut_cells, "this workbook");
  }
  if (losses.replaced_cells > 0) {
    note("Cells with characters that a workbook cannot hold show \"\uFFFD\" in their place.",
         losses.replaced_cells, "this workbook");
  }
}

}  // namespace

void write_summary(lxw_worksheet* sheet, const Formats& formats, const messages::WorkbookPlan& plan,
                   const Losses& losses) {
  SummarySheet summary(sheet, formats, plan);
  summary.write_title();
  summary.write_campaign();
  summary.write_counts();
  summary.write_sheets();
  summary.write_source();
  summary.write_notes(losses);
}

}  // namespace campaign_lens
