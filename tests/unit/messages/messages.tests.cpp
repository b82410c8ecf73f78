#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstddef>
#include <optional>
#include <random>
#include <span>
#include <utility>
#include <vector>

#include "samples.h"

using namespace campaign_lens;
using namespace campaign_lens::messages;

namespace {

/// One message of each struct, and how it is read.
template <typename T, auto decode_function, auto samples_function>
struct Codec {
  static std::optional<T> decode(std::span<const std::byte> message) { return decode_function(message); }
  static std::vector<T> samples() {
    if constexpr (std::is_same_v<decltype(samples_function()), T>) {
      return {samples_function()};
    } else {
      return samples_function();
    }
  }
};
using Summaries = Codec<ReportSummary, decode_report_summary, sample_summary>;
using QueryAnswers = Codec<QueryAnswer, decode_query_answer, sample_query_answer>;
using FacetAnswers = Codec<FacetAnswer, decode_facet_answer, sample_facet_answer>;
using InsightAnswers = Codec<InsightAnswer, decode_insight_answer, sample_insight_answer>;
using FindAnswers = Codec<FindAnswer, decode_find_answer, sample_find_answer>;
using WindowAnswers = Codec<WindowAnswer, decode_window_answer, sample_window_answer>;
using Plans = Codec<WorkbookPlan, decode_workbook_plan, sample_plan>;
using Ends = Codec<WorkbookEnd, decode_workbook_end, sample_end>;
using TextAnswers = Codec<TextAnswer, decode_text_answer, sample_text_answer>;
using Batches = Codec<RowBatch, decode_row_batch, sample_batch>;
using Requests = Codec<Request, decode_request, sample_requests>;
using ToViewers = Codec<ToViewer, decode_to_viewer, sample_to_viewer>;
using ToPages = Codec<ToPage, decode_to_page, sample_to_page>;

}  // namespace

TEMPLATE_TEST_CASE("A message is read as it was written", "", Summaries, QueryAnswers, FacetAnswers,
                   FindAnswers, InsightAnswers, WindowAnswers, Plans, Ends, TextAnswers, Batches, Requests,
                   ToViewers, ToPages) {
  for (const auto& message : TestType::samples()) {
    const auto read = TestType::decode(encode(message));
    REQUIRE(read);
    CHECK(bool(*read == message));
  }
}

TEMPLATE_TEST_CASE("A message cut off anywhere is refused", "", Summaries, QueryAnswers, FacetAnswers,
                   FindAnswers, InsightAnswers, WindowAnswers, Plans, Ends, TextAnswers, Batches, Requests,
                   ToViewers, ToPages) {
  for (const auto& message : TestType::samples()) {
    const Bytes whole = encode(message);
    for (std::size_t length = 0; length < whole.size(); ++length) {
      const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
      if (TestType::decode(cut)) FAIL("cut at " << length << " of " << whole.size());
    }
  }
}

TEMPLATE_TEST_CASE("A message with a byte too many is refused", "", Summaries, QueryAnswers, FacetAnswers,
                   FindAnswers, InsightAnswers, WindowAnswers, Plans, Ends, TextAnswers, Batches, Requests,
                   ToViewers, ToPages) {
  for (const auto& message : TestType::samples()) {
    Bytes longer = encode(message);
    longer.push_back(std::byte{0});
    CHECK_FALSE(TestType::decode(longer));
  }
}

// So no damage is taken for something else: each message has one form.
TEMPLATE_TEST_CASE("A damaged message is refused, or is the message that those bytes are", "", Summaries,
                   QueryAnswers, FacetAnswers, FindAnswers, InsightAnswers, WindowAnswers, Plans, Ends,
                   TextAnswers, Batches, Requests, ToViewers, ToPages) {
  std::mt19937 random(1);
  for (const auto& message : TestType::samples()) {
    const Bytes whole = encode(message);
    for (int round = 0; round < 2'000; ++round) {
      Bytes damaged = whole;
      for (unsigned changes = random() % 3 + 1; changes > 0; --changes) {
        damaged[random() % damaged.size()] =
            static_cast<std::byte>(random() % 4 == 0 ? 0xFF : random() % 256);
      }
      const auto read = TestType::decode(damaged);
      if (read && encode(*read) != damaged) FAIL("round " << round);
    }
  }
}

TEST_CASE("An enumeration past its last value is refused") {
  Bytes message = encode(QueryAnswer{.id = 1, .table = TableId::clicks, .rows = 2, .elapsed_ms = 3});
  REQUIRE(decode_query_answer(message));
  message[4] = std::byte{2};  // the table, after the id
  CHECK_FALSE(decode_query_answer(message));
}

TEST_CASE("A kind that does not exist is refused") {
  CHECK_FALSE(decode_request(Bytes{std::byte{0}}));
  CHECK_FALSE(decode_request(Bytes{std::byte{1 + std::variant_size_v<Request>}}));
  CHECK_FALSE(decode_to_page(Bytes{std::byte{std::variant_size_v<ToPage>}}));
  CHECK_FALSE(decode_to_viewer(Bytes{std::byte{std::variant_size_v<ToViewer>}}));
}

TEST_CASE("A status family that does not exist is refused in a filter") {
  Bytes message = encode(Request(QueryRequest{}));
  REQUIRE(decode_request(message));
  message[6] = std::byte{1U << kStatusFamilyCount};  // the statuses, after kind, id and table
  CHECK_FALSE(decode_request(message));
}

TEST_CASE("A count of elements that are not there is refused before room is made for them") {
  Bytes message = encode(Request(QueryRequest{}));
  for (std::size_t i = 0; i < 4; ++i)
    message[message.size() - 1 - i] = std::byte{0xFF};  // the count of sort keys
  CHECK_FALSE(decode_request(message));
}

TEST_CASE("A condition of a kind that does not exist is refused") {
  Query query;
  query.filters = {{.column = 1, .condition = condition::Repeated{}}};
  Bytes message = encode(Request(QueryRequest{.id = 1, .query = query}));
  REQUIRE(decode_request(message));
  message.back() = std::byte{std::variant_size_v<Condition>};
  CHECK_FALSE(decode_request(message));
}

TEST_CASE("A range of numbers with NaN, which is not equal to itself, is refused") {
  Query query;
  query.filters = {{.column = 1, .condition = condition::Numbers{.least = std::nan(""), .greatest = {}}}};
  CHECK_FALSE(decode_request(encode(Request(QueryRequest{.id = 1, .query = query}))));
  query.filters = {{.column = 1, .condition = condition::Numbers{.least = {}, .greatest = std::nan("")}}};
  CHECK_FALSE(decode_request(encode(Request(QueryRequest{.id = 1, .query = query}))));
}

TEST_CASE("More filters and sort keys than anybody asks for are refused") {
  QueryRequest request;
  request.query.filters.resize(kMaxFilters);
  request.query.sort.resize(kMaxSortKeys);
  CHECK(decode_request(encode(Request(request))));
  request.query.filters.emplace_back();
  CHECK_FALSE(decode_request(encode(Request(request))));
  request.query.filters.clear();
  request.query.sort.emplace_back();
  CHECK_FALSE(decode_request(encode(Request(request))));
}

TEST_CASE("A window whose cells do not fill its rows and columns is refused") {
  WindowAnswer answer = sample_window_answer();
  answer.cells.pop_back();
  CHECK_FALSE(decode_window_answer(encode(answer)));

  answer = sample_window_answer();
  answer.families.push_back(StatusFamily::failed);
  CHECK_FALSE(decode_window_answer(encode(answer)));
  CHECK_FALSE(decode_to_viewer(encode(ToViewer(Windowed{answer}))));

  answer.families.clear();  // as in the click table
  CHECK(decode_window_answer(encode(answer)));
}

TEST_CASE("A warning about a file that the report does not have is refused") {
  ReportSummary summary = sample_summary();
  REQUIRE(decode_report_summary(encode(summary)));
  summary.warnings[0].places[1].place.file = 2;
  CHECK_FALSE(decode_report_summary(encode(summary)));
  CHECK_FALSE(decode_to_viewer(encode(ToViewer(Opened{.summary = summary, .elapsed_ms = 1}))));

  summary.files.clear();  // as of one file
  summary.warnings[0].places[1].place.file = 0;
  CHECK(decode_report_summary(encode(summary)));
}

TEST_CASE("A place is told in words, with its file where several are one report") {
  ReportSummary summary = sample_summary();
  const Place place{.line = 1'234, .byte_offset = 56'789, .file = 1};
  CHECK(in_words(summary, place) == "rest.json, line 1234, byte 56789");
  summary.files.clear();
  CHECK(in_words(summary, {.line = 1'234, .byte_offset = 56'789}) == "line 1234, byte 56789");
}

TEST_CASE("A batch whose columns are not of its rows or do not fit together is refused") {
  const auto refused = [](auto damage) {
    RowBatch batch = sample_batch();
    damage(batch);
    return !decode_row_batch(encode(batch));
  };
  CHECK_FALSE(refused([](RowBatch&) {}));
  CHECK(refused([](RowBatch& batch) { batch.rows = 4; }));
  CHECK(refused([](RowBatch& batch) { batch.columns[0].forms.pop_back(); }));
  CHECK(refused([](RowBatch& batch) { batch.columns[0].times.pop_back(); }));
  CHECK(refused([](RowBatch& batch) { batch.columns[0].rows = {0, 1, 2}; }));
  CHECK(refused([](RowBatch& batch) { batch.columns[0].ends[0] = 2'000'000; }));
  CHECK(refused([](RowBatch& batch) { batch.columns[0].texts += 'x'; }));
  CHECK(refused([](RowBatch& batch) { batch.columns[1].codes.pop_back(); }));
  CHECK(refused([](RowBatch& batch) { batch.columns[1].codes[0] = RowBatch::kMaxCodes; }));
  CHECK(refused([](RowBatch& batch) { batch.columns[1].rows[0] = 2; }));
  CHECK(refused([](RowBatch& batch) { batch.columns[1].rows.pop_back(); }));
}

TEST_CASE("A sheet's plan without a width for each column is refused") {
  WorkbookPlan plan = sample_plan();
  plan.sheets[0].widths.pop_back();
  CHECK_FALSE(decode_workbook_plan(encode(plan)));
}
