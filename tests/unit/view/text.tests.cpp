#include "view/text.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "headless.h"

namespace campaign_lens::view {
namespace {

struct Written {
  Headless headless;
  FakeRuns runs;
  Text text{runs};

  // Draws into the box and gives the drawn vertices' bounds.
  Rect draw(const Rect& box, Align align, std::string_view words, bool* cut = nullptr) {
    Rect bounds;
    headless.frame([&] {
      ImDrawList& list = *ImGui::GetForegroundDrawList();
      const bool was_cut = text.draw_in(list, box, align, IM_COL32_WHITE, words, type::body);
      if (cut != nullptr) *cut = was_cut;
      if (list.VtxBuffer.empty()) return;
      float left = 1e9F, right = -1e9F;
      for (const ImDrawVert& vertex : list.VtxBuffer) {
        left = std::min(left, vertex.pos.x);
        right = std::max(right, vertex.pos.x);
      }
      bounds = {left, box.y, right - left, box.height};
    });
    return bounds;
  }
};

TEST_CASE("Latin is Inter's, Arabic and emoji are the browser's") {
  Written written;
  CHECK(written.text.covers("Åre – “42.9%” · Ž"));
  CHECK_FALSE(written.text.covers("عرض"));
  CHECK_FALSE(written.text.covers("ok 🎉"));
  written.draw({0, 0, 500, 20}, Align::start, "Riyadh");
  CHECK(written.runs.asked == 0);
  written.draw({0, 0, 500, 20}, Align::start, "الرياض");
  CHECK(written.runs.asked > 0);
}

TEST_CASE("What fits is drawn whole, what does not is cut within its box") {
  Written written;
  bool cut = true;
  written.draw({10, 0, 300, 20}, Align::start, "Riyadh", &cut);
  CHECK_FALSE(cut);
  const Rect bounds = written.draw({10, 0, 60, 20}, Align::start, "User is not reachable", &cut);
  CHECK(cut);
  CHECK(bounds.right() <= 71);
}

TEST_CASE("What was measured to fit is not cut for a rounding error, whoever draws it") {
  Written written;
  for (const char* words : {"Riyadh", "الرياض"}) {
    const float measured = written.text.width(words, type::body);
    bool cut = true;
    written.draw({10, 0, measured - 0.01F, 20}, Align::start, words, &cut);
    CHECK_FALSE(cut);
    written.draw({10, 0, measured - 1, 20}, Align::start, words, &cut);
    CHECK(cut);
  }
}

TEST_CASE("A cut run of the browser keeps its beginning: on the right if it is right to left") {
  Written written;
  bool cut = false;
  const Rect fits = written.draw({100, 0, 200, 20}, Align::start, "ض", &cut);
  CHECK_FALSE(cut);
  CHECK(fits.right() == 300);
  const Rect bounds = written.draw({100, 0, 50, 20}, Align::start, "الرياض", &cut);
  CHECK(cut);
  CHECK(bounds.x >= 99);
  CHECK(bounds.right() <= 151);
}

TEST_CASE("A cut run of the browser fades into the dots: it is cut within a letter") {
  Written written;
  written.headless.frame([&] {
    const auto faded = [&](float width, ImU32 colour) {
      ImDrawList& list = *ImGui::GetForegroundDrawList();
      const int before = list.VtxBuffer.Size;
      written.text.draw_in(list, {100, 0, width, 20}, Align::start, colour, "الرياض", type::body);
      return std::count_if(list.VtxBuffer.begin() + before, list.VtxBuffer.end(),
                           [](const ImDrawVert& corner) { return (corner.col & IM_COL32_A_MASK) == 0; });
    };
    CHECK(faded(500, IM_COL32_WHITE) == 0);
    CHECK(faded(50, IM_COL32_WHITE) == 2);
    CHECK(faded(20, IM_COL32_WHITE) == 2);  // all of it
    CHECK(faded(50, IM_COL32_BLACK_TRANS) == 0);
  });
}

TEST_CASE("A sentence begins on the left, also with an Arabic name") {
  Written written;
  written.headless.frame([&] {
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    written.text.draw_sentence(list, {100, 0, 900, 20}, IM_COL32_WHITE, "الرياض leads", type::body);
    REQUIRE_FALSE(list.VtxBuffer.empty());
    float left = 1e9F;
    for (const ImDrawVert& vertex : list.VtxBuffer)
      left = std::min(left, vertex.pos.x);
    CHECK(left == 100);
  });
}

TEST_CASE("Amounts end where their column ends") {
  Written written;
  const Rect bounds = written.draw({0, 0, 200, 20}, Align::end, "1,234");
  CHECK(bounds.right() > 195);
  CHECK(bounds.right() <= 201);
}

TEST_CASE("Digits are of one width") {
  Written written;
  written.headless.frame([&] {
    for (char digit = '1'; digit <= '9'; ++digit) {
      CHECK(written.text.width(std::string(8, digit), type::body) ==
            written.text.width("00000000", type::body));
    }
  });
}

TEST_CASE("Control characters, damaged UTF-8 and empty boxes are drawn without harm") {
  Written written;
  for (const std::string_view words :
       {std::string_view("a\nb\tc\0d", 7), std::string_view("\xC3"), std::string_view("\xF0\x9F"),
        std::string_view("\xFF\xFE\x80"), std::string_view("")}) {
    written.draw({0, 0, 100, 20}, Align::start, words);
    written.draw({0, 0, 1, 20}, Align::start, words);
    written.draw({0, 0, 0, 0}, Align::end, words);
  }
  written.draw({0, 0, 100, 20}, Align::centre, std::string(1 << 20, 'x'));
}

TEST_CASE("A paragraph loses nothing but the blanks at which it is broken") {
  Written written;
  written.headless.frame([&] {
    const std::string words = "Accepted by the flow studio, but no flow execution report received yet";
    std::string joined;
    for (const std::string_view line : written.text.wrap(words, type::body, 160)) {
      CHECK(written.text.width(line, type::body) <= 160);
      joined += (joined.empty() ? "" : " ") + std::string(line);
    }
    CHECK(joined == words);
  });
}

TEST_CASE("A word longer than the line is broken, a line feed always breaks") {
  Written written;
  written.headless.frame([&] {
    const std::string url(200, 'w');
    std::string joined;
    for (const std::string_view line : written.text.wrap(url, type::body, 160))
      joined += line;
    CHECK(joined == url);
    CHECK(written.text.wrap("a\nb", type::body, 160).size() == 2);
  });
}

}  // namespace
}  // namespace campaign_lens::view
