#include "app/columns.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

namespace campaign_lens::app {
namespace {

std::vector<std::uint32_t> order_of(const ColumnPlaces& places) {
  std::vector<std::uint32_t> order;
  for (const ColumnPlace& place : places)
    order.push_back(place.column);
  return order;
}
using Order = std::vector<std::uint32_t>;

TEST_CASE("Without any choice the columns are as the report has them; later ones follow the chosen ones") {
  CHECK(order_of(arranged({}, 3)) == Order{0, 1, 2});
  CHECK(order_of(arranged({{.column = 2}, {.column = 0}}, 4)) == Order{2, 0, 1, 3});
}

TEST_CASE("Places of columns that the table lacks, or that are named twice, are passed over") {
  CHECK(order_of(arranged({{.column = 7}, {.column = 1}, {.column = 1}}, 2)) == Order{1, 0});
}

TEST_CASE("A hidden column keeps its place; the last one that is shown stays") {
  ColumnPlaces places = arranged({}, 3);
  show_column(places, 1, false);
  CHECK(order_of(shown_columns(places, 3)) == Order{0, 2});
  show_column(places, 0, false);
  show_column(places, 2, false);
  CHECK(order_of(shown_columns(places, 3)) == Order{2});
  show_column(places, 1, true);
  CHECK(order_of(shown_columns(places, 3)) == Order{1, 2});
}

TEST_CASE("Pinned columns stand first, in the order in which they were pinned") {
  ColumnPlaces places = arranged({}, 4);
  pin_column(places, 3, true);
  pin_column(places, 1, true);
  CHECK(order_of(places) == Order{3, 1, 0, 2});
  pin_column(places, 3, false);
  CHECK(order_of(places) == Order{1, 3, 0, 2});
  CHECK(order_of(arranged(places, 4)) == order_of(places));
}

TEST_CASE("A column moves before or behind another one, and is pinned if that is") {
  ColumnPlaces places = arranged({}, 4);
  move_column(places, 0, 2, true);
  CHECK(order_of(places) == Order{1, 2, 0, 3});
  move_column(places, 3, 1, false);
  CHECK(order_of(places) == Order{3, 1, 2, 0});
  move_column(places, 3, 3, true);
  move_column(places, 9, 1, true);
  CHECK(order_of(places) == Order{3, 1, 2, 0});
  pin_column(places, 3, true);
  move_column(places, 0, 3, false);
  CHECK(places[0] == ColumnPlace{.column = 0, .pinned = true});
}

TEST_CASE("The order is the same whatever the widths, and another one with a column hidden") {
  ColumnPlaces places = arranged({}, 3);
  set_width(places, 1, 90);
  CHECK(same_order(places, {}, 3));
  show_column(places, 1, false);
  CHECK_FALSE(same_order(places, {}, 3));
}

}  // namespace
}  // namespace campaign_lens::app
