#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "schema/export_options.h"
#include "schema/insight.h"
#include "schema/query.h"
#include "schema/schema.h"
#include "schema/status.h"

namespace campaign_lens::cli {

enum class Command : std::uint8_t { summary, insight, audience, rows, export_workbook, help, version };
enum class Format : std::uint8_t { csv, json };

/// A column to sort by, not yet looked up.
struct SortArgument {
  std::string key;
  bool descending = false;
};

/// What was asked for on the command line.
struct Arguments {
  Command command = Command::help;
  std::vector<std::string> files;    ///< that are one report; "-": standard input
  std::string output;                ///< of an export; its ending says what it is
  ExportOptions export_options;      ///< but for the columns
  std::vector<std::string> columns;  ///< of the table, that are exported, not yet looked up
  bool json = false;                 ///< of a summary or an insight
  RowSet audience = RowSet::clicked;
  FamilySet statuses;
  std::string search;
  std::vector<std::string> where, where_clicks;  ///< not yet read: see where.h
  std::vector<SetFilter> sets;                   ///< of both tables
  std::string zone;                              ///< empty: the campaign's
  std::vector<SortArgument> sort;
  std::optional<std::uint64_t> limit;
  TableId table = TableId::delivery;
  Format format = Format::csv;
};

/// Reads the arguments after the program's name; options may stand before or after FILE, "--" ends them. The
/// error says what is wrong and what was probably meant.
Result<Arguments> parse_arguments(std::span<const std::string_view> words);

/// What --help prints.
std::string_view help_text();

}  // namespace campaign_lens::cli
