#include "table/dictionary.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

namespace campaign_lens {

TEST_CASE("A dictionary gives equal values the same code and code 0 to the missing one") {
  Dictionary dictionary;
  const std::uint32_t failed = dictionary.intern({Kind::text, "Failed"});
  CHECK(failed != 0);
  CHECK(dictionary.intern({Kind::text, "Failed"}) == failed);
  CHECK(dictionary.intern({Kind::text, "failed"}) != failed);
  CHECK(dictionary.intern({Kind::missing, ""}) == 0);
  CHECK(dictionary.cell(failed) == Cell{Kind::text, "Failed"});
  CHECK(dictionary.size() == 3);
}

TEST_CASE("Values of the same text and different kinds are different values") {
  Dictionary dictionary;
  const std::uint32_t number = dictionary.intern({Kind::number, "1"});
  const std::uint32_t text = dictionary.intern({Kind::text, "1"});
  const std::uint32_t null = dictionary.intern({Kind::null, ""});
  const std::uint32_t empty = dictionary.intern({Kind::text, ""});
  CHECK(number != text);
  CHECK(null != empty);
  CHECK(dictionary.cell(null).kind == Kind::null);
  CHECK(dictionary.cell(empty).kind == Kind::text);
}

TEST_CASE("Texts of a dictionary stay where they are while it grows") {
  Dictionary dictionary;
  const std::string_view first = dictionary.cell(dictionary.intern({Kind::text, "the first"})).text;
  std::vector<std::uint32_t> codes;
  for (int i = 0; i < 100'000; ++i)
    codes.push_back(dictionary.intern({Kind::text, "value " + std::to_string(i)}));
  CHECK(first == "the first");
  CHECK(dictionary.cell(1).text.data() == first.data());
  for (int i = 0; i < 100'000; i += 997) {
    const std::string text = "value " + std::to_string(i);
    CHECK(dictionary.cell(codes[static_cast<std::size_t>(i)]).text == text);
    CHECK(dictionary.intern({Kind::text, text}) == codes[static_cast<std::size_t>(i)]);
  }
}

TEST_CASE("A text longer than a block of the arena is kept whole") {
  Dictionary dictionary;
  const std::string large(3'000'000, 'x');
  CHECK(dictionary.cell(dictionary.intern({Kind::text, large})).text == large);
  CHECK(dictionary.cell(dictionary.intern({Kind::text, "small"})).text == "small");
}

}  // namespace campaign_lens
