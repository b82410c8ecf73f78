#include "insight/reason_class.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"

namespace campaign_lens {
namespace {

using enum ReasonGroup;

constexpr bool kPermanent = true, kRetry = false;

/// A text that has `words` is of the class; the first row that fits decides. Words begin at the beginning of
/// a word and may end within one. Between them is one space, whatever stands there in the text.
struct Words {
  std::string_view words;
  ReasonClass reason;
  std::string_view source;  ///< who says so
};
constexpr std::string_view kPlain = "plain English", kArabic = "plain Arabic";
constexpr std::string_view kSmpp = "SMPP 3.4, command_status and message_state";
constexpr std::string_view kWhatsApp = "WhatsApp Business Platform, error codes";
constexpr std::string_view kTwilio = "Twilio, error and warning dictionary";
constexpr std::string_view kInfobip = "Infobip, response status and error codes";
constexpr std::string_view kMap = "GSM MAP errors (3GPP TS 29.002), as gateways pass them on";

constexpr auto kWords = std::to_array<Words>({
    // Duplicates first: "duplicate recipient number" is no invalid number.
    {"duplicate", {duplicate, kPermanent}, kPlain},
    {"already sent", {duplicate, kPermanent}, kPlain},
    {"already submitted", {duplicate, kPermanent}, kPlain},
    {"repeated message", {duplicate, kPermanent}, kPlain},
    {"مكرر", {duplicate, kPermanent}, kArabic},

    // Who does not want it, or may not get it.
    {"opted out", {blocked, kPermanent}, kPlain},
    {"opt out", {blocked, kPermanent}, kPlain},
    {"optout", {blocked, kPermanent}, kPlain},
    {"unsubscribed", {blocked, kPermanent}, kPlain},
    {"stopped marketing messages", {blocked, kPermanent}, kWhatsApp},
    {"do not disturb", {blocked, kPermanent}, kPlain},
    {"dnd", {blocked, kPermanent}, kPlain},
    {"blacklist", {blocked, kPermanent}, kPlain},
    {"black list", {blocked, kPermanent}, kPlain},
    {"blocklist", {blocked, kPermanent}, kPlain},
    {"denylist", {blocked, kPermanent}, kPlain},
    {"call barred", {blocked, kPermanent}, kMap},
    {"barred", {blocked, kPermanent}, kMap},
    {"spam complaint", {blocked, kPermanent}, kPlain},
    {"blocked", {blocked, kPermanent}, kPlain},
    {"محظور", {blocked, kPermanent}, kArabic},
    {"حظر", {blocked, kPermanent}, kArabic},
    {"الغاء الاشتراك", {blocked, kPermanent}, kArabic},

    // How much may be sent.
    {"insufficient", {limit, kRetry}, kPlain},
    {"not enough credit", {limit, kRetry}, kInfobip},
    {"no credit", {limit, kRetry}, kPlain},
    {"out of credit", {limit, kRetry}, kPlain},
    {"balance", {limit, kRetry}, kPlain},
    {"payment", {limit, kRetry}, kWhatsApp},
    {"quota", {limit, kRetry}, kPlain},
    {"rate limit", {limit, kRetry}, kWhatsApp},
    {"limit", {limit, kRetry}, kPlain},
    {"throttl", {limit, kRetry}, kSmpp},
    {"too many", {limit, kRetry}, kPlain},
    {"healthy ecosystem engagement", {limit, kRetry}, kWhatsApp},
    {"experiment", {limit, kRetry}, kWhatsApp},
    {"price exceeds", {limit, kRetry}, kTwilio},
    {"رصيد", {limit, kRetry}, kArabic},
    {"الرصيد", {limit, kRetry}, kArabic},
    {"الحد", {limit, kRetry}, kArabic},

    // Where it was to go.
    {"not on whatsapp", {invalid_number, kPermanent}, kPlain},
    {"not a whatsapp", {invalid_number, kPermanent}, kPlain},
    {"not a valid whatsapp", {invalid_number, kPermanent}, kPlain},
    {"invalid number", {invalid_number, kPermanent}, kPlain},
    {"invalid phone", {invalid_number, kPermanent}, kPlain},
    {"invalid mobile", {invalid_number, kPermanent}, kPlain},
    {"invalid msisdn", {invalid_number, kPermanent}, kPlain},
    {"invalid recipient", {invalid_number, kPermanent}, kPlain},
    {"invalid destination", {invalid_number, kPermanent}, kSmpp},
    {"invalid dest", {invalid_number, kPermanent}, kSmpp},
    {"invalid to", {invalid_number, kPermanent}, kTwilio},
    {"invalid address", {invalid_number, kPermanent}, kPlain},
    {"incorrect number", {invalid_number, kPermanent}, kPlain},
    {"wrong number", {invalid_number, kPermanent}, kPlain},
    {"number is invalid", {invalid_number, kPermanent}, kPlain},
    {"number is not valid", {invalid_number, kPermanent}, kPlain},
    {"not a valid phone", {invalid_number, kPermanent}, kPlain},
    {"not a valid number", {invalid_number, kPermanent}, kPlain},
    {"not a mobile number", {invalid_number, kPermanent}, kTwilio},
    {"number does not exist", {invalid_number, kPermanent}, kPlain},
    {"number not registered", {invalid_number, kPermanent}, kWhatsApp},
    {"unallocated", {invalid_number, kPermanent}, "ITU-T Q.850, cause 1"},
    {"unassigned", {invalid_number, kPermanent}, "ITU-T Q.850, cause 1"},
    {"unknown subscriber", {invalid_number, kPermanent}, kMap},
    {"illegal subscriber", {invalid_number, kPermanent}, kMap},
    {"unknown destination", {invalid_number, kPermanent}, kTwilio},
    {"unknown number", {invalid_number, kPermanent}, kPlain},
    {"unknown recipient", {invalid_number, kPermanent}, kPlain},
    {"landline", {invalid_number, kPermanent}, kTwilio},
    {"number changed", {invalid_number, kPermanent}, "ITU-T Q.850, cause 22"},
    {"deactivated", {invalid_number, kPermanent}, kPlain},
    {"رقم غير", {invalid_number, kPermanent}, kArabic},
    {"الرقم غير", {invalid_number, kPermanent}, kArabic},
    {"رقم خاط", {invalid_number, kPermanent}, kArabic},

    // How it was set up; before content, as "flow" and "sender" say it best.
    {"sender", {configuration, kPermanent}, kPlain},
    {"source address", {configuration, kPermanent}, kSmpp},
    {"flow", {configuration, kPermanent}, kPlain},
    {"configuration", {configuration, kPermanent}, kPlain},
    {"misconfigured", {configuration, kPermanent}, kPlain},
    {"not configured", {configuration, kPermanent}, kPlain},
    {"credential", {configuration, kPermanent}, kPlain},
    {"authentication", {configuration, kPermanent}, kPlain},
    {"authoriz", {configuration, kPermanent}, kPlain},
    {"unauthorized", {configuration, kPermanent}, kPlain},
    {"access denied", {configuration, kPermanent}, kWhatsApp},
    {"access token", {configuration, kPermanent}, kWhatsApp},
    {"permission", {configuration, kPermanent}, kWhatsApp},
    {"account", {configuration, kPermanent}, kTwilio},
    {"country is not allowed", {configuration, kPermanent}, kPlain},
    {"country not allowed", {configuration, kPermanent}, kPlain},
    {"not allowed", {configuration, kPermanent}, kPlain},
    {"not enabled", {configuration, kPermanent}, kPlain},
    {"no route", {configuration, kPermanent}, kInfobip},
    {"route not available", {configuration, kPermanent}, kInfobip},
    {"certificate", {configuration, kPermanent}, kWhatsApp},
    {"skill", {configuration, kPermanent}, kPlain},
    {"اعداد", {configuration, kPermanent}, kArabic},

    // What was to be sent.
    {"template", {content, kPermanent}, kWhatsApp},
    {"variable", {content, kPermanent}, kPlain},
    {"parameter", {content, kPermanent}, kWhatsApp},
    {"placeholder", {content, kPermanent}, kPlain},
    {"media", {content, kPermanent}, kWhatsApp},
    {"image", {content, kPermanent}, kPlain},
    {"attachment", {content, kPermanent}, kPlain},
    {"unsupported", {content, kPermanent}, kWhatsApp},
    {"content", {content, kPermanent}, kPlain},
    {"policy", {content, kPermanent}, kWhatsApp},
    {"spam", {content, kPermanent}, kPlain},
    {"filtered", {content, kPermanent}, kTwilio},
    {"too long", {content, kPermanent}, kPlain},
    {"message length", {content, kPermanent}, kSmpp},
    {"empty message", {content, kPermanent}, kPlain},
    {"re engagement", {content, kPermanent}, kWhatsApp},
    {"24 hour", {content, kPermanent}, kWhatsApp},
    {"outside the allowed window", {content, kPermanent}, kTwilio},
    {"قالب", {content, kPermanent}, kArabic},
    {"القالب", {content, kPermanent}, kArabic},
    {"محتوي", {content, kPermanent}, kArabic},

    // On the way.
    {"switched off", {network, kRetry}, kPlain},
    {"absent", {network, kRetry}, kMap},
    {"unreachable", {network, kRetry}, kTwilio},
    {"not reachable", {network, kRetry}, kPlain},
    {"out of coverage", {network, kRetry}, kPlain},
    {"no coverage", {network, kRetry}, kPlain},
    {"offline", {network, kRetry}, kPlain},
    {"handset", {network, kRetry}, kPlain},
    {"memory capacity", {network, kRetry}, kMap},
    {"subscriber busy", {network, kRetry}, kMap},
    {"equipment", {network, kRetry}, kMap},
    {"roaming", {network, kRetry}, kMap},
    {"teleservice", {network, kPermanent}, kMap},
    {"network", {network, kRetry}, kPlain},
    {"operator", {network, kRetry}, kPlain},
    {"carrier", {network, kRetry}, kTwilio},
    {"smsc", {network, kRetry}, kSmpp},
    {"queue full", {network, kRetry}, kSmpp},
    {"expired", {network, kRetry}, kSmpp},
    {"validity", {network, kRetry}, kSmpp},
    {"timeout", {network, kRetry}, kPlain},
    {"timed out", {network, kRetry}, kPlain},
    {"time out", {network, kRetry}, kPlain},
    {"connection", {network, kRetry}, kPlain},
    {"unavailable", {network, kRetry}, kPlain},
    {"temporar", {network, kRetry}, kPlain},
    {"undeliver", {network, kRetry}, kSmpp},
    {"system error", {network, kRetry}, kSmpp},
    {"system failure", {network, kRetry}, kMap},
    {"internal error", {network, kRetry}, kPlain},
    {"server error", {network, kRetry}, kPlain},
    {"no answer", {network, kRetry}, kPlain},
    {"busy", {network, kRetry}, kPlain},
    {"مغلق", {network, kRetry}, kArabic},
    {"شبكه", {network, kRetry}, kArabic},
    {"الشبكه", {network, kRetry}, kArabic},
    {"خارج التغطيه", {network, kRetry}, kArabic},
    {"انتهت", {network, kRetry}, kArabic},
});

struct Code {
  std::string_view code;
  ReasonClass reason;
  std::string_view source;
};
constexpr auto kCodes = std::to_array<Code>({
    {"130429", {limit, kRetry}, kWhatsApp},               // rate limit hit
    {"130472", {limit, kRetry}, kWhatsApp},               // number is part of an experiment
    {"131000", {network, kRetry}, kWhatsApp},             // something went wrong
    {"131005", {configuration, kPermanent}, kWhatsApp},   // access denied
    {"131008", {content, kPermanent}, kWhatsApp},         // required parameter is missing
    {"131009", {content, kPermanent}, kWhatsApp},         // parameter value is not valid
    {"131016", {network, kRetry}, kWhatsApp},             // service unavailable
    {"131021", {configuration, kPermanent}, kWhatsApp},   // recipient is the sender
    {"131026", {invalid_number, kPermanent}, kWhatsApp},  // message undeliverable: no WhatsApp, or too old
    {"131031", {configuration, kPermanent}, kWhatsApp},   // account locked
    {"131042", {limit, kRetry}, kWhatsApp},               // payment issue
    {"131045", {configuration, kPermanent}, kWhatsApp},   // incorrect certificate
    {"131047", {content, kPermanent}, kWhatsApp},         // re-engagement message needs a template
    {"131048", {limit, kRetry}, kWhatsApp},               // spam rate limit hit
    {"131049", {limit, kRetry}, kWhatsApp},               // healthy ecosystem engagement
    {"131050", {blocked, kPermanent}, kWhatsApp},         // stopped marketing messages
    {"131051", {content, kPermanent}, kWhatsApp},         // unsupported message type
    {"131052", {content, kPermanent}, kWhatsApp},         // media download error
    {"131053", {content, kPermanent}, kWhatsApp},         // media upload error
    {"131056", {limit, kRetry}, kWhatsApp},               // pair rate limit hit
    {"132000", {content, kPermanent}, kWhatsApp},         // number of template parameters
    {"132001", {content, kPermanent}, kWhatsApp},         // template does not exist
    {"132005", {content, kPermanent}, kWhatsApp},         // template's text too long
    {"132007", {content, kPermanent}, kWhatsApp},         // template's content violates policy
    {"132012", {content, kPermanent}, kWhatsApp},         // template parameter's format
    {"132015", {content, kPermanent}, kWhatsApp},         // template is paused
    {"132016", {content, kPermanent}, kWhatsApp},         // template is disabled
    {"132068", {configuration, kPermanent}, kWhatsApp},   // flow is blocked
    {"132069", {limit, kRetry}, kWhatsApp},               // flow is throttled
    {"133010", {configuration, kPermanent}, kWhatsApp},   // sender's number is not registered
    {"21211", {invalid_number, kPermanent}, kTwilio},     // invalid "To"
    {"21610", {blocked, kPermanent}, kTwilio},            // unsubscribed recipient
    {"21614", {invalid_number, kPermanent}, kTwilio},     // not a mobile number
    {"30001", {limit, kRetry}, kTwilio},                  // queue overflow
    {"30002", {configuration, kPermanent}, kTwilio},      // account suspended
    {"30003", {network, kRetry}, kTwilio},                // unreachable handset
    {"30004", {blocked, kPermanent}, kTwilio},            // message blocked
    {"30005", {invalid_number, kPermanent}, kTwilio},     // unknown destination handset
    {"30006", {invalid_number, kPermanent}, kTwilio},     // landline or unreachable carrier
    {"30007", {content, kPermanent}, kTwilio},            // filtered
    {"30010", {limit, kRetry}, kTwilio},                  // price exceeds maximum
    {"63003", {invalid_number, kPermanent}, kTwilio},     // "To" is not found on the channel
    {"63016", {content, kPermanent}, kTwilio},            // outside the allowed window
    {"63018", {limit, kRetry}, kTwilio},                  // channel's rate limit
    {"63024", {invalid_number, kPermanent}, kTwilio},     // invalid recipient
});

/// Folded, and all between words made one space; one at either end.
std::string spaced(std::string_view text) {
  std::string words = " ";
  for (const char c : fold(text)) {
    const bool separates =
        static_cast<unsigned char>(c) < 0x80 && (c < '0' || (c > '9' && c < 'a') || c > 'z');
    if (!separates) {
      words += c;
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

/// The words of the table as they are looked for.
const std::vector<std::string>& needles() {
  static const std::vector<std::string> folded = [] {
    std::vector<std::string> needles;
    for (const Words& row : kWords)
      needles.push_back(" " + fold(row.words));
    return needles;
  }();
  return folded;
}

}  // namespace

ReasonClass classify_reason(std::string_view text, std::string_view code) {
  const std::string words = spaced(text);
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (words.find(needles()[i]) != std::string::npos) return kWords[i].reason;
  }
  // Some have their code in the column of reasons.
  for (const std::string_view candidate : {code, text}) {
    const auto* const known = std::ranges::find(kCodes, candidate, &Code::code);
    if (known != kCodes.end()) return known->reason;
  }
  return {};
}

}  // namespace campaign_lens
