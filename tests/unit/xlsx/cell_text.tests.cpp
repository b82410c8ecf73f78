#include "xlsx/cell_text.h"

#include <catch2/catch_test_macros.hpp>

namespace campaign_lens {

TEST_CASE("Ordinary texts stay as they are") {
  for (const char* text : {"", "plain", " spaces around ", "=1+1", "+966500000001", "الرياض", "😀 é",
                           "tab\tand\nline", "_x", "_x12_", "_x000G_", "http://a.example/?q=1&r=2"}) {
    CHECK(cell_text(text).text == text);
    CHECK_FALSE(cell_text(text).cut);
    CHECK_FALSE(cell_text(text).replaced);
  }
}

TEST_CASE("Control characters are written as Excel writes them") {
  CHECK(cell_text("a\rb\x07").text == "a_x000D_b_x0007_");
  CHECK(cell_text(std::string_view("\0\x1F", 2)).text == "_x0000__x001F_");
}

TEST_CASE("A text that looks like an escaped character stays that text") {
  CHECK(cell_text("_x000D_").text == "_x005F_x000D_");
  CHECK(cell_text("_x000d__x0041_").text == "_x005F_x000d__x005F_x0041_");
}

TEST_CASE("What XML refuses is replaced and said") {
  const CellText invalid = cell_text("a\xFFz");
  CHECK(invalid.text == "a\uFFFDz");
  CHECK(invalid.replaced);
  const CellText surrogate = cell_text("\xED\xA0\x80");
  CHECK(surrogate.replaced);
  CHECK(surrogate.text.find("\xED\xA0") == std::string::npos);
  CHECK(cell_text("x\xEF\xBF\xBEy\xEF\xBF\xBF").text == "x\uFFFDy\uFFFD");
  CHECK(cell_text("x\xEF\xBF\xBE").replaced);
  CHECK_FALSE(cell_text("x\uFFFD").replaced);
}

TEST_CASE("A text of the limit stays whole, one unit more is cut with a mark") {
  const std::string whole(kMaxCellUnits, 'a');
  CHECK(cell_text(whole).text == whole);
  const CellText cut = cell_text(whole + "a");
  CHECK(cut.cut);
  CHECK(cut.text == std::string(kMaxCellUnits - 1, 'a') + "…");
}

TEST_CASE("Characters beyond the first plane count as two units and are not cut in half") {
  std::string faces;
  for (std::size_t i = 0; i < kMaxCellUnits / 2; ++i)
    faces += "😀";
  CHECK(cell_text(faces + "a").text == faces + "a");
  const CellText cut = cell_text(faces + "aa");
  CHECK(cut.cut);
  CHECK(cut.text == faces + "…");
  CHECK(cell_text("a" + faces + "a").text == "a" + faces.substr(4) + "…");
}

TEST_CASE("Escapes count with all of their letters, as the library counts them") {
  const CellText cell = cell_text(std::string(10'000, '\x01'));
  CHECK(cell.cut);
  CHECK(cell.text.size() <= kMaxCellUnits + 2);
  CHECK(cell.text.ends_with("_x0001_…"));
}

}  // namespace campaign_lens
