#include "reports.h"

namespace campaign_lens {

namespace {

messages::WindowAnswer window(const Engine& engine, bool exact = false) {
  return engine.window({.table = TableId::delivery, .first = 0, .count = 100, .exact = exact});
}

std::string first_cell(std::string_view json, bool exact) {
  return window(engine_of(json), exact).cells[0].text;
}

}  // namespace

TEST_CASE("Before the first query a window shows all rows under the id 0") {
  const auto answer = window(engine_of(kReport));
  CHECK(answer.query_id == 0);
  CHECK(answer.rows == 3);
  CHECK(answer.columns == 6);
  CHECK(answer.cells.size() == 18);
  CHECK(answer.families ==
        std::vector<StatusFamily>{StatusFamily::success, StatusFamily::failed, StatusFamily::queued});
}

TEST_CASE("A window shows times in the zone; an exact one has them as written") {
  const Engine engine = engine_of(kReport);
  CHECK(window(engine).cells[2].text == "2026-03-01 09:00:07");
  CHECK(window(engine, true).cells[2].text == "2026-03-01T06:00:07Z");
  CHECK(window(engine, true).cells[4] == messages::WindowCell{Kind::number, "1.50"});
}

TEST_CASE("A window shows the rows of the last query, with its id") {
  Engine engine = engine_of(kReport);
  engine.query({.id = 5, .query = {.statuses = {}, .search = "0003", .sort = {}}}).result();
  const auto answer = window(engine);
  CHECK(answer.query_id == 5);
  REQUIRE(answer.rows == 1);
  CHECK(answer.cells[0].text == "+966500000003");
  CHECK(answer.cells[2].kind == Kind::missing);
  CHECK(answer.cells[4].kind == Kind::null);
}

TEST_CASE("A window ends where the rows end, and is empty past them") {
  const Engine engine = engine_of(kReport);
  CHECK(engine.window({.first = 2, .count = 50}).rows == 1);
  CHECK(engine.window({.first = 3, .count = 50}).rows == 0);
  CHECK(engine.window({.first = ~std::uint64_t{0}, .count = ~0U}).rows == 0);
}

TEST_CASE("A long text is cut between characters, and only for the eye") {
  std::string arabic = "x";
  for (int i = 0; i < 600; ++i)
    arabic += "ش";
  const std::string json = R"([{"number": ")" + arabic + R"("}])";
  const std::string shown = first_cell(json, false);
  CHECK(shown.size() <= messages::kMaxCellBytes);
  CHECK(shown.ends_with("ش…"));
  CHECK(first_cell(json, true) == arabic);
}

TEST_CASE("Line ends and control characters are shown as spaces") {
  constexpr std::string_view kJson = R"([{"number": "a\nb\tc\u0000d\u0085e\u2028f\u007Fg"}])";
  CHECK(first_cell(kJson, false) == "a b c d e f g");
  CHECK(first_cell(kJson, true) == std::string_view("a\nb\tc\0d\u0085e\u2028f\x7Fg", 16));
}

}  // namespace campaign_lens
