#include "base/utf8.h"

#include <catch2/catch_test_macros.hpp>

#include "base/text.h"

using namespace campaign_lens;

TEST_CASE("Every code point is read as it was written") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const CodePoint read = first_code_point(text);
    if (!read.valid || read.value != c || read.bytes != text.size())
      FAIL("U+" << std::hex << std::uint32_t{c});
  }
}

TEST_CASE("Valid text stays as it is") {
  const std::string text = "Riyadh الرياض 东京 🎉";
  CHECK(valid_utf8(text) == text);
  CHECK(valid_utf8("").empty());
}

TEST_CASE("Each maximal part of an invalid sequence becomes one replacement character") {
  const std::string replacement = "\xEF\xBF\xBD";
  const auto replaced = [&replacement](int times) {
    std::string text = "a";
    for (int i = 0; i < times; ++i)
      text += replacement;
    return text + "b";
  };
  CHECK(valid_utf8("a\x80"
                   "b") == replaced(1));  // a continuation alone
  CHECK(valid_utf8("a\xC0\xAF"
                   "b") == replaced(2));  // overlong
  CHECK(valid_utf8("a\xE0\x80\xAF"
                   "b") == replaced(3));  // overlong
  CHECK(valid_utf8("a\xED\xA0\x80"
                   "b") == replaced(3));  // a surrogate
  CHECK(valid_utf8("a\xF4\x90\x80\x80"
                   "b") == replaced(4));  // past U+10FFFF
  CHECK(valid_utf8("a\xF5"
                   "b") == replaced(1));
  CHECK(valid_utf8("a\xE2\x82"
                   "b") == replaced(1));  // cut off
  CHECK(valid_utf8("a\xF0\x9F\x8E"
                   "b") == replaced(1));  // cut off
  CHECK(valid_utf8("a\xF0\x9F\xE2\x82\xAC"
                   "b") == "a" + replacement + "€b");
}

TEST_CASE("A sequence that the text ends in is replaced") {
  CHECK(valid_utf8("a\xE2\x82") == "a\xEF\xBF\xBD");
  CHECK(valid_utf8("\xF0") == "\xEF\xBF\xBD");
}
