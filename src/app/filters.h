#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/query.h"

namespace campaign_lens::app {

/// What kind of condition a filter has. A column has at most one filter of each kind.
enum class FilterKind : std::uint8_t { values, text, range, repeated, hour, country };
FilterKind kind_of(const Condition& condition);

/// The column's filter of that kind; nothing: it has none.
const ColumnFilter* find_filter(const Query& query, std::uint32_t column, FilterKind kind);
bool has_filter(const Query& query, std::uint32_t column);

/// Puts the filter in the place of the column's one of the same kind, if it has one.
void set_filter(Query& query, ColumnFilter filter);
void remove_filter(Query& query, std::uint32_t column, FilterKind kind);

/// The filter that keeps the rows of these values of a column alone; the empty one are the blanks.
ColumnFilter only_values(std::uint32_t column, std::vector<std::string> values);

/// Keeps the rows of a set alone, besides all else.
void add_set(Query& query, RowSet set);

/// Whether anything keeps rows of the table from being shown.
bool is_filtered(const Query& query);

// A list of a column's values, each with a tick: what is ticked is shown.

/// Whether a value is ticked, under the filter of kind `values`; nothing: all are.
bool is_ticked(const ColumnFilter* filter, const std::string& value);
bool is_blank_ticked(const ColumnFilter* filter);
/// The filter once the tick of a value, or of the blanks, is changed; nothing: all are ticked.
std::optional<ColumnFilter> with_tick(const ColumnFilter* filter, std::uint32_t column,
                                      const std::string& value, bool ticked);
std::optional<ColumnFilter> with_blank_tick(const ColumnFilter* filter, std::uint32_t column, bool ticked);

}  // namespace campaign_lens::app
