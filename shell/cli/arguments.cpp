#include "cli/arguments.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "cli/nearest.h"

namespace campaign_lens::cli {

namespace {

struct CommandName {
  std::string_view name;
  Command command;
};
constexpr std::array<CommandName, 5> kCommands = {{
    {"summary", Command::summary},
    {"insight", Command::insight},
    {"audience", Command::audience},
    {"rows", Command::rows},
    {"export", Command::export_workbook},
}};

/// A bit for each command.
using Commands = unsigned;
constexpr Commands only(Command command) {
  return 1U << static_cast<unsigned>(command);
}
constexpr Commands kFiltered =
    only(Command::insight) | only(Command::audience) | only(Command::rows) | only(Command::export_workbook);
constexpr Commands kPrintsRows = only(Command::rows) | only(Command::audience);
constexpr Commands kSorted = kPrintsRows | only(Command::export_workbook);

struct Option {
  std::string_view name;
  bool takes_value;
  Commands commands;  ///< that it belongs to
};
constexpr std::array<Option, 17> kOptions = {{
    {"--json", false, only(Command::summary) | only(Command::insight)},
    {"--zone", true, kFiltered | only(Command::summary)},
    {"--status", true, kFiltered},
    {"--search", true, kFiltered},
    {"--where", true, kFiltered},
    {"--where-clicks", true, only(Command::insight) | only(Command::export_workbook)},
    {"--only", true, kFiltered},
    {"--without", true, kFiltered},
    {"--sort", true, kSorted},
    {"--limit", true, kPrintsRows},
    {"--table", true, only(Command::rows) | only(Command::export_workbook)},
    {"--format", true, kPrintsRows},
    {"-o", true, only(Command::export_workbook)},
    {"--sheets", true, only(Command::export_workbook)},
    {"--columns", true, only(Command::export_workbook)},
    {"--mask-numbers", false, only(Command::export_workbook)},
    {"--right-to-left", false, only(Command::export_workbook)},
}};

Error usage(std::string message) {
  return {.message = std::move(message), .place = {}};
}

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

std::string_view name_of(Command command) {
  const auto* const found = std::find_if(kCommands.begin(), kCommands.end(),
                                         [&](const CommandName& name) { return name.command == command; });
  return found == kCommands.end() ? std::string_view() : found->name;
}

Status set_status(Arguments& arguments, std::string_view value) {
  const std::optional<CountId> count = count_by_name(value);
  if (!count) {
    std::vector<std::string_view> names;
    for (const CountDefinition& definition : count_definitions())
      names.push_back(definition.name);
    return usage("There is no status " + quoted(value) + "." + did_you_mean(value, names));
  }
  const FamilySet families = definition_of(*count).families;
  arguments.statuses = arguments.statuses.with(families.empty() ? FamilySet::from_bits(~0U) : families);
  return success();
}

Status set_sort(Arguments& arguments, std::string_view value) {
  SortArgument sort;
  sort.descending = value.ends_with(":desc");
  if (sort.descending) value.remove_suffix(std::string_view(":desc").size());
  if (value.ends_with(":asc")) value.remove_suffix(std::string_view(":asc").size());
  sort.key = value;
  arguments.sort.push_back(std::move(sort));
  return success();
}

Status add_set(Arguments& arguments, std::string_view value, bool negated) {
  const std::optional<RowSet> set = row_set_by_key(value);
  if (!set) {
    std::vector<std::string_view> keys;
    for (std::size_t i = 0; i < kRowSetCount; ++i)
      keys.push_back(row_set_key(static_cast<RowSet>(i)));
    return usage("There is no set " + quoted(value) + "; insight --json names them in row_sets." +
                 did_you_mean(value, keys));
  }
  arguments.sets.push_back({.set = *set, .negated = negated});
  return success();
}

Status set_limit(Arguments& arguments, std::string_view value) {
  std::uint64_t limit = 0;
  const char* const end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, limit);
  if (error != std::errc() || stop != end)
    return usage("--limit takes a number of rows, not " + quoted(value) + ".");
  arguments.limit = limit;
  return success();
}

Status set_choice(std::string_view option, std::string_view value, std::span<const std::string_view> choices,
                  std::size_t& chosen) {
  const auto found = std::find(choices.begin(), choices.end(), value);
  if (found == choices.end()) {
    return usage(std::string(option) + " is " + quoted(choices[0]) + " or " + quoted(choices[1]) + ", not " +
                 quoted(value) + ".");
  }
  chosen = static_cast<std::size_t>(found - choices.begin());
  return success();
}

Status set_table(Arguments& arguments, std::string_view value) {
  constexpr std::array<std::string_view, 2> kTables = {"delivery", "clicks"};
  std::size_t chosen = 0;
  const Status status = set_choice("--table", value, kTables, chosen);
  arguments.table = static_cast<TableId>(chosen);
  return status;
}

Status set_format(Arguments& arguments, std::string_view value) {
  constexpr std::array<std::string_view, 2> kFormats = {"csv", "json"};
  std::size_t chosen = 0;
  const Status status = set_choice("--format", value, kFormats, chosen);
  arguments.format = static_cast<Format>(chosen);
  return status;
}

Result<RowSet> audience_of(std::string_view name) {
  std::vector<std::string_view> keys;
  for (std::size_t i = 0; i < kRowSetCount; ++i) {
    if (is_audience(static_cast<RowSet>(i))) keys.push_back(row_set_key(static_cast<RowSet>(i)));
  }
  if (std::ranges::find(keys, name) != keys.end()) return *row_set_by_key(name);
  std::string known;
  for (const std::string_view key : keys)
    known += (known.empty() ? "" : ", ") + std::string(key);
  return usage("There is no audience " + quoted(name) + "; there are " + known + "." +
               did_you_mean(name, keys));
}

/// What stands between the commas.
std::vector<std::string> parts_of_list(std::string_view list) {
  std::vector<std::string> parts;
  for (std::size_t comma = 0; comma != std::string_view::npos;) {
    comma = list.find(',');
    parts.emplace_back(list.substr(0, comma));
    if (comma != std::string_view::npos) list.remove_prefix(comma + 1);
  }
  return parts;
}

/// Names with commas between them; Summary and About this file are always there.
Status set_sheets(Arguments& arguments, std::string_view value) {
  ExportOptions& options = arguments.export_options;
  const std::array<std::pair<std::string_view, bool*>, 4> sheets = {{{"delivery", &options.delivery},
                                                                     {"clicks", &options.clicks},
                                                                     {"locations", &options.locations},
                                                                     {"failures", &options.failures}}};
  for (const auto& [name, wanted] : sheets)
    *wanted = false;
  for (const std::string& wanted : parts_of_list(value)) {
    const auto* const sheet =
        std::ranges::find(sheets, wanted, [](const auto& known) { return known.first; });
    if (sheet == sheets.end())
      return usage("There is no sheet " + quoted(wanted) +
                   "; there are delivery, clicks, locations, failures.");
    *sheet->second = true;
  }
  return success();
}

Status set_option(Arguments& arguments, std::string_view name, std::string_view value) {
  if (name == "--status") return set_status(arguments, value);
  if (name == "--sort") return set_sort(arguments, value);
  if (name == "--limit") return set_limit(arguments, value);
  if (name == "--table") return set_table(arguments, value);
  if (name == "--format") return set_format(arguments, value);
  if (name == "--only" || name == "--without") return add_set(arguments, value, name == "--without");
  if (name == "--sheets") return set_sheets(arguments, value);
  if (name == "--columns") arguments.columns = parts_of_list(value);
  if (name == "--mask-numbers") arguments.export_options.mask_numbers = true;
  if (name == "--right-to-left") arguments.export_options.right_to_left = true;
  if (name == "--search") arguments.search = value;
  if (name == "--where") arguments.where.emplace_back(value);
  if (name == "--where-clicks") arguments.where_clicks.emplace_back(value);
  if (name == "--zone") arguments.zone = value;
  if (name == "-o") arguments.output = value;
  if (name == "--json") arguments.json = true;
  return success();
}

/// The words of one command line, read from left to right.
class Parser {
 public:
  explicit Parser(std::span<const std::string_view> words) : rest_(words) {}

  Result<Arguments> parse();

 private:
  Status read_command();
  Status read_audience();
  Status read_option(std::string_view word);
  Status read_file(std::string_view word);
  Status check() const;

  std::span<const std::string_view> rest_;
  Arguments arguments_;
};

Result<Arguments> Parser::parse() {
  // Wherever they stand, these two are all that is wanted.
  for (const std::string_view word : rest_) {
    if (word == "--") break;
    if (word == "--help" || word == "--version") {
      arguments_.command = word == "--help" ? Command::help : Command::version;
      return arguments_;
    }
  }
  if (const Status read = read_command(); !read) return read.error();
  bool options_ended = false;
  while (!rest_.empty()) {
    const std::string_view word = rest_.front();
    rest_ = rest_.subspan(1);
    if (word == "--" && !options_ended) {
      options_ended = true;
      continue;
    }
    const bool is_option = !options_ended && word.size() > 1 && word.front() == '-';
    if (const Status read = is_option ? read_option(word) : read_file(word); !read) return read.error();
  }
  if (const Status checked = check(); !checked) return checked.error();
  return arguments_;
}

Status Parser::read_command() {
  if (rest_.empty()) return usage("Say what to do: summary, insight, audience, rows or export.");
  const auto* const found = std::find_if(kCommands.begin(), kCommands.end(),
                                         [&](const CommandName& name) { return name.name == rest_.front(); });
  if (found == kCommands.end()) {
    std::vector<std::string_view> names;
    for (const CommandName& name : kCommands)
      names.push_back(name.name);
    return usage("There is no command " + quoted(rest_.front()) + "." + did_you_mean(rest_.front(), names));
  }
  arguments_.command = found->command;
  rest_ = rest_.subspan(1);
  return found->command == Command::audience ? read_audience() : success();
}

/// Of the command `audience` its name comes next.
Status Parser::read_audience() {
  const Result<RowSet> audience = audience_of(rest_.empty() ? std::string_view() : rest_.front());
  if (!audience) return audience.error();
  arguments_.audience = audience.value();
  rest_ = rest_.subspan(1);
  return success();
}

Status Parser::read_option(std::string_view word) {
  const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string_view::npos;
  const std::string_view name = word.substr(0, equals);
  const auto* const option =
      std::find_if(kOptions.begin(), kOptions.end(), [&](const Option& known) { return known.name == name; });
  if (option == kOptions.end()) {
    std::vector<std::string_view> names;
    for (const Option& known : kOptions)
      names.push_back(known.name);
    return usage("There is no option " + quoted(name) + "." + did_you_mean(name, names));
  }
  if ((option->commands & only(arguments_.command)) == 0) {
    return usage(std::string(name) + " does not go with " + quoted(name_of(arguments_.command)) + ".");
  }
  if (equals != std::string_view::npos) {
    if (!option->takes_value) return usage(std::string(name) + " takes no value.");
    return set_option(arguments_, name, word.substr(equals + 1));
  }
  if (!option->takes_value) return set_option(arguments_, name, {});
  if (rest_.empty()) return usage(std::string(name) + " needs a value.");
  const std::string_view value = rest_.front();
  rest_ = rest_.subspan(1);
  return set_option(arguments_, name, value);
}

Status Parser::read_file(std::string_view word) {
  if (word.empty()) return usage("The file's name is empty.");
  if (word == "-" && std::ranges::find(arguments_.files, word) != arguments_.files.end())
    return usage("Standard input can be read once only.");
  arguments_.files.emplace_back(word);
  return success();
}

Status Parser::check() const {
  if (arguments_.files.empty()) return usage("Name the report to read; \"-\" is standard input.");
  if (arguments_.command == Command::export_workbook && arguments_.output.empty()) {
    return usage("Say where the workbook goes: -o OUT.xlsx; or the rows: -o OUT.csv, -o OUT.ndjson.");
  }
  if (arguments_.table == TableId::clicks && !arguments_.statuses.empty()) {
    return usage("--status is of the delivery table; clicks have none.");
  }
  const bool of_both =
      arguments_.command == Command::insight || arguments_.command == Command::export_workbook;
  for (const SetFilter& filter : arguments_.sets) {
    if (!of_both && table_of(filter.set) != arguments_.table)
      return usage(quoted(row_set_key(filter.set)) + " is a set of the other table.");
  }
  return success();
}

}  // namespace

Result<Arguments> parse_arguments(std::span<const std::string_view> words) {
  return Parser(words).parse();
}

std::string_view help_text() {
  return R"(Reads a campaign report (JSON, also compressed by gzip) and says what it says. Several FILEs are one
report, "-" is standard input.

campaign-lens summary FILE... [--json]
    The campaign, the six counts, the clicks and what does not add up.

campaign-lens insight FILE... [--json] [FILTER]... [--where-clicks CONDITION]...
    What the messages mean: does the report add up, why messages failed, who clicked, when, in which country,
    and how many are in which audience; of all rows or of those that match.

campaign-lens audience NAME FILE... [FILTER]... [--sort KEY[:desc]]... [--limit N] [--format csv|json]
    A message of each recipient in an audience, as written: clicked, never_clicked (but delivered),
    not_confirmed, failed_for_now (worth a retry) or failed_for_good.

campaign-lens rows FILE... [--table delivery|clicks] [FILTER]... [--sort KEY[:desc]]... [--limit N]
                           [--format csv|json]
    The rows as written in the report.

campaign-lens export FILE... -o OUT.xlsx [FILTER]... [--where-clicks CONDITION]... [--sort KEY[:desc]]...
                                         [--sheets NAME[,NAME]...] [--columns KEY[,KEY]...]
                                         [--mask-numbers] [--right-to-left]
    A workbook with a summary, the delivery report's matching rows, all clicks or the matching ones, clicks
    by location, failure reasons, and where all of it comes from.

campaign-lens export FILE... -o OUT.csv|OUT.ndjson [--table delivery|clicks] [...]
    The same rows of one table as text: CSV as a spreadsheet shows them, where what would be a formula
    begins with '; or a JSON object a line, as written.

A FILTER is one of these; rows have to match all of them:
  --status NAME    Total, Submitted to flow studio, Success, Delivery not confirmed, Failed,
                   Not submitted to flow studio or Unrecognised, in any case, or the JSON key
                   that summary --json prints; several are joined
  --search TEXT    found in any column, case aside
  --where 'COLUMN OPERATOR VALUE'
                   COLUMN is a column's key, or what it is: number, status, time, failed reason, ...
                     is, is not, =, !=            exactly this value; "blank": there is none
                     contains, does not contain, ~, !~
                     begins with, does not begin with, equals, does not equal       case aside
                     <, <=, >, >=                 times and numbers
                     is in, is not in             of times: first hour, first day, last week,
                                                  Monday 9:00; of numbers: Saudi Arabia
                     is repeated, is not repeated the same value is in another row
                   Several values are joined by "or": 'city is Riyadh or "Al \"Baha" or blank'.
                   Columns and values may stand in double quotes.
  --only SET, --without SET
                   a set that insight --json names in row_sets, such as automatic_clicks
  --where-clicks   is --where for the clicks

  --zone ZONE      in which times without an offset are read and times are shown: Asia/Riyadh, +03:00;
                   else the campaign's
  --sort KEY       several sort by the first, then by the next
  --sheets NAME    delivery, clicks, locations, failures; those that are not named are left out
  --columns KEY    of the table's columns only these, in this order
  --mask-numbers   of recipients' numbers only the last four digits, and a code for each recipient
  --help, --version

Exit status: 0; 1 if the report cannot be read or the result not written; 2 if the command line is wrong.
)";
}

}  // namespace campaign_lens::cli
