#include "render.h"

#include <algorithm>
#include <cstdio>
#include <span>
#include <vector>

#include "table/column_reader.h"

namespace campaign_lens {
namespace {

std::string quoted(std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      json += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      json += escape;
    } else {
      json += c;
    }
  }
  return json + "\"";
}

std::string place_of(const std::optional<Place>& place) {
  if (!place) return "";
  return ", \"line\": " + std::to_string(place->line) +
         ", \"byte_offset\": " + std::to_string(place->byte_offset);
}

std::string_view type_name(Type type) {
  constexpr std::string_view kNames[] = {"text", "integer", "decimal", "time", "boolean"};
  return kNames[static_cast<std::size_t>(type)];
}

std::string value_of(Cell cell) {
  switch (cell.kind) {
    case Kind::missing:
      return "[]";
    case Kind::null:
      return "null";
    case Kind::text:
      return quoted(cell.text);
    case Kind::number:
    case Kind::boolean:
      return std::string(cell.text);
    case Kind::json:
      return "{\"json\": " + quoted(cell.text) + "}";
  }
  return "";
}

std::string cell_of(ColumnReader& column, std::uint64_t row) {
  const std::string value = value_of(column.cell(row));
  if (column.info().type != Type::time || column.cell(row).kind == Kind::missing) return value;
  return "[" + value + ", " + quoted(format_time(column.time(row), {})) + "]";
}

std::string render(const Table& table) {
  std::string json = "{\n    \"columns\": [";
  for (const Column& column : table.columns()) {
    const ColumnInfo& info = column.info();
    json += json.ends_with('[') ? "\n      " : ",\n      ";
    json += "[" + quoted(info.key) + ", " + quoted(info.title) + ", " + quoted(role_name(info.role)) + ", " +
            quoted(type_name(info.type)) + "]";
  }
  json += "],\n    \"rows\": [";
  std::vector<ColumnReader> columns(table.columns().begin(), table.columns().end());
  for (std::uint64_t row = 0; row < table.rows(); ++row) {
    json += row == 0 ? "\n      [" : ",\n      [";
    for (ColumnReader& column : columns)
      json += (json.ends_with('[') ? "" : ", ") + cell_of(column, row);
    json += "]";
  }
  return json + "]\n  }";
}

std::string render(const Campaign& campaign) {
  std::string json = "{";
  const auto add = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    json += (json.ends_with('{') ? "" : ", ") + quoted(key) + ": " + quoted(value);
  };
  add("id", campaign.id);
  add("name", campaign.name);
  add("type", campaign.type);
  add("flow", campaign.flow);
  add("launched_at", campaign.launched_at);
  add("timezone", campaign.timezone);
  for (const auto& [key, value] : campaign.further)
    add("further: " + key, value);
  return json + "}";
}

std::string render(const StatedCounts& stated) {
  std::string json = "{";
  for (const CountDefinition& count : count_definitions()) {
    const auto& value = stated[static_cast<std::size_t>(count.id)];
    if (value) json += (json.ends_with('{') ? "" : ", ") + quoted(count.key) + ": " + std::to_string(*value);
  }
  return json + "}";
}

std::string render(const std::vector<WarningPlace>& places) {
  std::string json = "[";
  for (const WarningPlace& place : places) {
    json += json.ends_with('[') ? "\n      [" : ",\n      [";
    json += std::to_string(place.place.line) + ", " + std::to_string(place.place.byte_offset);
    if (!place.detail.empty()) json += ", " + quoted(place.detail);
    json += "]";
  }
  return json + "]";
}

std::string render(const std::vector<Warning>& warnings) {
  std::string json = "[";
  for (const Warning& warning : warnings) {
    json += json.ends_with('[') ? "\n    " : ",\n    ";
    json += "{\"message\": " + quoted(warning.message) + ", \"count\": " + std::to_string(warning.count) +
            (warning.places.empty() ? "" : place_of(warning.places[0].place));
    const bool more =
        warning.places.size() > 1 || (!warning.places.empty() && !warning.places[0].detail.empty());
    if (more) json += ", \"places\": " + render(warning.places);
    json += "}";
  }
  return json + "]";
}

std::optional<TimeZone> riyadh_only(std::string_view name) {
  if (name != "Asia/Riyadh") return std::nullopt;
  return TimeZone{.name = "Asia/Riyadh", .transitions = {{.at_s = -719'636'812, .offset_s = 10'800}}};
}

Status feed(Reader& reader, std::string_view bytes, std::size_t chunk_bytes) {
  for (std::size_t first = 0; first < bytes.size(); first += std::min(chunk_bytes, bytes.size() - first)) {
    if (const Status fed = reader.feed(std::as_bytes(std::span(bytes.substr(first, chunk_bytes)))); !fed)
      return fed;
  }
  return success();
}

}  // namespace

Result<Dataset> read_report(std::string_view bytes, std::size_t chunk_bytes, std::size_t window_bytes) {
  Reader reader(riyadh_only, window_bytes);
  if (const Status fed = feed(reader, bytes, chunk_bytes); !fed) return fed.error();
  return std::move(reader).finish();
}

Result<Dataset> read_files(const std::vector<std::pair<std::string, std::string>>& files,
                           std::size_t chunk_bytes) {
  Reader reader(riyadh_only, 1 << 16);
  std::vector<std::string> names;
  for (const auto& [name, bytes] : files)
    names.push_back(name);
  reader.expect_files(names);
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (i > 0) reader.next_file();
    if (const Status fed = feed(reader, files[i].second, chunk_bytes); !fed) return fed.error();
  }
  return std::move(reader).finish();
}

std::string render(const Result<Dataset>& report) {
  if (!report) {
    return "{\"error\": " + quoted(report.error().message) + place_of(report.error().place) + "}\n";
  }
  const Dataset& dataset = report.value();
  return "{\n  \"campaign\": " + render(dataset.campaign) + ",\n  \"stated\": " + render(dataset.stated) +
         ",\n  \"zone\": " + quoted(dataset.zone.name) + ",\n  \"delivery\": " + render(dataset.delivery) +
         ",\n  \"clicks\": " + render(dataset.clicks) + ",\n  \"warnings\": " + render(dataset.warnings) +
         "\n}\n";
}

}  // namespace campaign_lens
