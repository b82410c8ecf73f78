// Random tables and queries against a reference of a few lines.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <numeric>
#include <random>

#include "base/text.h"
#include "tables.h"

namespace campaign_lens {

namespace {

constexpr const char* kTexts[] = {"",       "a",    "A",    "aB",      "b",        "Ä",   "ä",
                                  "الرياض", "رياض", "x\ny", "+966500", "00966500", "é€😀"};
constexpr const char* kKeys[] = {"name", "status", "n"};
constexpr const char* kStatuses[] = {"Success", "Failed", "queued", "odd", ""};

class Model {
 public:
  explicit Model(unsigned seed) : random_(seed) {
    const std::size_t rows = random_() % 60;
    for (std::size_t row = 0; row < rows; ++row) {
      rows_.push_back(
          {TestCell(kTexts[random_() % std::size(kTexts)]), kStatuses[random_() % std::size(kStatuses)],
           random_() % 4 == 0 ? missing() : number(std::to_string(static_cast<int>(random_() % 20) - 10))});
    }
    dataset_ = dataset_of({std::begin(kKeys), std::end(kKeys)}, rows_);
  }

  Query query() {
    Query query;
    query.statuses = FamilySet::from_bits(random_() % 3 == 0 ? 0U : static_cast<unsigned>(random_() % 64));
    if (random_() % 2 == 0) query.search = kTexts[random_() % std::size(kTexts)];
    for (std::size_t keys = random_() % 3; keys > 0; --keys) {
      query.sort.push_back(
          {.column = static_cast<std::uint32_t>(random_() % 3), .descending = random_() % 2 == 0});
    }
    return query;
  }

  std::vector<std::uint64_t> expected(const Query& query) const {
    std::vector<std::uint64_t> rows;
    for (std::uint64_t row = 0; row < rows_.size(); ++row) {
      if (matches(query, row)) rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint64_t a, std::uint64_t b) {
      for (const SortKey& key : query.sort) {
        if (const int order = compare(key, a, b); order != 0) return order < 0;
      }
      return false;
    });
    return rows;
  }

  const Dataset& dataset() const { return dataset_; }

 private:
  const TestCell& cell(std::uint32_t column, std::uint64_t row) const {
    const std::string& key = dataset_.delivery.columns()[column].info().key;
    const auto written = std::ranges::find(kKeys, key) - std::begin(kKeys);
    return rows_[static_cast<std::size_t>(row)][static_cast<std::size_t>(written)];
  }

  bool matches(const Query& query, std::uint64_t row) const {
    const FamilySet statuses = query.statuses;
    const auto& cells = rows_[static_cast<std::size_t>(row)];
    if (!statuses.empty() && !statuses.contains(classify_status(cells[1].text))) return false;
    if (fold(query.search).empty()) return true;
    return std::any_of(cells.begin(), cells.end(), [&](const TestCell& value) {
      return fold(value.text).find(fold(query.search)) != std::string::npos;
    });
  }

  int compare(const SortKey& key, std::uint64_t a, std::uint64_t b) const {
    const TestCell &left = cell(key.column, a), &right = cell(key.column, b);
    if (left.text.empty() || right.text.empty())
      return static_cast<int>(left.text.empty()) - static_cast<int>(right.text.empty());
    int order = 0;
    if (dataset_.delivery.columns()[key.column].info().type == Type::integer) {
      order = std::stoi(left.text) - std::stoi(right.text);
    } else {
      order = fold(left.text).compare(fold(right.text));
      if (order == 0) order = left.text.compare(right.text);
    }
    return key.descending ? -order : order;
  }

  std::mt19937 random_;
  std::vector<TestRow> rows_;
  Dataset dataset_;
};

}  // namespace

TEST_CASE("Any query of any table gives what a naive reference gives") {
  for (unsigned seed = 0; seed < 400; ++seed) {
    Model model(seed);
    for (int i = 0; i < 5; ++i) {
      const Query query = model.query();
      const Selection rows = run(model.dataset(), query).result();
      std::vector<std::uint64_t> got;
      for (std::uint64_t position = 0; position < rows.size(); ++position)
        got.push_back(rows[position]);
      INFO("seed " << seed << ", query " << i << ", search \"" << query.search << "\"");
      REQUIRE(got == model.expected(query));
    }
  }
}

}  // namespace campaign_lens
