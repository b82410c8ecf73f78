#include "table/roles.h"

#include <catch2/catch_test_macros.hpp>

namespace campaign_lens {
namespace {

using Roles = std::vector<Role>;

Roles delivery(std::vector<std::string> keys) {
  return assign_roles(TableId::delivery, keys);
}
Roles clicks(std::vector<std::string> keys) {
  return assign_roles(TableId::clicks, keys);
}

}  // namespace

TEST_CASE("The product's own field names play their roles") {
  CHECK(delivery({"number", "status", "timestamp", "failed_reason", "message_id", "name"}) ==
        Roles{Role::number, Role::status, Role::status_time, Role::reason, Role::message_id, Role::none});
  CHECK(clicks({"number", "location", "timestamp", "variable", "url"}) ==
        Roles{Role::number, Role::location, Role::status_time, Role::variable, Role::url});
}

TEST_CASE("Keys are compared without case, underscores, hyphens, blanks and points") {
  CHECK(delivery({"Failed Reason", "MESSAGE-ID", "phone.number"}) ==
        Roles{Role::reason, Role::message_id, Role::number});
}

TEST_CASE("Of several candidates the first alias wins and the others are plain columns") {
  CHECK(delivery({"to", "msisdn"}) == Roles{Role::none, Role::number});
  CHECK(delivery({"updated_at", "timestamp"}) == Roles{Role::none, Role::status_time});
}

TEST_CASE("An object that wraps the record does not hide its fields") {
  CHECK(delivery({"data.status", "payload.msisdn", "message.id"}) ==
        Roles{Role::status, Role::number, Role::message_id});
  CHECK(delivery({"recipient.contact", "recipient.id", "price.code"}) ==
        Roles{Role::number, Role::none, Role::none});
}

TEST_CASE("Objects in objects that wrap a record do not hide its fields, either") {
  CHECK(delivery({"data.recipient.phone_number", "data.message.id", "data.status.groupName",
                  "data.status.timestamp", "payload.error.description"}) ==
        Roles{Role::number, Role::message_id, Role::status, Role::status_time, Role::reason});
}

TEST_CASE("The parts of a status, an error and a recipient are no ids and numbers of the message") {
  CHECK(delivery({"status.id", "error.id", "status.code", "error.code"}) ==
        Roles{Role::none, Role::none, Role::none, Role::reason_code});
  CHECK(delivery({"recipient.name", "receiver.status"}) == Roles{Role::none, Role::none});
}

TEST_CASE("The type of an event is a status in an envelope that states no other") {
  CHECK(delivery({"type", "time", "data.msisdn"}) == Roles{Role::status, Role::status_time, Role::number});
  CHECK(delivery({"type", "data.status", "data.to"}) == Roles{Role::none, Role::status, Role::number});
  CHECK(delivery({"type", "number"}) == Roles{Role::none, Role::number});
}

TEST_CASE("Whether a message succeeded is its status where it states no other") {
  CHECK(delivery({"number", "success"}) == Roles{Role::number, Role::status});
  CHECK(delivery({"success", "state"}) == Roles{Role::none, Role::status});
}

TEST_CASE("Variables are told by their name, whatever their number") {
  CHECK(clicks({"Body variable 12"}) == Roles{Role::variable});
  CHECK(clicks({"body_variable_x"}) == Roles{Role::none});
}

TEST_CASE("A field of an object counts under the object's name") {
  CHECK(delivery({"status.name", "status.description", "error.code"}) ==
        Roles{Role::status, Role::reason, Role::reason_code});
}

TEST_CASE("A state is a status in a delivery and a place in a click") {
  CHECK(delivery({"state"}) == Roles{Role::status});
  CHECK(clicks({"state"}) == Roles{Role::location});
}

TEST_CASE("No two columns play the same role, even when they have the same normalized key") {
  CHECK(delivery({"Status", "status"}) == Roles{Role::status, Role::none});
}

TEST_CASE("A column that appears late plays only a role that is free") {
  CHECK(free_role(TableId::delivery, "msisdn", Roles{Role::status}) == Role::number);
  CHECK(free_role(TableId::delivery, "msisdn", Roles{Role::status, Role::none, Role::number}) == Role::none);
  CHECK(free_role(TableId::delivery, "state", Roles{Role::status}) == Role::none);
  CHECK(free_role(TableId::clicks, "timestamp", {}) == Role::status_time);
  CHECK(free_role(TableId::delivery, "city", {}) == Role::none);
}

}  // namespace campaign_lens
