#include <catch2/catch_test_macros.hpp>

#include "messages/engine.h"

using namespace campaign_lens;
using namespace campaign_lens::messages;

TEST_CASE("A response gives back the answer that it carries") {
  const Bytes answer = encode(QueryAnswer{.id = 3, .table = TableId::clicks, .rows = 9, .elapsed_ms = 1.5});
  const Bytes message = response(answer);
  const Result<std::span<const std::byte>> read = read_response(message);
  REQUIRE(read);
  CHECK(Bytes(read.value().begin(), read.value().end()) == answer);
}

TEST_CASE("A response without an answer is an answer all the same") {
  const Bytes message = response(std::span<const std::byte>());
  const Result<std::span<const std::byte>> read = read_response(message);
  REQUIRE(read);
  CHECK(read.value().empty());
}

TEST_CASE("A response gives back the error that it carries, with its place or without") {
  for (const Error& error :
       {Error{"Not JSON", Place{.line = 12, .byte_offset = 345}}, Error{"Empty file", std::nullopt}}) {
    const Bytes message = response(error);
    const Result<std::span<const std::byte>> read = read_response(message);
    REQUIRE_FALSE(read);
    CHECK(read.error() == error);
  }
}

TEST_CASE("A damaged response is an error of its own") {
  Bytes cut_off = response(Error{"Not JSON", Place{.line = 1, .byte_offset = 2}});
  cut_off.pop_back();
  for (const Bytes& message : {Bytes{}, Bytes{std::byte{2}}, cut_off}) {
    const Result<std::span<const std::byte>> read = read_response(message);
    REQUIRE_FALSE(read);
    CHECK(read.error().message == "The engine gave a damaged answer");
  }
}
