#include "engine/summary.h"

#include <map>
#include <utility>

#include "insight/counts.h"

namespace campaign_lens {

namespace {

using messages::ReportSummary;

std::string first_stated(const std::string& name, const std::string& id, const std::string& file_name) {
  if (!name.empty()) return name;
  return id.empty() ? file_name : id;
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

std::vector<ReportSummary::Location> locations_of(const Dataset& dataset) {
  std::vector<ReportSummary::Location> locations;
  for (LocationClicks& clicks : clicks_by_location(dataset.clicks)) {
    locations.push_back({.location = std::move(clicks.location),
                         .clicks = clicks.clicks,
                         .recipients = clicks.recipients,
                         .first = clicks.first,
                         .last = clicks.last,
                         .first_text = format_time(clicks.first, dataset.zone),
                         .last_text = format_time(clicks.last, dataset.zone)});
  }
  return locations;
}

std::vector<ReportSummary::Note> notes_of(const Dataset& dataset, const StatusCounts& counts) {
  std::vector<Warning> warnings = reconcile(dataset.stated, counts);
  warnings.insert(warnings.begin(), dataset.warnings.begin(), dataset.warnings.end());

  std::vector<ReportSummary::Note> notes;
  for (Warning& warning : warnings) {
    const Place place = warning.place.value_or(Place{});
    if (place.line > 0 && !dataset.files.empty())
      warning.message = dataset.files[place.file] + ": " + warning.message;
    notes.push_back({.message = std::move(warning.message),
                     .count = warning.count,
                     .line = place.line,
                     .byte_offset = place.byte_offset});
  }
  return notes;
}

}  // namespace

ReportSummary summarise(const Dataset& dataset, const messages::Begin& source) {
  ReportSummary summary;
  summary.file_name = source.file_name;
  summary.file_bytes = source.file_bytes;
  summary.campaign_name = first_stated(dataset.campaign.name, dataset.campaign.id, source.file_name);
  summary.facts = facts_of(dataset);
  summary.zone = dataset.zone.name;
  summary.counts = count_statuses(dataset.delivery);
  for (const TableId table : {TableId::delivery, TableId::clicks}) {
    summary.columns[static_cast<std::size_t>(table)] = columns_of(dataset.table(table));
    summary.rows[static_cast<std::size_t>(table)] = dataset.table(table).rows();
  }
  summary.locations = locations_of(dataset);
  summary.warnings = notes_of(dataset, summary.counts);
  return summary;
}

}  // namespace campaign_lens
