#include "schema/schema.h"

#include <array>

namespace campaign_lens {
namespace {

struct RoleWords {
  std::string_view name, title;
};

constexpr std::array<RoleWords, kRoleCount> kRoles{{
    {"", ""},
    {"number", "Number"},
    {"message id", "Message id"},
    {"status", "Status"},
    {"time", "Time"},
    {"submitted", "Submitted"},
    {"failed reason", "Failed reason"},
    {"reason code", "Reason code"},
    {"url", "URL"},
    {"short url", "Short URL"},
    {"variable", "Variable"},
    {"location", "Location"},
    {"ip", "IP"},
    {"device", "Device"},
}};

}  // namespace

std::string_view role_name(Role role) {
  return kRoles[static_cast<std::size_t>(role)].name;
}

std::string_view role_title(Role role) {
  return kRoles[static_cast<std::size_t>(role)].title;
}

}  // namespace campaign_lens
