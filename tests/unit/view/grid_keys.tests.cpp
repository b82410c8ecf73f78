#include "view/grid_keys.h"

#include <catch2/catch_test_macros.hpp>

namespace campaign_lens::view {
namespace {

constexpr GridExtent kTenMillion{.rows = 10'000'000, .columns = 7, .page = 19};

app::CellRange at(std::uint64_t row, std::uint32_t column) {
  return {.from_row = row, .row = row, .from_column = column, .column = column};
}

TEST_CASE("Every row of ten million is reached by single steps around it, and none is passed over") {
  for (const std::uint64_t row : {0ULL, 1ULL, 4'999'999ULL, 8'388'607ULL, 8'388'608ULL, 9'999'998ULL}) {
    CHECK(stepped(at(row, 3), CellStep::down, false, kTenMillion) == at(row + 1, 3));
    CHECK(stepped(at(row + 1, 3), CellStep::up, false, kTenMillion) == at(row, 3));
  }
}

TEST_CASE("Steps are held at the edges") {
  CHECK(stepped(at(0, 0), CellStep::up, false, kTenMillion) == at(0, 0));
  CHECK(stepped(at(0, 0), CellStep::left, false, kTenMillion) == at(0, 0));
  CHECK(stepped(at(9'999'999, 6), CellStep::down, false, kTenMillion) == at(9'999'999, 6));
  CHECK(stepped(at(9'999'999, 6), CellStep::right, false, kTenMillion) == at(9'999'999, 6));
  CHECK(stepped(at(5, 6), CellStep::page_up, false, kTenMillion) == at(0, 6));
  CHECK(stepped(at(9'999'990, 6), CellStep::page_down, false, kTenMillion) == at(9'999'999, 6));
}

TEST_CASE("Pages, rows, columns and corners are one step each") {
  CHECK(stepped(at(100, 3), CellStep::page_down, false, kTenMillion) == at(119, 3));
  CHECK(stepped(at(100, 3), CellStep::page_up, false, kTenMillion) == at(81, 3));
  CHECK(stepped(at(100, 3), CellStep::first_row, false, kTenMillion) == at(0, 3));
  CHECK(stepped(at(100, 3), CellStep::last_row, false, kTenMillion) == at(9'999'999, 3));
  CHECK(stepped(at(100, 3), CellStep::first_column, false, kTenMillion) == at(100, 0));
  CHECK(stepped(at(100, 3), CellStep::last_column, false, kTenMillion) == at(100, 6));
  CHECK(stepped(at(100, 3), CellStep::first_cell, false, kTenMillion) == at(0, 0));
  CHECK(stepped(at(100, 3), CellStep::last_cell, false, kTenMillion) == at(9'999'999, 6));
}

TEST_CASE("Extending keeps where the selection began, also when it is passed") {
  app::CellRange range = stepped(at(10, 3), CellStep::down, true, kTenMillion);
  range = stepped(range, CellStep::right, true, kTenMillion);
  CHECK(range.first_row() == 10);
  CHECK(range.rows() == 2);
  CHECK(range.columns() == 2);
  CHECK(range.has(11, 4));
  CHECK_FALSE(range.has(12, 4));
  range = stepped(range, CellStep::page_up, true, kTenMillion);
  CHECK(range.first_row() == 0);
  CHECK(range.rows() == 11);
  CHECK(stepped(range, CellStep::down, false, kTenMillion) == at(1, 4));
}

TEST_CASE("A selection from when there were more rows is brought in first") {
  CHECK(stepped(at(500, 9), CellStep::up, false, {.rows = 3, .columns = 2, .page = 1}) == at(1, 1));
}

}  // namespace
}  // namespace campaign_lens::view
