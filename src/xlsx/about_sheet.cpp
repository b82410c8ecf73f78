#include "xlsx/about_sheet.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"
#include "xlsx/sheet_text.h"

namespace campaign_lens {

namespace {

constexpr std::array<std::string_view, 5> kTypeNames = {"text", "whole number", "decimal number", "time",
                                                        "yes or no"};

void write_files(SheetText& out, const messages::WorkbookPlan& plan, const messages::WorkbookEnd& end) {
  const messages::ReportSummary& summary = plan.summary;
  out.section("Source");
  if (summary.files.size() <= 1) {
    out.fact("File", summary.file_name);
    out.fact("SHA-256", end.sha256.empty() ? "not worked out" : end.sha256[0]);
  }
  // With their place, as files may be the same.
  for (std::size_t i = 0; summary.files.size() > 1 && i < summary.files.size(); ++i) {
    const std::string number = std::to_string(i + 1) + ": ";
    out.fact("File", number + summary.files[i]);
    out.fact("SHA-256", number + (i < end.sha256.size() ? end.sha256[i] : "not worked out"));
  }
  if (summary.file_bytes > 0) {
    out.fact("Size", file_size(summary.file_bytes));
    out.fact("Bytes", summary.file_bytes);
  }
}

void write_rows(SheetText& out, const messages::WorkbookPlan& plan, const Losses& losses) {
  const messages::ReportSummary& summary = plan.summary;
  out.section("Rows");
  out.fact("Messages read", summary.rows[0]);
  out.fact("Clicks read", summary.rows[1]);
  out.fact("Records that could not be read", plan.skipped_records);
  for (const messages::WorkbookPlan::Sheet& sheet : plan.sheets) {
    out.fact("Exported to " + sheet.name, sheet.rows);
    const std::size_t all = summary.columns[static_cast<std::size_t>(sheet.table)].size();
    if (sheet.columns.size() < all)
      out.fact("Columns of " + sheet.name,
               std::to_string(sheet.columns.size()) + " of " + std::to_string(all));
  }
  if (!summary.read_to_end) out.fact("Read to the end", "no: see the Summary");
  out.fact("Cells cut to 32,767 characters", losses.cut_cells);
  out.fact("Cells with characters replaced", losses.replaced_cells);
}

void write_columns(SheetText& out, const Formats& formats, const messages::WorkbookPlan& plan) {
  const messages::ReportSummary& summary = plan.summary;
  out.section("How fields were read");
  out.header({"Field", "Shown as", "Read as", "Type", "Rows that have it"}, 0b10000);
  for (std::size_t table = 0; table < kTableCount; ++table) {
    const std::string before = table == 0 ? "" : "clicks: ";
    for (std::size_t i = 0; i < summary.columns[table].size(); ++i) {
      const ColumnInfo& column = summary.columns[table][i];
      out.begin_row();
      out.text(0, before + column.key, formats.label);
      out.text(1, column.title, nullptr);
      out.text(2, column.role == Role::none ? std::string_view("–") : role_name(column.role), nullptr);
      out.text(3, kTypeNames[static_cast<std::size_t>(column.type)], nullptr);
      if (i < summary.contents[table].size()) out.count(4, summary.contents[table][i].filled);
    }
  }
  for (const Corrections::StatusMeaning& status : summary.corrections.statuses)
    out.fact("Status “" + status.status + "”", "corrected to " + std::string(family_name(status.family)));
}

}  // namespace

void write_about(lxw_worksheet* sheet, const Formats& formats, const messages::WorkbookPlan& plan,
                 const Losses& losses, const messages::WorkbookEnd& end) {
  worksheet_set_column(sheet, 0, 0, 44, nullptr);
  worksheet_set_column(sheet, 1, 4, 26, nullptr);
  SheetText out(sheet, formats);
  out.title("About this file", "Made with Campaign Lens " CAMPAIGN_LENS_VERSION);
  write_files(out, plan, end);
  write_rows(out, plan, losses);
  out.section("Reading");
  out.fact("Exported at", plan.exported_at_text);
  out.fact("Times are in", plan.summary.zone);
  if (plan.summary.naive_times > 0)
    out.fact("Times without an offset, read in that zone", plan.summary.naive_times);
  out.fact("Numbers of recipients",
           plan.options.mask_numbers ? "masked in their own columns; the key was not kept" : "as written");
  write_columns(out, formats, plan);
}

}  // namespace campaign_lens
