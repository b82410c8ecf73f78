#include "cli/where.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/nearest.h"
#include "insight/calling_codes.h"
#include "schema/filter_words.h"

namespace campaign_lens::cli {

namespace {

enum class Operator : std::uint8_t {
  is,
  contains,
  begins,
  equals,
  repeated,
  within,
  less,
  at_most,
  more,
  at_least
};

struct Known {
  std::string_view written;
  Operator meaning;
  bool negated;
};
/// Of those that begin alike the longest first.
constexpr auto kOperators = std::to_array<Known>({
    {"does not contain", Operator::contains, true},
    {"does not begin with", Operator::begins, true},
    {"does not equal", Operator::equals, true},
    {"is not repeated", Operator::repeated, true},
    {"is not in", Operator::within, true},
    {"is not", Operator::is, true},
    {"is repeated", Operator::repeated, false},
    {"is in", Operator::within, false},
    {"is", Operator::is, false},
    {"contains", Operator::contains, false},
    {"begins with", Operator::begins, false},
    {"equals", Operator::equals, false},
    {"!=", Operator::is, true},
    {"=", Operator::is, false},
    {"!~", Operator::contains, true},
    {"~", Operator::contains, false},
    {"<=", Operator::at_most, false},
    {"<", Operator::less, false},
    {">=", Operator::at_least, false},
    {">", Operator::more, false},
});

Error usage(std::string message) {
  return {.message = std::move(message), .place = {}};
}

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether a separator stands at a place of a text; one of words only as words of their own.
bool stands_at(std::string_view separator, std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with(separator)) return false;
  if (!is_letter(separator.front())) return true;
  const std::size_t end = at + separator.size();
  return at > 0 && text[at - 1] == ' ' && (end == text.size() || text[end] == ' ');
}

/// Calls `visit(place)` for the places of a text outside of quotes, until it gives true.
template <typename Visit>
void for_each_place(std::string_view text, Visit visit) {
  bool in_quotes = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (in_quotes && text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      in_quotes = !in_quotes;
    } else if (!in_quotes && visit(at)) {
      return;
    }
  }
}

struct Value {
  std::string text;
  bool in_quotes = false;
};

/// As it stands, or what is within quotes.
Value value_of(std::string_view written) {
  written = trimmed(written);
  if (written.size() < 2 || written.front() != '"' || written.back() != '"')
    return {.text = std::string(written)};
  Value value{.text = {}, .in_quotes = true};
  for (std::size_t i = 1; i + 1 < written.size(); ++i) {
    if (written[i] == '\\' && i + 2 < written.size()) ++i;
    value.text += written[i];
  }
  return value;
}

/// "a or b"
std::vector<Value> values_of(std::string_view written) {
  constexpr std::string_view kOr = "or";
  std::vector<Value> values;
  std::size_t begin = 0;
  for_each_place(written, [&](std::size_t at) {
    if (at >= begin && stands_at(kOr, written, at)) {
      values.push_back(value_of(written.substr(begin, at - begin)));
      begin = at + kOr.size();
    }
    return false;
  });
  values.push_back(value_of(written.substr(begin)));
  return values;
}

struct Parts {
  std::string column;
  Known how;
  std::string_view value;
};

std::optional<Parts> parts_of(std::string_view text) {
  std::optional<Parts> parts;
  for_each_place(text, [&](std::size_t at) {
    const auto* const known = std::ranges::find_if(
        kOperators, [&](const Known& candidate) { return stands_at(candidate.written, text, at); });
    if (known == kOperators.end()) return false;
    parts = {.column = value_of(text.substr(0, at)).text,
             .how = *known,
             .value = trimmed(text.substr(at + known->written.size()))};
    return true;
  });
  return parts;
}

Condition one_of(std::string_view written) {
  condition::OneOf wanted;
  for (Value& value : values_of(written)) {
    if (value.text == "blank" && !value.in_quotes) {
      wanted.blank = true;
    } else {
      wanted.values.push_back(std::move(value.text));
    }
  }
  return wanted;
}

Condition text(condition::Text::Place place, std::string_view written) {
  condition::Text wanted{.place = place, .texts = {}};
  for (Value& value : values_of(written))
    wanted.texts.push_back(std::move(value.text));
  return wanted;
}

Result<Condition> within_time(const std::string& value) {
  using Span = condition::Period::Span;
  constexpr std::array<std::pair<std::string_view, Span>, 3> kSpans = {
      {{"first hour", Span::first_hour}, {"first day", Span::first_day}, {"last week", Span::last_week}}};
  for (const auto& [name, span] : kSpans) {
    if (value == name) return Condition(condition::Period{span});
  }
  for (std::uint32_t hour = 0; hour < kHoursOfWeek; ++hour) {
    if (hour_of_week_in_words(hour).starts_with(value + "–")) return Condition(condition::HourOfWeek{hour});
  }
  return usage(
      "A time is in \"first hour\", \"first day\", \"last week\" or in an hour of the week such as \"Monday "
      "9:00\", not in " +
      quoted(value) + ".");
}

Result<Condition> from_country(const std::string& value) {
  std::vector<std::string_view> names;
  for (std::uint32_t index = 0; index < country_count(); ++index)
    names.push_back(country_at(static_cast<CountryIndex>(index)).name);
  if (std::ranges::find(names, value) != names.end()) return Condition(condition::FromCountry{value});
  return usage("No country is called " + quoted(value) + "." + did_you_mean(value, names));
}

Result<Condition> times(Operator bound, const std::string& value, const TimeZone& zone) {
  const std::optional<ParsedTime> parsed = parse_time(value);
  if (!parsed)
    return usage(quoted(value) + " is no time: write it as 2026-03-01 or 2026-03-01T09:00:00+03:00.");
  const TimeUs moment = parsed->naive ? zone.to_utc(parsed->us) : parsed->us;
  switch (bound) {
    case Operator::less:
      return Condition(condition::Times{.from = kNoTime, .until = moment});
    case Operator::at_most:
      return Condition(condition::Times{.from = kNoTime, .until = moment + 1});
    case Operator::more:
      return Condition(condition::Times{.from = moment + 1, .until = kNoTime});
    default:
      return Condition(condition::Times{.from = moment, .until = kNoTime});
  }
}

Result<Condition> numbers(Operator bound, const std::string& value) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  char* end = nullptr;
  const double number = std::strtod(value.c_str(), &end);
  if (value.empty() || end != value.c_str() + value.size() || !std::isfinite(number))
    return usage(quoted(value) + " is no number.");
  switch (bound) {
    case Operator::less:
      return Condition(condition::Numbers{.least = {}, .greatest = std::nextafter(number, -kInfinity)});
    case Operator::at_most:
      return Condition(condition::Numbers{.least = {}, .greatest = number});
    case Operator::more:
      return Condition(condition::Numbers{.least = std::nextafter(number, kInfinity), .greatest = {}});
    default:
      return Condition(condition::Numbers{.least = number, .greatest = {}});
  }
}

Result<Condition> condition_of(const Parts& parts, const ColumnInfo& column, const TimeZone& zone) {
  using Place = condition::Text::Place;
  switch (parts.how.meaning) {
    case Operator::is:
      return one_of(parts.value);
    case Operator::contains:
      return text(Place::anywhere, parts.value);
    case Operator::begins:
      return text(Place::at_start, parts.value);
    case Operator::equals:
      return text(Place::whole, parts.value);
    case Operator::repeated:
      return Condition(condition::Repeated{});
    case Operator::within:
      if (column.role == Role::number) return from_country(value_of(parts.value).text);
      if (column.type == Type::time) return within_time(value_of(parts.value).text);
      return usage("Column " + quoted(column.key) + " has neither times nor numbers of recipients.");
    default:
      break;
  }
  const std::string value = value_of(parts.value).text;
  if (column.type == Type::time) return times(parts.how.meaning, value, zone);
  if (column.type == Type::integer || column.type == Type::decimal) return numbers(parts.how.meaning, value);
  return usage("Column " + quoted(column.key) + " has neither times nor numbers to compare by " +
               quoted(parts.how.written) + ".");
}

}  // namespace

Result<std::uint32_t> column_by_key(const Table& table, std::string_view key) {
  const int column = table.find_column(key);
  if (column >= 0) return static_cast<std::uint32_t>(column);
  std::vector<std::string_view> keys;
  for (const Column& known : table.columns())
    keys.push_back(known.info().key);
  return usage("There is no column " + quoted(key) + "." + did_you_mean(key, keys));
}

Result<ColumnFilter> parse_where(std::string_view text, const Table& table, const TimeZone& zone) {
  const std::optional<Parts> parts = parts_of(text);
  if (!parts) {
    std::string known;
    for (const Known& candidate : kOperators)
      known += (known.empty() ? "" : ", ") + std::string(candidate.written);
    return usage("--where " + quoted(text) + " has no operator; there are " + known + ".");
  }
  const Result<std::uint32_t> column = column_by_key(table, parts->column);
  if (!column) return column.error();
  if (parts->how.meaning == Operator::repeated && !parts->value.empty())
    return usage(quoted(parts->how.written) + " takes no value, such as " + quoted(parts->value) + ".");
  if (parts->how.meaning != Operator::repeated && parts->value.empty())
    return usage(quoted(parts->how.written) + " needs a value" +
                 (parts->how.meaning == Operator::is ? "; \"blank\" is that there is none." : "."));
  const Result<Condition> condition = condition_of(*parts, table.columns()[column.value()].info(), zone);
  if (!condition) return condition.error();
  return ColumnFilter{
      .column = column.value(), .negated = parts->how.negated, .condition = condition.value()};
}

}  // namespace campaign_lens::cli
