#include "xlsx/workbook.h"

#include <algorithm>
#include <string>
#include <utility>

namespace campaign_lens {

using messages::RowBatch;
using messages::WorkbookPlan;

Result<std::unique_ptr<Workbook>> Workbook::create(WorkbookPlan plan) {
  Result<Template> made = Template::make(plan, {}, {});
  if (!made) return made.error();
  const Result<std::string> strings = made.value().content(Template::kSharedStrings);
  if (!strings) return strings.error();
  return std::unique_ptr<Workbook>(new Workbook(std::move(plan), std::move(made).value(), strings.value()));
}

Workbook::Workbook(WorkbookPlan plan, Template from, std::string_view shared_strings)
    : plan_(std::move(plan)), template_(std::move(from)), strings_(shared_strings) {
  for (const WorkbookPlan::Sheet& sheet : plan_.sheets) {
    tables_.push_back(
        {.plan = sheet, .writer = RowWriter(sheet.columns.size(), template_.styles(), strings_, losses_)});
  }
  for (const ZipMember& member : template_.members()) {
    if (!is_written_last(member.name)) zip_.copy(member);
  }
}

bool Workbook::is_written_last(std::string_view member) const {
  return member == Template::kSharedStrings || member == template_.last_member() ||
         std::ranges::any_of(template_.sheets(),
                             [&](const Template::Sheet& sheet) { return sheet.member == member; });
}

Status Workbook::append(const RowBatch& batch) {
  while (table_ < tables_.size() && tables_[table_].rows == tables_[table_].plan.rows)
    ++table_;
  if (table_ == tables_.size())
    return Error{.message = "More rows came for the workbook than were announced.", .place = {}};
  Table& table = tables_[table_];
  if (batch.table != table.plan.table || batch.first != table.rows ||
      batch.rows > table.plan.rows - table.rows || batch.columns.size() != table.plan.columns.size()) {
    return Error{.message = "Rows for the workbook arrived damaged or out of order.", .place = {}};
  }
  table.writer.begin(batch);
  for (std::uint32_t row = 0; row < batch.rows; ++row)
    write_row(table, row);
  return success();
}

void Workbook::write_row(Table& table, std::uint32_t row_of_batch) {
  constexpr std::uint32_t kFirstRow = 2;  // behind the header
  const Template::Sheet& sheet = template_.sheets()[sheet_];
  const std::uint64_t row_of_sheet = table.rows % kMaxSheetRows;
  if (row_of_sheet == 0) {
    xml_ = &zip_.begin(sheet.member);
    xml_->append(sheet.before);
  }
  table.writer.write(row_of_batch, static_cast<std::uint32_t>(row_of_sheet) + kFirstRow, *xml_);
  zip_.pack();
  ++table.rows;
  if (row_of_sheet + 1 < kMaxSheetRows && table.rows < table.plan.rows) return;
  xml_->begin();
  xml_->append(sheet.behind);
  zip_.end();
  ++sheet_;
}

Status Workbook::close(const messages::WorkbookEnd& end) {
  if (!std::ranges::all_of(tables_, [](const Table& table) { return table.rows == table.plan.rows; })) {
    return Error{.message = "The workbook lacks rows.", .place = {}};
  }
  const Result<Template> last = Template::make(plan_, losses_, end);
  if (!last) return last.error();
  const Result<std::string> texts = last.value().content(Template::kSharedStrings);
  if (!texts) return texts.error();
  for (const ZipMember& member : last.value().members()) {
    if (member.name == last.value().last_member()) zip_.copy(member);
  }
  if (!strings_.write(texts.value(), zip_))
    return Error{.message = "The workbook could not be made: its texts moved.", .place = {}};
  zip_.finish();
  return success();
}

}  // namespace campaign_lens
