#include "ingest/facts.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "base/text.h"
#include "ingest/containers.h"
#include "schema/status.h"

namespace campaign_lens {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMaxFacts = 100;
constexpr std::size_t kMaxFactBytes = 1'000;

struct Alias {
  std::string_view key;  ///< normalised, without a leading "campaign"
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
    Alias{"timezone"sv, &Campaign::timezone},
};

std::string_view last_part(std::string_view path) {
  return path.substr(path.find_last_of('.') + 1);
}
std::string_view first_part(std::string_view path) {
  return path.substr(0, path.find('.'));
}

std::string Campaign::* campaign_field(std::string_view path) {
  std::string key = normalised_key(path);
  if (key.starts_with("campaign")) key.erase(0, "campaign"sv.size());
  for (const Alias& alias : kAliases) {
    if (alias.key == key) return alias.field;
  }
  return nullptr;
}

bool states_counts(std::string_view path) {
  const std::string first = normalised_key(first_part(path));
  return path.find('.') != std::string_view::npos &&
         (first == "stats" || first == "statistics" || first == "counts" || first == "totals");
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

void add_fact(std::string_view path, const Scalar& value, Campaign& campaign, StatedCounts& stated) {
  if (value.text.empty() || value.kind == Kind::null) return;
  const std::string text(bounded(value.text, kMaxFactBytes));
  if (states_counts(path)) {
    const auto count = count_by_name(last_part(path));
    const auto number = whole_number(text);
    if (count && number) {
      stated[static_cast<std::size_t>(*count)] = number;
      return;
    }
  }
  if (std::string Campaign::* field = campaign_field(path); field != nullptr && (campaign.*field).empty()) {
    campaign.*field = text;
    return;
  }
  if (campaign.further.size() < kMaxFacts) campaign.further.emplace_back(path, text);
}

}  // namespace campaign_lens
