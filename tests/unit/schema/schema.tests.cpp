#include "schema/schema.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace campaign_lens;

TEST_CASE("Every role but none has a name and a title of its own") {
  std::set<std::string_view> names;
  std::set<std::string_view> titles;
  for (int role = 1; role < kRoleCount; ++role) {
    names.insert(role_name(static_cast<Role>(role)));
    titles.insert(role_title(static_cast<Role>(role)));
  }
  CHECK(names.size() == kRoleCount - 1);
  CHECK(titles.size() == kRoleCount - 1);
  CHECK_FALSE(names.contains(""));
  CHECK_FALSE(titles.contains(""));
  CHECK(role_name(Role::none).empty());
  CHECK(role_title(Role::none).empty());
}

TEST_CASE("Roles are called what the vendor's report calls them") {
  CHECK(role_name(Role::number) == "number");
  CHECK(role_title(Role::number) == "Number");
  CHECK(role_title(Role::status_time) == "Time");
  CHECK(role_name(Role::reason) == "failed reason");
  CHECK(role_title(Role::reason) == "Failed reason");
  CHECK(role_title(Role::device) == "Device");
}
