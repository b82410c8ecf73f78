#include "query/find.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "base/text.h"
#include "tables.h"

namespace campaign_lens {
namespace {

constexpr const char* kTexts[] = {"", "a", "A", "aB", "b", "الرياض", "رياض", "x\ny", "12", "121", "é€😀"};

TEST_CASE("Where a text stands in any order of any rows is where a naive reference finds it") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    const std::vector<std::string> keys = {"x", "y", "n"};
    std::vector<TestRow> cells;
    for (std::size_t rows = random() % 60; rows > 0; --rows) {
      cells.push_back({TestCell(kTexts[random() % std::size(kTexts)]),
                       random() % 4 == 0 ? missing() : TestCell(kTexts[random() % std::size(kTexts)]),
                       number(std::to_string(random() % 200))});
    }
    const Dataset dataset = dataset_of(keys, cells);
    Query query;
    if (random() % 2 == 0) query.search = "a";
    if (random() % 2 == 0) query.sort = {by(dataset, keys[random() % 3], random() % 2 == 0)};
    const Selection selection = run(dataset, query).result();

    std::vector<std::string> wanted;
    std::ranges::sample(keys, std::back_inserter(wanted), static_cast<int>(random() % 4), random);
    std::ranges::shuffle(wanted, random);
    std::vector<std::uint32_t> columns;
    for (const std::string& key : wanted)
      columns.push_back(static_cast<std::uint32_t>(dataset.delivery.find_column(key)));
    const std::string text = kTexts[random() % std::size(kTexts)];

    const auto has = [&](std::uint64_t row, const std::string& key) {
      const auto cell = static_cast<std::size_t>(std::ranges::find(keys, key) - keys.begin());
      return !text.empty() &&
             fold(cells[static_cast<std::size_t>(row)][cell].text).find(fold(text)) != std::string::npos;
    };
    INFO("seed " << seed << ", text \"" << text << "\"");
    std::vector<std::uint32_t> expected;
    for (std::uint32_t place = 0; place < selection.size(); ++place) {
      const std::uint64_t row = selection[place];
      const auto first = std::ranges::find_if(wanted, [&](const std::string& key) { return has(row, key); });
      std::optional<std::uint32_t> column;
      if (first != wanted.end()) {
        column = columns[static_cast<std::size_t>(first - wanted.begin())];
        expected.push_back(place);
      }
      REQUIRE(column_with(dataset, TableId::delivery, row, text, columns).result() == column);
    }
    REQUIRE(places_with(dataset, TableId::delivery, selection, text, columns).result() == expected);
  }
}

TEST_CASE("A text is found across row groups, and a column that is not there has none") {
  std::vector<TestRow> cells(kRowGroupRows + 3, TestRow{"x"});
  cells[2] = {"needle"};
  cells[kRowGroupRows + 1] = {"Needle"};
  const Dataset dataset = dataset_of({"name"}, cells);
  const Selection all = Selection::all(cells.size());
  CHECK(places_with(dataset, TableId::delivery, all, "NEEDLE", {0}).result() ==
        std::vector<std::uint32_t>{2, kRowGroupRows + 1});
  CHECK(column_with(dataset, TableId::delivery, kRowGroupRows + 1, "needle", {7, 0}).result() == 0U);
  CHECK(places_with(dataset, TableId::delivery, all, "needle", {7}).result().empty());
}

}  // namespace
}  // namespace campaign_lens
