#include "insight/reason_class.h"

#include <catch2/catch_test_macros.hpp>
#include <string_view>

namespace campaign_lens {

using enum ReasonGroup;

TEST_CASE("Reasons as vendors write them are of the group that they are about") {
  struct Known {
    std::string_view text;
    ReasonClass reason;
  };
  for (const Known& known : {
           Known{"Number is not on WhatsApp", {invalid_number, true}},
           Known{"EC_UNKNOWN_SUBSCRIBER", {invalid_number, true}},
           Known{"Invalid 'To' Phone Number", {invalid_number, true}},
           Known{"الرقم غير صحيح", {invalid_number, true}},
           Known{"Recipient blocked the sender", {blocked, true}},
           Known{"Opted out of marketing", {blocked, true}},
           Known{"Template was rejected", {content, true}},
           Known{"Variable \"body_1\" is missing", {content, true}},
           Known{"Media could not be loaded", {content, true}},
           Known{"User limit reached", {limit, false}},
           Known{"REJECTED_NOT_ENOUGH_CREDITS", {limit, false}},
           Known{"Spam rate limit (retried 3 times)", {limit, false}},
           Known{"رصيد غير كاف", {limit, false}},
           Known{"REJECTED_DUPLICATE_MESSAGE_ID", {duplicate, true}},
           Known{"Handset is switched off", {network, false}},
           Known{"EC_ABSENT_SUBSCRIBER", {network, false}},
           Known{"Message expired", {network, false}},
           Known{"Network error", {network, false}},
           Known{"خارج التغطية", {network, false}},
           Known{"Flow step timed out", {configuration, true}},
           Known{"Country is not allowed", {configuration, true}},
           Known{"Something", {unknown, false}},
           Known{"", {unknown, false}},
       }) {
    INFO(known.text);
    CHECK(classify_reason(known.text, "") == known.reason);
  }
}

TEST_CASE("A word counts from its beginning only") {
  CHECK(classify_reason("Unlimited plan", "").group == unknown);  // no "limit"
  CHECK(classify_reason("Unblocked", "").group == unknown);
  CHECK(classify_reason("(limited)", "").group == limit);
}

TEST_CASE("A vendor's code tells where the text does not") {
  CHECK(classify_reason("", "131026") == ReasonClass{invalid_number, true});
  CHECK(classify_reason("Something", "130429") == ReasonClass{limit, false});
  CHECK(classify_reason("30003", "") == ReasonClass{network, false});
  CHECK(classify_reason("Template paused", "130429").group == content);  // the words come first
  CHECK(classify_reason("", "500").group == unknown);
}

}  // namespace campaign_lens
