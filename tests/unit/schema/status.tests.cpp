#include "schema/status.h"

#include <catch2/catch_test_macros.hpp>
#include <initializer_list>
#include <string>

using namespace campaign_lens;

namespace {

void all_are(StatusFamily family, std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    INFO(text);
    CHECK(classify_status(text) == family);
  }
}

}  // namespace

TEST_CASE("The words of vendors for a submitted message are one family") {
  all_are(StatusFamily::queued, {"Submitted to flow studio", "submitted_to_flow_studio", "submitted",
                                 "queued", "accepted", "ACCEPTD", "enroute", "dispatched", "sending", "sent",
                                 "buffered", "scheduled", "pending", "triggered"});
}

TEST_CASE("The words of vendors for a success are one family") {
  all_are(StatusFamily::success,
          {"Success", "delivered", "DELIVRD", "delivered_to_handset", "read", "seen", "completed", "ended"});
}

TEST_CASE("The words of vendors for an unconfirmed delivery are one family") {
  all_are(StatusFamily::not_confirmed,
          {"Delivery not confirmed", "delivery_not_confirmed", "not confirmed", "unknown", "waiting"});
}

TEST_CASE("The words of vendors for a failure are one family") {
  all_are(StatusFamily::failed,
          {"failed",     "failure",     "undelivered",     "UNDELIV",   "undeliverable",
           "rejected",   "REJECTD",     "delivery_failed", "no-answer", "expired",
           "deleted",    "aborted",     "cancelled",       "canceled",  "blocked",
           "hardbounce", "soft-bounce", "error",           "busy",      "failed user limit reached"});
}

TEST_CASE("The words of vendors for what was never submitted are one family") {
  all_are(StatusFamily::not_submitted, {"Not submitted to flow studio", "not_submitted_to_flow_studio",
                                        "not submitted", "Not submitted: no template", "not sent",
                                        "not attempted", "skipped", "invalid_recipient", "unprocessed"});
}

TEST_CASE("Case, underscores, hyphens and white space of a status do not matter") {
  all_are(StatusFamily::not_confirmed,
          {"DELIVERY_NOT-CONFIRMED", "  Delivery\tNot Confirmed\n", "deliveryNotConfirmed"});
}

TEST_CASE("Of the type of an event the last word counts") {
  all_are(StatusFamily::success, {"message.delivered", "com.example.sms.delivered", "Message.Read"});
  all_are(StatusFamily::failed, {"message.failed", "com.example.message.hard-bounce"});
  all_are(StatusFamily::queued, {"message.status.sent"});
  all_are(StatusFamily::unrecognised, {"delivered.message", "delivered.", ".", "message.", "1.0"});
}

TEST_CASE("Whether a message succeeded is a status, too") {
  all_are(StatusFamily::success, {"true", "True"});
  all_are(StatusFamily::failed, {"false", "FALSE"});
}

TEST_CASE("Other texts are unrecognised, bare integers among them") {
  all_are(StatusFamily::unrecognised,
          {"", " ", "0", "1", "200", "teleported", "successful?", "fail", "not", "deliveredd", "تم", "\xFF"});
  CHECK(classify_status(std::string(1'000'000, 'x')) == StatusFamily::unrecognised);
}

TEST_CASE("Every family but queued counts under its own name, queued under Submitted") {
  CHECK(family_name(StatusFamily::queued) == "Submitted to flow studio");
  CHECK(family_name(StatusFamily::success) == "Success");
  CHECK(family_name(StatusFamily::not_confirmed) == "Delivery not confirmed");
  CHECK(family_name(StatusFamily::failed) == "Failed");
  CHECK(family_name(StatusFamily::not_submitted) == "Not submitted to flow studio");
  CHECK(family_name(StatusFamily::unrecognised) == "Unrecognised");
}

TEST_CASE("A family's name is classified as that family") {
  for (int i = 0; i < kStatusFamilyCount; ++i) {
    const auto family = static_cast<StatusFamily>(i);
    CHECK(classify_status(family_name(family)) == family);
  }
}

TEST_CASE("Each count is found by its printed name and by its key, in any case") {
  for (const CountDefinition& definition : count_definitions()) {
    CHECK(count_by_name(definition.name) == definition.id);
    CHECK(count_by_name(definition.key) == definition.id);
    CHECK(&definition_of(definition.id) == &definition);
    CHECK_FALSE(definition.definition.empty());
  }
  CHECK(count_by_name("DELIVERY not confirmed") == CountId::not_confirmed);
  CHECK_FALSE(count_by_name("delivered"));
  CHECK_FALSE(count_by_name(""));
}

TEST_CASE("Submitted is cumulative: all families but not submitted and unrecognised") {
  FamilySet expected;
  expected = expected.with(StatusFamily::queued).with(StatusFamily::success);
  expected = expected.with(StatusFamily::not_confirmed).with(StatusFamily::failed);
  CHECK(definition_of(CountId::submitted).families == expected);
}

TEST_CASE("Submitted, not submitted and unrecognised together are every family, none twice") {
  const FamilySet submitted = definition_of(CountId::submitted).families;
  const FamilySet others =
      definition_of(CountId::not_submitted).families.with(definition_of(CountId::unrecognised).families);
  CHECK((submitted.bits() & others.bits()) == 0);
  CHECK(submitted.with(others).bits() == (1U << kStatusFamilyCount) - 1);
  CHECK(definition_of(CountId::total).families.empty());
}
