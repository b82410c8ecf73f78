#include "table/column_types.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/time.h"

namespace campaign_lens {
namespace {

/// Of a hundred values one may be written otherwise than its column's type says.
constexpr std::uint64_t kValuesAStray = 100;
/// So many values that are no times, with hardly a time among them, settle that it is no time column.
constexpr std::uint64_t kOthersThatSettle = 1'000;

bool key_names_a_time(std::string_view key) {
  constexpr std::array<std::string_view, 6> kParts = {"time", "Time", "date", "Date", "_at", "TIME"};
  return key.ends_with("At") || key == "at" ||
         std::ranges::any_of(kParts, [&](std::string_view part) { return key.find(part) != key.npos; });
}

/// A column whose role is a time may hold strays; any other is one only if all of its first values are times,
/// and if these are bare digits, only if its key says so.
bool is_time_column(const ColumnInfo& info, const TimeReading& reading) {
  if (info.role == Role::status_time || info.role == Role::submitted_time) {
    return reading.times > reading.others;
  }
  return info.role == Role::none && reading.times > 0 && reading.others == 0 &&
         (!reading.digits_only || key_names_a_time(info.key));
}

bool all_but_strays(std::uint64_t values, const Written& written) {
  return values != 0 && (written.values() - values) * kValuesAStray <= written.values();
}

}  // namespace

TimeReading read_as_times(const ColumnGroup& group, const Dictionary& dictionary) {
  TimeReading reading;
  const auto read = [&](Cell cell, std::uint32_t rows) {
    if (cell.blank()) return true;
    const bool is_time = cell.kind != Kind::json && parse_time(cell.text).has_value();
    (is_time ? reading.times : reading.others) += rows;
    reading.digits_only |= cell.text.find_first_not_of("0123456789") == std::string_view::npos;
    return reading.others < kOthersThatSettle || reading.times > reading.others / 10;
  };
  const auto* const times = std::get_if<TimesGroup>(&group);
  if (times == nullptr) {
    for_each_value(group, dictionary, read);
    return reading;
  }
  reading.times = times->slots.numbers();
  const std::vector<std::uint32_t> rows = rows_by_code(group, dictionary);
  for (const std::uint32_t code : times->slots.codes())
    read(dictionary.cell(code), rows[code]);
  return reading;
}

// role, or how the values are written        type
// ------------------------------------------ -------------------------------------------------
// number, message id                         text: leading zeros and the 17th digit count
// a time's role, most values are times       time
// all are times, not bare digits             time
// all are times, the key names a time        time
// 99% JSON integers / numbers / booleans     integer / decimal / boolean
// anything else, also numbers as strings     text
//
// "Most" and "all" are of the first 65,536 rows with any; the others of all rows, blanks aside.
Type find_type(const ColumnInfo& info, const Written& written, const TimeReading& reading) {
  if (info.role == Role::number || info.role == Role::message_id) return Type::text;
  if (is_time_column(info, reading)) return Type::time;
  if (all_but_strays(written.numbers, written)) return written.decimals ? Type::decimal : Type::integer;
  return all_but_strays(written.booleans, written) ? Type::boolean : Type::text;
}

}  // namespace campaign_lens
