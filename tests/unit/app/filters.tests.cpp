#include "app/filters.h"

#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>

namespace campaign_lens::app {
namespace {

using condition::OneOf;

ColumnFilter filter(Condition condition, bool negated = false) {
  return {.column = 2, .negated = negated, .condition = std::move(condition)};
}

TEST_CASE("A column has one filter of a kind; other kinds and other columns have theirs beside it") {
  Query query;
  set_filter(query, filter(condition::Text{.texts = {"a"}}));
  set_filter(query, filter(condition::Text{.texts = {"b"}}, true));
  set_filter(query, filter(OneOf{.values = {"x"}}));
  set_filter(query, {.column = 1, .condition = condition::Text{.texts = {"c"}}});
  CHECK(query.filters.size() == 3);
  REQUIRE(find_filter(query, 2, FilterKind::text) != nullptr);
  CHECK(*find_filter(query, 2, FilterKind::text) == filter(condition::Text{.texts = {"b"}}, true));
  CHECK(find_filter(query, 1, FilterKind::values) == nullptr);
  remove_filter(query, 2, FilterKind::text);
  CHECK(find_filter(query, 2, FilterKind::text) == nullptr);
  CHECK(has_filter(query, 2));
  remove_filter(query, 2, FilterKind::values);
  CHECK_FALSE(has_filter(query, 2));
}

TEST_CASE("A period, times and numbers are one kind: a range") {
  Query query;
  set_filter(query, filter(condition::Times{.from = 1, .until = 2}));
  set_filter(query, filter(condition::Period{}));
  CHECK(query.filters.size() == 1);
  CHECK(std::holds_alternative<condition::Period>(query.filters[0].condition));
}

TEST_CASE("No more filters than a message may have") {
  Query query;
  for (std::uint32_t column = 0; column < kMaxFilters + 5; ++column)
    set_filter(query, {.column = column, .condition = condition::Repeated{}});
  CHECK(query.filters.size() == kMaxFilters);
}

TEST_CASE("Without a filter everything is ticked, and taking a tick away leaves all others") {
  CHECK(is_ticked(nullptr, "a"));
  CHECK(is_blank_ticked(nullptr));
  const std::optional<ColumnFilter> without = with_tick(nullptr, 2, "a", false);
  REQUIRE(without);
  CHECK(*without == filter(OneOf{.values = {"a"}}, true));
  CHECK_FALSE(is_ticked(&*without, "a"));
  CHECK(is_ticked(&*without, "b"));
  CHECK(is_blank_ticked(&*without));
  CHECK_FALSE(with_tick(&*without, 2, "a", true));
}

TEST_CASE("Blanks have a tick like a value") {
  const std::optional<ColumnFilter> filled = with_blank_tick(nullptr, 2, false);
  REQUIRE(filled);
  CHECK(*filled == filter(OneOf{.blank = true}, true));
  CHECK_FALSE(is_blank_ticked(&*filled));
  CHECK_FALSE(with_blank_tick(&*filled, 2, true));
}

TEST_CASE(
    "Where some values are listed, ticks come and go one by one; the last one filters nothing any more") {
  const ColumnFilter listed = filter(OneOf{.values = {"a"}});
  const std::optional<ColumnFilter> two = with_tick(&listed, 2, "b", true);
  REQUIRE(two);
  CHECK(*two == filter(OneOf{.values = {"a", "b"}}));
  CHECK_FALSE(is_blank_ticked(&*two));
  const std::optional<ColumnFilter> other = with_tick(&*two, 2, "a", false);
  REQUIRE(other);
  CHECK(*other == filter(OneOf{.values = {"b"}}));
  CHECK_FALSE(with_tick(&*other, 2, "b", false));
}

}  // namespace
}  // namespace campaign_lens::app
