#pragma once

#include <span>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "schema/query.h"
#include "table/table.h"

namespace campaign_lens::cli {

/// The index of a column by its key, or by what it is ("number", "status"). The error names the nearest key.
Result<std::uint32_t> column_by_key(const Table& table, std::string_view key);

/// What --where asks: "COLUMN OPERATOR VALUE", as --help tells it. Times without an offset are in `zone`. The
/// error names the part that is wrong.
Result<ColumnFilter> parse_where(std::string_view text, const Table& table, const TimeZone& zone);

}  // namespace campaign_lens::cli
