#include "native/tzif.h"

#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <random>
#include <string>

using namespace campaign_lens;

namespace {

struct Change {
  std::int64_t at_s;
  int type;
};

void append(std::string& file, std::uint64_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
    file.push_back(static_cast<char>(value >> shift & 0xFF));
}

void append_header(std::string& file, std::size_t changes, std::size_t types) {
  file += "TZif2";
  file.append(15, '\0');
  for (const std::size_t count :
       {std::size_t{0}, std::size_t{0}, std::size_t{0}, changes, types, std::size_t{4}}) {
    append(file, count, 4);
  }
}

/// A file as `zic -b slim` writes it: nothing in the first block, what a rule can tell left to the footer.
std::string slim(const std::vector<Change>& changes, const std::vector<std::int32_t>& offsets_s,
                 std::string_view footer) {
  std::string file;
  append_header(file, 0, 1);
  file.append(6 + 4, '\0');
  append_header(file, changes.size(), offsets_s.size());
  for (const Change& change : changes)
    append(file, static_cast<std::uint64_t>(change.at_s), 8);
  for (const Change& change : changes)
    append(file, static_cast<std::uint64_t>(change.type), 1);
  for (const std::int32_t offset_s : offsets_s) {
    append(file, static_cast<std::uint32_t>(offset_s), 4);
    append(file, 0, 2);
  }
  file += std::string("ABC\0", 4);
  return file + "\n" + std::string(footer) + "\n";
}

}  // namespace

TEST_CASE("A zone file without transitions holds one offset") {
  const auto transitions = read_tzif(slim({}, {10'800}, "<+03>-3"));
  REQUIRE(transitions);
  CHECK(*transitions == std::vector<TimeZone::Transition>{{.at_s = 0, .offset_s = 10'800}});
}

TEST_CASE("Of the transitions before 1970 the last one is the first offset") {
  const auto transitions = read_tzif(slim({{-2'000'000'000, 1}, {-10, 2}, {1'000, 1}}, {1, 2, 3}, "UTC0"));
  REQUIRE(transitions);
  CHECK(*transitions ==
        std::vector<TimeZone::Transition>{{.at_s = 0, .offset_s = 3}, {.at_s = 1'000, .offset_s = 2}});
}

TEST_CASE("The closing rule goes on where the transitions end") {
  constexpr std::int64_t kAutumn1996 = 846'378'000;
  const auto transitions = read_tzif(slim({{kAutumn1996, 0}}, {3600, 7200}, "CET-1CEST,M3.5.0,M10.5.0/3"));
  REQUIRE(transitions);
  CHECK(transitions->size() == 2 + 2 * (2037 - 1996));
  CHECK((*transitions)[1].at_s == kAutumn1996);
  CHECK((*transitions)[2] ==
        TimeZone::Transition{.at_s = 859'683'600, .offset_s = 7200});  // 1997-03-30T01:00:00Z
}

TEST_CASE("A zone file of version 1, without types, out of order or with a false type is refused") {
  std::string version_1 = slim({}, {0}, "UTC0");
  version_1[4] = '\0';
  CHECK_FALSE(read_tzif(version_1));
  CHECK_FALSE(read_tzif(slim({}, {}, "UTC0")));
  CHECK_FALSE(read_tzif(slim({{2'000, 0}, {1'000, 0}}, {0}, "UTC0")));
  CHECK_FALSE(read_tzif(slim({{1'000, 1}}, {0}, "UTC0")));
  CHECK_FALSE(read_tzif(slim({}, {0}, "no rule")));
}

TEST_CASE("A zone file cut off anywhere is refused") {
  const std::string whole = slim({{1'000, 1}}, {0, 3600}, "CET-1CEST,M3.5.0,M10.5.0/3");
  REQUIRE(read_tzif(whole));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    INFO(length);
    CHECK_FALSE(read_tzif(std::string(whole.data(), length)));
  }
}

TEST_CASE("A damaged zone file does no harm") {
  const std::string whole = slim({{1'000, 1}, {2'000, 0}}, {0, 3600}, "CET-1CEST,M3.5.0,M10.5.0/3");
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    std::string damaged = whole;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    const auto transitions = read_tzif(damaged);
    if (transitions && transitions->empty()) FAIL(round);
  }
}
