// Random questions about random tables, of every encoding, against a reference that goes over their cells.

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstdlib>
#include <map>
#include <optional>
#include <random>

#include "base/phone.h"
#include "base/text.h"
#include "query/facet.h"
#include "tables.h"

namespace campaign_lens {

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t end) {
  return random() % end;
}

template <typename Values>
auto one_of(Random& random, const Values& values) {
  return values[below(random, std::size(values))];
}

std::string digits(Random& random, std::size_t count) {
  std::string text;
  for (; count > 0; --count)
    text += static_cast<char>('0' + below(random, 10));
  return text;
}

std::string two_digits(Random& random, std::size_t end) {
  const std::string text = "0" + std::to_string(below(random, end));
  return text.substr(text.size() - 2);
}

TestCell a_number(Random& random, bool of_one_shape) {
  const std::string national = "5" + digits(random, 2) + "000" + digits(random, 3);
  if (of_one_shape) return "+966" + national;
  const std::array<std::string, 9> forms = {"0" + national,
                                            "00966" + national,
                                            "966" + national,
                                            national,
                                            "+966 " + national.substr(0, 2) + " " + national.substr(2),
                                            "tel:+966-" + national,
                                            "+971" + national,
                                            "٠٥" + national.substr(1),
                                            "number " + national.substr(0, 4)};
  return one_of(random, forms);
}

TestCell a_time(Random& random, bool of_one_shape) {
  const std::string date = "2026-03-0" + std::to_string(1 + below(random, 9));
  const std::string clock =
      two_digits(random, 24) + ":" + two_digits(random, 60) + ":" + two_digits(random, 60);
  if (of_one_shape) return date + "T" + clock + "+01:00";
  const std::array<std::string, 6> forms = {
      date + "T" + clock + "Z", date + " " + clock, date, date + "T" + clock + ".250", "soon", "24:00"};
  return one_of(random, forms);
}

TestCell a_naive_time(Random& random, bool of_one_shape) {
  if (!of_one_shape) return a_time(random, false);
  return "2026-03-0" + std::to_string(1 + below(random, 9)) + "T" + two_digits(random, 24) + ":" +
         two_digits(random, 60) + ":" + two_digits(random, 60);
}

TestCell an_id(Random& random, bool of_one_shape) {
  std::string uuid;
  Uuid{.high = random() % 90 + 1ULL, .low = random() % 9}.append_to(uuid);
  if (of_one_shape) return uuid;
  if (below(random, 2) == 0)
    std::ranges::transform(uuid, uuid.begin(), [](char c) { return c == 'a' ? 'A' : c; });
  return uuid + std::to_string(below(random, 3));
}

TestCell an_amount(Random& random, bool of_one_shape) {
  if (of_one_shape) return number(std::to_string(below(random, 2'000)));
  constexpr std::array kForms = {"-0", "0", "1.5", "1e3", "1000", "-2.25", "99999999999999999999", "5"};
  return below(random, 60) == 0 ? TestCell("5") : number(one_of(random, kForms));
}

constexpr std::array kNames = {"a",      "A",    "aB",   "b",       "Ä",    "ä",      "الرياض", "رياض",
                               "مَكّة",    "مكه",  "é€😀", "x\ny",    "null", "0501",   "9:00",   "MAKKAH",
                               "makkah", "\xFF", "ﬀ",    "\u200Ea", "—",    "ΣΊΓΜΑΣ", "σίγμας"};

TestCell a_name(Random& random, bool) {
  return one_of(random, kNames);
}

TestCell a_text(Random& random, bool of_one_shape) {
  return one_of(random, kNames) + digits(random, 2) + (of_one_shape ? "" : one_of(random, kNames));
}

TestCell a_serial(Random& random, bool of_one_shape) {
  return (of_one_shape ? "NO-" : one_of(random, kNames)) + digits(random, 1 + below(random, 4)) + "-x";
}

struct Kept {
  const char* key;
  TestCell (*value)(Random&, bool);
};
constexpr std::array<Kept, 9> kColumns = {{{"number", a_number},
                                           {"submitted_at", a_naive_time},
                                           {"status", a_name},
                                           {"timestamp", a_time},
                                           {"message_id", an_id},
                                           {"amount", an_amount},
                                           {"city", a_name},
                                           {"body", a_text},
                                           {"serial", a_serial}}};

/// A table as its cells are written, and the same as a dataset.
class CellTable {
 public:
  CellTable(Random& random, std::size_t rows) {
    std::array<bool, kColumns.size()> of_one_shape{};
    std::ranges::generate(of_one_shape, [&] { return below(random, 2) == 0; });
    for (std::size_t row = 0; row < rows; ++row) {
      TestRow& cells = rows_.emplace_back();
      for (std::size_t column = 0; column < kColumns.size(); ++column) {
        constexpr std::array kBlanks = {missing, null, +[] { return TestCell(""); }};
        const bool usual = of_one_shape[column] && below(random, 20) != 0;
        cells.push_back(below(random, 15) == 0 ? one_of(random, kBlanks)()
                                               : kColumns[column].value(random, usual));
      }
    }
    std::vector<std::string> keys;
    for (const Kept& column : kColumns)
      keys.emplace_back(column.key);
    // In half of the tables the clocks are set forward on 5 March 2026.
    const std::int32_t later_s = below(random, 2) == 0 ? 3 * 3600 : 4 * 3600;
    dataset_ = dataset_of(
        keys, rows_, TableId::delivery,
        {.name = "Test",
         .transitions = {{.at_s = 0, .offset_s = 3 * 3600}, {.at_s = 1'772'668'800, .offset_s = later_s}}});
    for (std::uint32_t column = 0; column < kColumns.size(); ++column) {
      for (std::size_t row = 0; row < rows; ++row) {
        times_[column].push_back(parsed_time(column, row));
        ++rows_with_[column][cell(column, row).text];
      }
    }
  }

  const Dataset& dataset() const { return dataset_; }
  std::size_t rows() const { return rows_.size(); }
  const ColumnInfo& info(std::uint32_t column) const { return dataset_.delivery.columns()[column].info(); }

  const TestCell& cell(std::uint32_t column, std::size_t row) const {
    const auto written =
        std::ranges::find_if(kColumns, [&](const Kept& kept) { return info(column).key == kept.key; });
    return rows_[row][static_cast<std::size_t>(written - kColumns.begin())];
  }
  bool blank(std::uint32_t column, std::size_t row) const { return cell(column, row).text.empty(); }

  TimeUs time(std::uint32_t column, std::size_t row) const { return times_[column][row]; }
  std::span<const TimeUs> times(std::uint32_t column) const { return times_[column]; }
  std::size_t rows_with(std::uint32_t column, const std::string& text) const {
    return rows_with_[column].at(text);
  }

 private:
  TimeUs parsed_time(std::uint32_t column, std::size_t row) const {
    const auto parsed = parse_time(cell(column, row).text);
    if (info(column).type != Type::time || !parsed) return kNoTime;
    return parsed->naive ? dataset_.zone.to_utc(parsed->us) : parsed->us;
  }

  std::vector<TestRow> rows_;
  Dataset dataset_;
  std::array<std::vector<TimeUs>, kColumns.size()> times_;
  std::array<std::map<std::string, std::size_t>, kColumns.size()> rows_with_;
};

/// What the README says of each condition, cell by cell.
struct Reference {
  const CellTable& table;
  std::uint32_t column;
  std::size_t row;

  const std::string& text() const { return table.cell(column, row).text; }

  bool operator()(const condition::OneOf& wanted) const {
    if (table.blank(column, row)) return wanted.blank;
    return std::ranges::find(wanted.values, text()) != wanted.values.end();
  }

  bool operator()(const condition::Text& wanted) const {
    return std::ranges::any_of(wanted.texts, [&](const std::string& one) {
      const std::string needle = fold(one);
      const auto has = [&](const std::string& folded) {
        switch (wanted.place) {
          case condition::Text::Place::anywhere:
            return folded.find(needle) != std::string::npos;
          case condition::Text::Place::at_start:
            return folded.starts_with(needle);
          case condition::Text::Place::whole:
            return folded == needle;
        }
        return false;
      };
      if (table.blank(column, row) || needle.empty()) return false;
      const auto phone = PhoneSearch::of(one);
      const bool whole = wanted.place == condition::Text::Place::whole;
      return has(fold(text())) || has(format_time(table.time(column, row), table.dataset().zone)) ||
             (table.info(column).role == Role::number && phone &&
              (whole ? phone->is(text()) : phone->begins(text())));
    });
  }

  bool operator()(const condition::Times& wanted) const {
    const TimeUs time = table.time(column, row);
    return time != kNoTime && time >= wanted.from && (wanted.until == kNoTime || time < wanted.until);
  }

  bool operator()(const condition::Period& wanted) const {
    constexpr TimeUs kHour = 3'600'000'000;
    const TimeUs time = table.time(column, row);
    if (time == kNoTime) return false;
    const auto first = std::ranges::min(table.times(column), {}, [](TimeUs other) {
      return other == kNoTime ? std::numeric_limits<TimeUs>::max() : other;
    });
    const auto last = std::ranges::max(table.times(column));
    switch (wanted.span) {
      case condition::Period::Span::first_hour:
        return time < first + kHour;
      case condition::Period::Span::first_day:
        return time < first + 24 * kHour;
      case condition::Period::Span::last_week:
        return time > last - 7 * 24 * kHour;
    }
    return false;
  }

  bool operator()(const condition::Numbers& wanted) const {
    const Type type = table.info(column).type;
    if ((type != Type::integer && type != Type::decimal) || table.cell(column, row).kind != Kind::number)
      return false;
    const double value = std::strtod(text().c_str(), nullptr);
    return value >= wanted.least.value_or(value) && value <= wanted.greatest.value_or(value);
  }

  bool operator()(const condition::Repeated&) const {
    return !table.blank(column, row) && table.rows_with(column, text()) > 1;
  }

  bool operator()(const condition::HourOfWeek& wanted) const {
    TimeUs time = table.time(column, row);
    for (std::uint32_t other = 0; time == kNoTime && other < kColumns.size(); ++other) {
      if (table.info(column).role == Role::submitted_time && table.info(other).role == Role::status_time)
        time = table.time(other, row);
    }
    if (time == kNoTime) return false;
    const auto local =
        std::chrono::floor<std::chrono::hours>(std::chrono::sys_time<std::chrono::microseconds>(
            std::chrono::microseconds(table.dataset().zone.to_local(time))));
    const auto day = std::chrono::floor<std::chrono::days>(local);
    return wanted.hour ==
           24 * (std::chrono::weekday(day).iso_encoding() - 1) + static_cast<unsigned>((local - day).count());
  }

  bool operator()(const condition::FromCountry&) const { return false; }  // see engine/figures.tests.cpp
};

bool asks_nothing(const ColumnFilter& filter) {
  const auto* const text = std::get_if<condition::Text>(&filter.condition);
  return text != nullptr &&
         std::ranges::all_of(text->texts, [](const std::string& one) { return fold(one).empty(); });
}

std::vector<std::uint32_t> expected_rows(const CellTable& table, const Query& query) {
  std::vector<std::uint32_t> columns = query.search_columns;
  for (std::uint32_t column = 0; column < kColumns.size() && query.search_columns.empty(); ++column)
    columns.push_back(column);
  const condition::Text search{.texts = {query.search}};
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < table.rows(); ++row) {
    const bool found = fold(query.search).empty() || std::ranges::any_of(columns, [&](std::uint32_t column) {
                         return Reference{table, column, row}(search);
                       });
    const bool kept = found && std::ranges::all_of(query.filters, [&](const ColumnFilter& filter) {
                        return asks_nothing(filter) || std::visit(Reference{table, filter.column, row},
                                                                  filter.condition) != filter.negated;
                      });
    if (kept) rows.push_back(row);
  }
  return rows;
}

std::vector<std::uint32_t> rows_of(const CellTable& table, const Query& query) {
  const Selection selection = run(table.dataset(), query).result();
  std::vector<std::uint32_t> rows;
  for (std::uint64_t i = 0; i < selection.size(); ++i)
    rows.push_back(static_cast<std::uint32_t>(selection[i]));
  return rows;
}

/// A piece of a value of the column, or all of it, or something else.
std::string a_wanted_text(Random& random, const CellTable& table, std::uint32_t column) {
  const std::string& text = table.cell(column, below(random, table.rows())).text;
  switch (below(random, 6)) {
    case 0:
      return text;
    case 1:
      return std::string(bounded(text, 1 + below(random, 6)));
    case 2:
      return text.substr(below(random, text.size() + 1), 1 + below(random, 8));
    case 3:
      return a_number(random, false).text;
    case 4:  // for a number, the beginning of another one
      return "0" + text.substr(std::min(text.size(), below(random, 9)));
    default:
      return one_of(random, kNames);
  }
}

Condition a_condition(Random& random, const CellTable& table, std::uint32_t column) {
  const auto some_texts = [&](bool values) {
    std::vector<std::string> texts;
    for (std::size_t left = below(random, 4); left > 0; --left) {
      texts.push_back(values ? table.cell(column, below(random, table.rows())).text
                             : a_wanted_text(random, table, column));
    }
    return texts;
  };
  // Ranges mostly of columns that have such values.
  const Type type = table.info(column).type;
  std::size_t kind = below(random, 7);
  if (type == Type::time && below(random, 2) == 0)
    kind = std::array<std::size_t, 3>{2, 3, 6}[below(random, 3)];
  if ((type == Type::integer || type == Type::decimal) && below(random, 2) == 0) kind = 4;
  switch (kind) {
    case 0:
      return condition::OneOf{.values = some_texts(below(random, 4) != 0), .blank = below(random, 3) == 0};
    case 1:
      return condition::Text{.place = static_cast<condition::Text::Place>(below(random, 3)),
                             .texts = some_texts(false)};
    case 2: {
      const auto bound = [&] {
        return below(random, 4) == 0 ? kNoTime : table.time(column, below(random, table.rows()));
      };
      return condition::Times{.from = bound(), .until = bound()};
    }
    case 3:
      return condition::Period{.span = static_cast<condition::Period::Span>(below(random, 3))};
    case 4: {
      const auto bound = [&]() -> std::optional<double> {
        if (below(random, 4) == 0) return std::nullopt;
        return std::strtod(table.cell(column, below(random, table.rows())).text.c_str(), nullptr);
      };
      return condition::Numbers{.least = bound(), .greatest = bound()};
    }
    case 5:
      return condition::Repeated{};
    default: {
      const TimeUs time = table.time(column, below(random, table.rows()));
      const TimeUs local = time == kNoTime ? 0 : table.dataset().zone.to_local(time);
      return condition::HourOfWeek{.hour = hour_of_week(local)};
    }
  }
}

std::uint32_t a_column(Random& random) {
  return static_cast<std::uint32_t>(below(random, kColumns.size()));
}

Query a_query(Random& random, const CellTable& table, std::size_t filters) {
  Query query;
  for (; filters > 0; --filters) {
    const std::uint32_t column = a_column(random);
    query.filters.push_back({.column = column,
                             .negated = below(random, 3) == 0,
                             .condition = a_condition(random, table, column)});
  }
  if (below(random, 5) == 0) query.search = a_wanted_text(random, table, a_column(random));
  for (std::size_t left = below(random, 3); left > 0; --left)
    query.search_columns.push_back(a_column(random));
  return query;
}

std::string described(const CellTable& table, const Query& query) {
  return in_words(table.dataset(), query);
}

}  // namespace

TEST_CASE("Any filters of any table keep the rows that a reference keeps") {
  Random random(5);
  for (int tables = 0; tables < 60; ++tables) {
    const CellTable table(random, tables % 6 == 0 ? 2'000 : 1 + below(random, 70));
    for (int queries = 0; queries < 40; ++queries) {
      const Query query = a_query(random, table, queries % 4 == 0 ? 2 : 1);
      INFO("table " << tables << ", query " << queries << ": " << described(table, query));
      REQUIRE(rows_of(table, query) == expected_rows(table, query));
    }
  }
}

TEST_CASE("The values of a column are counted under the filters of the others, as a reference counts them") {
  Random random(6);
  for (int tables = 0; tables < 60; ++tables) {
    const CellTable table(random, tables % 6 == 0 ? 2'000 : 1 + below(random, 70));
    for (int queries = 0; queries < 6; ++queries) {
      const Query query = a_query(random, table, below(random, 3));
      const std::uint32_t column = a_column(random);
      const std::string search = below(random, 3) == 0 ? a_wanted_text(random, table, column) : "";
      Query others = query;
      std::erase_if(others.filters, [&](const ColumnFilter& filter) { return filter.column == column; });
      others.filters.push_back({.column = column, .condition = condition::Text{.texts = {search}}});

      std::map<std::string, std::uint32_t> rows_of_text;
      const std::vector<std::uint32_t> rows = expected_rows(table, others);
      for (const std::uint32_t row : rows)
        ++rows_of_text[table.cell(column, row).text];
      const std::uint64_t blanks = rows_of_text.contains("") ? rows_of_text[""] : 0;
      rows_of_text.erase("");
      std::vector<std::pair<std::string, std::uint32_t>> expected(rows_of_text.begin(), rows_of_text.end());
      std::ranges::sort(expected, [](const auto& a, const auto& b) {
        if (a.second != b.second) return a.second > b.second;
        const std::string left = fold(a.first), right = fold(b.first);
        return left != right ? left < right : a.first < b.first;
      });

      const Facet facet = facet_of(table.dataset(), query, column, search).result();
      std::vector<std::pair<std::string, std::uint32_t>> counted;
      for (const Facet::Value& value : facet.values)
        counted.emplace_back(table.cell(column, value.row).text, value.rows);
      INFO("table " << tables << ", query " << queries << ", " << table.info(column).key << " with \""
                    << search << "\": " << described(table, query));
      REQUIRE(counted == expected);
      REQUIRE(facet.rows == rows.size());
      REQUIRE(facet.blank_rows == blanks);
    }
  }
}

TEST_CASE("The random tables have columns of every encoding") {
  Random random(5);
  std::array<bool, std::variant_size_v<ColumnGroup>> seen{};
  for (int tables = 0; tables < 10; ++tables) {
    const CellTable table(random, 2'000);
    for (const Column& column : table.dataset().delivery.columns())
      seen[column.groups()[0].index()] = true;
  }
  seen[0] = true;  // a column that does not occur in a group has another one where it does
  CHECK(std::ranges::all_of(seen, std::identity()));
}

}  // namespace campaign_lens
