#include "ingest/containers.h"

#include <algorithm>
#include <array>
#include <vector>

#include "table/roles.h"

namespace campaign_lens {
namespace {

using namespace std::string_view_literals;

constexpr std::array kDeliveryNames = {"messages"sv,        "deliveries"sv, "deliveryreport"sv,
                                       "deliveryreports"sv, "recipients"sv, "messagereport"sv,
                                       "messagereports"sv,  "contacts"sv};
constexpr std::array kClickNames = {"ulinkclicks"sv, "clicks"sv,      "links"sv,      "linkclicks"sv,
                                    "ulinks"sv,      "clickreport"sv, "clickevents"sv};
constexpr std::array kGeneralNames = {""sv,       "data"sv,     "results"sv,   "result"sv,
                                      "events"sv, "response"sv, "responses"sv, "records"sv,
                                      "report"sv, "reports"sv,  "items"sv,     "rows"sv};

constexpr std::array kEventNames = {"event"sv, "eventtype"sv, "eventname"sv};

template <std::size_t n>
bool contains(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool plays(std::span<const Role> roles, std::initializer_list<Role> wanted) {
  return std::any_of(roles.begin(), roles.end(), [&](Role role) {
    return std::find(wanted.begin(), wanted.end(), role) != wanted.end();
  });
}

}  // namespace

std::optional<TableId> table_by_name(std::string_view key) {
  const std::string name = normalized_key(key);
  if (contains(kClickNames, name)) return TableId::clicks;
  if (contains(kDeliveryNames, name)) return TableId::delivery;
  return std::nullopt;
}

bool usually_holds_records(std::string_view key) {
  return table_by_name(key) || contains(kGeneralNames, normalized_key(key));
}

std::optional<TableId> table_by_fields(std::span<const std::string> keys) {
  const std::vector<Role> delivery = assign_roles(TableId::delivery, keys);
  const std::vector<Role> clicks = assign_roles(TableId::clicks, keys);
  const bool of_message = plays(delivery, {Role::status, Role::reason, Role::reason_code});
  const bool of_click = plays(clicks, {Role::url, Role::short_url, Role::variable, Role::location});
  if (of_click && !of_message) return TableId::clicks;
  if (plays(delivery, {Role::number, Role::message_id})) return TableId::delivery;
  return of_message ? std::optional(TableId::delivery) : std::nullopt;
}

bool may_be_either(std::span<const std::string> keys) {
  const std::vector<Role> clicks = assign_roles(TableId::clicks, keys);
  if (!plays(clicks, {Role::url, Role::short_url})) return false;
  return std::ranges::any_of(keys, [&](const std::string& key) {
    return is_event_key(key) && (key != kTypeKey || is_envelope(keys));
  });
}

bool is_event_key(std::string_view key) {
  return key == kTypeKey || contains(kEventNames, normalized_key(key.substr(key.find_last_of('.') + 1)));
}

bool speaks_of_click(std::string_view event) {
  return normalized_key(event).find("click") != std::string::npos;
}

bool name_recipient(std::span<const std::string> keys) {
  return plays(assign_roles(TableId::delivery, keys), {Role::number});
}

bool name_message(std::span<const std::string> keys) {
  const std::vector<Role> roles = assign_roles(TableId::delivery, keys);
  if (plays(roles, {Role::number})) return true;
  const auto id = std::ranges::find(roles, Role::message_id);
  const bool has_id =
      id != roles.end() && normalized_key(keys[static_cast<std::size_t>(id - roles.begin())]) != "id";
  return has_id && plays(roles, {Role::status});
}

}  // namespace campaign_lens
