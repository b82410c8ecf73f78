#pragma once

#include <xlsxwriter.h>

#include "messages/workbook.h"
#include "xlsx/formats.h"

namespace campaign_lens {

/// Fills the sheet that one reads first: the campaign, its six counts, why messages failed, who clicked, what
/// does not add up, and what each of the other sheets holds.
void write_summary(lxw_workbook* workbook, lxw_worksheet* sheet, const Formats& formats,
                   const messages::WorkbookPlan& plan);

}  // namespace campaign_lens
