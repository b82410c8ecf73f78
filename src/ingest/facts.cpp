#include "ingest/facts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/text.h"
#include "schema/status.h"
#include "table/roles.h"

namespace campaign_lens {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMaxFacts = 100;
constexpr std::size_t kMaxFactBytes = 1'000;

constexpr std::string_view kTimezone = "timezone";

struct Alias {
  std::string_view key;  ///< normalized
  std::string Campaign::* field;
};
constexpr std::array kAliases = {
    Alias{"id"sv, &Campaign::id},
    Alias{"name"sv, &Campaign::name},
    Alias{"title"sv, &Campaign::name},
    Alias{"type"sv, &Campaign::type},
    Alias{"flow"sv, &Campaign::flow},
    Alias{"flowname"sv, &Campaign::flow},
    Alias{"launchedat"sv, &Campaign::launched_at},
    Alias{"launchtime"sv, &Campaign::launched_at},
    Alias{kTimezone, &Campaign::timezone},
};
constexpr std::array kCountObjects = {"stats"sv, "statistics"sv, "counts"sv, "totals"sv};

/// The count that a path like "stats.total" or "campaign.stats.total" names.
std::optional<CountId> stated_count(std::string_view path) {
  const std::size_t point = path.find_last_of('.');
  if (point == std::string_view::npos) return std::nullopt;
  const std::string_view parent = path.substr(0, point);
  const std::string object = normalized_key(parent.substr(parent.find_last_of('.') + 1));
  if (std::ranges::find(kCountObjects, object) == kCountObjects.end()) return std::nullopt;
  return count_by_name(path.substr(point + 1));
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

using FactList = std::vector<std::pair<std::string, std::string>>;

/// Whether a path is "campaign.<alias>", at whatever depth the campaign stands, or else at the top of a
/// document.
bool is_meant(std::string_view path, std::string_view alias, bool of_campaign) {
  constexpr std::string_view kObject = "campaign.";
  if (of_campaign) {
    const std::size_t object = path.rfind(kObject);
    return object != path.npos && normalized_key(path.substr(object + kObject.size())) == alias;
  }
  const std::string key = normalized_key(path);
  return path.find('.') == path.npos && (key == alias || key == "campaign" + std::string(alias));
}

std::string take(FactList& facts, std::string_view alias, bool of_campaign) {
  const auto found =
      std::ranges::find_if(facts, [&](const auto& fact) { return is_meant(fact.first, alias, of_campaign); });
  if (found == facts.end()) return {};
  std::string text = std::move(found->second);
  facts.erase(found);
  return text;
}

}  // namespace

void Facts::add(std::string_view path, const Scalar& value, const Window& window, std::size_t position) {
  if (value.text.empty() || value.kind == Kind::null) return;
  const std::optional<CountId> count = stated_count(path);
  const std::optional<std::uint64_t> number = whole_number(value.text);
  if (count && number) {
    stated_[static_cast<std::size_t>(*count)] = number;
    return;
  }
  if (value.text.size() > kMaxFactBytes) {
    warnings_.add("A fact of the campaign is longer than 1,000 bytes and was cut.", window, position);
  }
  const std::string_view text = bounded(value.text, kMaxFactBytes);
  if (is_meant(path, kTimezone, true)) campaign_zone_ = text;
  if (is_meant(path, kTimezone, false)) top_zone_ = text;
  const auto known = std::ranges::find(facts_, path, &std::pair<std::string, std::string>::first);
  if (known != facts_.end()) {
    known->second = text;
  } else if (facts_.size() < kMaxFacts) {
    facts_.emplace_back(path, text);
  } else {
    warnings_.add("Only the first 100 facts of the campaign are kept; a further one was left out.", window,
                  position);
  }
}

void Facts::end_document() {
  zones_ = zones();
  campaign_zone_.clear();
  top_zone_.clear();
}

void Facts::begin_file() {
  stated_before_ = stated();
  stated_ = {};
}

StatedCounts Facts::stated() const {
  StatedCounts sums = stated_before_;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (stated_[i]) sums[i] = sums[i].value_or(0) + *stated_[i];
  }
  return sums;
}

std::vector<std::string> Facts::zones() const {
  std::vector<std::string> zones = zones_;
  const std::string& zone = campaign_zone_.empty() ? top_zone_ : campaign_zone_;
  const bool is_new = !zone.empty() && std::ranges::find(zones, zone) == zones.end();
  if (is_new && zones.size() < kMaxZones) zones.push_back(zone);
  return zones;
}

Campaign Facts::campaign() const {
  Campaign campaign;
  campaign.further = facts_;
  for (const bool of_campaign : {true, false}) {
    for (const Alias& alias : kAliases) {
      std::string& field = campaign.*alias.field;
      if (field.empty()) field = take(campaign.further, alias.key, of_campaign);
    }
  }
  return campaign;
}

}  // namespace campaign_lens
