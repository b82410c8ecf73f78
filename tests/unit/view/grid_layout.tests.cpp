#include "view/grid_layout.h"

#include <catch2/catch_test_macros.hpp>
#include <limits>

namespace campaign_lens::view {
namespace {

constexpr std::uint64_t kRows = 10'000'000;
constexpr std::uint32_t kVisible = 23;
constexpr float kTrack = 640;

TEST_CASE("A part of a row is no whole row, and there is always one") {
  CHECK(whole_rows(320, 32) == 10);
  CHECK(whole_rows(319, 32) == 9);
  CHECK(whole_rows(5, 32) == 1);
}

TEST_CASE("Every row of ten million is reached by single steps from any page") {
  for (const std::uint64_t from : {std::uint64_t{0}, kRows / 2, kRows - kVisible - 100}) {
    std::uint64_t first = from;
    for (int i = 0; i < 100; ++i) {
      const std::uint64_t next = step(first, 1, kRows, kVisible);
      REQUIRE(next == first + 1);
      REQUIRE(step(next, -1, kRows, kVisible) == first);
      first = next;
    }
  }
}

TEST_CASE("Steps end exactly at the first and at the last row") {
  CHECK(step(3, -5, kRows, kVisible) == 0);
  CHECK(step(kRows - kVisible - 2, 5, kRows, kVisible) == kRows - kVisible);
  CHECK(step(0, std::numeric_limits<std::int64_t>::max(), kRows, kVisible) == kRows - kVisible);
  CHECK(step(kRows, std::numeric_limits<std::int64_t>::min(), kRows, kVisible) == 0);
}

TEST_CASE("Fewer rows than fit do not scroll") {
  CHECK(last_first(5, kVisible) == 0);
  CHECK(step(0, 3, 5, kVisible) == 0);
  CHECK(thumb_of(kTrack, 5, kVisible, 0) == Thumb{0, kTrack});
  CHECK(first_at(kTrack, 5, kVisible, 100) == 0);
}

TEST_CASE("A wheel moves whole rows, about as far whatever their height, and fractions of a notch add up") {
  float rest = 0;
  CHECK(rows_of_wheel(1, 36, rest) == 3);
  CHECK(rows_of_wheel(1, 44, rest) == 2);
  CHECK(rows_of_wheel(1, 500, rest) == 1);
  CHECK(rest == 0);
  std::int64_t moved = 0;
  for (int i = 0; i < 16; ++i)
    moved += rows_of_wheel(-0.125F, 36, rest);
  CHECK(moved == -6);
}

TEST_CASE(
    "Pixels go from row to row of ten million, exactly there and back, and end at the first and the last") {
  RowPlace at{kRows / 2, 0};
  for (int i = 0; i < 1000; ++i)
    at = moved(at, 7, 36, kRows, kVisible);
  CHECK(at == RowPlace{kRows / 2 + 194, 16});  // 7,000 = 194 * 36 + 16
  for (int i = 0; i < 1000; ++i)
    at = moved(at, -7, 36, kRows, kVisible);
  CHECK(at == RowPlace{kRows / 2, 0});
  CHECK(moved({2, 5}, -1000, 36, kRows, kVisible) == RowPlace{0, 0});
  CHECK(moved({0, 5}, -6, 36, kRows, kVisible) == RowPlace{0, 0});
  CHECK(moved({0, 5}, -4, 36, kRows, kVisible) == RowPlace{0, 1});
  const std::uint64_t last = kRows - kVisible;
  CHECK(moved({last - 1, 30}, 7, 36, kRows, kVisible) == RowPlace{last, 0});
  CHECK(moved({last + 40, 30}, 0, 36, kRows, kVisible) == RowPlace{last, 0});
  CHECK(moved({0, 0}, 50, 36, 5, kVisible) == RowPlace{0, 0});
}

TEST_CASE("A row that is not seen whole is brought into sight, by as little as it takes") {
  CHECK(revealed({10, 5}, 10, kVisible) == RowPlace{10, 0});
  CHECK(revealed({10, 0}, 10, kVisible) == RowPlace{10, 0});
  CHECK(revealed({10, 5}, 4, kVisible) == RowPlace{4, 0});
  CHECK(revealed({10, 5}, 10 + kVisible - 1, kVisible) == RowPlace{10, 5});
  CHECK(revealed({10, 0}, 10 + kVisible, kVisible) == RowPlace{11, 0});
}

TEST_CASE("The thumb stays on its track and long enough to be grabbed") {
  for (const std::uint64_t first : {std::uint64_t{0}, kRows / 3, kRows - kVisible, kRows * 2}) {
    const Thumb thumb = thumb_of(kTrack, kRows, kVisible, first);
    CHECK(thumb.length >= 28);
    CHECK(thumb.offset >= 0);
    CHECK(thumb.offset + thumb.length <= kTrack);
  }
}

TEST_CASE("Dragging the thumb to the ends shows the first and the last row, and a drag never goes back") {
  CHECK(first_at(kTrack, kRows, kVisible, -50) == 0);
  CHECK(first_at(kTrack, kRows, kVisible, kTrack) == kRows - kVisible);
  std::uint64_t before = 0;
  for (float offset = 0; offset < kTrack; ++offset) {
    const std::uint64_t first = first_at(kTrack, kRows, kVisible, offset);
    REQUIRE(first >= before);
    REQUIRE(first <= kRows - kVisible);
    before = first;
  }
}

TEST_CASE("The thumb is where it was dragged to") {
  const std::uint64_t first = first_at(kTrack, kRows, kVisible, 200);
  const Thumb thumb = thumb_of(kTrack, kRows, kVisible, first);
  CHECK(thumb.offset > 199.9F);
  CHECK(thumb.offset < 200.1F);
}

TEST_CASE("A track shorter than the thumb does not divide by nothing") {
  CHECK(first_at(10, kRows, kVisible, 5) == 0);
  CHECK(thumb_of(10, kRows, kVisible, 5).length == 10);
}

TEST_CASE("Room that is left over goes to the flexible columns") {
  const std::vector<float> wanted = {100, 200, 100};
  CHECK(fill_width(wanted, {false, true, true}, 500) == std::vector<float>{100, 250, 150});
  CHECK(fill_width(wanted, {false, false, false}, 500) == wanted);
}

TEST_CASE("Flexible columns give way before the grid scrolls sideways, but stay readable") {
  const std::vector<float> wanted = {100, 220, 220};
  CHECK(fill_width(wanted, {false, true, true}, 440) == std::vector<float>{100, 170, 170});
  CHECK(fill_width(wanted, {false, true, true}, 300) == wanted);
}

}  // namespace
}  // namespace campaign_lens::view
