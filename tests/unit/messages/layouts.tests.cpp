#include "messages/layouts.h"

#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <string>

#include "messages/engine.h"
#include "messages/page.h"
#include "messages/workbook.h"

using namespace campaign_lens;
using namespace campaign_lens::messages;

// The bytes that web/wire.mjs counts on, in hexadecimal.

namespace {

std::string hex(const Bytes& bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const std::byte byte : bytes) {
    text += kDigits[std::to_integer<std::size_t>(byte >> 4)];
    text += kDigits[std::to_integer<std::size_t>(byte & std::byte{15})];
  }
  return text;
}

}  // namespace

TEST_CASE("Kinds of requests are counted from 1") {
  CHECK(hex(encode(Request(Begin{.file_names = {"a"}, .file_bytes = 0x102030405}))) ==
        "01"
        "01000000"
        "0100000061"
        "0504030201000000"
        "0000000000000000");
  CHECK(hex(encode(Request(Finish{Finish::Reason::stopped}))) == "0201");
  CHECK(hex(encode(Request(Describe{}))) == "03");
  CHECK(hex(encode(Request(NextFile{}))) == "09");
}

TEST_CASE("The layout of a query") {
  const QueryRequest request{
      .id = 7,
      .query = {.table = TableId::clicks,
                .statuses = FamilySet().with(StatusFamily::success).with(StatusFamily::failed),
                .search = "x",
                .sort = {{.column = 2, .descending = true}}}};
  const std::string fields =
      "07000000"
      "01"
      "0a"
      "0100000078"
      "01000000"
      "0200000001"
      "00000000"
      "00000000"
      "00000000";
  CHECK(hex(encode(Request(request))) == "04" + fields);
  CHECK(hex(encode(ToPage(request))) == "03" + fields);
}

TEST_CASE("The layout of filters: the column, whether it is negated, the kind of the condition, its fields") {
  using namespace condition;
  const auto layout = [](bool negated, Condition condition) {
    QueryRequest request;
    request.query.filters = {{.column = 2, .negated = negated, .condition = std::move(condition)}};
    const std::size_t before_filters = 1 + 4 + 1 + 1 + 3 * 4, sets = 4;
    const std::string bytes = hex(encode(Request(request)));
    return bytes.substr(2 * before_filters, bytes.size() - 2 * (before_filters + sets));
  };
  const std::string filter =
      "01000000"
      "02000000";
  CHECK(layout(true, OneOf{.values = {"a", ""}, .blank = true}) == filter +
                                                                       "01"
                                                                       "00"
                                                                       "02000000"
                                                                       "0100000061"
                                                                       "00000000"
                                                                       "01");
  CHECK(layout(false, Text{.place = Text::Place::at_start, .texts = {"a"}}) == filter +
                                                                                   "00"
                                                                                   "01"
                                                                                   "01"
                                                                                   "01000000"
                                                                                   "0100000061");
  CHECK(layout(false, Times{.from = kNoTime, .until = 1}) == filter +
                                                                 "00"
                                                                 "02"
                                                                 "0000000000000080"
                                                                 "0100000000000000");
  CHECK(layout(false, Period{.span = Period::Span::last_week}) == filter +
                                                                      "00"
                                                                      "03"
                                                                      "02");
  CHECK(layout(false, Numbers{.least = 1, .greatest = {}}) == filter +
                                                                  "00"
                                                                  "04"
                                                                  "01"
                                                                  "000000000000f03f"
                                                                  "00");
  CHECK(layout(false, Repeated{}) == filter +
                                         "00"
                                         "05");
  CHECK(layout(false, HourOfWeek{.hour = 9}) == filter +
                                                    "00"
                                                    "06"
                                                    "09000000");
  CHECK(layout(true, FromCountry{.name = "a"}) == filter +
                                                      "01"
                                                      "07"
                                                      "0100000061");
}

TEST_CASE("The layout of a question for values and of its answer") {
  const FacetRequest request{.id = 7, .query = {}, .column = 2, .search = "x", .first = 5, .count = 1};
  const std::string fields =
      "07000000"
      "00"
      "00"
      "00000000"
      "00000000"
      "00000000"
      "00000000"
      "00000000"
      "02000000"
      "0100000078"
      "0500000000000000"
      "01000000";
  CHECK(hex(encode(Request(request))) == "0a" + fields);
  CHECK(hex(encode(ToPage(request))) == "0b" + fields);

  const FacetAnswer answer{.id = 7,
                           .table = TableId::clicks,
                           .column = 2,
                           .rows = 3,
                           .blank_rows = 1,
                           .distinct = 6,
                           .first = 5,
                           .values = {{.text = "x", .rows = 2}},
                           .elapsed_ms = 1};
  const std::string answer_fields =
      "07000000"
      "01"
      "02000000"
      "0300000000000000"
      "0100000000000000"
      "0600000000000000"
      "0500000000000000"
      "01000000"
      "0100000078"
      "0200000000000000"
      "000000000000f03f";
  CHECK(hex(encode(answer)) == answer_fields);
  CHECK(hex(encode(ToViewer(Faceted{answer}))) == "0e" + answer_fields);
}

TEST_CASE("The layout of a question for insight, and of sets in a query") {
  const std::string everything =
      "00"
      "00"
      "00000000"
      "00000000"
      "00000000"
      "00000000";
  InsightRequest request{.id = 7, .delivery = {}, .clicks = {}, .now = 5};
  request.clicks.sets = {{.set = RowSet::failed_for_good, .negated = true}};
  CHECK(hex(encode(Request(request))) ==
        "0b"
        "07000000" +
            everything + "00000000" + everything +
            "01000000"
            "13"
            "01"
            "0500000000000000");
}

TEST_CASE("The layout of how far a query is, and of a response before its answer") {
  CHECK(hex(encode(ToViewer(QueryProgress{.table = TableId::clicks, .id = 7, .done = 1}))) ==
        "11"
        "01"
        "07000000"
        "000000000000f03f");
  const Bytes response = unfinished(1);
  CHECK(hex(response) ==
        "02"
        "000000000000f03f");
  CHECK(read_unfinished(response) == 1);
  CHECK_FALSE(read_response(response).ok());
  CHECK_FALSE(read_unfinished({}));
}

TEST_CASE("The layout of a window and of its answer") {
  const WindowRequest request{
      .query_id = 7, .table = TableId::delivery, .first = 5, .count = 1, .exact = true};
  CHECK(hex(encode(Request(request))) ==
        "05"
        "07000000"
        "00"
        "0500000000000000"
        "01000000"
        "01");

  const WindowAnswer answer{.query_id = 7,
                            .table = TableId::delivery,
                            .first = 5,
                            .rows = 1,
                            .columns = 2,
                            .families = {StatusFamily::unrecognised},
                            .cells = {{.kind = Kind::text, .text = "ab"}, {}}};
  const std::string fields =
      "07000000"
      "00"
      "0500000000000000"
      "01000000"
      "02000000"
      "0100000005"
      "02000000"
      "02020000006162"
      "0000000000";
  CHECK(hex(encode(answer)) == fields);
  CHECK(hex(encode(ToViewer(Windowed{answer}))) == "05" + fields);
}

TEST_CASE("The layout of an error in a response and of one for the viewer") {
  const std::string place =
      "01"
      "0c00000000000000"
      "5901000000000000"
      "02000000";
  CHECK(hex(response(Error{"no", Place{.line = 12, .byte_offset = 345, .file = 2}})) ==
        "01"
        "020000006e6f" +
            place);
  CHECK(hex(response(Error{"no", std::nullopt})) ==
        "01"
        "020000006e6f"
        "00");
  CHECK(
      hex(encode(ToViewer(OpenFailed{.file_name = "a", .error = {"no", std::nullopt}, .cancelled = true}))) ==
      "03"
      "0100000061"
      "020000006e6f"
      "00"
      "01");
}

TEST_CASE("The layout of what an empty report is: every list without elements") {
  const std::string empty_text = "00000000";
  const std::string zero = "0000000000000000";
  const std::string expected = "0101" + empty_text + zero + "00000000" +
                               empty_text  // complete, to the end, file name, size and files, campaign
                               + "00000000" + empty_text                         // facts, zone
                               + zero + zero + zero + zero + zero + zero + zero  // counts
                               +
                               "00000000"
                               "00000000" +
                               zero + zero  // columns and rows of either table
                               + "00000000" + zero +
                               "00000000"  // locations, how many more, warnings
                               "00000000"
                               "00000000"
                               "00000000" +  // contents of either table, unknown statuses
                               zero +
                               empty_text +  // naive times, stated zone
                               "00000000"
                               "00000000" +
                               empty_text;  // corrections: roles, statuses, zone
  CHECK(hex(encode(ReportSummary{})) == expected);
}

TEST_CASE("The layout of a warning") {
  ReportSummary summary;
  summary.files = {"a", "b"};
  const std::string without = hex(encode(summary));
  summary.warnings = {{.message = "no",
                       .count = 3,
                       .places = {{.place = {.line = 12, .byte_offset = 345, .file = 1}, .detail = "x"}}}};
  const std::string warning =
      "01000000"
      "020000006e6f"
      "0300000000000000"
      "01000000"
      "0c00000000000000"
      "5901000000000000"
      "01000000"
      "0100000078";
  const std::string with = hex(encode(summary));
  CHECK(with.size() == without.size() + warning.size() - std::string_view("00000000").size());
  CHECK(with.find(warning) != std::string::npos);
}

TEST_CASE("The layout of corrections, as the viewer asks for them and as the engine is asked") {
  const Correct correct{{.roles = {{.table = TableId::clicks, .column = "whom", .role = Role::number}},
                         .statuses = {{.status = "42", .family = StatusFamily::failed}},
                         .zone = "UTC"}};
  const std::string fields =
      "01000000"
      "01"
      "0400000077686f6d"
      "01"
      "01000000"
      "020000003432"
      "03"
      "03000000555443";
  CHECK(hex(encode(Request(correct))) == "08" + fields);
  CHECK(hex(encode(ToPage(correct))) == "09" + fields);
}

TEST_CASE("The layout of the environment and of an activated control") {
  CHECK(hex(encode(ToViewer(Environment{.dark = true,
                                        .reduced_motion = false,
                                        .more_contrast = false,
                                        .engine_in_page = true,
                                        .asks_where = false,
                                        .theme = ThemeChoice::dark}))) == "0a010000010002");
  CHECK(hex(encode(ToViewer(Activated{.node = 3, .text = std::nullopt}))) == "0c0300000000");
  CHECK(hex(encode(ToViewer(Activated{.node = 3, .text = "a"}))) == "0c03000000010100000061");
}

TEST_CASE("The layout of an export: its options end with the columns of each table") {
  const ExportRequest request{.format = ExportFormat::csv,
                              .delivery = {},
                              .clicks = {.table = TableId::clicks, .statuses = {}, .search = {}, .sort = {}},
                              .options = {.clicks = false, .columns = {{{2, 1}, {}}}}};
  const std::string nothing_asked(42, '0');
  const std::string fields =
      "01"
      "00" +
      nothing_asked + "01" + nothing_asked +
      "010001010000"
      "020000000200000001000000"
      "00000000";
  CHECK(hex(encode(ToPage(StartExport{.request = request, .ask_where = true}))) == "05" + fields + "01");
  CHECK(hex(encode(ToPage(EstimateExport{.id = 7, .request = request}))) == "0e07000000" + fields);
  CHECK(hex(encode(ToViewer(Estimated{.id = 7,
                                      .bytes = 1,
                                      .delivery_rows = 2,
                                      .click_rows = 3,
                                      .locations = 4,
                                      .failure_reasons = 5}))) ==
        "1207000000"
        "0100000000000000"
        "0200000000000000"
        "0300000000000000"
        "0400000000000000"
        "0500000000000000");
}

TEST_CASE("The layout of a row batch") {
  RowBatch batch{.table = TableId::clicks, .first = 1, .rows = 2, .columns = {{}}};
  batch.columns[0].add(RowBatch::Form::text, "a");
  batch.columns[0].add(TimeUs{2});
  batch.columns[0].codes = {0, 7};
  batch.columns[0].rows = {1, 0};
  CHECK(hex(encode(batch)) ==
        "01"
        "0100000000000000"
        "02000000"
        "01000000"
        "02000000"
        "0103"
        "02000000"
        "0100000001000000"
        "0100000061"
        "02000000"
        "0000000000000080"
        "0200000000000000"
        "02000000"
        "0000000007000000"
        "02000000"
        "0100000000000000");
}
