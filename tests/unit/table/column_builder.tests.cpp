#include "table/column_builder.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <vector>

namespace campaign_lens {
namespace {

Cell cell(const ColumnGroup& group, const ColumnBuilder& builder, std::uint32_t row) {
  static CellBuffer buffer;
  return cell_of(group, *builder.dictionary(), row, buffer);
}

/// A text of no shape: "b", …, "z", "ba", …
std::string word(std::uint32_t number) {
  std::string letters;
  for (; number != 0; number /= 26)
    letters.insert(letters.begin(), static_cast<char>('a' + number % 26));
  return letters;
}

template <typename Encoding>
bool is(const ColumnGroup& group) {
  return std::holds_alternative<Encoding>(group);
}

}  // namespace

TEST_CASE("A column of few distinct values is kept as codes") {
  ColumnBuilder builder;
  for (std::uint32_t row = 0; row < 10'000; ++row)
    builder.set(row, Kind::text, row % 3 == 0 ? "Failed" : "Success");
  const ColumnGroup group = builder.group(10'000);
  CHECK(is<CodesGroup>(group));
  CHECK(builder.dictionary()->size() == 3);
  CHECK(cell(group, builder, 9'999).text == "Failed");
  CHECK(cell(group, builder, 9'998).text == "Success");
}

TEST_CASE("A column of unique values is kept as texts and leaves the dictionary") {
  ColumnBuilder builder;
  for (std::uint32_t row = 0; row < 10'000; ++row)
    builder.set(row, Kind::text, word(row));
  const ColumnGroup first = builder.group(10'000);
  builder.begin_group();
  for (std::uint32_t row = 0; row < 10; ++row)
    builder.set(row, Kind::number, std::to_string(row));
  const ColumnGroup second = builder.group(20);
  CHECK(is<TextsGroup>(first));
  CHECK(builder.dictionary()->size() == 1);
  for (std::uint32_t row = 0; row < 10'000; row += 37)
    CHECK(cell(first, builder, row).text == word(row));
  CHECK(is<TextsGroup>(second));
  CHECK(cell(second, builder, 9) == Cell{Kind::number, "9"});
  CHECK(cell(second, builder, 10) == Cell{});
  CHECK(cell(second, builder, 19) == Cell{});
}

TEST_CASE("Codes of finished groups still hold when a later group turns into texts") {
  ColumnBuilder builder;
  for (std::uint32_t row = 0; row < 100; ++row)
    builder.set(row, Kind::text, row % 2 == 0 ? "even" : "odd");
  const ColumnGroup first = builder.group(100);
  builder.begin_group();
  for (std::uint32_t row = 0; row < 10'000; ++row)
    builder.set(row, Kind::text, word(row));
  const ColumnGroup second = builder.group(10'000);
  REQUIRE(is<CodesGroup>(first));
  REQUIRE(is<TextsGroup>(second));
  CHECK(cell(first, builder, 98).text == "even");
  CHECK(cell(first, builder, 99).text == "odd");
  CHECK(cell(second, builder, 4'321).text == word(4'321));
  CHECK(builder.dictionary()->size() == 3);
}

TEST_CASE("A group that was taken early keeps its values when the column turns into texts afterwards") {
  ColumnBuilder builder;
  std::uint32_t row = 0;
  for (; row < 900; ++row)
    builder.set(row, Kind::text, word(row));
  const ColumnGroup early = builder.group(900);
  const std::shared_ptr<const Dictionary> dictionary = builder.dictionary();
  for (; row < 10'000; ++row)
    builder.set(row, Kind::text, word(row));
  REQUIRE(is<CodesGroup>(early));
  REQUIRE(is<TextsGroup>(builder.group(10'000)));
  CellBuffer buffer;
  CHECK(cell_of(early, *dictionary, 899, buffer).text == word(899));
  CHECK(cell(builder.group(10'000), builder, 899).text == word(899));
}

TEST_CASE("The last value of a row wins in either encoding") {
  for (const std::uint32_t rows : {10U, 10'000U}) {
    ColumnBuilder builder;
    for (std::uint32_t row = 0; row < rows; ++row) {
      builder.set(row, Kind::text, "first " + word(row));
      builder.set(row, Kind::text, "last " + word(row));
    }
    const ColumnGroup group = builder.group(rows);
    for (std::uint32_t row = 0; row < rows; row += 3)
      CHECK(cell(group, builder, row).text == "last " + word(row));
  }
}

TEST_CASE("However its values are set, padded or not, a column has them") {
  std::mt19937 random(5);
  ColumnBuilder padded, plain;
  std::uint32_t row = 0;
  for (; row < 20'000; ++row) {
    const Kind kind = std::array{Kind::text, Kind::number, Kind::boolean, Kind::null}[random() % 4];
    std::string text(random() % 36, 'a');  // some longer than what is kept of late
    if (!text.empty()) text[random() % 3 * (text.size() - 1) / 2] = static_cast<char>('a' + random() % 3);
    plain.set(row, kind, text);
    const std::size_t size = text.size();
    text.append(RecentValues::kMostBytes, static_cast<char>(random() % 256));
    padded.set_padded(row, kind, text.data(), size);
  }
  const ColumnGroup one = padded.group(row), other = plain.group(row);
  CHECK(is<CodesGroup>(one));
  CHECK(padded.dictionary()->size() == plain.dictionary()->size());
  for (std::uint32_t i = 0; i < row; ++i) {
    const Cell a = cell(one, padded, i);
    CellBuffer buffer;
    REQUIRE(a == cell_of(other, *plain.dictionary(), i, buffer));
  }
}

TEST_CASE("A text in quotes is familiar if it came lately, as a text, and is all that stands in the quotes") {
  const auto padded = [](std::string text) { return text.append(ColumnBuilder::kMostShapedBytes + 1, '\0'); };
  ColumnBuilder builder;
  std::uint32_t row = 0;
  const std::string longest(RecentValues::kMostBytes - 1, 'x');
  const std::vector<std::string> kept = {"Riyadh", "", "الرياض", longest, longest + "y"};
  for (const std::string& text : kept)
    builder.set_padded(row++, Kind::text, padded(text).data(), text.size());
  builder.set_padded(row++, Kind::number, padded("12").data(), 2);

  const auto familiar = [&](const std::string& text) {
    const std::string in_file = padded(text);
    const char* const end = builder.set_familiar(row, in_file.data());
    if (end == nullptr) return false;
    CHECK(end == in_file.data() + text.find('"'));
    CHECK(cell(builder.group(row + 1), builder, row) == Cell{Kind::text, text.substr(0, text.find('"'))});
    ++row;
    return true;
  };
  CHECK(familiar("Riyadh\", \"city\": \"Doha\"}"));
  CHECK(familiar("\"}"));
  CHECK(familiar("الرياض\""));
  CHECK(familiar(longest + "\""));
  CHECK_FALSE(familiar(longest + "y\""));  // longer than what is kept of late
  CHECK_FALSE(familiar("Riyad\""));
  CHECK_FALSE(familiar("Riyadh "));
  CHECK_FALSE(familiar("Riyadh\\\""));
  CHECK_FALSE(familiar("Riyadh\n\""));
  CHECK_FALSE(familiar("Riyadh"));
  CHECK_FALSE(familiar("12\""));  // a number was
  CHECK_FALSE(familiar("الريا\xD8\""));

  CHECK(builder.set_familiar(row + 1, padded("Riyadh\"").data()) == nullptr);  // the row before is missing
  CHECK(builder.set_familiar(row, padded("Riyadh\"").data()) != nullptr);
  CHECK(builder.set_familiar(row, padded("Riyadh\"").data()) == nullptr);  // the row has a value
}

TEST_CASE("Rows that a column leaves out are missing, not empty") {
  ColumnBuilder builder;
  CHECK(is<MissingGroup>(builder.group(7)));
  builder.set(2, Kind::text, "");
  builder.set(5, Kind::null, "");
  const ColumnGroup group = builder.group(7);
  CHECK(cell(group, builder, 0).kind == Kind::missing);
  CHECK(cell(group, builder, 2).kind == Kind::text);
  CHECK(cell(group, builder, 5).kind == Kind::null);
  CHECK(cell(group, builder, 6).kind == Kind::missing);
}

TEST_CASE("A cell of a row that has not ended is not in the group yet") {
  ColumnBuilder builder;
  builder.set(0, Kind::text, "of the row");
  builder.set(1, Kind::text, "of the next row");
  const ColumnGroup group = builder.group(1);
  REQUIRE(std::get<CodesGroup>(group).codes.size() == 1);
  CHECK(cell(group, builder, 0).text == "of the row");
}

TEST_CASE("Values that pass what an arena can address go into the dictionary") {
  for (const std::size_t max_arena_bytes : {1'000U, 60'000U}) {
    ColumnBuilder builder(max_arena_bytes);
    const auto text = [](std::uint32_t row) { return word(400'000 + row); };
    for (std::uint32_t row = 0; row < 20'000; ++row)
      builder.set(row, Kind::text, text(row));
    const ColumnGroup group = builder.group(20'000);
    CHECK(is<CodesGroup>(group));
    for (std::uint32_t row = 0; row < 20'000; row += 11)
      CHECK(cell(group, builder, row).text == text(row));
  }
}

}  // namespace campaign_lens
