#include "xlsx/workbook.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>
#include <vector>

#include <xlsxwriter.h>

#include "base/text.h"
#include "xlsx/cell_text.h"
#include "xlsx/formats.h"
#include "xlsx/row_sheets.h"
#include "xlsx/summary_sheet.h"

namespace campaign_lens {

namespace {

Error system_error(const std::string& path, int number) {
  return {.message = "\"" + path + "\" could not be written: " + std::strerror(number) + ".", .place = {}};
}

void set_properties(lxw_workbook* workbook, const messages::WorkbookPlan& plan) {
  std::string title = cell_text(bounded(plan.summary.campaign_name, 200)).text;
  std::string author = "Campaign Lens";
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.created = static_cast<time_t>(plan.exported_at / 1'000'000);
  workbook_set_properties(workbook, &properties);
}

lxw_workbook* new_workbook(const std::string& path) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  return workbook_new_opt(path.c_str(), &options);
}

}  // namespace

class Workbook::Impl {
 public:
  Impl(std::string path, messages::WorkbookPlan plan)
      : path_(std::move(path)),
        unfinished_path_(path_ + ".part"),
        plan_(std::move(plan)),
        workbook_(new_workbook(unfinished_path_)),
        formats_(workbook_) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl();

  Status add_sheets();
  Status append(const messages::RowBatch& batch);
  Status close();

 private:
  Status reserve_file() const;
  Status flush_sheets() const;

  std::string path_;
  std::string unfinished_path_;
  messages::WorkbookPlan plan_;
  lxw_workbook* workbook_;  ///< nullptr once it is closed
  Formats formats_;
  lxw_worksheet* summary_ = nullptr;
  std::vector<RowSheets> tables_;
  Losses losses_;
};

Workbook::Impl::~Impl() {
  if (workbook_ != nullptr) {
    // The library closes its temporary files only when it writes the package.
    lxw_worksheet* sheet = nullptr;
    STAILQ_FOREACH(sheet, workbook_->worksheets, list_pointers) {
      if (sheet->optimize_tmpfile != nullptr) std::fclose(sheet->optimize_tmpfile);
    }
    lxw_workbook_free(workbook_);
  }
  std::remove(unfinished_path_.c_str());
}

Status Workbook::Impl::reserve_file() const {
  // Now rather than after all rows.
  std::FILE* const file = std::fopen(unfinished_path_.c_str(), "wb");
  if (file == nullptr) return system_error(path_, errno);
  std::fclose(file);
  return success();
}

Status Workbook::Impl::add_sheets() {
  if (const Status reserved = reserve_file(); !reserved) return reserved;
  set_properties(workbook_, plan_);
  summary_ = workbook_add_worksheet(workbook_, "Summary");
  if (summary_ == nullptr)
    return Error{.message = "The workbook's temporary files could not be made.", .place = {}};
  for (const messages::WorkbookPlan::Sheet& sheet : plan_.sheets) {
    Result<RowSheets> table = RowSheets::add(workbook_, formats_, sheet, plan_.summary.zone);
    if (!table) return table.error();
    tables_.push_back(std::move(table).value());
  }
  return success();
}

Status Workbook::Impl::append(const messages::RowBatch& batch) {
  const auto table = std::find_if(tables_.begin(), tables_.end(),
                                  [&](const RowSheets& sheets) { return sheets.table() == batch.table; });
  if (table == tables_.end())
    return Error{.message = "Rows for a sheet that the workbook lacks.", .place = {}};
  return table->append(batch, losses_);
}

Status Workbook::Impl::flush_sheets() const {
  lxw_worksheet* sheet = nullptr;
  STAILQ_FOREACH(sheet, workbook_->worksheets, list_pointers) {
    if (std::fflush(sheet->optimize_tmpfile) != 0) return system_error(path_, errno);
  }
  return success();
}

Status Workbook::Impl::close() {
  if (!std::all_of(tables_.begin(), tables_.end(), [](const RowSheets& table) { return table.complete(); })) {
    return Error{.message = "The workbook lacks rows.", .place = {}};
  }
  write_summary(summary_, formats_, plan_, losses_);
  if (const Status flushed = flush_sheets(); !flushed) return flushed;

  errno = 0;
  const lxw_error error = workbook_close(std::exchange(workbook_, nullptr));
  if (error != LXW_NO_ERROR) {
    if (errno != 0) return system_error(path_, errno);
    return Error{.message = "\"" + path_ + "\" could not be written: " + lxw_strerror(error), .place = {}};
  }
  if (std::rename(unfinished_path_.c_str(), path_.c_str()) != 0) return system_error(path_, errno);
  return success();
}

Workbook::Workbook(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Workbook::~Workbook() = default;

Result<std::unique_ptr<Workbook>> Workbook::create(std::string path, messages::WorkbookPlan plan) {
  auto impl = std::make_unique<Impl>(std::move(path), std::move(plan));
  if (const Status added = impl->add_sheets(); !added) return added.error();
  return std::unique_ptr<Workbook>(new Workbook(std::move(impl)));
}

Status Workbook::append(const messages::RowBatch& batch) {
  return impl_->append(batch);
}
Status Workbook::close() {
  return impl_->close();
}

}  // namespace campaign_lens
