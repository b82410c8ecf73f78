#pragma once

#include <string>

#include <xlsxwriter.h>

#include "messages/workbook.h"
#include "xlsx/formats.h"

namespace campaign_lens {

/// "Blocked (1003)": a reason's text with its code; either may be missing.
std::string reason_label(const Failures::Reason& reason);

// Fill the sheets of figures; a table from the first row on, to be sorted and filtered.
void write_locations(lxw_worksheet* sheet, const Formats& formats, const Clicks& clicks);
void write_failures(lxw_worksheet* sheet, const Formats& formats, const Failures& failures);

}  // namespace campaign_lens
