#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <random>
#include <string>
#include <string_view>

#include "package.h"
#include "xlsx/zip_reader.h"
#include "xlsx/zip_writer.h"

namespace campaign_lens {

namespace {

void write_member(ZipWriter& zip, const std::string& name, std::string_view content) {
  zip.begin(name).append(content);
  zip.end();
}

std::string_view text_of(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes example() {
  ZipWriter zip;
  write_member(zip, "a.xml", "first");
  write_member(zip, "empty.xml", "");
  write_member(zip, "folder/b.xml", std::string(200'000, 'b'));
  zip.finish();
  return zip.take();
}

}  // namespace

TEST_CASE("Members of a ZIP file come back, also when it is taken away in parts") {
  const Bytes whole = example();
  const auto members = read_package(text_of(whole));
  CHECK(members.size() == 3);
  CHECK(members.at("a.xml") == "first");
  CHECK(members.at("empty.xml").empty());
  CHECK(members.at("folder/b.xml") == std::string(200'000, 'b'));

  ZipWriter zip;
  Bytes parts;
  const auto take = [&] {
    const Bytes part = zip.take();
    parts.insert(parts.end(), part.begin(), part.end());
  };
  write_member(zip, "a.xml", "first");
  take();
  write_member(zip, "empty.xml", "");
  write_member(zip, "folder/b.xml", std::string(200'000, 'b'));
  take();
  zip.finish();
  take();
  CHECK(parts == whole);
}

TEST_CASE("Members are copied from file to file as they are") {
  const Bytes from = example();
  const auto members = read_zip(from);
  REQUIRE(members.ok());
  REQUIRE(members.value().size() == 3);
  CHECK(unpack(members.value()[0]).value() == "first");
  ZipWriter zip;
  for (const ZipMember& member : members.value())
    zip.copy(member);
  zip.finish();
  CHECK(read_package(text_of(zip.take())) == read_package(text_of(from)));
}

TEST_CASE("A damaged ZIP file is an error, wherever the damage is") {
  const Bytes whole = example();
  for (std::size_t length = 0; length < whole.size(); ++length)
    CHECK_FALSE(read_zip(std::span(whole).first(length)).ok());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    Bytes damaged = whole;
    damaged[at] ^= std::byte{0xFF};
    const auto members = read_zip(damaged);
    if (!members.ok()) continue;
    for (const ZipMember& member : members.value())
      static_cast<void>(unpack(member));  // whatever it gives, it stays within the file
  }
}

// Hidden, as it takes a while: script/check-workbooks reads what it writes by other programs.
TEST_CASE("A member of more than 4 GB, packed, too, and one behind it", "[.zip64]") {
  const char* const path = std::getenv("CAMPAIGN_LENS_ZIP64");
  REQUIRE(path != nullptr);
  std::ofstream file(path, std::ios::binary);
  std::string piece(1 << 20, '\0');
  std::mt19937_64 random(1);
  ZipWriter zip;
  const auto take = [&] {
    const Bytes part = zip.take();
    file.write(reinterpret_cast<const char*>(part.data()), static_cast<std::streamsize>(part.size()));
  };
  GuidedDeflate& content = zip.begin("large");
  for (int i = 0; i < 4'100; ++i) {
    for (std::size_t at = 0; at < piece.size(); at += sizeof(std::uint64_t)) {
      const std::uint64_t word = random();
      std::memcpy(piece.data() + at, &word, sizeof word);
    }
    content.append(piece);
    zip.pack();
    take();
  }
  zip.end();
  write_member(zip, "behind it", "small");
  zip.finish();
  take();
  CHECK(zip.bytes_written() > std::uint64_t{1} << 32);
  CHECK(file.good());
}

}  // namespace campaign_lens
