#pragma once

#include <xlsxwriter.h>

#include "messages/workbook.h"
#include "xlsx/cell_text.h"
#include "xlsx/formats.h"

namespace campaign_lens {

/// Fills the sheet that says where the workbook comes from and how the report was read. It has as many
/// different texts before the rows are written, when neither losses nor hashes are known, as after.
void write_about(lxw_worksheet* sheet, const Formats& formats, const messages::WorkbookPlan& plan,
                 const Losses& losses, const messages::WorkbookEnd& end);

}  // namespace campaign_lens
