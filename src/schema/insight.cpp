#include "schema/insight.h"

namespace campaign_lens {
namespace {

struct Named {
  std::string_view key, name;
};

constexpr std::array<Named, kReasonGroupCount> kReasonGroups = {{
    {"invalid_number", "Invalid number"},
    {"blocked", "Blocked or opted out"},
    {"content", "Content or template"},
    {"limit", "Balance or limit"},
    {"duplicate", "Duplicate"},
    {"network", "Network or operator"},
    {"configuration", "Configuration"},
    {"unknown", "Unknown"},
}};

}  // namespace

std::string_view reason_group_name(ReasonGroup group) {
  return kReasonGroups[static_cast<std::size_t>(group)].name;
}

std::string_view reason_group_key(ReasonGroup group) {
  return kReasonGroups[static_cast<std::size_t>(group)].key;
}

}  // namespace campaign_lens
