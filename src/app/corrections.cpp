#include "app/corrections.h"

#include <algorithm>
#include <array>

namespace campaign_lens::app {
namespace {

constexpr std::array kDeliveryRoles = {Role::number,         Role::status, Role::status_time,
                                       Role::submitted_time, Role::reason, Role::reason_code,
                                       Role::message_id};
constexpr std::array kClickRoles = {Role::number,   Role::status_time, Role::location,
                                    Role::variable, Role::url,         Role::short_url,
                                    Role::ip,       Role::device,      Role::message_id};

}  // namespace

std::span<const Role> roles_of(TableId table) {
  if (table == TableId::delivery) return kDeliveryRoles;
  return kClickRoles;
}

std::optional<Role> corrected_role(const Corrections& corrections, TableId table, std::string_view column) {
  for (const Corrections::ColumnRole& correction : corrections.roles) {
    if (correction.table == table && correction.column == column) return correction.role;
  }
  return std::nullopt;
}

void correct_role(Corrections& corrections, TableId table, std::string_view column,
                  std::optional<Role> role) {
  std::erase_if(corrections.roles, [&](const Corrections::ColumnRole& other) {
    return other.table == table && (other.column == column || (other.role == role && role != Role::none));
  });
  if (role) corrections.roles.push_back({table, std::string(column), *role});
}

bool is_corrected_status(const Corrections& corrections, std::string_view status) {
  return std::any_of(corrections.statuses.begin(), corrections.statuses.end(),
                     [&](const Corrections::StatusMeaning& meaning) { return meaning.status == status; });
}

void correct_status(Corrections& corrections, std::string_view status, StatusFamily family) {
  std::erase_if(corrections.statuses,
                [&](const Corrections::StatusMeaning& meaning) { return meaning.status == status; });
  if (family != StatusFamily::unrecognised) corrections.statuses.push_back({std::string(status), family});
}

}  // namespace campaign_lens::app
