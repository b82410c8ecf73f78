// Compressed reports and reports in UTF-16: they read as what is in them.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include <zlib.h>

#include "random_report.h"
#include "render.h"
#include "table/column_reader.h"

namespace campaign_lens {
namespace {

std::string gzipped(std::string_view text) {
  constexpr int kGzip = 16;
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + kGzip, 8,
                       Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(deflateBound(&stream, text.size()) + 64, '\0');
  std::string input(text);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

/// A member that says that it has a block of so many bytes, which are not compressed: the text and whatever
/// follows it.
std::string stored(std::string_view text, std::uint16_t bytes) {
  std::string member("\x1F\x8B\x08\0\0\0\0\0\0\xFF\0", 11);
  for (const unsigned length : {unsigned{bytes}, ~unsigned{bytes}}) {
    member += static_cast<char>(length & 0xFF);
    member += static_cast<char>(length >> 8 & 0xFF);
  }
  return member.append(text);
}

std::string utf16(std::u16string_view text, bool little_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += little_endian ? low : high;
    bytes += little_endian ? high : low;
  }
  return bytes;
}

std::string list_of(int records) {
  std::string json = "[";
  for (int i = 0; i < records; ++i)
    json += (i == 0 ? "" : ",\n") + std::string(R"({"number": ")") + std::to_string(i * 7919) + R"("})";
  return json + "]";
}

constexpr std::string_view kCorrupt =
    "The compressed file is damaged: what comes before this place may be wrong, and what comes behind it may "
    "be missing.";

constexpr std::string_view kStrayBytes =
    "Behind the compressed data stand bytes that are no part of it; they were passed over.";

std::uint64_t counted(const Result<Dataset>& report, std::string_view message) {
  const auto warning = std::ranges::find(report.value().warnings, message, &Warning::message);
  return warning == report.value().warnings.end() ? 0 : warning->count;
}

std::vector<std::string> numbers_of(const Result<Dataset>& report) {
  std::vector<std::string> numbers;
  ColumnReader reader(report.value().delivery.columns().front());
  for (std::uint64_t row = 0; row < report.value().delivery.rows(); ++row)
    numbers.emplace_back(reader.cell(row).text);
  return numbers;
}

Result<Dataset> read_whole(std::string_view bytes) {
  return read_report(bytes, std::string::npos, 1 << 20);
}

/// The only warning.
Warning warning_of(const Result<Dataset>& report) {
  REQUIRE(report.ok());
  REQUIRE(report.value().warnings.size() == 1);
  return report.value().warnings[0];
}

}  // namespace

TEST_CASE("A compressed report reads as the report in it, of one member or several, in any chunks") {
  const std::string json = list_of(5'000);
  const std::string expected = render(read_whole(json));
  const std::string one = gzipped(json);
  const std::string several =
      gzipped(json.substr(0, 1)) + gzipped("") + gzipped(json.substr(1, 9'000)) + gzipped(json.substr(9'001));
  for (const std::string& packed : {one, several}) {
    for (const std::size_t chunk_bytes : {1U, 17U, 4'096U, 1U << 20}) {
      CHECK(render(read_report(packed, chunk_bytes, 1'000)) == expected);
    }
  }
}

TEST_CASE("A compressed report that is cut off gives what comes before the cut, and says so once") {
  const std::string packed = gzipped(list_of(5'000));
  for (const std::size_t length : {packed.size() - 1, packed.size() - 9, packed.size() / 2}) {
    const std::string_view cut = std::string_view(packed).substr(0, length);
    const Result<Dataset> report = read_whole(cut);
    const Warning warning = warning_of(report);
    CHECK(warning.message == "The compressed file ends in the middle: what was to come is missing.");
    CHECK(warning.places.size() == 1);
    CHECK(report.value().delivery.rows() > 1'000);
    CHECK(render(read_report(cut, 11, 500)) == render(report));
  }
  CHECK(read_whole(packed.substr(0, 12)).error().message ==
        "The compressed file ends in the middle: what was to come is missing.");
}

TEST_CASE("A compressed report that is damaged gives what comes before the damage") {
  std::string packed = gzipped(list_of(5'000));
  packed.replace(packed.size() / 2, 200, 200, '\x55');
  const Result<Dataset> report = read_whole(packed);
  REQUIRE(report.ok());
  CHECK(report.value().delivery.rows() > 1'000);
  CHECK(counted(report, kCorrupt) == 1);
  for (const std::size_t chunk_bytes : {1U, 100U, 5'000U})
    CHECK(render(read_report(packed, chunk_bytes, 700)) == render(report));
}

TEST_CASE("Behind a member whose check sum or length is wrong everything is read") {
  const std::string json = list_of(3'000);
  const std::size_t begin = json.find("{\"number\": \"79190\"") + 5, end = json.size() / 2;  // within records
  const std::string before = gzipped(json.substr(0, begin)), after = gzipped(json.substr(end));
  for (const std::size_t from_end : {8U, 4U}) {
    std::string member = gzipped(json.substr(begin, end - begin));
    member[member.size() - from_end] ^= 1;
    const std::string packed = before + member + after;
    const Result<Dataset> report = read_whole(packed);
    const Warning warning = warning_of(report);
    CHECK(warning.message == kCorrupt);
    CHECK(warning.count == 1);
    CHECK(warning.places.at(0).place.byte_offset == end);
    const std::size_t noticed = before.size() + member.size() - from_end + 4;
    CHECK(warning.places.at(0).detail == "Byte " + std::to_string(noticed) + " of the compressed file");
    CHECK(report.value().delivery.rows() == 3'000);
    for (const std::size_t chunk_bytes : {1U, 100U, 5'000U})
      CHECK(render(read_report(packed, chunk_bytes, 700)) == render(report));
  }
}

TEST_CASE("Of many members only the damaged one is lost, and no record is put together from two") {
  const std::string json = list_of(2'000);
  std::vector<std::size_t> cuts = {0};  // within numbers
  while (cuts.back() + 400 < json.size())
    cuts.push_back(json.find(": \"", cuts.back() + 350) + 5);
  cuts.push_back(json.size());
  const std::size_t lost = cuts.size() / 3;
  std::string before, member, after;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const std::string packed = gzipped(std::string_view(json).substr(cuts[i], cuts[i + 1] - cuts[i]));
    (i < lost ? before : i == lost ? member : after) += packed;
  }
  const auto records_to = [&](std::size_t cut) {
    return static_cast<std::size_t>(std::ranges::count(json.substr(0, cuts[cut]), '}'));
  };
  std::vector<std::string> kept = numbers_of(read_whole(json));
  const auto begin = kept.begin();
  kept.erase(begin + static_cast<std::ptrdiff_t>(records_to(lost)),
             begin + static_cast<std::ptrdiff_t>(records_to(lost + 1) + 1));
  for (const std::size_t at : {0U, 3U, 11U}) {
    INFO(at);
    std::string damaged = member;
    damaged.replace(at, 8, 8, '\x5A');
    const Result<Dataset> report = read_whole(before + damaged + after);
    REQUIRE(report.ok());
    CHECK(numbers_of(report) == kept);
    for (const std::size_t chunk_bytes : {1U, 100U, 5'000U})
      CHECK(render(read_report(before + damaged + after, chunk_bytes, 700)) == render(report));
  }
}

TEST_CASE("If the beginning of a compressed report is lost, the rest is read") {
  const std::string json = list_of(100);
  std::string packed = gzipped(json.substr(0, 50));
  packed[2] = 'x';
  packed += gzipped(json.substr(50));
  const Result<Dataset> report = read_whole(packed);
  REQUIRE(report.ok());
  CHECK(report.value().delivery.rows() == 97);
  CHECK(counted(report, kCorrupt) == 1);
  for (const std::size_t chunk_bytes : {1U, 60U})
    CHECK(render(read_report(packed, chunk_bytes, 700)) == render(report));
}

TEST_CASE("A damaged member that seems to go on to the end of the file hides none behind it") {
  const Result<Dataset> report =
      read_whole(gzipped(R"([{"number": "1"},)") + stored("x", 0xFFFF) + gzipped(R"({"number": "2"}])"));
  REQUIRE(report.ok());
  CHECK(numbers_of(report) == std::vector<std::string>{"1", "2"});
  CHECK(counted(report, kCorrupt) == 1);
}

TEST_CASE("What is no report is refused in any chunks, also where damage comes soon") {
  const std::string packed = stored(std::string(80, 'j'), 80) + "\x06" + gzipped(list_of(3));
  const std::string refused = render(read_whole(packed));
  CHECK(refused.find("This is not a JSON report: it begins with “jjjj") != std::string::npos);
  for (const std::size_t chunk_bytes : {1U, 70U, 90U})
    CHECK(render(read_report(packed, chunk_bytes, 64)) == refused);
}

TEST_CASE("What looks like members all over takes no longer to read than its size says") {
  const std::string pair = gzipped(" ") + stored("", 0xFFFF);
  std::string packed = gzipped(R"([{"number": "1"}])");
  while (packed.size() < 1'000'000)
    packed += pair;
  const Result<Dataset> report = read_whole(packed);
  REQUIRE(report.ok());
  CHECK(report.value().delivery.rows() == 1);
}

TEST_CASE("However a compressed report is damaged, it reads the same in any chunks") {
  Dice dice(6);
  const std::string one = gzipped(list_of(300)), json = list_of(120);
  std::string several;
  for (std::size_t from = 0; from < json.size(); from += 500)
    several += gzipped(json.substr(from, 500));
  for (int i = 0; i < 500; ++i) {
    std::string damaged = i % 2 == 0 ? one : several;
    damage(dice, damaged);
    INFO(i);
    REQUIRE(render(read_report(damaged, 1 + dice.below(40), 300)) == render(read_whole(damaged)));
  }
}

TEST_CASE("What follows the compressed data is passed over with a warning") {
  for (const std::string& stray : {std::string(500, '\0'), std::string("\x1F and so on"), std::string("x")}) {
    const Result<Dataset> report = read_whole(gzipped(list_of(3)) + stray);
    CHECK(warning_of(report).message == kStrayBytes);
    CHECK(report.value().delivery.rows() == 3);
  }
}

TEST_CASE("Members behind bytes that belong to none are read, too") {
  const std::string json = list_of(100);
  const std::size_t cut = json.find('{', json.size() / 2);
  const std::string packed =
      gzipped(json.substr(0, cut)) + std::string(512, '\0') + gzipped(json.substr(cut)) + "x";
  const Result<Dataset> report = read_whole(packed);
  REQUIRE(report.ok());
  CHECK(counted(report, kStrayBytes) == 2);
  CHECK(report.value().delivery.rows() == 100);
  CHECK(render(read_report(packed, 1, 700)) == render(report));
}

TEST_CASE("A small file that unpacks to very much is read in little memory") {
  std::string packed;
  const std::string zeros = gzipped(std::string(1 << 20, ' '));
  for (int i = 0; i < 100; ++i)
    packed += zeros;
  const Result<Dataset> report = read_whole(packed + gzipped(list_of(3)));
  REQUIRE(report.ok());
  CHECK(report.value().delivery.rows() == 3);
}

TEST_CASE("Other kinds of files are refused by name when they are compressed, too") {
  CHECK(read_whole(gzipped("number,status\n1,sent\n")).error().message ==
        "This is not a JSON report: it begins with “number,status”.");
  CHECK(read_whole(gzipped("")).error().message == "The file is empty.");
}

TEST_CASE("A report in UTF-16 reads as in UTF-8, in either order, with and without a byte order mark") {
  const std::u16string text = u"[{\"number\": \"1\",\n \"name\": \"نورة 😀\"}]";
  const std::string expected = render(read_whole("[{\"number\": \"1\",\n \"name\": \"نورة 😀\"}]"));
  for (const bool little_endian : {true, false}) {
    for (const std::u16string& mark : {std::u16string(u"\uFEFF"), std::u16string()}) {
      const std::string bytes = utf16(mark + text, little_endian);
      for (const std::size_t chunk_bytes : {1U, 2U, 3U, 1'000U})
        CHECK(render(read_report(bytes, chunk_bytes, 64)) == expected);
      CHECK(render(read_whole(gzipped(bytes))) == expected);
    }
  }
}

TEST_CASE("Halves of UTF-16 pairs are replaced, counted and placed") {
  std::u16string text = u"[{\"number\": \"1\",\n\"name\": \"_ _ _\"}, {\"number\": \"2\"}]";
  text[text.find(u'_')] = 0xD83D;
  text[text.find(u'_')] = 0xDE00;
  const std::string bytes = utf16(text, true);
  const Result<Dataset> report = read_whole(bytes);
  const Warning warning = warning_of(report);
  CHECK(warning.count == 2);
  CHECK(warning.places[0].place.line == 2);
  CHECK(ColumnReader(report.value().delivery.columns()[1]).cell(0).text == "\uFFFD \uFFFD _");
  CHECK(render(read_report(bytes, 1, 64)) == render(report));
}

TEST_CASE("UTF-16 that ends in the middle of a character is cut off like any report") {
  const std::string bytes = utf16(u"[{\"number\": \"1\"}, {\"number\": \"2\"", true);
  const Result<Dataset> report = read_whole(bytes.substr(0, bytes.size() - 1));
  REQUIRE(report.ok());
  CHECK(report.value().delivery.rows() == 1);
}

TEST_CASE("UTF-32 is refused by name") {
  using namespace std::string_view_literals;
  for (const std::string_view head :
       {"\xFF\xFE\0\0[\0\0\0"sv, "\0\0\xFE\xFF\0\0\0["sv, "[\0\0\0{\0\0\0"sv, "\0\0\0{\0\0\0\""sv}) {
    CHECK(read_whole(head).error().message == "This file is UTF-32 text. Save it as UTF-8, and open that.");
  }
}

}  // namespace campaign_lens
