#include "base/wire.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>

using namespace campaign_lens;

namespace {

Bytes bytes_of(std::initializer_list<int> values) {
  Bytes bytes;
  for (const int value : values)
    bytes.push_back(static_cast<std::byte>(value));
  return bytes;
}

}  // namespace

TEST_CASE("Numbers are written in little-endian order without padding") {
  WireWriter out;
  out.u8(0xAB);
  out.u32(0x01020304);
  out.u64(0x1122334455667788);
  out.i64(-2);
  out.f64(1.0);
  CHECK(out.take() == bytes_of({0xAB,                                            //
                                0x04, 0x03, 0x02, 0x01,                          //
                                0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11,  //
                                0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,  //
                                0,    0,    0,    0,    0,    0,    0xF0, 0x3F}));
}

TEST_CASE("A string is its length in bytes and its UTF-8") {
  WireWriter out;
  out.string("aé");
  out.string("");
  CHECK(out.take() == bytes_of({3, 0, 0, 0, 'a', 0xC3, 0xA9, 0, 0, 0, 0}));
}

TEST_CASE("What was written is read back") {
  WireWriter out;
  out.boolean(true);
  out.u32(std::numeric_limits<std::uint32_t>::max());
  out.u64(std::numeric_limits<std::uint64_t>::max());
  out.i64(std::numeric_limits<std::int64_t>::min());
  out.f64(-0.0);
  out.string(std::string_view("a\0b", 3));
  out.bytes(bytes_of({1, 2}));
  const Bytes message = out.take();

  WireReader in(message);
  CHECK(in.boolean());
  CHECK(in.u32() == std::numeric_limits<std::uint32_t>::max());
  CHECK(in.u64() == std::numeric_limits<std::uint64_t>::max());
  CHECK(in.i64() == std::numeric_limits<std::int64_t>::min());
  CHECK(std::signbit(in.f64()));
  CHECK(in.string() == std::string_view("a\0b", 3));
  const std::span<const std::byte> bytes = in.bytes();
  CHECK(Bytes(bytes.begin(), bytes.end()) == bytes_of({1, 2}));
  CHECK(in.at_end());
  CHECK(in.ok());
}

TEST_CASE("Reading past the end gives zeros and empty texts from there on, and is remembered") {
  const Bytes message = bytes_of({1, 2, 3});
  WireReader in(message);
  CHECK(in.u32() == 0);
  CHECK_FALSE(in.ok());
  CHECK(in.u8() == 0);
  CHECK(in.f64() == 0.0);
  CHECK(in.string().empty());
  CHECK_FALSE(in.ok());
}

TEST_CASE("A string that claims more bytes than there are is refused") {
  const Bytes message = bytes_of({4, 0, 0, 0, 'a', 'b', 'c'});
  WireReader in(message);
  CHECK(in.string().empty());
  CHECK_FALSE(in.ok());
}

TEST_CASE("A count is refused when the rest cannot hold that many elements") {
  const Bytes message = bytes_of({2, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8});
  WireReader fitting(message);
  CHECK(fitting.count(4) == 2);
  CHECK(fitting.ok());

  WireReader damaged(message);
  CHECK(damaged.count(5) == 0);
  CHECK_FALSE(damaged.ok());
  CHECK(damaged.u8() == 0);
}
