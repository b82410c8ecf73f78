#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "messages/workbook.h"
#include "table/dictionary.h"

namespace campaign_lens {

/// A field of CSV (RFC 4180): quoted where it has to be.
std::string csv_field(std::string_view text);

/// A text that a spreadsheet does not take for a formula: behind "'" where it begins with = + - @, a tab or a
/// line end. A sign before nothing but digits, points and spaces is that of a number and stays:
/// "+966500000001".
std::string guarded(std::string_view text);

/// The header, with a byte order mark, without which Excel does not read UTF-8: the titles of a sheet.
std::string csv_header(std::span<const ColumnInfo> columns, const std::string& zone);
/// A batch's values as a workbook shows them, texts guarded: times as "2026-03-01 09:00:07", with what they
/// have of a second; numbers as written; TRUE and FALSE.
std::string csv_of(const messages::RowBatch& batch);

/// A cell as JSON; null where there is none.
std::string json_value(const Cell& cell);

}  // namespace campaign_lens
