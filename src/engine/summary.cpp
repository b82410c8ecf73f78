#include "engine/summary.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "insight/counts.h"
#include "table/column_reader.h"

namespace campaign_lens {

namespace {

using messages::ReportSummary;

std::string first_stated(const std::string& name, const std::string& id, const std::string& file_name) {
  if (!name.empty()) return name;
  return id.empty() ? file_name : id;
}

/// Of several files the first one's and how many more there are.
std::string name_of(const std::vector<std::string>& file_names) {
  if (file_names.empty()) return {};
  if (file_names.size() == 1) return file_names[0];
  return file_names[0] + " and " + std::to_string(file_names.size() - 1) + " more";
}

/// A time of the campaign as the grid writes times; as it stands if it is none.
std::string in_zone(const std::string& written, const TimeZone& zone) {
  const std::optional<ParsedTime> time = parse_time(written);
  if (!time) return written;
  return format_time(time->naive ? zone.to_utc(time->us) : time->us, zone);
}

std::vector<ReportSummary::Fact> facts_of(const Dataset& dataset) {
  const Campaign& campaign = dataset.campaign;
  std::vector<ReportSummary::Fact> facts = {
      {.title = "Campaign id", .value = campaign.id},
      {.title = "Type", .value = campaign.type},
      {.title = "Flow", .value = campaign.flow},
      {.title = "Launched at", .value = in_zone(campaign.launched_at, dataset.zone)},
      {.title = "Time zone", .value = dataset.zone.name},
  };
  std::erase_if(facts, [](const ReportSummary::Fact& fact) { return fact.value.empty(); });
  constexpr std::string_view kOfCampaign = "campaign.";
  for (const auto& [key, value] : campaign.further) {
    facts.push_back(
        {.title = key.starts_with(kOfCampaign) ? key.substr(kOfCampaign.size()) : key, .value = value});
  }
  return facts;
}

std::vector<ColumnInfo> columns_of(const Table& table) {
  std::map<std::string_view, int> columns_with_title;
  for (const Column& column : table.columns())
    ++columns_with_title[column.info().title];

  std::vector<ColumnInfo> columns;
  for (const Column& column : table.columns()) {
    ColumnInfo& info = columns.emplace_back(column.info());
    if (columns_with_title[column.info().title] > 1 && info.key != info.title)
      info.title += " (" + info.key + ")";
  }
  return columns;
}

// A report may have as many locations as clicks: coordinates, or addresses.
void add_locations(ReportSummary& summary, const Dataset& dataset) {
  constexpr std::size_t kMost = 10'000;
  std::vector<LocationClicks> locations = clicks_by_location(dataset.clicks);
  const std::size_t listed = std::min(locations.size(), kMost);
  summary.locations_left_off = locations.size() - listed;
  locations.resize(listed);
  for (const LocationClicks& clicks : locations) {
    summary.locations.push_back({.location = clicks.location,
                                 .clicks = clicks.clicks,
                                 .recipients = clicks.recipients,
                                 .first = clicks.first,
                                 .last = clicks.last,
                                 .first_text = format_time(clicks.first, dataset.zone),
                                 .last_text = format_time(clicks.last, dataset.zone)});
  }
  for (const std::vector<std::uint32_t>& place : spellings_of_places(locations)) {
    ReportSummary::Location& most_clicked = summary.locations[place[0]];
    for (const std::uint32_t index : place) {
      most_clicked.clicks_of_all += locations[index].clicks;
      if (index != place[0]) most_clicked.also_written.push_back(locations[index].location);
    }
  }
}

/// "Asia/Riyadh, Asia/Dubai", each bounded.
std::string listed(const std::vector<std::string>& zones) {
  constexpr std::size_t kMostBytes = 60;
  std::string list;
  for (const std::string& zone : zones) {
    if (!list.empty()) list += ", ";
    list += bounded(zone, kMostBytes);
  }
  return list;
}

std::vector<Warning> warnings_of(const Dataset& dataset, const StatusCounts& counts,
                                 const Corrections& corrections) {
  std::vector<Warning> warnings = reconcile(dataset.stated, counts);
  warnings.insert(warnings.begin(), dataset.warnings.begin(), dataset.warnings.end());
  const std::uint64_t naive_times = dataset.delivery.naive_times() + dataset.clicks.naive_times();
  if (naive_times == 0 || !corrections.zone.empty()) return warnings;
  if (dataset.campaign.timezone.empty()) {
    warnings.push_back({.message = "The report states no time zone: times without an offset are read as UTC.",
                        .count = naive_times});
  } else if (dataset.stated_zones.size() > 1) {
    warnings.push_back({.message = "The report states several time zones (" + listed(dataset.stated_zones) +
                                   "): all times without an offset are read in " + dataset.zone.name + ".",
                        .count = naive_times});
  }
  return warnings;
}

ReportSummary::ColumnContent content_of(const Column& column, std::uint64_t rows) {
  constexpr std::size_t kMostBytes = 200;
  ReportSummary::ColumnContent content{.filled = column.filled(), .example = {}};
  ColumnReader reader(column);
  for (std::uint64_t row = 0; content.filled > 0 && row < rows && content.example.empty(); ++row) {
    const Cell cell = reader.cell(row);
    if (!cell.blank()) content.example = bounded(cell.text, kMostBytes);
  }
  return content;
}

std::vector<ReportSummary::UnknownStatus> unknown_statuses_of(const Table& delivery) {
  std::vector<ReportSummary::UnknownStatus> statuses;
  for (const Table::StatusRows& status : delivery.unrecognised_statuses()) {
    statuses.push_back({.status = status.text, .rows = status.rows, .family = status.family});
  }
  return statuses;
}

}  // namespace

ReportSummary summarise(const Dataset& dataset, const messages::Begin& source,
                        const Corrections& corrections) {
  ReportSummary summary;
  summary.file_name = name_of(source.file_names);
  summary.file_bytes = source.file_bytes;
  summary.files = dataset.files;
  summary.campaign_name = first_stated(dataset.campaign.name, dataset.campaign.id, summary.file_name);
  summary.facts = facts_of(dataset);
  summary.zone = dataset.zone.name;
  summary.counts = count_statuses(dataset.delivery);
  for (const TableId table : {TableId::delivery, TableId::clicks}) {
    summary.columns[static_cast<std::size_t>(table)] = columns_of(dataset.table(table));
    summary.rows[static_cast<std::size_t>(table)] = dataset.table(table).rows();
    for (const Column& column : dataset.table(table).columns()) {
      summary.contents[static_cast<std::size_t>(table)].push_back(
          content_of(column, dataset.table(table).rows()));
    }
  }
  add_locations(summary, dataset);
  summary.warnings = warnings_of(dataset, summary.counts, corrections);
  summary.unknown_statuses = unknown_statuses_of(dataset.delivery);
  summary.naive_times = dataset.delivery.naive_times() + dataset.clicks.naive_times();
  summary.stated_zone = dataset.campaign.timezone;
  summary.corrections = corrections;
  return summary;
}

}  // namespace campaign_lens
