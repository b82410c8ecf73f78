// Queries of columns that are kept as numbers, against the texts of their cells.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "base/phone.h"
#include "base/text.h"
#include "tables.h"

namespace campaign_lens {

namespace {

constexpr std::uint64_t kRows = kRowGroupRows + 3'000;

std::string two_digits(std::uint64_t number) {
  return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

/// Telephone numbers, times in another zone than the report's, epochs, UUIDs and serial numbers of any
/// length; a few of each are blank, and with `odd`, a few are something else.
Dataset numbers_of_all_kinds(bool odd) {
  Dataset dataset;
  dataset.zone = {.name = "Asia/Riyadh", .transitions = {{.at_s = 0, .offset_s = 3 * 3600}}};
  TableBuilder builder(TableId::delivery, dataset.delivery);
  std::mt19937_64 random(11);
  for (std::uint64_t row = 0; row < kRows; ++row) {
    const auto set = [&](const char* key, Kind kind, const std::string& text) {
      const bool blank = random() % 50 == 0, is_odd = odd && random() % 50 == 1;
      builder.set(builder.column(key),
                  blank    ? Kind::null
                  : is_odd ? Kind::text
                           : kind,
                  blank    ? ""
                  : is_odd ? "Odd 9:0" + std::to_string(random() % 9)
                           : text);
    };
    std::string uuid;
    Uuid{.high = random(), .low = random()}.append_to(uuid);
    set("number", Kind::text, "+9665" + std::to_string(10'000'000 + random() % 90'000'000));
    set("timestamp", Kind::text,
        "2026-03-" + two_digits(1 + random() % 3) + "T" + two_digits(random() % 24) + ":" +
            two_digits(random() % 60) + ":" + two_digits(random() % 60) + "+01:00");
    set("message_id", Kind::text, uuid);
    set("serial", Kind::text, "NO-" + std::to_string(random() % 900'000) + "-x");
    set("amount", Kind::number, std::to_string(random() % 2'000'000));
    builder.end_row();
  }
  builder.finish();
  dataset.delivery.interpret({.roles = {}, .families = {}, .zone = dataset.zone});
  return dataset;
}

std::vector<std::uint32_t> rows_of(const Dataset& dataset, const Query& query) {
  const Selection selection = run(dataset, query).result();
  std::vector<std::uint32_t> rows;
  for (std::uint64_t i = 0; i < selection.size(); ++i)
    rows.push_back(static_cast<std::uint32_t>(selection[i]));
  return rows;
}

std::vector<ColumnReader> readers_of(const Dataset& dataset) {
  return {dataset.delivery.columns().begin(), dataset.delivery.columns().end()};
}

/// Finds texts cell by cell, in each cell's text folded and in the time that is shown of it.
class CellByCell {
 public:
  explicit CellByCell(const Dataset& dataset) : rows_(static_cast<std::size_t>(dataset.delivery.rows())) {
    for (ColumnReader& column : readers_of(dataset)) {
      for (std::uint32_t row = 0; row < rows_.size(); ++row) {
        const std::string text(column.cell(row).text);
        rows_[row].push_back({.folded = fold(text),
                              .time = format_time(column.time(row), dataset.zone),
                              .number = column.info().role == Role::number ? text : ""});
      }
    }
  }

  std::vector<std::uint32_t> found(std::string_view text) const {
    const std::string needle = fold(text);
    const auto phone = PhoneSearch::of(text);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
      const bool hit = std::ranges::any_of(rows_[row], [&](const Texts& cell) {
        return cell.folded.find(needle) != std::string::npos || cell.time.find(needle) != std::string::npos ||
               (phone && phone->begins(cell.number));
      });
      if (hit) rows.push_back(row);
    }
    return rows;
  }

 private:
  struct Texts {
    std::string folded, time, number;
  };
  std::vector<std::vector<Texts>> rows_;
};

/// Less than, equal to or greater than 0, as the first sorts before, with or after the second.
int compare(ColumnReader& column, std::uint32_t a, std::uint32_t b, bool descending) {
  struct Value {
    int last;  // 0: a value, 1: not of the column's type, 2: blank
    double number;
    std::string folded, text;
  };
  const auto value_of = [&](std::uint32_t row) {
    const Type type = column.info().type;
    const bool is_number = type == Type::integer || type == Type::time;
    const double number = type == Type::time ? static_cast<double>(column.time(row)) : column.number(row);
    const bool stray =
        type == Type::time ? column.time(row) == kNoTime : type == Type::integer && number != number;
    const Cell cell = column.cell(row);
    if (cell.blank()) return Value{2, 0, {}, {}};
    if (is_number) return Value{stray ? 1 : 0, stray ? 0 : number, {}, {}};
    return Value{0, 0, fold(cell.text), std::string(cell.text)};
  };
  const Value left = value_of(a), right = value_of(b);
  if (left.last != right.last || left.last != 0) return left.last - right.last;
  int order = left.number < right.number   ? -1
              : left.number > right.number ? 1
                                           : left.folded.compare(right.folded);
  if (order == 0) order = left.text.compare(right.text);
  return descending ? -order : order;
}

}  // namespace

TEST_CASE("What is searched in numbers, times and UUIDs is found where their texts have it") {
  for (const bool odd : {false, true}) {
    const Dataset dataset = numbers_of_all_kinds(odd);
    REQUIRE(std::holds_alternative<DigitsGroup>(dataset.delivery.columns()[0].groups()[0]));
    const CellByCell cells(dataset);
    for (const char* const text :
         {"+96651", "9665",       "00",        "12345",    "777",   "a",     "abc",          "f-4",
          "-x",     "no-1",       "NO-77",     "x",        "9:0",   "odd 9", "2026-03-02T1", "2026-03-02 1",
          "t23:5",  "59+01",      "03-04 00:", "2026",     "1999",  ":00:",  "nowhere",      "0512",
          "05123",  "0501234567", "+966 51 2", "+9665123", "66512", "NO-12", "no-123",       "+"}) {
      INFO(text);
      CHECK(rows_of(dataset, {.statuses = {}, .search = text, .sort = {}}) == cells.found(text));
    }
  }
}

TEST_CASE("Times are found as they are shown, in a zone whose offset changes among them or does not") {
  constexpr std::int64_t kAmong = 1'772'668'800, kLongAfter = 2'000'000'000;  // 5 March 2026, 2033
  for (const TimeZone::Transition& change : {TimeZone::Transition{.at_s = kAmong, .offset_s = 14'400},
                                             TimeZone::Transition{.at_s = kAmong, .offset_s = 7'200},
                                             TimeZone::Transition{.at_s = kLongAfter, .offset_s = 7'200}}) {
    for (const char* const suffix : {"", "Z", "+01:00", ".250Z"}) {
      Dataset dataset;
      dataset.zone = {.name = "Test", .transitions = {{.at_s = 0, .offset_s = 10'800}, change}};
      TableBuilder builder(TableId::delivery, dataset.delivery);
      std::mt19937_64 random(3);
      for (int row = 0; row < 3'000; ++row) {
        const std::string time = "2026-03-0" + std::to_string(4 + random() % 3) + "T" +
                                 two_digits(random() % 24) + ":" + two_digits(random() % 60) + ":" +
                                 two_digits(random() % 60) + suffix;
        builder.set(builder.column("timestamp"), Kind::text, time);
        builder.end_row();
      }
      builder.finish();
      dataset.delivery.interpret({.roles = {}, .families = {}, .zone = dataset.zone});
      REQUIRE(std::holds_alternative<TimesGroup>(dataset.delivery.columns()[0].groups()[0]));
      const CellByCell cells(dataset);
      for (const char* const text :
           {"03:1", " 23:", "05 00:", ":59:5", "2026-03-05 0", "t03:1", "0:25", "5", "07 02"}) {
        INFO(change.offset_s << " " << suffix << " " << text);
        CHECK(rows_of(dataset, {.statuses = {}, .search = text, .sort = {}}) == cells.found(text));
      }
    }
  }
}

TEST_CASE("Numbers, times and UUIDs sort as their values do, blanks and strays last") {
  for (const bool odd : {false, true}) {
    const Dataset dataset = numbers_of_all_kinds(odd);
    std::vector<ColumnReader> columns = readers_of(dataset);
    for (std::uint32_t column = 0; column < columns.size(); ++column) {
      for (const bool descending : {false, true}) {
        INFO(columns[column].info().key << (descending ? " descending" : ""));
        const Query query{
            .statuses = {}, .search = {}, .sort = {{.column = column, .descending = descending}}};
        const std::vector<std::uint32_t> rows = rows_of(dataset, query);
        REQUIRE(rows.size() == kRows);
        const auto out_of_order = std::ranges::adjacent_find(rows, [&](std::uint32_t a, std::uint32_t b) {
          const int order = compare(columns[column], a, b, descending);
          return order > 0 || (order == 0 && a > b);
        });
        CHECK(out_of_order == rows.end());
      }
    }
  }
}

}  // namespace campaign_lens
