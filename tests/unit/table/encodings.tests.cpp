// Whatever encoding a group gets, its values come back as they were set.

#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "table/column_reader.h"
#include "table/table_builder.h"

namespace campaign_lens {
namespace {

struct Value {
  Kind kind = Kind::missing;
  std::string text;
};

std::string padded(std::uint64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

std::string time_text(std::uint64_t second) {
  return "2026-03-" + padded(1 + second / 86'400 % 28, 2) + "T" + padded(second / 3'600 % 24, 2) + ":" +
         padded(second / 60 % 60, 2) + ":" + padded(second % 60, 2);
}

std::string uuid_text(std::uint64_t number) {
  std::mt19937_64 random(number);
  std::string text;
  Uuid{.high = random(), .low = random()}.append_to(text);
  return text;
}

using Values = std::function<Value(std::uint64_t row)>;

/// A table of one column, filled with `rows` values; each is checked to come back.
Table filled(std::uint64_t rows, const Values& value) {
  Table table;
  TableBuilder builder(TableId::clicks, table);
  const int column = builder.column("value");
  for (std::uint64_t row = 0; row < rows; ++row) {
    const Value& set = value(row);
    if (set.kind != Kind::missing) builder.set(column, set.kind, set.text);
    builder.end_row();
  }
  builder.finish();
  ColumnReader reader(table.columns()[0]);
  for (std::uint64_t row = 0; row < rows; ++row) {
    const Value& set = value(row);
    const Cell cell = reader.cell(row);
    if (cell != Cell{set.kind, set.text}) FAIL("row " << row << " has " << cell.text << ", not " << set.text);
  }
  return table;
}

template <typename Group>
bool is(const Table& table, std::size_t group) {
  return std::holds_alternative<Group>(table.columns()[0].groups()[group]);
}

Value text(std::string value) {
  return {Kind::text, std::move(value)};
}

}  // namespace

TEST_CASE("Telephone numbers are kept as digits") {
  const Table table =
      filled(70'000, [](std::uint64_t row) { return text("+9665" + padded(row * 7'919 % 100'000'000, 8)); });
  CHECK(is<DigitsGroup>(table, 0));
  CHECK(is<DigitsGroup>(table, 1));
  CHECK(table.columns()[0].dictionary().size() == 1);
  CHECK(heap_bytes(table.columns()[0].groups()[0]) < 4 * kRowGroupRows + 100);
}

TEST_CASE("Times are kept as ticks, with blanks and others among them") {
  const Table table = filled(70'000, [](std::uint64_t row) -> Value {
    if (row % 3 == 0) return {Kind::null, ""};
    if (row % 5 == 0) return {};
    if (row % 1'000 == 7) return text("not yet");
    if (row % 1'000 == 8) return text("2026-02-30T09:00:07Z");
    return text(time_text(row) + "Z");
  });
  REQUIRE(is<TimesGroup>(table, 0));
  CHECK(is<TimesGroup>(table, 1));
  CHECK(table.columns()[0].dictionary().size() == 4);
  CHECK(heap_bytes(table.columns()[0].groups()[0]) < 3 * kRowGroupRows + 100);
}

TEST_CASE("Times of a digits column and of a times column are those of their texts") {
  constexpr std::uint64_t kRows = 5'000;
  const auto check = [](const Table& table, const Values& value) {
    REQUIRE(table.columns()[0].info().type == Type::time);
    ColumnReader reader(table.columns()[0]);
    for (std::uint64_t row = 0; row < kRows; ++row) {
      const auto time = parse_time(value(row).text);
      REQUIRE(reader.time(row) == (time ? time->us : kNoTime));
    }
  };
  const auto table_of = [](const Values& value) {
    Table table;
    TableBuilder builder(TableId::clicks, table);
    const int column = builder.column("clicked_at");
    for (std::uint64_t row = 0; row < kRows; ++row) {
      const Value set = value(row);
      builder.set(column, set.kind, set.text);
      builder.end_row();
    }
    builder.finish();
    return table;
  };
  const auto epochs = [](std::uint64_t row) {
    return Value{Kind::number, std::to_string(1'772'355'607'000 + row)};
  };
  const Table digits = table_of(epochs);
  CHECK(is<DigitsGroup>(digits, 0));
  check(digits, epochs);
  const auto offsets = [](std::uint64_t row) {
    return row % 10 == 0 ? text("") : text(time_text(row * 17) + ".25+03:00");
  };
  const Table times = table_of(offsets);
  CHECK(is<TimesGroup>(times, 0));
  check(times, offsets);
  const auto naive = [](std::uint64_t row) { return text(time_text(row * 17)); };
  const Table locals = table_of(naive);
  CHECK(is<TimesGroup>(locals, 0));
  check(locals, naive);
  CHECK(locals.naive_times() == kRows);
}

TEST_CASE("UUIDs are kept in 16 bytes") {
  const Table table = filled(70'000, [](std::uint64_t row) {
    return row % 100 == 0 ? text("00000000-0000-0000-0000-000000000000") : text(uuid_text(row));
  });
  CHECK(is<UuidsGroup>(table, 0));
  CHECK(is<UuidsGroup>(table, 1));
  CHECK(table.columns()[0].dictionary().size() == 2);
}

TEST_CASE("When values leave a shape the group leaves it, and what was read is kept") {
  const Table table = filled(3 * kRowGroupRows, [](std::uint64_t row) {
    if (row < 30'000) return text("+9665" + padded(row, 8));
    if (row < kRowGroupRows) return text(uuid_text(row));
    if (row < kRowGroupRows + 20'000) return text(time_text(row) + "+02:00");
    if (row < 2 * kRowGroupRows) return text(time_text(row) + "+03:00");
    return text("city " + std::to_string(row % 7));
  });
  CHECK(is<UuidsGroup>(table, 1) == false);
  CHECK(table.columns()[0].dictionary().size() < 3'000);
}

TEST_CASE("A few values that no shape fits do not undo it, thousands do") {
  const auto with_strays = [](std::uint64_t every) {
    return filled(60'000, [every](std::uint64_t row) {
      return row % every == 0 ? text("unknown " + uuid_text(row)) : text(std::to_string(1'000'000 + row));
    });
  };
  CHECK(is<DigitsGroup>(with_strays(100), 0));
  CHECK_FALSE(is<DigitsGroup>(with_strays(3), 0));
}

TEST_CASE("Few different times stay codes, so that each is looked at once") {
  const Table table = filled(70'000, [](std::uint64_t row) { return text(time_text(row / 400) + "Z"); });
  CHECK(is<CodesGroup>(table, 0));
}

TEST_CASE("A dictionary does not grow with every group") {
  const Table table =
      filled(5 * kRowGroupRows, [](std::uint64_t row) { return text(time_text(row / 20) + "Z"); });
  CHECK(is<TimesGroup>(table, 4));
  CHECK(table.columns()[0].dictionary().size() < 10);
}

TEST_CASE("Mixed kinds of the same digits stay apart") {
  const Table table = filled(10'000, [](std::uint64_t row) -> Value {
    return {row % 2 == 0 ? Kind::text : Kind::number, std::to_string(row)};
  });
  CHECK(table.columns()[0].info().type == Type::text);
}

TEST_CASE("Random columns come back cell by cell, over groups, publications and rows set twice") {
  // Each returns the next value of a column of some kind; a column changes its kind now and then.
  using Source = std::function<Value(std::mt19937_64&, std::uint64_t)>;
  const std::vector<Source> sources = {
      [](auto& random, auto) { return text("+9665" + padded(random() % 100'000'000, 8)); },
      [](auto& random, auto) { return text(std::to_string(random() >> random() % 64)); },
      [](auto& random, auto) {
        return Value{Kind::number, std::to_string(random() >> (40 + random() % 24))};
      },
      [](auto& random, auto) { return Value{Kind::number, "-" + std::to_string(random() % 5'000'000)}; },
      [](auto& random, auto) { return Value{Kind::number, std::to_string(random() % 100'000) + ".50"}; },
      [](auto& random, auto) { return text(padded(random() % 1'000'000, 3 + random() % 6)); },
      [](auto&, auto row) { return text(time_text(row) + "+03:00"); },
      [](auto& random, auto row) { return text(time_text(row) + (random() % 2 == 0 ? "" : "Z")); },
      [](auto& random, auto row) { return text(time_text(row) + "." + padded(random() % 1'000, 3) + "Z"); },
      [](auto& random, auto) { return text(uuid_text(random())); },
      [](auto& random, auto) { return text("name " + uuid_text(random() % 30)); },
      [](auto& random, auto) {
        return text(std::string(random() % 20, static_cast<char>('a' + random() % 26)));
      },
      [](auto&, auto) { return Value{}; }};
  const std::vector<Value> odd = {{Kind::null, ""},        {},
                                  {Kind::text, ""},        {Kind::text, "n/a"},
                                  {Kind::boolean, "true"}, {Kind::json, "[]"},
                                  {Kind::text, "007"}};
  for (unsigned seed = 0; seed < 3; ++seed) {
    constexpr std::size_t kColumns = 6;
    constexpr std::uint64_t kRows = 140'000;
    std::mt19937_64 random(seed);
    Table table;
    TableBuilder builder(TableId::clicks, table);
    std::vector<std::vector<Value>> expected(kColumns);
    std::array<std::size_t, kColumns> source{};
    const auto check = [&](std::uint64_t rows) {
      REQUIRE(table.rows() == rows);
      for (const Column& column : table.columns()) {
        ColumnReader reader(column);
        const std::vector<Value>& values = expected[static_cast<std::size_t>(column.info().key[0] - 'a')];
        for (std::uint64_t row = 0; row < rows; row += 1 + random() % 7) {
          const Value& value = values[static_cast<std::size_t>(row)];
          if (reader.cell(row) != Cell{value.kind, value.text})
            FAIL("seed " << seed << ", column " << column.info().key << ", row " << row << ": "
                         << reader.cell(row).text << ", not " << value.text);
        }
      }
    };
    for (std::uint64_t row = 0; row < kRows; ++row) {
      for (std::size_t column = 0; column < kColumns; ++column) {
        if (random() % 30'000 == 0 || row == 0) source[column] = random() % sources.size();
        const bool is_odd = random() % 50 == 0;
        Value value = is_odd ? odd[random() % odd.size()] : sources[source[column]](random, row);
        if (value.kind != Kind::missing) {
          const int index = builder.column(std::string(1, static_cast<char>('a' + column)));
          if (random() % 100 == 0) builder.set(index, Kind::text, "replaced " + std::to_string(row));
          builder.set(index, value.kind, value.text);
        }
        expected[column].push_back(std::move(value));
      }
      builder.end_row();
      if (row > 2'000 && random() % 40'000 == 0) {
        builder.publish();
        check(row + 1);
      }
    }
    builder.finish();
    check(kRows);
  }
}

TEST_CASE("A realistic message takes no more than 40 bytes") {
  Table table;
  TableBuilder builder(TableId::delivery, table);
  constexpr std::uint64_t kRows = 2 * kRowGroupRows;
  std::mt19937_64 random(5);
  for (std::uint64_t row = 0; row < kRows; ++row) {
    const auto set = [&](const char* key, const std::string& value) {
      builder.set(builder.column(key), Kind::text, value);
    };
    set("number", "+9665" + padded(row * 7'919 % 100'000'000, 8));
    set("status", row % 3 == 0 ? "Failed" : "Success");
    set("timestamp", time_text(row / 300 + random() % 90) + "+03:00");
    set("submitted_at", time_text(row / 300) + "+03:00");
    set("failed_reason", row % 3 == 0 ? "reason " + std::to_string(random() % 30) : "");
    set("message_id", uuid_text(row));
    set("name", "name " + std::to_string(random() % 120));
    builder.end_row();
  }
  builder.finish();
  CHECK(table.heap_bytes() < 40 * kRows);
}

}  // namespace campaign_lens
