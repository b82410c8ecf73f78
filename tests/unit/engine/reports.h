#pragma once

#include <catch2/catch_test_macros.hpp>
#include <span>
#include <string_view>

#include "engine/engine.h"

namespace campaign_lens {

/// Knows one zone.
inline std::optional<TimeZone> test_zones(std::string_view name) {
  if (name != "Asia/Riyadh") return std::nullopt;
  return TimeZone{.name = "Asia/Riyadh", .transitions = {{.at_s = 0, .offset_s = 3 * 3600}}};
}

inline std::span<const std::byte> bytes_of(std::string_view text) {
  return std::as_bytes(std::span(text));
}

/// An engine that has read this report.
inline Engine engine_of(std::string_view json, std::string file_name = "report.json") {
  Engine engine(test_zones);
  engine.begin({.file_names = {std::move(file_name)}, .file_bytes = json.size()});
  REQUIRE(engine.feed(bytes_of(json)).ok());
  REQUIRE(engine.finish().ok());
  return engine;
}

inline constexpr std::string_view kReport = R"({
  "campaign": {"id": "c-1042", "name": "Ramadan offer", "type": "flow", "flow": "Coupon v3",
               "launched_at": "2026-03-01T06:00:00Z", "timezone": "Asia/Riyadh", "owner": "Noura"},
  "stats": {"total": 3, "success": 2},
  "messages": [
    {"status": "Success", "number": "+966500000001", "timestamp": "2026-03-01T06:00:07Z", "price": 1.50, "paid": true},
    {"status": "Failed", "number": "+966500000002", "timestamp": "2026-03-01T06:00:08.250Z", "failed_reason": "Blocked",
     "price": 123456789012345678, "paid": false},
    {"status": "queued", "number": "+966500000003", "price": null}],
  "ulink_clicks": [
    {"number": "+966500000001", "location": "Riyadh, SA", "timestamp": "2026-03-01T07:00:00Z"}]
})";

}  // namespace campaign_lens
