#pragma once

#include <string>

#include "messages/report.h"

namespace campaign_lens {

/// The name of the download: the campaign's, with what Windows, macOS or Linux refuse in a file's name taken
/// out; never empty, at most 120 bytes, "Ramadan offer.xlsx".
std::string workbook_name(const messages::ReportSummary& summary);

}  // namespace campaign_lens
