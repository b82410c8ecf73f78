#include "xlsx/figure_sheets.h"

#include <initializer_list>
#include <string_view>

#include "base/text.h"
#include "xlsx/cell_text.h"

namespace campaign_lens {

namespace {

/// A sheet that is one table.
class FigureTable {
 public:
  FigureTable(lxw_worksheet* sheet, const Formats& formats) : sheet_(sheet), formats_(formats) {}

  struct Column {
    std::string_view title;
    double width;
    bool figures;
  };
  void begin(std::initializer_list<Column> columns, std::size_t rows);

  void begin_row() {
    ++row_;
    column_ = 0;
  }
  void text(std::string_view text) {
    worksheet_write_string(sheet_, row_, column_++, cell_text(text).text.c_str(), formats_.text);
  }
  void count(std::uint64_t count) {
    worksheet_write_number(sheet_, row_, column_++, static_cast<double>(count), formats_.count);
  }
  void share(std::uint64_t part, std::uint64_t whole) {
    const double share = whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    worksheet_write_number(sheet_, row_, column_++, share, formats_.share);
  }
  void note_left_off(std::uint64_t left_off);

 private:
  lxw_worksheet* sheet_;
  const Formats& formats_;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
};

void FigureTable::begin(std::initializer_list<Column> columns, std::size_t rows) {
  worksheet_set_row(sheet_, 0, 21, nullptr);
  for (const Column& column : columns) {
    worksheet_set_column(sheet_, column_, column_, column.width, nullptr);
    worksheet_write_string(sheet_, 0, column_++, std::string(column.title).c_str(),
                           column.figures ? formats_.header_right : formats_.header);
  }
  worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(rows),
                       static_cast<lxw_col_t>(columns.size() - 1));
  worksheet_freeze_panes(sheet_, 1, 0);
  worksheet_repeat_rows(sheet_, 0, 0);
  const std::string range = "A1:XFD" + std::to_string(rows + 1);
  worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.c_str());
}

void FigureTable::note_left_off(std::uint64_t left_off) {
  if (left_off == 0) return;
  row_ += 2;
  worksheet_write_string(sheet_, row_, 0,
                         (with_thousands(left_off) + " less frequent ones are left off.").c_str(),
                         formats_.label);
}

}  // namespace

std::string reason_label(const Failures::Reason& reason) {
  if (reason.text.empty() && reason.code.empty()) return "(none given)";
  if (reason.text.empty()) return reason.code;
  return reason.code.empty() ? reason.text : reason.text + " (" + reason.code + ")";
}

void write_locations(lxw_worksheet* sheet, const Formats& formats, const Clicks& clicks) {
  FigureTable table(sheet, formats);
  table.begin({{"Location", 40, false},
               {"Clicks", 14, true},
               {"Share of clicks", 18, true},
               {"Recipients", 14, true},
               {"Clicks, not automatic", 24, true},
               {"Recipients, not automatic", 28, true}},
              clicks.locations.values.size());
  for (const Clicks::Value& value : clicks.locations.values) {
    table.begin_row();
    table.text(value.text.empty() ? std::string_view("(none)") : value.text);
    table.count(value.counts.all.clicks);
    table.share(value.counts.all.clicks, clicks.total.all.clicks);
    table.count(value.counts.all.recipients);
    table.count(value.counts.without_automatic.clicks);
    table.count(value.counts.without_automatic.recipients);
  }
  table.note_left_off(clicks.locations.left_off);
}

void write_failures(lxw_worksheet* sheet, const Formats& formats, const Failures& failures) {
  FigureTable table(sheet, formats);
  table.begin({{"Reason", 44, false},
               {"Code", 14, false},
               {"Kind", 24, false},
               {"Worth a retry", 18, false},
               {"Failed", 12, true},
               {"Not submitted", 18, true},
               {"Share", 12, true},
               {"Cumulative share", 22, true}},
              failures.reasons.size());
  for (const Failures::Reason& reason : failures.reasons) {
    table.begin_row();
    table.text(reason.text.empty() && reason.code.empty() ? std::string_view("(none given)") : reason.text);
    table.text(reason.code);
    table.text(reason_group_name(reason.group));
    table.text(reason.permanent ? "no" : "yes");
    table.count(reason.failed);
    table.count(reason.not_submitted);
    table.share(reason.failed + reason.not_submitted, failures.messages);
    table.share(reason.cumulative, failures.messages);
  }
  table.note_left_off(failures.left_off);
}

}  // namespace campaign_lens
