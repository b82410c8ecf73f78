#include "xlsx/guided_deflate.h"

#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <vector>

#include <zlib.h>

namespace campaign_lens {

namespace {

std::string inflated(const Bytes& packed, std::size_t most_bytes) {
  std::string content(most_bytes + 1, '\0');
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(content.data());
  stream.avail_out = static_cast<uInt>(content.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  CHECK(stream.avail_in == 0);
  content.resize(stream.total_out);
  inflateEnd(&stream);
  return content;
}

std::uint32_t crc_of(const std::string& text) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
}

/// What is written to it, and written to a string as well.
struct Twice {
  GuidedDeflate packer;
  std::string content;
  Bytes packed;

  void append(std::string_view text) {
    packer.append(text);
    content += text;
    packer.pack(packed);
  }
  void check() {
    packer.finish(packed);
    CHECK(packer.bytes() == content.size());
    CHECK(packer.crc() == crc_of(content));
    CHECK(inflated(packed, content.size()) == content);
  }
};

}  // namespace

TEST_CASE("Nothing, a byte and a text without hints come back") {
  for (const std::string& text : {std::string(), std::string("x"), std::string("plain text, plain text"),
                                  std::string(1'000'000, 'a')}) {
    Twice twice;
    twice.append(text);
    twice.check();
  }
}

TEST_CASE("Text comes back whatever it was said to be like") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
    const std::uint32_t letters = 1 + below(200);
    Twice twice;
    std::vector<GuidedDeflate::Position> places = {0};
    while (twice.content.size() < 300'000) {
      places.push_back(twice.packer.position());
      twice.packer.begin_like(
          below(4) == 0
              ? static_cast<GuidedDeflate::Position>(random())
              : places[places.size() - 1 -
                       below(std::min<std::uint32_t>(50, static_cast<std::uint32_t>(places.size())))]);
      std::string stretch;
      if (below(3) == 0 && twice.content.size() > 1'000) {
        stretch = twice.content.substr(twice.content.size() - 1 - below(1'000), below(400));
      } else {
        for (std::uint32_t left = below(80); left > 0; --left)
          stretch += static_cast<char>(below(letters));
      }
      twice.append(stretch);
    }
    twice.check();
  }
}

TEST_CASE("A row like the one above takes few bytes, a long text that repeats is found") {
  Twice rows;
  GuidedDeflate::Position above = rows.packer.position();
  for (int row = 100'000; row < 110'000; ++row) {
    rows.packer.begin_like(std::exchange(above, rows.packer.position()));
    rows.append("<row r=\"" + std::to_string(row) + "\"><c s=\"3\" t=\"s\"><v>1</v></c></row>");
  }
  rows.check();
  CHECK(rows.packed.size() < 10'000 * 5);

  Twice texts;
  for (int text = 0; text < 1'000; ++text) {
    texts.packer.begin();
    texts.append("Dear customer " + std::to_string(text * 7919) +
                 ", this week all dates and figs are sold at half their price in all of our shops.");
  }
  texts.check();
  CHECK(texts.packed.size() < 1'000 * 20);
}

TEST_CASE("Streams are independent of each other") {
  GuidedDeflate packer;
  for (const char* text : {"abcabcabcabcabc", "xyzabcabcabcabcxyz"}) {
    packer.begin_stream();
    const GuidedDeflate::Position begin = packer.position();
    packer.append(text);
    packer.begin_like(begin);
    packer.append(text);
    Bytes packed;
    packer.finish(packed);
    CHECK(inflated(packed, 100) == std::string(text) + text);
    CHECK(packer.crc() == crc_of(std::string(text) + text));
  }
}

}  // namespace campaign_lens
