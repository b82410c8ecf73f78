#include "table/packed_integers.h"

#include <catch2/catch_test_macros.hpp>

#include "table/packed_slots.h"

namespace campaign_lens {
namespace {

std::vector<std::uint64_t> unpacked(const PackedIntegers& packed) {
  std::vector<std::uint64_t> values(packed.size());
  packed.for_each([&](std::size_t i, std::uint64_t value) {
    values[i] = value;
    CHECK(packed[i] == value);
  });
  return values;
}

}  // namespace

TEST_CASE("Integers of every width come back, and take no more bytes each than their range needs") {
  for (std::size_t width = 0; width <= 8; ++width) {
    for (const std::uint64_t base : {std::uint64_t{0}, std::uint64_t{17}}) {
      const std::uint64_t range = width == 0 ? 0 : (~std::uint64_t{0} >> (64 - 8 * width)) - base;
      const std::vector<std::uint64_t> values = {base, base + range, base + range / 3, base,
                                                 base + range / 2};
      const PackedIntegers packed(values);
      CHECK(unpacked(packed) == values);
      CHECK(packed.least() == base);
      CHECK(packed.greatest() == base + range);
      CHECK(packed.heap_bytes() <= 5 * width + 8);
    }
  }
}

TEST_CASE("Of no integers there is nothing, of one nothing but itself") {
  CHECK(unpacked(PackedIntegers()).empty());
  CHECK(unpacked(PackedIntegers(std::span<const std::uint32_t>())).empty());
  const std::vector<std::uint32_t> one = {~0U};
  CHECK(unpacked(PackedIntegers(one)) == std::vector<std::uint64_t>{~0U});
}

TEST_CASE("Slots hold numbers and codes, in as many bytes as the numbers need") {
  const std::uint64_t far = 966'500'000'000;
  const std::vector<Slot> slots = {far,    slot_of_code(0), far + 200, slot_of_code(7), slot_of_code(0),
                                   far + 3};
  const PackedSlots packed(slots);
  for (std::size_t row = 0; row < slots.size(); ++row)
    CHECK(packed[row] == slots[row]);
  CHECK(packed.numbers() == 3);
  CHECK(packed.least() == far);
  CHECK(packed.greatest() == far + 200);
  CHECK(std::vector(packed.codes().begin(), packed.codes().end()) == std::vector<std::uint32_t>{0, 7});
  CHECK(packed.heap_bytes() <= slots.size() + 8 + 2 * sizeof(std::uint32_t));
}

TEST_CASE("Slots may be numbers alone, up to the greatest, or codes alone") {
  for (const std::vector<Slot>& slots : {std::vector<Slot>{0, (Slot{1} << 63) - 1, 5},
                                         std::vector<Slot>{slot_of_code(~0U), slot_of_code(3)}}) {
    const PackedSlots packed(slots);
    for (std::size_t row = 0; row < slots.size(); ++row)
      CHECK(packed[row] == slots[row]);
  }
}

}  // namespace campaign_lens
