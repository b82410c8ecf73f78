#include "schema/status.h"

#include <algorithm>
#include <string>

namespace campaign_lens {
namespace {

using enum StatusFamily;

/// What vendors call a status, in lower case and without spaces, `_` and `-`.
struct Synonym {
  std::string_view text;
  StatusFamily family;
};
constexpr auto kSynonyms = std::to_array<Synonym>({
    {"submittedtoflowstudio", queued},
    {"submitted", queued},
    {"queued", queued},
    {"accepted", queued},
    {"acceptd", queued},
    {"enroute", queued},
    {"dispatched", queued},
    {"sending", queued},
    {"sent", queued},
    {"buffered", queued},
    {"scheduled", queued},
    {"pending", queued},
    {"triggered", queued},

    {"success", success},
    {"delivered", success},
    {"delivrd", success},
    {"deliveredtohandset", success},
    {"read", success},
    {"seen", success},
    {"completed", success},
    {"ended", success},
    {"true", success},

    {"deliverynotconfirmed", not_confirmed},
    {"notconfirmed", not_confirmed},
    {"unknown", not_confirmed},
    {"waiting", not_confirmed},

    {"failed", failed},
    {"failure", failed},
    {"undelivered", failed},
    {"undeliv", failed},
    {"undeliverable", failed},
    {"deliveryfailed", failed},
    {"rejected", failed},
    {"rejectd", failed},
    {"expired", failed},
    {"deleted", failed},
    {"aborted", failed},
    {"cancelled", failed},
    {"canceled", failed},
    {"blocked", failed},
    {"hardbounce", failed},
    {"softbounce", failed},
    {"error", failed},
    {"busy", failed},
    {"noanswer", failed},
    {"faileduserlimitreached", failed},
    {"false", failed},

    {"notsent", not_submitted},
    {"notattempted", not_submitted},
    {"skipped", not_submitted},
    {"invalidrecipient", not_submitted},
    {"unprocessed", not_submitted},
});
/// "Not submitted to flow studio", "not submitted: no template", …
constexpr std::string_view kNotSubmitted = "notsubmitted";

/// A status in the form of kSynonyms.
std::string normalised(std::string_view raw) {
  std::string text;
  for (const char c : raw) {
    if (c == '_' || c == '-' || c == ' ' || (c >= '\t' && c <= '\r')) continue;
    text.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
  }
  return text;
}

constexpr FamilySet families(std::initializer_list<StatusFamily> list) {
  FamilySet set;
  for (const StatusFamily family : list)
    set = set.with(family);
  return set;
}

constexpr std::array<CountDefinition, kCountIds> kDefinitions{{
    {CountId::total, "Total", "total", "Contacts added to the campaign as recipients", {}},
    {CountId::submitted, "Submitted to flow studio", "submitted_to_flow_studio",
     "Messages queued up to the flow studio, to be executed through the selected flow",
     families({queued, success, not_confirmed, failed})},
    {CountId::success, "Success", "success", "Messages successfully executed through the flow",
     families({success})},
    {CountId::not_confirmed, "Delivery not confirmed", "delivery_not_confirmed",
     "Accepted by the flow studio, but no flow execution report received yet", families({not_confirmed})},
    {CountId::failed, "Failed", "failed",
     "Failed to be executed through the flow, or rejected by the flow studio", families({failed})},
    {CountId::not_submitted, "Not submitted to flow studio", "not_submitted_to_flow_studio",
     "Never queued: wrong campaign configuration or an internal error", families({not_submitted})},
    {CountId::unrecognised, "Unrecognised", "unrecognised",
     "Messages whose status is none of the known ones; it is shown as it was written",
     families({unrecognised})},
}};

}  // namespace

StatusFamily classify_status(std::string_view raw) {
  std::string text = normalised(raw);
  // The type of an event: "message.delivered", "com.example.message.failed".
  text.erase(0, text.find_last_of('.') + 1);
  if (text.starts_with(kNotSubmitted)) return not_submitted;
  const auto synonym = std::find_if(kSynonyms.begin(), kSynonyms.end(),
                                    [&text](const Synonym& known) { return known.text == text; });
  return synonym == kSynonyms.end() ? unrecognised : synonym->family;
}

bool StatusOrder::operator()(std::string_view a, std::string_view b) const {
  return normalised(a) < normalised(b);
}

const std::array<CountDefinition, kCountIds>& count_definitions() {
  return kDefinitions;
}

const CountDefinition& definition_of(CountId id) {
  return kDefinitions[static_cast<std::size_t>(id)];
}

std::optional<CountId> count_by_name(std::string_view name) {
  const std::string wanted = normalised(name);
  for (const CountDefinition& definition : kDefinitions) {
    if (wanted == normalised(definition.name)) return definition.id;
  }
  return std::nullopt;
}

std::string_view family_name(StatusFamily family) {
  switch (family) {
    case queued:
      return definition_of(CountId::submitted).name;
    case success:
      return definition_of(CountId::success).name;
    case not_confirmed:
      return definition_of(CountId::not_confirmed).name;
    case failed:
      return definition_of(CountId::failed).name;
    case not_submitted:
      return definition_of(CountId::not_submitted).name;
    case unrecognised:
      break;
  }
  return definition_of(CountId::unrecognised).name;
}

}  // namespace campaign_lens
