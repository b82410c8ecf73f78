#pragma once

#include <xlsxwriter.h>

#include "messages/workbook.h"
#include "xlsx/formats.h"
#include "xlsx/row_sheets.h"

namespace campaign_lens {

/// Fills the sheet that says what is in the workbook: the campaign, its six counts, what each of the other
/// sheets holds, where it comes from, and what a reader should know about it.
void write_summary(lxw_worksheet* sheet, const Formats& formats, const messages::WorkbookPlan& plan,
                   const Losses& losses);

}  // namespace campaign_lens
