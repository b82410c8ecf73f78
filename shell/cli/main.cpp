// campaign-lens: the engine on the command line.

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/sha256.h"
#include "cli/arguments.h"
#include "cli/output.h"
#include "cli/output_file.h"
#include "cli/where.h"
#include "engine/engine.h"
#include "native/time_zone.h"
#include "xlsx/workbook.h"

namespace campaign_lens::cli {

namespace {

constexpr int kDone = 0;
constexpr int kBadInput = 1;
constexpr int kBadUsage = 2;

int fail(int status, const std::string& message) {
  std::fprintf(stderr, "campaign-lens: %s\n", message.c_str());
  if (status == kBadUsage) std::fputs("Try \"campaign-lens --help\".\n", stderr);
  return status;
}

struct CloseFile {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

constexpr std::string_view kStandardInput = "-";

std::string name_of(const std::string& path) {
  return path == kStandardInput ? "standard input" : std::filesystem::path(path).filename().string();
}

/// Together; 0 where one's size is not known.
std::uintmax_t bytes_of(const std::vector<std::string>& paths) {
  std::uintmax_t bytes = 0;
  for (const std::string& path : paths) {
    std::error_code no_size;
    const std::uintmax_t size = path == kStandardInput ? 0 : std::filesystem::file_size(path, no_size);
    if (no_size || size == 0) return 0;
    bytes += size;
  }
  return bytes;
}

/// `hash`: of the file's bytes, if it is wanted.
Status feed_file(Engine& engine, const std::string& path, Sha256* hash) {
  constexpr std::size_t kChunkBytes = 1 << 20;
  const auto error = [&] { return Error{.message = path + ": " + std::strerror(errno), .place = {}}; };
  const File file(path == kStandardInput ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file) return error();
  std::vector<std::byte> chunk(kChunkBytes);
  for (;;) {
    const std::size_t got = std::fread(chunk.data(), 1, chunk.size(), file.get());
    if (hash != nullptr) hash->add(std::span(chunk).first(got));
    if (const Status fed = engine.feed(std::span(chunk).first(got)); !fed)
      return Error{.message = path + ": " + fed.error().message, .place = fed.error().place};
    if (got == chunk.size()) continue;
    return std::ferror(file.get()) == 0 ? success() : Status(error());
  }
}

/// `hashes`: where those of the files are added, if they are wanted.
Status read_report(Engine& engine, const std::vector<std::string>& paths, std::vector<std::string>* hashes) {
  std::vector<std::string> names;
  std::ranges::transform(paths, std::back_inserter(names), name_of);
  const bool several = paths.size() > 1;
  engine.begin({.file_names = names, .file_bytes = bytes_of(paths)});
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (i > 0) {
      if (const Status begun = engine.next_file(); !begun) return begun;
    }
    Sha256 hash;
    const Status fed = feed_file(engine, paths[i], hashes == nullptr ? nullptr : &hash);
    if (!fed) return fed;
    if (hashes != nullptr) hashes->push_back(hash.hex());
  }
  const Result<messages::ReportSummary> summary = engine.finish();
  if (summary) return success();
  Error error = summary.error();
  if (!several) error.message = paths[0] + ": " + error.message;
  return error;
}

/// What is asked of one table.
Result<Query> query_of(const Arguments& arguments, TableId table_id, const Dataset& dataset) {
  const Table& table = dataset.table(table_id);
  Query query;
  query.table = table_id;
  // Of several tables that a command is about, these are of one.
  const bool of_table = table_id == arguments.table;
  if (of_table) {
    query.statuses = arguments.statuses;
    query.search = arguments.search;
    for (const SortArgument& sort : arguments.sort) {
      const Result<std::uint32_t> column = column_by_key(table, sort.key);
      if (!column) return column.error();
      query.sort.push_back({.column = column.value(), .descending = sort.descending});
    }
  }
  for (const std::string& where : of_table ? arguments.where : arguments.where_clicks) {
    const Result<ColumnFilter> filter = parse_where(where, table, dataset.zone);
    if (!filter) return filter.error();
    query.filters.push_back(filter.value());
  }
  query.sets = arguments.sets;
  if (arguments.command == Command::audience) query.sets.push_back({.set = arguments.audience});
  return query;
}

int finish_output(Output& out) {
  if (out.flush()) return kDone;
  // Whoever closed the pipe, `head` say, has what they wanted.
  if (errno == EPIPE) return kDone;
  return fail(kBadInput, std::string("The output could not be written: ") + std::strerror(errno) + ".");
}

int show_summary(const Engine& engine, const Arguments& arguments) {
  Output out;
  if (arguments.json) {
    print_summary_json(out, engine.dataset(), engine.summary());
  } else {
    print_summary(out, engine.summary());
  }
  return finish_output(out);
}

int print_table(const Table& table, const Selection& rows, const Arguments& arguments) {
  const std::uint64_t limit = arguments.limit.value_or(std::numeric_limits<std::uint64_t>::max());
  Output out;
  if (arguments.format == Format::csv) {
    print_csv(out, table, rows, limit);
  } else {
    print_json(out, table, rows, limit);
  }
  return finish_output(out);
}

int show_rows(Engine& engine, const Arguments& arguments) {
  const Dataset& dataset = std::as_const(engine).dataset();
  const Result<Query> query = query_of(arguments, arguments.table, dataset);
  if (!query) return fail(kBadUsage, query.error().message);
  engine.query({.id = 1, .query = query.value()}).result();
  return print_table(dataset.table(arguments.table), engine.selection(arguments.table), arguments);
}

int show_insight(Engine& engine, const Arguments& arguments) {
  const Dataset& dataset = std::as_const(engine).dataset();
  const Result<Query> delivery = query_of(arguments, TableId::delivery, dataset);
  if (!delivery) return fail(kBadUsage, delivery.error().message);
  const Result<Query> clicks = query_of(arguments, TableId::clicks, dataset);
  if (!clicks) return fail(kBadUsage, clicks.error().message);
  const messages::InsightAnswer answer =
      engine.insight({.id = 0, .delivery = delivery.value(), .clicks = clicks.value()}).result();
  Output out;
  if (arguments.json) {
    print_insight_json(out, answer.insight);
  } else {
    print_insight(out, answer.insight);
  }
  return finish_output(out);
}

constexpr std::uint32_t kBatchRows = 16'384;

Status write_workbook(Engine& engine, const messages::WorkbookPlan& plan, std::vector<std::string> hashes,
                      OutputFile& file) {
  const Result<std::unique_ptr<Workbook>> created = Workbook::create(plan);
  if (!created) return created.error();
  Workbook& workbook = *created.value();
  for (const messages::WorkbookPlan::Sheet& sheet : plan.sheets) {
    for (std::uint64_t first = 0; first < sheet.rows; first += kBatchRows) {
      Status appended =
          workbook.append(engine.export_batch({.table = sheet.table, .first = first, .count = kBatchRows}));
      if (!appended) return appended;
      if (const Status written = file.write(workbook.take()); !written) return written;
    }
  }
  if (const Status closed = workbook.close({.sha256 = std::move(hashes)}); !closed) return closed;
  return file.write(workbook.take());
}

Status write_text(const Engine& engine, TableId table, messages::ExportFormat format, OutputFile& file) {
  messages::TextAnswer part;
  std::uint64_t first = 0;
  do {
    part = engine.export_text({.format = format, .table = table, .first = first, .count = kBatchRows});
    if (const Status written = file.write(std::as_bytes(std::span(part.text))); !written) return written;
    first += part.rows;
  } while (part.rows > 0);
  return success();
}

messages::ExportFormat format_of(std::string_view path) {
  if (path.ends_with(".csv")) return messages::ExportFormat::csv;
  const bool lines = path.ends_with(".ndjson") || path.ends_with(".jsonl");
  return lines ? messages::ExportFormat::ndjson : messages::ExportFormat::xlsx;
}

std::array<std::uint64_t, 2> random_key() {
  std::random_device random;
  const auto word = [&] { return std::uint64_t{random()} << 32 | random(); };
  return {word(), word()};
}

Status write_export(Engine& engine, const Arguments& arguments, messages::ExportBegin request,
                    std::vector<std::string> hashes) {
  OutputFile file(arguments.output);
  if (const Status opened = file.write({}); !opened) return opened;
  const messages::WorkbookPlan plan = engine.export_begin(std::move(request)).result();
  const messages::ExportFormat format = format_of(arguments.output);
  const Status written = format == messages::ExportFormat::xlsx
                             ? write_workbook(engine, plan, std::move(hashes), file)
                             : write_text(engine, arguments.table, format, file);
  return written ? file.commit() : written;
}

/// The options, with the columns of the table that the command names.
Result<ExportOptions> options_of(const Arguments& arguments, const Dataset& dataset) {
  ExportOptions options = arguments.export_options;
  for (const std::string& key : arguments.columns) {
    const Result<std::uint32_t> column = column_by_key(dataset.table(arguments.table), key);
    if (!column) return column.error();
    options.columns[static_cast<std::size_t>(arguments.table)].push_back(column.value());
  }
  return options;
}

int export_report(Engine& engine, const Arguments& arguments, std::vector<std::string> hashes) {
  for (const std::string& file : arguments.files) {
    std::error_code no_file;
    if (std::filesystem::equivalent(file, arguments.output, no_file))
      return fail(kBadUsage, "The export would replace the report itself.");
  }
  const Dataset& dataset = std::as_const(engine).dataset();
  const Result<Query> delivery = query_of(arguments, TableId::delivery, dataset);
  if (!delivery) return fail(kBadUsage, delivery.error().message);
  const Result<Query> clicks = query_of(arguments, TableId::clicks, dataset);
  if (!clicks) return fail(kBadUsage, clicks.error().message);
  const Result<ExportOptions> options = options_of(arguments, dataset);
  if (!options) return fail(kBadUsage, options.error().message);
  const Status written = write_export(engine, arguments,
                                      {.delivery = delivery.value(),
                                       .clicks = clicks.value(),
                                       .options = options.value(),
                                       .mask_key = random_key(),
                                       .exported_at_us = system_time()},
                                      std::move(hashes));
  return written ? kDone : fail(kBadInput, written.error().message);
}

int run_command(const Arguments& arguments) {
  if (arguments.command == Command::help || arguments.command == Command::version) {
    Output out;
    out.write(arguments.command == Command::help ? help_text() : "campaign-lens " CAMPAIGN_LENS_VERSION "\n");
    return finish_output(out);
  }
  Engine engine(system_time_zone);
  std::vector<std::string> hashes;
  const bool hashed = arguments.command == Command::export_workbook;
  if (const Status read = read_report(engine, arguments.files, hashed ? &hashes : nullptr); !read) {
    return fail(kBadInput, describe(read.error()));
  }
  if (!arguments.zone.empty()) {
    const auto corrected = engine.correct({.roles = {}, .statuses = {}, .zone = arguments.zone});
    if (!corrected) return fail(kBadUsage, corrected.error().message);
  }
  switch (arguments.command) {
    case Command::summary:
      return show_summary(engine, arguments);
    case Command::insight:
      return show_insight(engine, arguments);
    case Command::audience:
    case Command::rows:
      return show_rows(engine, arguments);
    case Command::export_workbook:
      return export_report(engine, arguments, std::move(hashes));
    case Command::help:
    case Command::version:
      break;
  }
  return kDone;
}

}  // namespace

}  // namespace campaign_lens::cli

int main(int argc, char** argv) {
  using namespace campaign_lens::cli;
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is then an error of the write
  const std::vector<std::string_view> words(argv + std::min(argc, 1), argv + argc);
  const campaign_lens::Result<Arguments> arguments = parse_arguments(words);
  if (!arguments) return fail(kBadUsage, arguments.error().message);
  return run_command(arguments.value());
}
