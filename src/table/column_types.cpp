#include "table/column_types.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace campaign_lens {
namespace {

/// Calls `visit(cell)` for the values of a group; of a coded one, for those that its column knows, once each.
template <typename Visit>
void for_each_value(const Column& column, const ColumnGroup& group, Visit visit) {
  if (!group.codes.empty()) {
    for (std::uint32_t code = 0; code < column.dictionary().size(); ++code)
      visit(column.dictionary().cell(code));
  }
  for (std::uint32_t row = 0; row < group.kinds.size(); ++row)
    visit(group.text_cell(row));
}

/// Which ways of writing occur among the values that are not blank.
struct Written {
  bool text = false, integer = false, decimal = false, boolean = false;

  void add(Cell cell) {
    if (cell.blank()) return;
    const bool is_number = cell.kind == Kind::number;
    const bool is_decimal = is_number && cell.text.find_first_of(".eE") != std::string_view::npos;
    decimal |= is_decimal;
    integer |= is_number && !is_decimal;
    boolean |= cell.kind == Kind::boolean;
    text |= cell.kind == Kind::text || cell.kind == Kind::json;
  }
};

Written how_written(const Column& column) {
  Written written;
  bool dictionary_seen = false;
  for (const ColumnGroup& group : column.groups()) {
    if (!group.codes.empty() && dictionary_seen) continue;
    dictionary_seen |= !group.codes.empty();
    for_each_value(column, group, [&](Cell cell) { written.add(cell); });
  }
  return written;
}

bool key_names_a_time(std::string_view key) {
  constexpr std::array<std::string_view, 6> kParts = {"time", "Time", "date", "Date", "_at", "TIME"};
  return key.ends_with("At") || key == "at" ||
         std::ranges::any_of(kParts, [&](std::string_view part) { return key.find(part) != key.npos; });
}

/// How the values of the first group that has any read as times.
struct TimeReading {
  std::uint64_t times = 0, others = 0;
  bool digits_only = false;  ///< some value is: it may as well be an id
};

TimeReading read_as_times(const Column& column) {
  TimeReading reading;
  const auto visit = [&](Cell cell) {
    if (cell.blank()) return;
    const bool is_time = cell.kind != Kind::json && parse_time(cell.text).has_value();
    ++(is_time ? reading.times : reading.others);
    reading.digits_only |= cell.text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  for (const ColumnGroup& group : column.groups()) {
    for_each_value(column, group, visit);
    if (reading.times + reading.others != 0) break;
  }
  return reading;
}

/// A column whose role is a time may hold strays; any other is one only if all of its first values are times,
/// and if these are bare digits, only if its key says so.
bool is_time_column(const Column& column) {
  const Role role = column.info().role;
  const bool by_role = role == Role::status_time || role == Role::submitted_time;
  if (role != Role::none && !by_role) return false;
  const TimeReading reading = read_as_times(column);
  if (by_role) return reading.times > reading.others;
  return reading.times > 0 && reading.others == 0 &&
         (!reading.digits_only || key_names_a_time(column.info().key));
}

ParsedTime moment_of(Cell cell) {
  if (cell.blank() || cell.kind == Kind::json) return {.us = kNoTime};
  return parse_time(cell.text).value_or(ParsedTime{.us = kNoTime});
}

}  // namespace

// role, or how the values are written        type
// ------------------------------------------ -------------------------------------------------
// number, message id                         text: leading zeros and the 17th digit count
// a time's role, most values are times       time
// all are times, not bare digits             time
// all are times, the key names a time        time
// all JSON integers / numbers / booleans     integer / decimal / boolean
// anything else, also numbers as strings     text
Type find_type(const Column& column) {
  const Role role = column.info().role;
  if (role == Role::number || role == Role::message_id) return Type::text;
  if (is_time_column(column)) return Type::time;
  const Written written = how_written(column);
  if (written.text || (written.boolean && (written.integer || written.decimal))) return Type::text;
  if (written.boolean) return Type::boolean;
  if (written.decimal) return Type::decimal;
  return written.integer ? Type::integer : Type::text;
}

std::uint64_t place_times(ColumnGroup& group, const Dictionary& dictionary, const TimeZone& zone) {
  std::uint64_t naive = 0;
  const auto place = [&](ParsedTime time) {
    const bool local = time.naive && time.us != kNoTime;
    naive += local ? 1 : 0;
    group.times.push_back(local ? zone.to_utc(time.us) : time.us);
  };
  group.times.reserve(group.codes.size() + group.kinds.size());
  if (!group.codes.empty()) {
    std::vector<ParsedTime> moments(dictionary.size());
    for (std::uint32_t code = 0; code < dictionary.size(); ++code)
      moments[code] = moment_of(dictionary.cell(code));
    for (const std::uint32_t code : group.codes)
      place(moments[code]);
  }
  for (std::uint32_t row = 0; row < group.kinds.size(); ++row)
    place(moment_of(group.text_cell(row)));
  return naive;
}

}  // namespace campaign_lens
