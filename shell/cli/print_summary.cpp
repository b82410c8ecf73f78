#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "cli/output.h"
#include "cli/padded.h"

namespace campaign_lens::cli {

namespace {

using messages::ReportSummary;

void print_counts(Output& out, const ReportSummary& summary) {
  const std::uint64_t total = summary.counts[CountId::total];
  out.write("\n" + left("Messages", 30) + right("count", 12) + "   of total\n");
  for (const CountDefinition& count : count_definitions()) {
    const std::uint64_t messages = summary.counts[count.id];
    if (count.id == CountId::unrecognised && messages == 0) continue;
    const std::string part = total == 0 ? "-" : share(messages, total);
    out.write(left(count.name, 30) + right(with_thousands(messages), 12) + right(part, 11) + "\n");
  }
}

void print_clicks(Output& out, const ReportSummary& summary) {
  constexpr std::size_t kLocations = 10;
  out.write("\n" + left("uLink clicks", 30) +
            right(with_thousands(summary.rows[static_cast<std::size_t>(TableId::clicks)]), 12) + "\n");
  const std::size_t shown = std::min(summary.locations.size(), kLocations);
  for (std::size_t i = 0; i < shown; ++i) {
    const ReportSummary::Location& location = summary.locations[i];
    // The name last: how wide it is on a terminal is the terminal's secret.
    out.write(right(with_thousands(location.clicks), 12) + "  " +
              (location.location.empty() ? "(no location)" : location.location));
    if (!location.also_written.empty()) {
      out.write(" (written in " + with_thousands(location.also_written.size() + 1) +
                " ways: " + with_thousands(location.clicks_of_all) + " clicks)");
    }
    out.write("\n");
  }
  const std::uint64_t more = summary.locations.size() - shown + summary.locations_left_off;
  if (more > 0) out.write(right("", 12) + "  and " + with_thousands(more) + " more locations\n");
}

void print_warnings(Output& out, const ReportSummary& summary) {
  if (summary.warnings.empty()) return;
  out.write("\nWarnings\n");
  for (const Warning& warning : summary.warnings) {
    out.write("  " + warning.message);
    if (warning.count > 1) out.write(" (" + with_thousands(warning.count) + " times)");
    if (!warning.places.empty()) out.write(" (" + in_words(summary, warning.places[0].place) + ")");
    out.write("\n");
  }
}

/// "key":"value" after whatever stands before it.
void add_member(std::string& json, std::string_view key, std::string_view value) {
  if (json.back() != '{') json += ',';
  json += json_string(key) + ":" + json_string(value);
}

std::string campaign_json(const Campaign& campaign) {
  std::string json = "{";
  const std::pair<std::string_view, const std::string&> facts[] = {
      {"id", campaign.id},
      {"name", campaign.name},
      {"type", campaign.type},
      {"flow", campaign.flow},
      {"launched_at", campaign.launched_at},
      {"timezone", campaign.timezone},
  };
  for (const auto& [key, value] : facts) {
    if (!value.empty()) add_member(json, key, value);
  }
  for (const auto& [key, value] : campaign.further)
    add_member(json, key, value);
  return json + "}";
}

/// [{"line": …, "byte": …, …}, …]
std::string places_json(const ReportSummary& summary, const std::vector<WarningPlace>& places) {
  std::string json = "[";
  for (const WarningPlace& place : places) {
    if (json.back() != '[') json += ',';
    json += "{\"line\":" + std::to_string(place.place.line) +
            ",\"byte\":" + std::to_string(place.place.byte_offset);
    if (!summary.files.empty()) add_member(json, "file", summary.files[place.place.file]);
    if (!place.detail.empty()) add_member(json, "detail", place.detail);
    json += "}";
  }
  return json + "]";
}

std::string warning_json(const ReportSummary& summary, const Warning& warning) {
  std::string json = "{";
  add_member(json, "message", warning.message);
  json += ",\"count\":" + std::to_string(warning.count);
  if (!warning.places.empty()) json += ",\"places\":" + places_json(summary, warning.places);
  return json + "}";
}

}  // namespace

void print_summary(Output& out, const ReportSummary& summary) {
  out.write(summary.campaign_name + "\n\n");
  std::size_t width = 0;
  for (const ReportSummary::Fact& fact : summary.facts)
    width = std::max(width, fact.title.size());
  for (const ReportSummary::Fact& fact : summary.facts)
    out.write(left(fact.title, width + 2) + fact.value + "\n");
  print_counts(out, summary);
  print_clicks(out, summary);
  print_warnings(out, summary);
}

void print_summary_json(Output& out, const Dataset& dataset, const ReportSummary& summary) {
  std::string json = "{\"campaign\":" + campaign_json(dataset.campaign) + ",\"counts\":{";
  for (const CountDefinition& count : count_definitions()) {
    if (json.back() != '{') json += ',';
    json += json_string(count.key) + ":" + std::to_string(summary.counts[count.id]);
  }
  json += "},\"clicks\":" + std::to_string(summary.rows[static_cast<std::size_t>(TableId::clicks)]) +
          ",\"warnings\":[";
  for (const Warning& warning : summary.warnings) {
    if (json.back() != '[') json += ',';
    json += warning_json(summary, warning);
  }
  out.write(json + "]}\n");
}

}  // namespace campaign_lens::cli
