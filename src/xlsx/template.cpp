#include "xlsx/template.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include <unistd.h>
#include <xlsxwriter.h>

#include "base/text.h"
#include "xlsx/about_sheet.h"
#include "xlsx/figure_sheets.h"
#include "xlsx/formats.h"
#include "xlsx/summary_sheet.h"

namespace campaign_lens {

namespace {

using messages::WorkbookPlan;

Error not_made(std::string_view why) {
  return {.message = "The workbook could not be made: " + std::string(why) + ".", .place = {}};
}

Error unlike() {
  return not_made("its template is not as expected");
}

/// A file of a name that no other has; gone with this object.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::error_code none;
    path_ = (std::filesystem::temp_directory_path(none) / "campaign-lens-XXXXXX").string();
    const int file = mkstemp(path_.data());
    made_ = file >= 0;
    if (made_) close(file);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (made_) std::remove(path_.c_str());
  }

  bool made() const { return made_; }
  const std::string& path() const { return path_; }
  Bytes read() const {
    Bytes bytes;
    std::FILE* const file = std::fopen(path_.c_str(), "rb");
    if (file == nullptr) return bytes;
    std::error_code none;
    bytes.resize(static_cast<std::size_t>(std::filesystem::file_size(path_, none)));
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
    std::fclose(file);
    return bytes;
  }

 private:
  std::string path_;
  bool made_ = false;
};

void set_properties(lxw_workbook* workbook, const WorkbookPlan& plan) {
  std::string title = cell_text(bounded(plan.summary.campaign_name, 200)).text;
  std::string author = "Campaign Lens";
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.created = static_cast<time_t>(plan.exported_at / 1'000'000);
  workbook_set_properties(workbook, &properties);
}

/// As wide as what it shows, and as its title with the filter's arrow.
double column_width(std::size_t characters_of_title, std::size_t characters) {
  constexpr std::size_t kArrow = 4, kMargin = 2, kLeast = 8, kMost = 60;
  return static_cast<double>(
      std::clamp(std::max(characters_of_title + kArrow, characters + kMargin), kLeast, kMost));
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Printed, all columns are on one page of A4, and each page says what it is of.
void set_up_pages(lxw_worksheet* sheet) {
  constexpr std::uint8_t kA4 = 9;  // ECMA-376, Part 1, 18.3.1.63 pageSetup
  worksheet_set_paper(sheet, kA4);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_footer(sheet, "&L&A&R&P / &N");
}

void write_header(lxw_worksheet* sheet, const Formats& formats, const WorkbookPlan::Sheet& plan,
                  const std::string& zone) {
  worksheet_set_row(sheet, 0, 21, nullptr);
  for (std::size_t i = 0; i < plan.columns.size(); ++i) {
    const ColumnInfo& info = plan.columns[i];
    const auto column = static_cast<lxw_col_t>(i);
    const std::string title = messages::shown_title(info, zone);
    const bool number = info.type == Type::integer || info.type == Type::decimal;
    worksheet_write_string(sheet, 0, column, cell_text(title).text.c_str(),
                           number ? formats.header_right : formats.header);
    worksheet_set_column(sheet, column, column, column_width(code_points(title), plan.widths[i]), nullptr);
  }
}

/// Cells of the status column look as the page shows them.
void colour_statuses(lxw_worksheet* sheet, const Formats& formats, const WorkbookPlan& plan, lxw_col_t column,
                     lxw_row_t last_row) {
  for (const WorkbookPlan::StatusText& status : plan.statuses) {
    std::string quoted = "\"";
    for (const char c : cell_text(status.text).text) {
      if (c == '"') quoted += '"';
      quoted += c;
    }
    quoted += '"';
    lxw_conditional_format condition{};
    condition.type = LXW_CONDITIONAL_TYPE_CELL;
    condition.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
    condition.value_string = quoted.data();
    condition.format = formats.statuses[static_cast<std::size_t>(status.family)];
    worksheet_conditional_format_range(sheet, 1, column, last_row, column, &condition);
  }
}

/// All of a sheet but its rows. The last cell is there, so that the library knows how far the sheet goes.
void write_frame(lxw_worksheet* sheet, const Formats& formats, const WorkbookPlan& plan,
                 const WorkbookPlan::Sheet& table, std::uint64_t rows) {
  if (table.columns.empty()) {
    worksheet_write_string(sheet, 0, 0, "The report has no rows of this kind.", formats.label);
    return;
  }
  const auto last_row = static_cast<lxw_row_t>(rows);
  const auto last_column = static_cast<lxw_col_t>(table.columns.size() - 1);
  write_header(sheet, formats, table, plan.summary.zone);
  worksheet_autofilter(sheet, 0, 0, last_row, last_column);
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  const std::string range = "A1:XFD" + std::to_string(rows + 1);
  worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.c_str());
  if (rows == 0) return;
  worksheet_write_blank(sheet, last_row, last_column, formats.text);
  const auto status = std::ranges::find(table.columns, Role::status, &ColumnInfo::role);
  if (table.table == TableId::delivery && status != table.columns.end())
    colour_statuses(sheet, formats, plan, static_cast<lxw_col_t>(status - table.columns.begin()), last_row);
}

std::string member_of_sheet(std::size_t number) {
  return "xl/worksheets/sheet" + std::to_string(number) + ".xml";
}

/// What the library has made, but for what it writes when it is closed.
struct Made {
  CellStyles styles;
  std::vector<std::string> sheets;  ///< members of those that have rows
  std::string last_member;
};

/// Adds the sheets in their order.
class Sheets {
 public:
  Sheets(lxw_workbook* workbook, const WorkbookPlan& plan)
      : workbook_(workbook), plan_(plan), formats_(workbook) {}

  Result<Made> add(const Losses& losses, const messages::WorkbookEnd& end);

 private:
  /// nullptr where there is no room for the library's temporary file.
  lxw_worksheet* add(const std::string& name);
  bool add_rows();

  lxw_workbook* workbook_;
  const WorkbookPlan& plan_;
  Formats formats_;
  Made made_;
  std::size_t count_ = 0;
};

lxw_worksheet* Sheets::add(const std::string& name) {
  lxw_worksheet* const sheet = workbook_add_worksheet(workbook_, name.c_str());
  ++count_;
  if (sheet == nullptr) return nullptr;
  if (plan_.options.right_to_left) worksheet_right_to_left(sheet);
  set_up_pages(sheet);
  return sheet;
}

bool Sheets::add_rows() {
  for (const WorkbookPlan::Sheet& table : plan_.sheets) {
    for (std::uint64_t part = 0; part < part_count(table.rows); ++part) {
      lxw_worksheet* const sheet = add(part_name(table.name, part));
      if (sheet == nullptr) return false;
      const std::uint64_t rows = std::min(table.rows - part * kMaxSheetRows, kMaxSheetRows);
      write_frame(sheet, formats_, plan_, table, rows);
      if (rows > 0) made_.sheets.push_back(member_of_sheet(count_));
    }
  }
  return true;
}

Result<Made> Sheets::add(const Losses& losses, const messages::WorkbookEnd& end) {
  const Error no_room = not_made("there is no room for temporary files");
  made_.styles = {.text = lxw_format_get_xf_index(formats_.text),
                  .time = lxw_format_get_xf_index(formats_.time),
                  .exact_time = lxw_format_get_xf_index(formats_.exact_time)};
  lxw_worksheet* sheet = add("Summary");
  if (sheet == nullptr) return no_room;
  write_summary(workbook_, sheet, formats_, plan_);
  if (!add_rows()) return no_room;
  if (plan_.options.locations && !plan_.insight.clicks.locations.values.empty()) {
    sheet = add("Clicks by location");
    if (sheet == nullptr) return no_room;
    write_locations(sheet, formats_, plan_.insight.clicks);
  }
  if (plan_.options.failures && !plan_.insight.failures.reasons.empty()) {
    sheet = add("Failure reasons");
    if (sheet == nullptr) return no_room;
    write_failures(sheet, formats_, plan_.insight.failures);
  }
  sheet = add("About this file");
  if (sheet == nullptr) return no_room;
  write_about(sheet, formats_, plan_, losses, end);
  made_.last_member = member_of_sheet(count_);
  return made_;
}

/// The sheet's XML up to its header and from behind its rows on.
Result<Template::Sheet> split(std::string member, const std::string& xml) {
  constexpr std::string_view kRowEnd = "</row>";
  const std::size_t header_end = xml.find(kRowEnd);
  const std::size_t rows_end = xml.rfind("</sheetData>");
  if (header_end == std::string::npos || rows_end == std::string::npos) return unlike();
  return Template::Sheet{.member = std::move(member),
                         .before = xml.substr(0, header_end + kRowEnd.size()),
                         .behind = xml.substr(rows_end)};
}

}  // namespace

std::string part_name(const std::string& name, std::uint64_t part) {
  return part == 0 ? name : name + " " + std::to_string(part + 1);
}

std::uint64_t part_count(std::uint64_t rows) {
  return std::max<std::uint64_t>(1, (rows + kMaxSheetRows - 1) / kMaxSheetRows);
}

Result<Template> Template::make(const WorkbookPlan& plan, const Losses& losses,
                                const messages::WorkbookEnd& end) {
  const TemporaryFile file;
  if (!file.made()) return not_made("there is no room for temporary files");
  lxw_workbook* const workbook = workbook_new(file.path().c_str());
  if (workbook == nullptr) return not_made("there is not enough memory");
  set_properties(workbook, plan);
  Result<Made> made = Sheets(workbook, plan).add(losses, end);
  if (!made) {
    lxw_workbook_free(workbook);
    return made.error();
  }
  if (const lxw_error error = workbook_close(workbook); error != LXW_NO_ERROR)
    return not_made(lxw_strerror(error));

  Template made_template;
  made_template.file_ = file.read();
  Result<std::vector<ZipMember>> members = read_zip(made_template.file_);
  if (!members) return members.error();
  made_template.members_ = std::move(members).value();
  made_template.styles_ = made.value().styles;
  made_template.last_member_ = made.value().last_member;
  for (std::string& member : made.value().sheets) {
    const Result<std::string> xml = made_template.content(member);
    if (!xml) return xml.error();
    Result<Sheet> sheet = split(std::move(member), xml.value());
    if (!sheet) return sheet.error();
    made_template.sheets_.push_back(std::move(sheet).value());
  }
  return made_template;
}

Result<std::string> Template::content(std::string_view member) const {
  const auto found = std::ranges::find(members_, member, &ZipMember::name);
  return found == members_.end() ? Result<std::string>(unlike()) : unpack(*found);
}

}  // namespace campaign_lens
