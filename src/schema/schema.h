#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace campaign_lens {

/// The two tables of a campaign report.
enum class TableId : std::uint8_t { delivery, clicks };
inline constexpr int kTableCount = 2;

/// What a column is to the product. At most one column of a table plays each role; the others are `none`.
enum class Role : std::uint8_t {
  none,
  number,
  message_id,
  status,
  status_time,  ///< in the click table: the time of the click
  submitted_time,
  reason,
  reason_code,
  url,
  short_url,
  variable,
  location,
  ip,
  device,
};
inline constexpr int kRoleCount = 14;

/// "number", "failed reason", …: the role's name in lower case, also accepted wherever a column key is.
std::string_view role_name(Role role);

/// "Number", "Failed reason", …: the title of the column that plays it. Both are empty for `none`.
std::string_view role_title(Role role);

/// The type that all values of a column share; blanks aside.
enum class Type : std::uint8_t { text, integer, decimal, time, boolean };

/// How one value was written in the report. `missing`: the record has no such field.
enum class Kind : std::uint8_t { missing, null, text, number, boolean, json };

/// One column as everybody downstream of the table sees it.
struct ColumnInfo {
  std::string key;    ///< as written in the report; dotted when nested ("price.amount")
  std::string title;  ///< as shown: the role's title if it has a role ("Failed reason"), else the key
  Role role = Role::none;
  Type type = Type::text;
  friend bool operator==(const ColumnInfo&, const ColumnInfo&) = default;
};

}  // namespace campaign_lens
